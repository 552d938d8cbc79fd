import { setTimeout as wait } from 'node:timers/promises'
import type { Visit } from '../../platform/visit.ts'
import { cited } from '../citing/run.ts'
import { type CitationFormat, type Cited, cslOf, iso690Of } from '../model/citation.ts'
import { paths } from '../paths.ts'

const urlOf = ({ house, language }: Visit, { slug }: Cited) =>
  house.publicUrl + paths.document.at(language, { document: slug })
const itemOf = (visit: Visit, document: Cited) => cslOf(document, urlOf(visit, document))

/** The document's reference as APA has it, as plain text. */
const apaOf = (visit: Visit, document: Cited): Promise<string> =>
  cited({ item: itemOf(visit, document), format: visit.language === 'de' ? 'de-DE' : 'en-US' })

const patienceMs = 2000

/**
 * The document's references as they stand on its page. The page does not wait long for the one a process makes, nor fail
 * with it: without it the page is whole, and the next visitor finds what was made meanwhile.
 */
export async function referencesOf(visit: Visit & { uncached(): void }, document: Cited) {
  const waiting = new AbortController()
  const apa = await Promise.race([
    apaOf(visit, document).catch(() => undefined),
    wait(patienceMs, undefined, { signal: waiting.signal, ref: false }).catch(() => undefined),
  ])
  waiting.abort()
  if (apa === undefined) visit.uncached()
  return { apa, iso690: iso690Of(document, { url: urlOf(visit, document) }, visit.language) }
}

/** The document's reference as BibTeX, RIS or CSL-JSON. */
export async function citationIn(visit: Visit, document: Cited, format: CitationFormat): Promise<string> {
  const item = itemOf(visit, document)
  return format === 'json' ? `${JSON.stringify([item], null, 2)}\n` : cited({ item, format })
}
