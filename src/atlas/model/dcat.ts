import type { Bilingual } from '../../platform/language.ts'
import { licenceOf } from '../../region/index.ts'
import type { Topic } from './indicator.ts'

type Words = { de: string; en?: string | undefined }
/** A file of a data set: where it is, and what of it. */
export type File = { as: string; address: string; title: Words }
/** What the catalogue tells of a data set, in words of both languages. */
export type Record = {
  address: string
  identifier: string
  title: Words
  description: Words
  keywords: readonly Words[]
  topic: Topic
  isYearly: boolean
  spans: readonly [string, string]
  changedAt: Date
  sources: readonly { title: Bilingual; licence: string | null }[]
  files: readonly File[]
}
export type CatalogueInput = {
  address: string
  homepage: string
  title: Words
  description: Words
  publisher: Words
  email: string | null
  districts: readonly { key: string; nuts: string | null }[]
  records: readonly Record[]
}

const authority = (path: string) => `http://publications.europa.eu/resource/authority/${path}`
const german = (path: string) => `http://dcat-ap.de/def/${path}`
const media = (type: string) => `https://www.iana.org/assignments/media-types/${type}`
const forms: Readonly<{ [as: string]: { format: string; media: string; conformsTo?: string } }> = {
  csv: { format: 'CSV', media: 'text/csv' },
  xlsx: { format: 'XLSX', media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  'json-stat': { format: 'JSON', media: 'application/json', conformsTo: 'https://json-stat.org/full/' },
  json: { format: 'JSON', media: 'application/json' },
}
/** The Publications Office’s themes of data. */
const themes: Readonly<{ [topic in Topic]: string }> = {
  people: 'SOCI',
  work: 'ECON',
  economy: 'ECON',
  science: 'TECH',
  land: 'REGI',
}

const id = (address: string) => ({ '@id': address })
const both = ({ de, en }: Words) =>
  [de, en].flatMap((value, index) => (value ? [{ '@language': index === 0 ? 'de' : 'en', '@value': value }] : []))
const day = (text: string) =>
  /^\d{4}$/.test(text) ? { '@type': 'xsd:gYear', '@value': text } : { '@type': 'xsd:date', '@value': text.slice(0, 10) }

/**
 * A catalogue as JSON-LD: DCAT-AP 3.0 (SEMIC) with what DCAT-AP.de 3.0 (GovData) demands of a German one: publisher,
 * contact, theme, licence from its list, attribution, level of the administration. What GovData alone can tell is left
 * out: the contributor’s id (dcatde:contributorID), which whoever delivers to it is given.
 */
export function dcatOf({
  address,
  homepage,
  title,
  description,
  publisher,
  email,
  districts,
  records,
}: CatalogueInput) {
  const agent = { '@id': `${homepage}#herausgeber`, '@type': 'foaf:Agent', 'foaf:name': both(publisher) }
  const contact = {
    '@id': `${homepage}#kontakt`,
    '@type': 'vcard:Organization',
    'vcard:fn': publisher.de,
    ...(email ? { 'vcard:hasEmail': id(`mailto:${email}`) } : {}),
    'vcard:hasURL': id(homepage),
  }
  const languages = [id(authority('language/DEU')), id(authority('language/ENG'))]
  const newest = Math.max(0, ...records.map(({ changedAt }) => changedAt.getTime()))
  const shared = { publisher: agent, contact, languages, places: placesOf(districts) }
  return {
    '@context': context,
    '@id': address,
    '@type': 'dcat:Catalog',
    'dct:title': both(title),
    'dct:description': both(description),
    'dct:publisher': agent,
    'dct:language': languages,
    ...(newest > 0 ? { 'dct:modified': day(new Date(newest).toISOString()) } : {}),
    'foaf:homepage': { '@id': homepage, '@type': 'foaf:Document' },
    'dcat:themeTaxonomy': {
      '@id': authority('data-theme'),
      '@type': 'skos:ConceptScheme',
      'dct:title': 'Data theme',
    },
    'dcat:dataset': records.map((record) => datasetOf(record, shared)),
  }
}

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
}

type Shared = { publisher: object; contact: object; languages: object[]; places: ReturnType<typeof placesOf> }

