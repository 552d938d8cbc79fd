import { strangerOf } from '../../platform/api.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { installation } from '../../region/index.ts'
import {
  districtAt,
  districtLevelAt,
  fileTypeAt,
  germanLicenceAt,
  isPublicAt,
  languageAt,
  themeAt,
  themesAt,
  typedDate,
} from '../model/dcat.ts'
import { isLicence, licences, readName } from '../model/document.ts'
import { paths } from '../paths.ts'
import { type Document, documentAt } from '../queries/documents.ts'
import { dataSets, dataSetsPerPage } from '../queries/records.ts'
import { text } from '../text.ts'
import { fileOf } from './told.ts'

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}
const german = (value: string) => ({ '@value': value, '@language': 'de' })
const at = (address: string) => ({ '@id': address })
type Publisher = { '@type': string; 'foaf:name': unknown; 'foaf:mbox'?: unknown }

/**
 * A page of the data sets after DCAT-AP.de 3, as JSON-LD, and where the others are (Hydra, as catalogues harvest it). By
 * the shapes of GovData (3.0, tried by hand on 2026-11-27) nothing is missing or of a wrong kind; whether each word is of
 * its vocabulary they tell only where the vocabularies are loaded.
 */
export async function catalogue(visit: Visit, page: number) {
  const stranger = strangerOf(visit)
  const [{ name, contactEmail }, { total, slugs }] = await Promise.all([installation(visit), dataSets(visit, page)])
  const sets = await Promise.all(slugs.map((slug) => documentAt(stranger, slug)))
  const { publicUrl } = visit.house
  const ownName = inLanguage('de', name)
  const publisher = agent(ownName, contactEmail)
  return {
    '@context': context,
    '@graph': [
      {
        '@id': publicUrl + paths.catalogue.de,
        '@type': 'dcat:Catalog',
        'dct:title': german(`${text.de.library}: ${ownName}`),
        'dct:description': german(text.de.lead),
        'dct:publisher': publisher,
        'dct:language': at(languageAt('de')),
        'dcat:themeTaxonomy': at(themesAt),
        'foaf:homepage': at(publicUrl + paths.library.de),
        'dcat:dataset': sets.map((document) => dataSet(visit, document, { publisher, contactEmail })),
      },
      paging(publicUrl, page, total),
    ],
  }
}

const agent = (name: string, email: string | null = null): Publisher => ({
  '@type': 'foaf:Organization',
  'foaf:name': name,
  ...(email ? { 'foaf:mbox': at(`mailto:${email}`) } : {}),
})

function paging(publicUrl: string, page: number, total: number) {
  const last = Math.max(1, Math.ceil(total / dataSetsPerPage))
  const pageAt = (no: number) => at(publicUrl + paths.catalogue.at('de', {}, { seite: no > 1 ? String(no) : '' }))
  const whole = (value: number) => ({ '@value': String(value), '@type': 'xsd:integer' })
  return {
    ...{ '@id': `${pageAt(page)['@id']}#seiten`, '@type': 'hydra:PagedCollection' },
    'hydra:totalItems': whole(total),
    'hydra:itemsPerPage': whole(dataSetsPerPage),
    'hydra:firstPage': pageAt(1),
    ...(page > 1 ? { 'hydra:previousPage': pageAt(page - 1) } : {}),
    ...(page < last ? { 'hydra:nextPage': pageAt(page + 1) } : {}),
    'hydra:lastPage': pageAt(last),
  }
}

type Own = { publisher: Publisher; contactEmail: string | null }

function dataSet(visit: Visit, document: Document, { publisher: own, contactEmail }: Own) {
  const { id, slug, title, language, abstract, subjects, authors, publisher, dated, changedAt, districts } = document
  const { publicUrl } = visit.house
  const themes = new Set(subjects.flatMap((subject) => themeAt(subject.id) ?? []))
  return {
    '@id': publicUrl + paths.document.at('de', { document: id }),
    '@type': 'dcat:Dataset',
    'dct:title': { '@value': title, '@language': language },
    'dct:description': abstract ? german(abstract.de) : { '@value': title, '@language': language },
    'dct:identifier': id,
    'dcat:landingPage': at(publicUrl + paths.document.at('de', { document: slug })),
    'dct:language': at(languageAt(language)),
    'dct:accessRights': at(isPublicAt),
    'dcat:theme': [...themes].map(at),
    'dcat:keyword': subjects.map(({ name }) => german(name.de)),
    'dct:creator': authors.map((author) => ({ '@type': 'foaf:Agent', 'foaf:name': readName(author) })),
    'dct:publisher': publisher ? agent(publisher) : own,
    ...(contactEmail ? { 'dcat:contactPoint': contact(own, contactEmail) } : {}),
    ...(dated ? { 'dct:issued': typedDate(dated) } : {}),
    'dct:modified': { '@value': changedAt.toISOString(), '@type': 'xsd:dateTime' },
    'dct:spatial': districts.map(({ key }) => at(districtAt(key))),
    ...(districts.length > 0 ? { 'dcatde:politicalGeocodingLevelURI': at(districtLevelAt) } : {}),
    'dcat:distribution': distribution(visit, document),
  }
}

const contact = (own: Publisher, email: string) => ({
  '@type': 'vcard:Organization',
  'vcard:fn': own['foaf:name'],
  'vcard:hasEmail': at(`mailto:${email}`),
})

/** The file, or where the data are elsewhere. */
function distribution(visit: Visit, { slug, current, link, licence, authors, publisher }: Document) {
  if (!current && !link) return []
  const ours = isLicence(licence) ? (germanLicenceAt(licence) ?? licences[licence]) : undefined
  const names = publisher || authors.map(readName).join('; ')
  const rights = {
    ...(ours ? { 'dct:license': at(ours) } : {}),
    ...(/-BY/.test(licence) && names ? { 'dcatde:licenseAttributionByText': german(names) } : {}),
  }
  if (!current) return [{ '@type': 'dcat:Distribution', 'dcat:accessURL': at(link!), ...rights }]
  const { address, mediaType, bytes, sha256 } = fileOf(visit, slug, current)
  const format = fileTypeAt(mediaType)
  const checksum = {
    '@type': 'spdx:Checksum',
    'spdx:algorithm': at('spdx:checksumAlgorithm_sha256'),
    'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
  }
  return [
    {
      ...{ '@id': address, '@type': 'dcat:Distribution', ...rights },
      ...{ 'dcat:accessURL': at(address), 'dcat:downloadURL': at(address) },
      'dcat:mediaType': at(`http://www.iana.org/assignments/media-types/${mediaType}`),
      ...(format ? { 'dct:format': at(format) } : {}),
      'dcat:byteSize': { '@value': String(bytes), '@type': 'xsd:nonNegativeInteger' },
      'spdx:checksum': checksum,
    },
  ]
}
