import { allEditions } from '../../congress/index.ts'
import { atomType } from '../../platform/atom.ts'
import { fileAnswer, readBeside } from '../../platform/files.ts'
import { startWith } from '../../platform/forms.ts'
import { documentedIn, type Room, relatedTo } from '../../platform/room.ts'
import { type House, NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation, regions } from '../../region/index.ts'
import { questionFrom } from '../../search/index.ts'
import { bibtexOf } from '../model/citation/bibtex.ts'
import { type CitationFormat, type Cited, citationFormats, citationTypes } from '../model/citation/cited.ts'
import { cslOf } from '../model/citation/csl.ts'
import { risOf } from '../model/citation/ris.ts'
import { firstOf, pagesTogether } from '../model/document.ts'
import { coverName, type Line, linesName, pictureName } from '../model/reading.ts'
import { BarriersPage } from '../pages/barriers.tsx'
import { DocumentPage, WithdrawnPage } from '../pages/document.tsx'
import { LibraryPage } from '../pages/library.tsx'
import { type Leaf, PagesPage } from '../pages/pages.tsx'
import { TextPage } from '../pages/text.tsx'
import { paths } from '../paths.ts'
import { mayKeep } from '../permissions.ts'
import { akin, collectionsWith } from '../queries/akin.ts'
import { barriers } from '../queries/barriers.ts'
import { coversOf } from '../queries/covers.ts'
import { allSubjects, type Document, documentAt, textOf, type Version } from '../queries/documents.ts'
import { hitsPerPage, search } from '../queries/search.ts'
import { within } from '../queries/within.ts'
import { mostPages, ownQuery, searchFrom, wholeOf } from './asked.ts'
import { collectionRoutes } from './collections.tsx'
import { feedOf } from './feed.ts'
import { backLinks, pageLinks, signpostingRoutes } from './signposting.ts'

/** The library, its documents and their text. */
export function publicRoutes(web: Web, rooms: readonly Room[]) {
  web.get(
    paths.library,
    async (visit, { query }) => {
      const asked = searchFrom(query)
      // A question is asked once; kept, its answer would only push out pages that many read.
      if (query.q) visit.uncached()
      const [found, names] = await Promise.all([search(visit, asked), namesOfFilters(visit)])
      const covers = await coversOf(visit, found.hits)
      const pages = Math.min(mostPages, Math.ceil(found.total / hitsPerPage))
      const own = ownQuery(query)
      const isNarrowed = Object.keys(own).some((name) => name !== 'q')
      const form = startWith(own)
      return {
        page: <LibraryPage {...{ form, found, names, pages, isNarrowed, covers }} page={asked.page} query={own} />,
      }
    },
    'searches',
  )

  web.get(
    paths.feed,
    async (visit, { query }) => {
      const stranger: Visit = { ...visit, viewer: { kind: 'nobody' } }
      const { hits } = await search(stranger, { ...searchFrom(query), sort: 'date', page: 1 })
      const { name } = await installation(visit)
      return {
        text: feedOf(visit, { name, hits, query: ownQuery(query) }),
        type: atomType,
      }
    },
    'searches',
  )

  web.get(paths.barriers, async (visit) => ({ page: <BarriersPage documents={await barriers(visit)} /> }))

  collectionRoutes(web)
  documentRoutes(web, rooms)
  pictureRoutes(web)
  partRoutes(web)
  signpostingRoutes(web)
}

function documentRoutes(web: Web, rooms: readonly Room[]) {
  web.get(paths.document, async (visit, { params }) => {
    const [document, { zone }] = await Promise.all([documentAt(visit, params.document), installation(visit)])
    const { slug, state } = document
    if (slug !== params.document) return { seeOther: paths.document.at(visit.language, { document: slug }) }
    if (state === 'withdrawn') return { status: 410, page: <WithdrawnPage document={document} zone={zone} /> }
    const [related, near, put, projects] = await Promise.all([
      relatedTo(visit, rooms, placesOf(document)),
      akin(visit, document),
      collectionsWith(visit, document.id),
      documentedIn(visit, rooms, document.id),
    ])
    const shown = { document, related, zone, near, put, projects }
    return { page: <DocumentPage {...shown} mayEdit={mayKeep(visit)} />, ...pageLinks(visit, document) }
  })

  web.get(
    paths.text,
    async (visit, { params, query }) => {
      const document = await readableAt(visit, params.document)
      const version = versionOf(document, query.fassung ?? String(document.currentVersion))
      const first = firstOf(wholeOf(query.ab, version.pageCount ?? 1))
      const texts = await textOf(visit, document.id, {
        version: version.version,
        first,
        last: first + pagesTogether - 1,
      })
      const q = query.q?.trim() ?? ''
      if (q) visit.uncached()
      const isCurrent = version.version === document.currentVersion
      const found = q && isCurrent ? await within(visit, document.id, questionFrom(q)) : undefined
      const form = startWith({ q })
      return { page: <TextPage {...{ document, version, texts, first, form, found }} /> }
    },
    'searches',
  )
}

