import { inLanguage } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { isLicence, licences, readName } from '../model/document.ts'
import { openApi } from '../model/open-api.ts'
import { paths } from '../paths.ts'
import { type Document, documentAt } from '../queries/documents.ts'
import { type Hit, hitsPerPage, search } from '../queries/search.ts'
import { mostPages, searchFrom } from './asked.ts'

/** The library for programs: documents as JSON, data sets as DCAT-AP, both for everybody alone. */
export function machineRoutes(web: Web) {
  web.get(
    paths.api,
    async (visit, { query }) => {
      const stranger = strangerOf(visit)
      const asked = searchFrom(query)
      const { total, hits, facets } = await search(stranger, asked)
      const documents = hits.map((hit) => hitOf(visit, hit))
      return json({
        total,
        page: asked.page,
        pages: Math.min(mostPages, Math.ceil(total / hitsPerPage)),
        documents,
        facets,
      })
    },
    'searches',
  )
  web.get(paths.apiDocument, async (visit, { params }) => {
    const document = await documentAt(strangerOf(visit), params.document)
    if (document.state === 'withdrawn') throw new NotFound()
    return json(documentOf(visit, document))
  })
  web.get(paths.openApi, async (visit) => {
    const { name } = await installation(visit)
    return json(openApi(inLanguage('en', name), visit.house.publicUrl))
  })
  web.get(paths.catalogue, async (visit) => ({
    ...json(await catalogue(visit)),
    type: 'application/ld+json; charset=utf-8',
  }))
}

const strangerOf = (visit: Visit): Visit => ({ ...visit, viewer: { kind: 'nobody' } })
const json = (value: unknown) => ({
  text: `${JSON.stringify(value, null, 2)}\n`,
  type: 'application/json; charset=utf-8',
  isOpen: true,
})
const pageOf = ({ house, language }: Visit, slug: string) =>
  house.publicUrl + paths.document.at(language, { document: slug })

function hitOf(
  visit: Visit,
  { id, slug, type, language, title, subtitle, abstract, publisher, dated, hits, score }: Hit,
) {
  const pages = hits.map(({ page, sentence }) => ({ page, sentence: sentence.map(({ text }) => text).join('') }))
  return { id, type, language, title, subtitle, abstract, publisher, dated, address: pageOf(visit, slug), score, pages }
}

function documentOf(visit: Visit, document: Document) {
  const {
    id,
    slug,
    type,
    language,
    title,
    subtitle,
    translatedTitle,
    abstract,
    publisher,
    dated,
    licence,
    doi,
    urn,
    current,
  } = document
  return {
    ...{ id, type, language, title, subtitle, translatedTitle, abstract, publisher, dated, licence, doi, urn },
    authors: document.authors.map(({ kind, name, identifier }) => ({ kind, name, identifier })),
    subjects: document.subjects,
    regions: document.regions,
    address: pageOf(visit, slug),
    file: current ? fileOf(visit, slug, current) : null,
  }
}

function fileOf({ house }: Visit, slug: string, { version, file }: NonNullable<Document['current']>) {
  const { name, mediaType, bytes, sha256 } = file
  const address = house.publicUrl + paths.file.at('de', { document: slug, version, name })
  return { address, mediaType, bytes, sha256: sha256.toString('hex') }
}

/** Data sets after DCAT-AP 3, which DCAT-AP.de builds on. */
async function catalogue(visit: Visit) {
  const stranger = strangerOf(visit)
  const [{ name }, { hits }] = await Promise.all([
    installation(visit),
    search(stranger, {
      question: { words: [], phrases: [], without: [] },
      filters: { type: 'data_set' },
      sort: 'date',
      page: 1,
    }),
  ])
  const sets = await Promise.all(hits.map(({ slug }) => documentAt(stranger, slug)))
  const { publicUrl } = visit.house
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      spdx: 'http://spdx.org/rdf/terms#',
    },
    '@id': publicUrl + paths.catalogue.de,
    '@type': 'dcat:Catalog',
    'dct:title': { '@value': inLanguage('de', name), '@language': 'de' },
    'dct:description': { '@value': inLanguage('de', name), '@language': 'de' },
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': inLanguage('de', name) },
    'foaf:homepage': { '@id': publicUrl },
    'dcat:dataset': sets.map((document) => dataSet(visit, document)),
  }
}

function dataSet(
  visit: Visit,
  { id, slug, title, language, abstract, subjects, authors, publisher, dated, changedAt, licence, current }: Document,
) {
  const file = current && fileOf(visit, slug, current)
  const licenceAt = isLicence(licence) ? licences[licence] : undefined
  return {
    '@id': visit.house.publicUrl + paths.document.at('de', { document: id }),
    '@type': 'dcat:Dataset',
    'dct:title': { '@value': title, '@language': language },
    'dct:description': { '@value': abstract?.de ?? title, '@language': abstract ? 'de' : language },
    'dct:identifier': id,
    'dcat:landingPage': { '@id': visit.house.publicUrl + paths.document.at('de', { document: slug }) },
    'dcat:keyword': subjects.map(({ name }) => ({ '@value': name.de, '@language': 'de' })),
    'dct:creator': authors.map((author) => ({ '@type': 'foaf:Agent', 'foaf:name': readName(author) })),
    ...(publisher ? { 'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': publisher } } : {}),
    ...(dated ? { 'dct:issued': dated } : {}),
    'dct:modified': { '@value': changedAt.toISOString(), '@type': 'xsd:dateTime' },
    ...(file
      ? {
          'dcat:distribution': {
            '@type': 'dcat:Distribution',
            'dcat:accessURL': { '@id': file.address },
            'dcat:downloadURL': { '@id': file.address },
            'dcat:mediaType': { '@id': `http://www.iana.org/assignments/media-types/${file.mediaType}` },
            'dcat:byteSize': { '@value': String(file.bytes), '@type': 'xsd:nonNegativeInteger' },
            'spdx:checksum': {
              '@type': 'spdx:Checksum',
              'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
              'spdx:checksumValue': file.sha256,
            },
            ...(licenceAt ? { 'dct:license': { '@id': licenceAt } } : {}),
          },
        }
      : {}),
  }
}
