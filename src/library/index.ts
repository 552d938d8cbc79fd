import { inLanguage, type Language, langOf } from '../platform/language.ts'
import { room } from '../platform/room.ts'
import type { Visit } from '../platform/visit.ts'
import { takeHandover } from './commands/handover.ts'
import { found, suggest } from './found.ts'
import { drawDocument, endEmbargoes, readDocument, recogniseDocument, relearnWords } from './jobs.ts'
import type { Licence, Type } from './model/document.ts'
import { api } from './model/open-api.ts'
import { foreign, kindText } from './pages/words.tsx'
import { paths } from './paths.ts'
import { mayKeep } from './permissions.ts'
import { allCollections } from './queries/collections.ts'
import { cardsOf, latest, latestFiles, namesOf } from './queries/documents.ts'
import { openMatters } from './queries/office.ts'
import { results } from './queries/results.ts'
import { related } from './related.ts'
import { machineRoutes } from './routes/machines.ts'
import { oaiRoutes } from './routes/oai.ts'
import { officeRoutes } from './routes/office.tsx'
import { publicRoutes } from './routes/public.tsx'
import { text } from './text.ts'

export { addCollection, type CollectionInput } from './commands/collections.ts'
export { addDocument, publishDocument } from './commands/documents.ts'
export { addDocumentWithFile, addVersion, unknown as unknownDocument } from './commands/versions.ts'
export type { Licence, Type } from './model/document.ts'
export {
  accesses,
  authorsFrom,
  type DocumentInput,
  doiFrom,
  isDoi,
  isLicence,
  isUrn,
  types,
  type WrittenIn,
} from './model/document.ts'
export { nameInWords } from './model/reading.ts'
/** Documents of these ids that the viewer may read, each as a line that leads to it. */
export const documentLines = async (visit: Visit, ids: readonly string[]) =>
  (await cardsOf(visit, ids)).map((card) => ({
    title: card.title,
    href: paths.document.at(visit.language, { document: card.slug }),
    kind: kindText(visit.language, card),
  }))
/** A kind of document and a licence in words. */
export const documentKind = (language: Language, type: Type) => text[language].types[type]
export const documentLicence = (language: Language, of: Licence) => text[language].licences[of]
export { paths as libraryPaths } from './paths.ts'
export {
  documents as allDocuments,
  mayKeep as mayKeepDocuments,
  mustKeep as mustKeepDocuments,
  readable as readableDocuments,
} from './permissions.ts'
export { allSubjects } from './queries/documents.ts'
export { knownDocument } from './queries/known.ts'
export { newSince } from './queries/new-since.ts'
export { TooLarge } from './reader/limits.ts'
export { readTable } from './reader/run.ts'
export { type Walk, walkXml } from './reader/xml.ts'
export { ownQuery, searchFrom } from './routes/asked.ts'

/** The newest documents of congresses, as a list shows them, each leading to its record. */
export async function latestResults(visit: Visit, atMost: number) {
  const { language } = visit
  return (await results(visit, atMost)).map((card) => ({
    id: card.id,
    editionId: card.editionId,
    title: card.title,
    lang: foreign(language, card),
    href: paths.document.at(language, { document: card.slug }),
    kind: kindText(language, card),
    text: card.abstract && inLanguage(language, card.abstract),
    textLang: card.abstract && langOf(language, card.abstract),
  }))
}

const mostInSitemap = 10_000

export const library = room({
  name: 'library',
  routes(web, rooms) {
    publicRoutes(web, rooms)
    officeRoutes(web, rooms)
    oaiRoutes(web)
    machineRoutes(web, rooms)
  },
  api: api(),
  clock: [
    { at: '0 * * * *', job: 'endEmbargoes' },
    { at: '47 3 * * *', job: 'relearnWords' },
  ],
  jobs: { drawDocument, endEmbargoes, readDocument, recogniseDocument, relearnWords },
  found,
  suggest,
  async sitemap(visit) {
    const [documents, files, put] = await Promise.all([
      latest(visit, mostInSitemap),
      latestFiles(visit, mostInSitemap),
      allCollections(visit),
    ])
    return [
      paths.library.inBoth(),
      paths.collections.inBoth(),
      ...put.map(({ slug }) => paths.collection.inBoth({ collection: slug })),
      paths.barriers.inBoth(),
      ...documents.map(({ slug }) => paths.document.inBoth({ document: slug })),
      ...files.map(({ slug, version, name }) => paths.file.inBoth({ document: slug, version: String(version), name })),
    ]
  },
  named: async (visit, ids) =>
    (await namesOf(visit, ids)).map(({ id, slug, title }) => ({
      id,
      text: title,
      href: (mayKeep(visit) ? paths.edit : paths.document).at(visit.language, { document: slug }),
    })),
  related,
  recorded(language) {
    const { deeds, recorded: fields, office, types } = text[language]
    return { deeds, fields, values: { reading: office.readings, type: types } }
  },
  handedOver: takeHandover,
  async attention(visit) {
    const { drafts, unread } = await openMatters(visit)
    const t = text[visit.language].office.attention
    const href = paths.office.at(visit.language)
    return [
      ...(drafts ? [{ text: t.drafts(drafts), href }] : []),
      ...(unread ? [{ text: t.unread(unread), href }] : []),
    ]
  },
  menu: (visit) =>
    mayKeep(visit) ? [{ href: paths.office.at(visit.language), label: text[visit.language].office.menu }] : [],
})