/** The document, and what it belongs to: of them is told what became of it. */
const placesOf = ({ id, editionId, sessionId }: Document) => [id, editionId, sessionId].filter((one) => one !== null)

/** Pages as pictures with their text behind, and the pictures themselves. */
function pictureRoutes(web: Web) {
  web.get(paths.pages, async (visit, { params, query }) => {
    const document = await readableAt(visit, params.document)
    const version = versionOf(document, query.fassung ?? String(document.currentVersion))
    const count = version.pictureHeights.length
    if (count === 0) throw new NotFound()
    const first = firstOf(wholeOf(query.ab, count))
    const leaves = await leavesOf(visit.house, version, first)
    return { page: <PagesPage {...{ document, version, leaves, first }} /> }
  })

  web.get(paths.picture, async (visit, { params }) => {
    const version = versionOf(await readableAt(visit, params.document), params.version)
    const page = /^([1-9]\d{0,3})\.webp$/.exec(params.name)?.[1]
    const name = params.name === coverName ? coverName : page ? pictureName(Number(page)) : undefined
    const bytes =
      name && version.pictureHeights.length > 0 && (await readBeside(visit.house, version.file.sha256, name))
    if (!bytes) throw new NotFound()
    return { bytes, type: 'image/webp' }
  })
}

/** Pictures of pages with the runs of text on them. */
function leavesOf(house: House, { pictureHeights, file }: Version, first: number): Promise<Leaf[]> {
  const shown = pictureHeights.slice(first - 1, first - 1 + pagesTogether)
  return Promise.all(
    shown.map(async (height, index) => {
      const page = first + index
      const lines = await readBeside(house, file.sha256, linesName(page))
      return { page, height, lines: lines ? (JSON.parse(lines.toString()) as Line[]) : [] }
    }),
  )
}

function partRoutes(web: Web) {
  web.get(paths.file, async (visit, { params }) => {
    const document = await readableAt(visit, params.document)
    const { file } = versionOf(document, params.version)
    const answer = await fileAnswer(visit.house, { ...file, width: null }, { width: undefined, isPublic: false })
    return { ...answer, ...backLinks(visit, document, 'collection') }
  })

  web.get(paths.citation, async (visit, { params }) => {
    const document = await readableAt(visit, params.document)
    const format = citationFormats.find((one) => one === params.format)
    if (!format) throw new NotFound()
    const { slug } = document
    const text = citations[format](
      document,
      visit.house.publicUrl + paths.document.at(visit.language, { document: slug }),
    )
    return { text, type: citationTypes[format], name: `${slug}.${format}`, ...backLinks(visit, document, 'describes') }
  })
}

const citations: Readonly<Record<CitationFormat, (document: Cited, url: string) => string>> = {
  bib: bibtexOf,
  ris: risOf,
  json: (document, url) => `${JSON.stringify([cslOf(document, url)], null, 2)}\n`,
}

/** A document whose content is there: of a withdrawn one only its trace is. */
async function readableAt(visit: Visit, address: string): Promise<Document> {
  const document = await documentAt(visit, address)
  if (document.state === 'withdrawn') throw new NotFound()
  return document
}

function versionOf({ versions }: Document, no: string) {
  const version = versions.find((one) => String(one.version) === no)
  if (!version) throw new NotFound()
  return version
}

async function namesOfFilters(visit: Visit) {
  const [subject, region, all] = await Promise.all([allSubjects(visit), regions(visit), allEditions(visit)])
  return { subject, region, edition: all.toReversed().map(({ id, title }) => ({ id, name: title })) }
}
