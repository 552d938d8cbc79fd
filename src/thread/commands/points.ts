import { readableDocuments } from '../../library/index.ts'
import type { Bilingual } from '../../platform/language.ts'
import { markOf, only } from '../../platform/meanwhile.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import { type NewSource, sourceIdOf } from '../../region/index.ts'
import { said, type Verdict } from '../model.ts'
import { restated } from './events.ts'
import { locked, recorded, type Seen } from './pieces.ts'

export type PointInput = {
  piece: string
  text: Bilingual
  verdict: Verdict
  evidence: Bilingual | null
  /** Where it is read: an address, a document of the library and its page. */
  evidenceLink?: string | null
  evidenceDocumentId?: string | null
  evidencePage?: number | null
  sourceId: string | null
  source?: NewSource | undefined
}

/**
 * Adds a line to a position, at its end. Refuses `evidenceMissing`: a verdict says what shows it; `pageOfNothing`, and
 * `targetUnknown` for a document that is not there.
 */
export async function addPoint(change: Change, { piece, ...input }: PointInput) {
  const row = await position(change, piece)
  const values = await valuesOf(change, input)
  if (isRefusal(values)) return values
  const { last } = await change.write
    .selectFrom('positionPoints')
    .where('pieceId', '=', piece)
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  await change.write
    .insertInto('positionPoints')
    .values({ ...values, pieceId: piece, position: (last ?? 0) + 1 })
    .execute()
  await change.record('point.added', piece, recorded(row, { after: { text: values.text, verdict: values.verdict } }))
  return restated(change, row)
}

/** Changes a line, or says what became of it. Refuses as above, and `changedMeanwhile`. */
export async function changePoint(change: Change, { id, piece, seen, ...input }: PointInput & Seen) {
  const row = await position(change, piece)
  const values = await valuesOf(change, input)
  if (isRefusal(values)) return values
  const before = await change.write
    .selectFrom('positionPoints')
    .where('id', '=', id)
    .where('pieceId', '=', piece)
    .select(said.point)
    .executeTakeFirst()
  if (!before) throw new NotFound()
  if (markOf(before) !== seen) return refuse('changedMeanwhile')
  await change.write.updateTable('positionPoints').set(values).where('id', '=', id).execute()
  await change.record('point.changed', piece, recorded(row, { before: only(before, told), after: only(values, told) }))
  return restated(change, row, { isCorrection: before.verdict === values.verdict })
}

/** What the log says of a changed line. */
const told = ['text', 'verdict', 'evidence'] as const

/** Takes a line out of a position. */
export async function removePoint(change: Change, { id, piece }: { id: string; piece: string }) {
  const row = await position(change, piece)
  const gone = await change.write
    .deleteFrom('positionPoints')
    .where('id', '=', id)
    .where('pieceId', '=', piece)
    .returning(['text', 'verdict'])
    .executeTakeFirst()
  if (!gone) throw new NotFound()
  await change.record('point.removed', piece, recorded(row, { before: gone }))
  return restated(change, row)
}

async function position(change: Change, piece: string) {
  const row = await locked(change, piece)
  if (row.kind !== 'position') throw new NotFound()
  return row
}

async function valuesOf(change: Change, { source, ...input }: Omit<PointInput, 'piece'>) {
  if (input.verdict !== 'open' && !input.evidence) return refuse('evidenceMissing', 'evidenceDe')
  const { evidenceDocumentId: document } = input
  if (input.evidencePage && !document) return refuse('pageOfNothing', 'evidencePage')
  if (document && !(await isReadable(change, document))) return refuse('targetUnknown', 'evidenceDocumentId')
  const sourceId = await sourceIdOf(change, { sourceId: input.sourceId, source })
  return isRefusal(sourceId) ? sourceId : { ...input, ...sourceId }
}

const isReadable = async (change: Change, id: string) =>
  (await readableDocuments(change)
    .where('documents.id', '=', id)
    .where('documents.state', '=', 'published')
    .select('documents.id')
    .executeTakeFirst()) !== undefined
