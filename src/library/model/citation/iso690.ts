import type { Author } from '../document.ts'
import { type Cited, fullTitle, laterVersion, partsOf, publisherBeside } from './cited.ts'

const words = {
  de: { online: '[online]', at: 'Verfügbar unter:', undated: '[ohne Jahr]', version: (no: string) => `Fassung ${no}` },
  en: { online: '[online]', at: 'Available from:', undated: '[no date]', version: (no: string) => `Version ${no}` },
}

/** Where something is: an address, and the page of a document that it leads to, in words. */
export type CitedAt = { url: string; place?: string }

/**
 * The reference of a document, or of a page of it, as DIN ISO 690:2013 has it for online resources, as plain text. No day
 * of access: what stands at the address never changes.
 */
export function iso690Of(document: Cited, { url, place }: CitedAt, language: 'de' | 'en'): string {
  const { dated, authors, doi } = document
  const t = words[language]
  const who = whoOf(authors)
  const year = dated?.slice(0, 4) ?? t.undated
  const by = publisherBeside(document)
  const version = laterVersion(document)
  const issued = who && (!dated || dated === year) ? '' : (dated ?? year)
  return [
    who ? `${who}, ${year}.` : '',
    `${fullTitle(document)} ${t.online}.`,
    version ? `${t.version(version)}.` : '',
    by || issued ? `${[by, issued].filter(Boolean).join(', ')}.` : '',
    place ? `${place}.` : '',
    doi ? `DOI ${doi}.` : '',
    `${t.at} ${url}`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Up to three names in capitals; of more the first three. */
const whoOf = (authors: readonly Author[]) =>
  authors.slice(0, 3).map(nameOf).join('; ') + (authors.length > 3 ? ' et al.' : '')

function nameOf(author: Author) {
  const { family, given } = partsOf(author)
  return [family.toLocaleUpperCase('de'), given].filter(Boolean).join(', ')
}
