import type { Author, Type } from '../document.ts'
import { type Cited, fullTitle, laterVersion, partsOf } from './cited.ts'

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

/** The document as an item of CSL-JSON (Citation Style Language 1.0.2); `url` is its address. */
export function cslOf(document: Cited, url: string) {
  const { slug, type, language, publisher, dated, authors, doi } = document
  const version = laterVersion(document)
  return {
    id: slug,
    type: kinds[type],
    title: fullTitle(document),
    author: authors.map(nameOf),
    ...(dated ? { issued: { 'date-parts': [dated.split('-').map(Number)] } } : {}),
    ...(publisher ? { publisher } : {}),
    ...(version ? { version } : {}),
    language,
    ...(doi ? { DOI: doi } : {}),
    URL: url,
  }
}

function nameOf(author: Author) {
  const { family, given } = partsOf(author)
  return given ? { family, given } : { literal: family }
}
