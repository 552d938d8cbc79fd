import type { Author, Type } from './document.ts'

/** What a citation needs to know of a document. */
export type Cited = {
  slug: string
  type: Type
  language: string
  title: string
  subtitle: string
  publisher: string
  dated: string | null
  authors: readonly Author[]
  doi?: string | null
}

const kinds = {
  study: 'report',
  documentation: 'report',
  position: 'report',
  paper: 'report',
  presentation: 'speech',
  minutes: 'document',
  press: 'article-newspaper',
  data_set: 'dataset',
  picture: 'graphic',
  recording: 'motion_picture',
} as const satisfies Record<Type, string>

const schemas = {
  study: 'Report',
  documentation: 'Report',
  position: 'Report',
  paper: 'Report',
  presentation: 'PresentationDigitalDocument',
  minutes: 'DigitalDocument',
  press: 'NewsArticle',
  data_set: 'Dataset',
  picture: 'ImageObject',
  recording: 'VideoObject',
} as const satisfies Record<Type, string>
/** What it is to schema.org. */
export const schemaOf = (type: Type) => schemas[type]

/** The document as an item of CSL-JSON (Citation Style Language 1.0.2); `url` is its address. */
export function cslOf(document: Cited, url: string) {
  const { slug, type, language, title, subtitle, publisher, dated, authors, doi } = document
  return {
    id: slug,
    type: kinds[type],
    title: subtitle ? `${title}: ${subtitle}` : title,
    author: authors.map(cslName),
    ...(dated ? { issued: { 'date-parts': [dated.split('-').map(Number)] } } : {}),
    ...(publisher ? { publisher } : {}),
    language,
    ...(doi ? { DOI: doi } : {}),
    URL: url,
  }
}

function cslName({ kind, name }: Author) {
  const [family, given] = name.split(/,\s*/, 2)
  return kind === 'person' && given ? { family, given } : { literal: name }
}

export const citationFormats = ['bib', 'ris', 'json'] as const
export type CitationFormat = (typeof citationFormats)[number]

/** What surrounds a reference in each language. */
const isoWords = {
  de: { others: 'et al.', online: '[online]', at: 'Verfügbar unter:', undated: '[ohne Jahr]' },
  en: { others: 'et al.', online: '[online]', at: 'Available from:', undated: '[no date]' },
}

/** Where something is: an address, and the page of a document that it leads to, in words. */
export type CitedAt = { url: string; place?: string }

/**
 * The reference of a document, or of a page of it, as DIN ISO 690:2013 has it for online resources, as plain text. No day
 * of access: what stands at the address never changes.
 */
export function iso690Of(document: Cited, { url, place }: CitedAt, language: 'de' | 'en'): string {
  const { title, subtitle, publisher, dated, authors, doi } = document
  const words = isoWords[language]
  const named = authors.slice(0, 3).map(isoName)
  const who = named.join('; ') + (authors.length > 3 ? ` ${words.others}` : '')
  const year = dated?.slice(0, 4) ?? words.undated
  const by = publisher === who ? '' : publisher
  const issued = who && (!dated || dated === year) ? '' : (dated ?? year)
  return [
    who ? `${who}, ${year}.` : '',
    `${[title, subtitle].filter(Boolean).join(': ')} ${words.online}.`,
    by || !who ? `${[by, issued].filter(Boolean).join(', ')}.` : '',
    place ? `${place}.` : '',
    doi ? `DOI ${doi}.` : '',
    `${words.at} ${url}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function isoName({ kind, name }: Author) {
  const [family, given] = name.split(/,\s*/, 2)
  return kind === 'person' && given ? `${family!.toLocaleUpperCase('de')}, ${given}` : name.toLocaleUpperCase('de')
}
