import { isLicence } from '../../library/index.ts'
import { cut } from '../../platform/clean.ts'
import type { Said } from './fields.ts'
import { datedIn, languageIn, licenceIn, typeIn } from './values.ts'

type Json = { readonly [name: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? cut(String(value), 20_000) : ''
const list = (value: unknown): Json[] => (Array.isArray(value) ? value : [value]).filter(isObject).slice(0, 200)
const words = (value: unknown) => (Array.isArray(value) ? value.map(text) : [text(value)]).filter(Boolean)

/**
 * The documents of an export as JSON: one record, a list of them, or an answer of the DataCite or Zenodo interface.
 * Undefined where none is in it.
 */
export function recordsIn(json: unknown): Said[] | undefined {
  const records = allIn(json).map((record) =>
    isObject(record.metadata) ? fromZenodo(record, record.metadata) : fromDataCite(attributesOf(record)),
  )
  // What has no title between others that do is a row like them, which will be refused.
  return records.some((record) => record) ? records.map((record) => record ?? said({})) : undefined
}

function allIn(json: unknown): Json[] {
  if (Array.isArray(json)) return json.map((one) => (isObject(one) ? one : {}))
  if (!isObject(json)) return []
  if (isObject(json.hits)) return allIn(json.hits.hits)
  if (Array.isArray(json.data)) return allIn(json.data)
  return [isObject(json.data) ? json.data : json]
}

const attributesOf = (record: Json) => (isObject(record.attributes) ? { ...record, ...record.attributes } : record)

/** DataCite Metadata Schema 4 as JSON. */
function fromDataCite(record: Json): Said | undefined {
  const [main, ...more] = list(record.titles)
  const title = text(main?.title)
  if (!title) return undefined
  const types = isObject(record.types) ? record.types : {}
  const [rights] = list(record.rightsList)
  const abstract = list(record.descriptions).find(({ descriptionType }) => descriptionType === 'Abstract')
  const doi = text(record.doi) || (/^10\./.test(text(record.id)) ? text(record.id) : '')
  return said({
    title,
    subtitle: text(more.find(({ titleType }) => titleType === 'Subtitle')?.title),
    ...creators(list(record.creators)),
    publisher: isObject(record.publisher) ? text(record.publisher.name) : text(record.publisher),
    dated: text(list(record.dates).find(({ dateType }) => dateType === 'Issued')?.date) || text(record.publicationYear),
    language: text(record.language),
    type: text(types.resourceType) || text(types.resourceTypeGeneral),
    abstract: withoutMarks(text(abstract?.description)),
    subjects: list(record.subjects)
      .map(({ subject }) => text(subject))
      .join(';'),
    licence: text(rights?.rightsIdentifier) || text(rights?.rightsUri) || text(rights?.rights),
    link: text(record.url),
    doi,
    identifier: doi ? '' : text(record.id),
  })
}

/** Zenodo's own JSON, of its interface and its exports. */
function fromZenodo(record: Json, metadata: Json): Said | undefined {
  const title = text(metadata.title)
  if (!title) return undefined
  const type = isObject(metadata.resource_type) ? metadata.resource_type : {}
  const licence = isObject(metadata.license) ? metadata.license.id : metadata.license
  const links = isObject(record.links) ? record.links : {}
  const [file] = list(record.files)
  return said({
    title,
    ...creators(list(metadata.creators)),
    publisher: text(metadata.publisher),
    dated: text(metadata.publication_date),
    language: text(metadata.language),
    type: text(type.subtype) || text(type.type) || text(metadata.upload_type),
    abstract: withoutMarks(text(metadata.description)),
    subjects: words(metadata.keywords).join(';'),
    licence: text(licence),
    link: text(links.self_html) || text(links.html),
    doi: text(record.doi) || text(metadata.doi),
    identifier: text(record.id) && `zenodo:${text(record.id)}`,
    file: text(file?.key) || text(file?.filename),
  })
}

function creators(all: readonly Json[]): Said {
  const lines = all.map((one) => {
    const ids = list(one.nameIdentifiers).map(({ nameIdentifier }) => text(nameIdentifier))
    const id = text(one.orcid) || ids.find((value) => /orcid|ror\.org|^\d{4}-/.test(value)) || ''
    return { isOrganisation: one.nameType === 'Organizational', line: [text(one.name), id].filter(Boolean).join(' ') }
  })
  const of = (wanted: boolean) =>
    lines.flatMap(({ isOrganisation, line }) => (isOrganisation === wanted && line ? [line] : [])).join('\n')
  return { persons: of(false), organisations: of(true) }
}

/** What markup says, as text. */
export const withoutMarks = (html: string) =>
  html
    .replace(/<(br|\/p|\/li|\/div)\b[^>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/\n\s*\n\s*/g, '\n\n')
    .trim()
const entities: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/**
 * What another repository says, in this one's words: what cannot be said here is left out, and a licence that is not
 * known stands as a note.
 */
export function said(all: Said): Said {
  const { licence = '', language = '', type = '', dated = '', link = '', ...rest } = all
  const isKnown = isLicence(licence) || licenceIn(licence) !== undefined
  const values: Said = {
    ...rest,
    type: typeIn(type) ? type : '',
    language: languageIn(language) ? language : '',
    dated: datedIn(dated) ?? '',
    link: URL.canParse(link) ? link : '',
    ...(isKnown ? { licence } : { rightsNote: licence }),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value))
}
