import { Leaf as LeafPicture, Note, Notice, Page, Pagination } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { pagesTogether } from '../model/document.ts'
import { type Line, pictureWidth } from '../model/reading.ts'
import { anchorOf, paths } from '../paths.ts'
import type { Document, Version } from '../queries/documents.ts'
import { useText } from '../text.ts'
import { crumbs } from './document.tsx'
import { Quotable, QuotePage, useQuoteData } from './quoting.tsx'
import { foreign, pageHref, pictureHref } from './words.tsx'

/** A page's picture: its number, its height, the runs of text on it. */
export type Leaf = { page: number; height: number; lines: readonly Line[] }
type Props = { document: Document; version: Version; leaves: readonly Leaf[]; first: number }

/** A document's pages as they look, the text lying behind to be marked and read aloud. */
export function PagesPage({ document, version, leaves, first }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { title, slug, currentVersion } = document
  const lang = foreign(language, document)
  const here = { document: slug }
  const isOlder = version.version !== currentVersion
  const count = version.pictureHeights.length
  const unit = t.units[version.unit]
  const ownVersion = isOlder ? String(version.version) : ''
  return (
    <Page
      kind="public"
      title={t.leaves.title(title)}
      titleLang={lang}
      lead={t.leaves.lead(unit.no(first), Math.min(count, first + pagesTogether - 1), version.pageCount ?? count)}
      meta={<meta name="robots" content="noindex" />}
      crumbs={crumbs(language, t, { label: title, href: paths.document.at(language, here) }, { label: t.leaves.crumb })}
    >
      {isOlder && (
        <Notice kind="warning" title={t.reading.older(version.version)}>
          <a href={paths.pages.at(language, here)}>{t.reading.toNewer}</a>
        </Notice>
      )}
      <Quotable document={document}>
        {leaves.map((leaf) => (
          <PictureOfPage key={leaf.page} {...{ document, version, leaf }} />
        ))}
      </Quotable>
      <Pagination
        page={(first - 1) / pagesTogether + 1}
        pages={Math.ceil(count / pagesTogether)}
        hrefOf={(no) =>
          paths.pages.at(language, here, {
            fassung: ownVersion,
            ab: no > 1 ? String((no - 1) * pagesTogether + 1) : '',
          })
        }
      />
    </Page>
  )
}

type PictureOfPageProps = Pick<Props, 'document' | 'version'> & { leaf: Leaf }

/** A page's picture with its text behind, and how it is cited. */
function PictureOfPage({ document, version, leaf: { page, height, lines } }: PictureOfPageProps) {
  const { language } = useFrame()
  const t = useText()
  const { slug, currentVersion } = document
  const unit = t.units[version.unit]
  const dataOf = useQuoteData({ document, version }, 'pages')
  const href = pictureHref(slug, version, page)
  return (
    <section id={anchorOf(page)} class="stack" {...dataOf(page)}>
      <h2>{unit.no(page)}</h2>
      {height > 0 ? (
        <LeafPicture {...{ href, width: pictureWidth, height, lines }} lang={foreign(language, document)} />
      ) : (
        <Note>{t.leaves.undrawn}</Note>
      )}
      {version.reading === 'read' && version.version === currentVersion && (
        <Note>
          <a href={pageHref(language, slug, page)}>
            {t.leaves.asText}
            <span class="hide">, {unit.no(page)}</span>
          </a>
        </Note>
      )}
      <QuotePage {...{ document, version, page }} where="pages" />
    </section>
  )
}