function datasetOf(record: Record, { publisher, contact, languages, places }: Shared) {
  const { address, sources } = record
  const modified = day(record.changedAt.toISOString())
  return {
    '@id': `${address}#daten`,
    '@type': 'dcat:Dataset',
    'dct:identifier': record.identifier,
    'dct:title': both(record.title),
    'dct:description': both(record.description),
    'dcat:keyword': record.keywords.flatMap(both),
    'dct:publisher': publisher,
    'dcat:contactPoint': contact,
    'dct:language': languages,
    'dct:modified': modified,
    'dct:accessRights': id(authority('access-right/PUBLIC')),
    'dct:provenance': {
      '@type': 'dct:ProvenanceStatement',
      'rdfs:label': both(attribution(sources)),
    },
    'dcat:theme': id(authority(`data-theme/${themes[record.topic]}`)),
    'dct:accrualPeriodicity': id(authority(`frequency/${record.isYearly ? 'ANNUAL' : 'IRREG'}`)),
    ...places,
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': day(record.spans[0]),
      'dcat:endDate': day(record.spans[1]),
    },
    'dcat:landingPage': { '@id': address, '@type': 'foaf:Document' },
    'dcat:distribution': record.files.map((file) => distributionOf(file, { sources, modified, languages })),
  }
}

/** Districts by their keys in NUTS and, German ones, in the list of DCAT-AP.de. */
function placesOf(districts: CatalogueInput['districts']) {
  const own = districts
    .filter(({ key }) => /^\d{5}$/.test(key))
    .map(({ key }) => german(`politicalGeocoding/districtKey/${key}`))
  const nuts = districts.flatMap((one) => (one.nuts ? [`http://data.europa.eu/nuts/code/${one.nuts}`] : []))
  const level = id(german('politicalGeocoding/Level/administrativeDistrict'))
  return {
    'dct:spatial': [...nuts, ...own].map(id),
    ...(own.length > 0 ? { 'dcatde:politicalGeocodingLevelURI': level } : {}),
  }
}

type Shown = Pick<Record, 'sources'> & { modified: object; languages: object[] }

function distributionOf({ as, address, title }: File, { sources, modified, languages }: Shown) {
  const form = forms[as]!
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    'dct:title': both(title),
    'dct:format': id(authority(`file-type/${form.format}`)),
    'dcat:mediaType': id(media(form.media)),
    ...(form.conformsTo ? { 'dct:conformsTo': { '@id': form.conformsTo, '@type': 'dct:Standard' } } : {}),
    'dct:language': languages,
    'dct:modified': modified,
    'dcatap:availability': id(authority('planned-availability/AVAILABLE')),
    ...licencesOf(sources),
    'dcatde:licenseAttributionByText': both(attribution(sources)),
    'dcat:accessURL': id(address),
    'dcat:downloadURL': id(address),
  }
}

const attribution = (sources: Record['sources']): Words => {
  const said = (language: 'de' | 'en') => sources.map(({ title }) => title[language] ?? title.de).join('; ')
  return { de: said('de'), en: said('en') }
}

/**
 * One licence of the list of DCAT-AP.de (Lizenzen, 2.0): the sources’ own where all have the same; another open one where
 * they differ; another closed one where a source names none of the list, which then stands in words.
 */
function licencesOf(sources: Record['sources']) {
  const all = [...new Set(sources.map(({ licence }) => licence))]
  const known = all.map((licence) =>
    licence ? licenceOf(licence) : { name: { de: 'nicht genannt', en: 'not stated' } },
  )
  const uris = [...new Set(known.map((one) => ('uri' in one ? one.uri : undefined)))]
  const [only] = uris
  const isOpen = uris.every((uri) => uri !== undefined)
  const licence = only && uris.length === 1 ? only : german(`licenses/${isOpen ? 'other-open' : 'other-closed'}`)
  const words = known.length > 1 || !isOpen ? known.flatMap(({ name }) => both(name)) : []
  return {
    'dct:license': { '@id': licence, '@type': 'dct:LicenseDocument' },
    ...(words.length > 0 ? { 'dct:rights': { '@type': 'dct:RightsStatement', 'rdfs:label': words } } : {}),
  }
}
