import { Leaf as LeafPicture, Note, Notice, Page, Pagination } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { type Line, picturesTogether, pictureWidth } from '../model/reading.ts'
import { anchorOf, paths } from '../paths.ts'
import type { Document, Version } from '../queries/documents.ts'
import { useText } from '../text.ts'
import { crumbs } from './document.tsx'
import { foreign, pageHref, pictureHref } from './words.tsx'

/** A page's picture: its number, its height, the runs of text on it. */
export type Leaf = { page: number; height: number; lines: readonly Line[] }
type Props = { document: Document; version: Version; leaves: readonly Leaf[]; first: number }

/** A document's pages as they look, the text lying behind to be marked and read aloud. */
export function PagesPage({ document, version, leaves, first }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { slug, title, currentVersion } = document
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
      lead={t.leaves.lead(unit.no(first), Math.min(count, first + picturesTogether - 1), version.pageCount ?? count)}
      meta={<meta name="robots" content="noindex" />}
      crumbs={crumbs(language, t, { label: title, href: paths.document.at(language, here) }, { label: t.leaves.crumb })}
    >
      {isOlder && (
        <Notice kind="warning" title={t.reading.older(version.version)}>
          <a href={paths.pages.at(language, here)}>{t.reading.toNewer}</a>
        </Notice>
      )}
      {leaves.map(({ page, height, lines }) => (
        <section key={page} id={anchorOf(page)} class="stack">
          <h2>{unit.no(page)}</h2>
          {height > 0 ? (
            <LeafPicture
              href={pictureHref(slug, version, page)}
              width={pictureWidth}
              height={height}
              lines={lines}
              lang={lang}
            />
          ) : (
            <Note>{t.leaves.undrawn}</Note>
          )}
          {version.reading === 'read' && !isOlder && (
            <Note>
              <a href={pageHref(language, slug, page)}>
                {t.leaves.asText}
                <span class="hide">, {unit.no(page)}</span>
              </a>
            </Note>
          )}
        </section>
      ))}
      <Pagination
        page={(first - 1) / picturesTogether + 1}
        pages={Math.ceil(count / picturesTogether)}
        hrefOf={(no) =>
          paths.pages.at(language, here, {
            fassung: ownVersion,
            ab: no > 1 ? String((no - 1) * picturesTogether + 1) : '',
          })
        }
      />
    </Page>
  )
}
