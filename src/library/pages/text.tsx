import { List, Note, Notice, Page, Pagination, Prose, SearchBar, TextField } from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { firstOf, pagesTogether } from '../model/document.ts'
import { paragraphs } from '../model/reading.ts'
import { anchorOf, paths } from '../paths.ts'
import type { Document, Version } from '../queries/documents.ts'
import type { PageHit } from '../queries/search.ts'
import { useText } from '../text.ts'
import { crumbs } from './document.tsx'
import { Quotable, QuotePage, useQuoteData } from './quoting.tsx'
import { fileHref, foreign, pageHref, Sentence } from './words.tsx'

type Props = {
  document: Document
  version: Version
  texts: readonly { page: number; text: string }[]
  first: number
  /** The search within it, and what it found. */
  form: FormState
  found: readonly PageHit[] | undefined
}

/** Whether these words are what the table of contents calls something on this page. */
const isHeading = ({ outline }: Version, page: number, words: string) =>
  outline.some((one) => one.page === page && one.title.replace(/\s+/g, ' ') === words)

/** A document's text as a page to be read, every page of the file under its number. */
export function TextPage({ document, version, texts, first, form, found }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { title, slug, currentVersion } = document
  const count = version.pageCount ?? 0
  const unit = t.units[version.unit]
  const isOlder = version.version !== currentVersion
  const lang = foreign(language, document)
  const here = { document: slug }
  return (
    <Page
      kind="public"
      title={t.reading.title(title)}
      titleLang={lang}
      lead={
        count > 0 ? t.reading.lead(unit.no(first), Math.min(count, first + pagesTogether - 1), count) : t.reading.none
      }
      meta={isOlder && <meta name="robots" content="noindex" />}
      crumbs={crumbs(
        language,
        t,
        { label: title, href: paths.document.at(language, here) },
        { label: t.reading.crumb },
      )}
    >
      {isOlder && (
        <Notice kind="warning" title={t.reading.older(version.version)}>
          <a href={paths.text.at(language, here)}>{t.reading.toNewer}</a>
        </Notice>
      )}
      {version.recognition === 'done' && <Notice>{t.reading.recognised}</Notice>}
      {!isOlder && <Within document={document} form={form} />}
      {found && <FoundWithin {...{ document, version, found }} />}
      <Quotable document={document}>
        {texts.map((one) => (
          <TextOfPage key={one.page} {...{ document, version, one }} />
        ))}
      </Quotable>
      <Pagination
        page={(firstOf(first) - 1) / pagesTogether + 1}
        pages={Math.ceil(count / pagesTogether)}
        hrefOf={(no) =>
          paths.text.at(language, here, {
            fassung: isOlder ? String(version.version) : '',
            ab: no > 1 ? String((no - 1) * pagesTogether + 1) : '',
          })
        }
      />
    </Page>
  )
}

type TextOfPageProps = Pick<Props, 'document' | 'version'> & { one: { page: number; text: string } }

/** A page's text in paragraphs that can be led to, and how it is cited. */
function TextOfPage({ document, version, one: { page, text } }: TextOfPageProps) {
  const { language } = useFrame()
  const t = useText()
  const unit = t.units[version.unit]
  const dataOf = useQuoteData({ document, version }, 'text')
  const all = paragraphs(text, page)
  return (
    <section id={anchorOf(page)} class="stack" {...dataOf(page)}>
      <h2>{unit.no(page)}</h2>
      <Prose lang={foreign(language, document)}>
        {all.map((words, index) => {
          const id = anchorOf(page, index + 1)
          return isHeading(version, page, words) ? <h3 id={id}>{words}</h3> : <p id={id}>{words}</p>
        })}
      </Prose>
      <Note>
        {text === '' && `${t.reading.empty} `}
        {version.file.mediaType === 'application/pdf' && (
          <a href={`${fileHref(document.slug, version)}#page=${page}`}>
            {t.reading.inFile}
            <span class="hide">, {unit.no(page)}</span>
          </a>
        )}
      </Note>
      <QuotePage {...{ document, version, page }} where="text" paragraphs={all} />
    </section>
  )
}

/** One field to search this document with. */
function Within({ document: { slug }, form }: Pick<Props, 'document' | 'form'>) {
  const { language } = useFrame()
  const t = useText()
  return (
    <SearchBar action={paths.text.at(language, { document: slug })} label={t.search.label}>
      <TextField form={form} name="q" type="search" label={t.reading.within} maxLength={300} />
    </SearchBar>
  )
}

function FoundWithin({
  document,
  version,
  found,
}: Pick<Props, 'document' | 'version'> & { found: readonly PageHit[] }) {
  const { language } = useFrame()
  const t = useText()
  const unit = t.units[version.unit]
  return (
    <section>
      <h2>{t.reading.foundOn(unit.count(found.length), found.length)}</h2>
      <List
        items={found.map(({ page, sentence }) => (
          <>
            <a href={pageHref(language, document.slug, page)}>{unit.no(page)}</a>:{' '}
            <Sentence parts={sentence} lang={foreign(language, document)} />
          </>
        ))}
      />
    </section>
  )
}
