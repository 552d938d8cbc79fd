import type { Author, Type } from '../document.ts'
import { type Cited, fullTitle, laterVersion, partsOf, publisherBeside } from './cited.ts'

const words = {
  de: {
    undated: 'o. J.',
    version: (no: string) => `Fassung ${no}`,
    kinds: { presentation: 'Präsentation', data_set: 'Datensatz', picture: 'Bild', recording: 'Video' },
  },
  en: {
    undated: 'n.d.',
    version: (no: string) => `Version ${no}`,
    kinds: { presentation: 'Presentation', data_set: 'Data set', picture: 'Image', recording: 'Video' },
  },
}

/** The reference of a document as the style of the APA has it (7th edition, 2020), as plain text; `url` is its address. */
export function apaOf(document: Cited, url: string, language: 'de' | 'en'): string {
  const { doi, authors } = document
  const date = `(${dateOf(document, language)}).`
  const what = titleOf(document, language)
  const who = whoOf(authors)
  const by = publisherBeside(document)
  return [
    ...(who ? [ended(who), date, ended(what)] : [ended(what), date]),
    by && ended(by),
    doi ? `https://doi.org/${doi}` : url,
  ]
    .filter(Boolean)
    .join(' ')
}

const ended = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)

/** Title, and in brackets which version it is and what, where it is no text to be read. */
function titleOf(document: Cited, language: 'de' | 'en'): string {
  const t = words[language]
  const version = laterVersion(document)
  const kind = (t.kinds as Partial<Record<Type, string>>)[document.type]
  return [fullTitle(document), version && `(${t.version(version)})`, kind && `[${kind}]`].filter(Boolean).join(' ')
}

/** The year; of what appeared or was given on a day, the day. */
function dateOf({ dated, type }: Cited, language: 'de' | 'en'): string {
  if (!dated) return words[language].undated
  const [year, month, day] = dated.split('-')
  if (!month || !['presentation', 'press', 'recording'].includes(type)) return year!
  const at = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  const format = { month: 'long', timeZone: 'UTC', ...(day ? { day: 'numeric' as const } : {}) } as const
  return `${year}, ${new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-US', format).format(at)}`
}

/** All names up to twenty; of more the first nineteen and the last. */
function whoOf(authors: readonly Author[]): string {
  const names = authors.map(nameOf)
  const last = names.at(-1)
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, … ${last}`
  return names.length > 1 ? `${names.slice(0, -1).join(', ')}, & ${last}` : (last ?? '')
}

/** “Beispiel, J.-P. A.” for “Beispiel, Jean-Paul Alfred”. */
function nameOf(author: Author): string {
  const { family, given } = partsOf(author)
  const initials = given?.replace(/(\p{L})[^\s-]*/gu, '$1.')
  return [family, initials].filter(Boolean).join(', ')
}
