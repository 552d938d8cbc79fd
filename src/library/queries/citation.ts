import type { Visit } from '../../platform/visit.ts'
import { type CitationFormat, type Cited, cslOf } from '../model/citation.ts'
import { paths } from '../paths.ts'

const urlOf = (visit: Visit, document: Cited) =>
  visit.house.publicUrl + paths.document.at(visit.language, { document: document.slug })

// It takes a second or two to load; who never cites never waits for it.
let loading: Promise<typeof import('@citation-js/core')> | undefined
async function loaded() {
  loading ??= import('@citation-js/core').then(async (core) => {
    await Promise.all([
      import('@citation-js/plugin-bibtex'),
      import('@citation-js/plugin-csl'),
      import('@citation-js/plugin-ris'),
    ])
    return core
  })
  return (await loading).Cite
}

/** The document's reference as APA has it, as plain text. */
export async function apaOf(visit: Visit, document: Cited): Promise<string> {
  const Cite = await loaded()
  const lang = visit.language === 'de' ? 'de-DE' : 'en-US'
  const cite = new Cite(cslOf(document, urlOf(visit, document)))
  return cite.format('bibliography', { template: 'apa', lang, format: 'text' }).trim()
}

/** The document's reference as BibTeX, RIS or CSL-JSON. */
export async function citationIn(visit: Visit, document: Cited, format: CitationFormat): Promise<string> {
  const item = cslOf(document, urlOf(visit, document))
  if (format === 'json') return `${JSON.stringify([item], null, 2)}\n`
  const Cite = await loaded()
  return new Cite(item).format(format === 'bib' ? 'bibtex' : 'ris')
}
