import { sql } from 'kysely'
import { mediaTypes } from '../../platform/file-content.ts'
import type { Change } from '../../platform/visit.ts'
import { isRefusal } from '../../platform/visit.ts'
import { proposalFrom } from '../model/proposal.ts'
import {
  isScan,
  languageOf,
  mostRecognised,
  nameInWords,
  proposedTitle,
  type Reading,
  type SaidOfItself,
  tidy,
} from '../model/reading.ts'
import { freeSlug } from './documents.ts'

type Read = {
  document: string
  version: number
  fileName: string
  mediaType: string
  reading: Reading
  /** Whether the text of a scan can be recognised here. */
  canRecognise?: boolean
}
/** Pictures of pages are drawn when all files that wait have been read: first a document is found, then seen. */
export const afterReading = 10
/** Recognition takes the machine for seconds a page: one page after the other, whatever waits. */
export const recognising = 'recognising'

/**
 * Keeps what was read in a version's file: its pages, or why there are none; proposes title and language for a draft
 * that has none yet. Changes nothing where another run has been faster.
 */
export async function keepReading(
  change: Change,
  { document, version, fileName, mediaType, reading, canRecognise = false }: Read,
) {
  const { write } = change
  const pages = reading.state === 'read' ? reading.pages.map(tidy) : []
  const state = stateOf(reading, pages)
  const isDrawn = state === 'picture' || (mediaType === mediaTypes.pdf && pages.length > 0)
  const isRecognised = state === 'scan' && canRecognise && pages.length <= mostRecognised
  const mine = await write
    .updateTable('documentVersions')
    .set({
      reading: state,
      unit: reading.state === 'read' ? reading.unit : 'page',
      pageCount: reading.state === 'read' ? pages.length : null,
      outline: JSON.stringify(reading.state === 'read' ? reading.outline : []),
      accessibility: reading.state === 'read' && reading.accessibility ? JSON.stringify(reading.accessibility) : null,
      drawing: isDrawn ? 'waiting' : 'none',
      recognition: isRecognised ? 'waiting' : 'none',
      pictureHeights: '[]',
    })
    .where('documentId', '=', document)
    .where('version', '=', version)
    .where('reading', '=', 'waiting')
    .returning('version')
    .executeTakeFirst()
  if (!mine) return
  await write.deleteFrom('documentPages').where('documentId', '=', document).where('version', '=', version).execute()
  if (state === 'read') await keepPages(change, document, version, pages)
  if (reading.state === 'read') {
    const { title, said } = reading
    await propose(change, document, { fileName, mediaType, title, pages, said })
  }
  if (state === 'picture') await propose(change, document, { fileName, mediaType, title: '', pages })
  if (isDrawn) await change.queue('drawDocument', { document, version }, { priority: afterReading })
  if (isRecognised) await change.queue('recogniseDocument', { document, version }, { queue: recognising })
  await change.record('document.read', document, { after: { version, reading: state } })
}

/** What was read, or that pages are pictures: only of a PDF can that be said. */
const stateOf = (reading: Reading, pages: readonly string[]) =>
  reading.state === 'read' && reading.unit === 'page' && isScan(pages) ? 'scan' : reading.state

/** Keeps the text of a version's pages. */
export async function keepPages(change: Change, documentId: string, version: number, pages: readonly string[]) {
  await sql`insert into document_pages (document_id, version, page, text)
    select ${documentId}, ${version}, page, text from unnest(${pages}::text[]) with ordinality as p (text, page)`.execute(
    change.write,
  )
}

type Found = {
  fileName: string
  mediaType: string
  title: string
  pages: readonly string[]
  said?: SaidOfItself | undefined
}

/** A draft that is still called by its file gets from what was read what nobody has said of it yet. */
export async function propose(change: Change, id: string, read: Found) {
  const { write } = change
  const row = await write
    .selectFrom('documents')
    .where('id', '=', id)
    .select(known)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.state !== 'draft' || row.title !== nameInWords(read.fileName)) return
  // A table begins with the names of its columns.
  const begins = read.mediaType === mediaTypes.csv ? '' : (read.pages[0] ?? '')
  const title = proposedTitle(read.title, begins, read.fileName)
  const found = proposalFrom({ ...read, title })
  const authors = row.isSigned ? [] : found.authors
  const said = {
    title,
    ...(read.pages.length > 0 ? { language: languageOf(read.pages.slice(0, 20).join('\n')) } : {}),
    ...(found.type && row.type === 'study' ? { type: found.type } : {}),
    ...(found.publisher && !row.publisher ? { publisher: found.publisher } : {}),
    ...(found.dated && !row.dated ? { dated: found.dated } : {}),
  }
  const slug = await freeSlug(change, { slug: '', title, dated: said.dated ?? row.dated }, id)
  if (isRefusal(slug)) return
  const keywords = [...authors.map(({ name }) => name), said.publisher, row.keywords].filter(Boolean).join('; ')
  const proposed = [...Object.keys(said), ...(authors.length > 0 ? ['authors'] : [])]
  const set = { ...said, slug, keywords, proposed, revision: row.revision + 1 }
  await write.updateTable('documents').set(set).where('id', '=', id).execute()
  const rows = authors.map((author, position) => ({ ...author, documentId: id, position }))
  if (rows.length > 0) await write.insertInto('documentAuthors').values(rows).execute()
}

const known = [
  ...(['state', 'title', 'revision', 'publisher', 'dated', 'type', 'keywords'] as const),
  sql<boolean>`exists (select from document_authors where document_id = documents.id)`.as('isSigned'),
] as const
