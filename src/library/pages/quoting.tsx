import type { ComponentChildren } from 'preact'
import { List } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { iso690Of } from '../model/citation/iso690.ts'
import { anchorOf, paths } from '../paths.ts'
import type { Document, Version } from '../queries/documents.ts'
import { useText } from '../text.ts'

type Of = { document: Document; version: Version }
/** Which of the two ways to read a page a quotation leads to. */
type Where = 'text' | 'pages'

/** Where a page of this very version is, by the document's id: what is quoted from there stays. */
function useQuoteHref({ document: { id }, version: { version } }: Of, where: Where) {
  const { language, publicUrl } = useFrame()
  const query = (page: number) => ({ fassung: String(version), ab: String(page) })
  return (page: number) => publicUrl + paths[where].at(language, { document: id }, query(page))
}

type QuotePageProps = Of & { page: number; where: Where; paragraphs?: readonly string[] }

/** How a page is cited, and addresses of the paragraphs on it. */
export function QuotePage({ document, version, page, where, paragraphs = [] }: QuotePageProps) {
  const { language } = useFrame()
  const t = useText()
  const unit = t.units[version.unit]
  const hrefOf = useQuoteHref({ document, version }, where)
  const url = `${hrefOf(page)}#${anchorOf(page)}`
  return (
    <details>
      <summary>
        {unit.quote}
        <span class="hide">, {unit.no(page)}</span>
      </summary>
      <p>{iso690Of(document, { url, place: unit.place(page) }, language)}</p>
      <p>
        <a href={url}>{t.quoting.address}</a>
      </p>
      {paragraphs.length > 1 && (
        <List
          items={paragraphs.map((words, index) => (
            <a href={`${hrefOf(page)}#${anchorOf(page, index + 1)}`}>{t.quoting.passage(beginning(words))}</a>
          ))}
        />
      )}
    </details>
  )
}

const beginning = (words: string) => {
  const first = words.split(' ', 7)
  return first.slice(0, 6).join(' ') + (first.length > 6 ? ' …' : '')
}

/** Pages of which a sentence can be marked, and taken along with its source: see islands/quoting.ts. */
export function Quotable({ document, children }: { document: Document; children: ComponentChildren }) {
  const { asset, language } = useFrame()
  const t = useText().quoting
  return (
    <div
      class="stack"
      data-quoting={iso690Of(document, { url: '{address}', place: '{place}' }, language)}
      data-take={t.take}
      data-taken={t.taken}
    >
      {children}
      <script type="module" src={asset('quoting.js')} />
    </div>
  )
}

/** What a page tells the island: where it is, in words and as an address. */
export function useQuoteData(of: Of, where: Where) {
  const t = useText()
  const hrefOf = useQuoteHref(of, where)
  return (page: number) => ({
    'data-place': t.units[of.version.unit].place(page),
    'data-address': `${hrefOf(page)}#${anchorOf(page)}`,
  })
}
