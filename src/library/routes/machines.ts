import { jsonAnswer as json, strangerOf } from '../../platform/api.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Room } from '../../platform/room.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { openApi } from '../model/open-api.ts'
import { paths } from '../paths.ts'
import { collectionsWithDocuments } from '../queries/collections.ts'
import { type Document, documentAt } from '../queries/documents.ts'
import { type Hit, hitsPerPage, search } from '../queries/search.ts'
import { mostPages, searchFrom } from './asked.ts'
import { catalogue } from './catalogue.ts'
import { fileOf } from './told.ts'

/** The library for programs: documents as JSON, data sets as DCAT-AP, both for everybody alone; and what all rooms give. */
export function machineRoutes(web: Web, rooms: readonly Room[]) {
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
  web.get(paths.apiCollections, async (visit) => {
    const collections = (await collectionsWithDocuments(strangerOf(visit))).map((one) => ({
      ...one,
      address: visit.house.publicUrl + paths.collection.at('de', { collection: one.slug }),
    }))
    return json({ collections })
  })
  web.get(paths.openApi, async (visit) => {
    const { name } = await installation(visit)
    return json(
      openApi(
        inLanguage('en', name),
        visit.house.publicUrl,
        rooms.flatMap((room) => room.api ?? []),
      ),
    )
  })
  web.get(paths.catalogue, async (visit, { query }) => {
    const page = /^[1-9]\d{0,5}$/.test(query.seite ?? '') ? Number(query.seite) : 1
    return { ...json(await catalogue(visit, page)), type: 'application/ld+json; charset=utf-8' }
  })
}

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
