import type { Visit } from '../../platform/visit.ts'
import { cited } from '../citing/run.ts'
import { type CitationFormat, type Cited, cslOf } from '../model/citation.ts'
import { paths } from '../paths.ts'

const itemOf = (visit: Visit, document: Cited) =>
  cslOf(document, visit.house.publicUrl + paths.document.at(visit.language, { document: document.slug }))

/** The document's reference as APA has it, as plain text. */
export const apaOf = (visit: Visit, document: Cited): Promise<string> =>
  cited({ item: itemOf(visit, document), format: visit.language === 'de' ? 'de-DE' : 'en-US' })

/** The document's reference as BibTeX, RIS or CSL-JSON. */
export async function citationIn(visit: Visit, document: Cited, format: CitationFormat): Promise<string> {
  const item = itemOf(visit, document)
  return format === 'json' ? `${JSON.stringify([item], null, 2)}\n` : cited({ item, format })
}
