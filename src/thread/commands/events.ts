import type { Bilingual } from '../../platform/language.ts'
import { markOf, only } from '../../platform/meanwhile.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import { type NewSource, sourceIdOf } from '../../region/index.ts'
import { type EventKind, isPossible, outcomeOf, said, stateOf, type Verdict } from '../model.ts'
import { locked, movedNow, recorded, type Seen } from './pieces.ts'

export type EventInput = {
  piece: string
  kind: EventKind
  title: Bilingual
  text: Bilingual | null
  place: string
  plannedFor: string | null
  happenedOn: string | null
  sourceId: string | null
  source?: NewSource | undefined
}

/**
 * Enters what happened with a piece, or is planned to. Refuses `moveNotPossible` for what cannot follow on what happened
 * before: what is over is not begun again.
 */
export async function addEvent(change: Change, { piece, ...input }: EventInput) {
  const row = await locked(change, piece)
  const values = await valuesOf(change, input)
  if (isRefusal(values)) return values
  const { id } = await change.write
    .insertInto('pieceEvents')
    .values({ ...values, pieceId: piece, enteredAt: change.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { title, kind, plannedFor, happenedOn } = values
  await change.record('event.added', piece, recorded(row, { after: { event: kind, title, plannedFor, happenedOn } }))
  return restated(change, row, { about: id })
}

/** Changes what was entered about an event. Refuses as above, and `changedMeanwhile`. */
export async function changeEvent(change: Change, { id, piece, seen, ...input }: EventInput & Seen) {
  const row = await locked(change, piece)
  const values = await valuesOf(change, input)
  if (isRefusal(values)) return values
  const before = await change.write
    .selectFrom('pieceEvents')
    .where('id', '=', id)
    .where('pieceId', '=', piece)
    .select(said.event)
    .executeTakeFirst()
  if (!before) throw new NotFound()
  if (markOf(before) !== seen) return refuse('changedMeanwhile')
  await change.write.updateTable('pieceEvents').set(values).where('id', '=', id).execute()
  const { kind, plannedFor, happenedOn } = values
  await change.record('event.changed', piece, recorded(row, { before: only(before, told), after: only(values, told) }))
  const isCorrection = before.kind === kind && before.plannedFor === plannedFor && before.happenedOn === happenedOn
  return restated(change, row, { about: id, isCorrection })
}

/** What the log says of a changed event. */
const told = ['title', 'kind', 'plannedFor', 'happenedOn'] as const

/** Takes an event back that was entered by mistake; the log keeps it. Refuses while others follow from it. */
export async function removeEvent(change: Change, { id, piece }: { id: string; piece: string }) {
  const row = await locked(change, piece)
  const gone = await change.write
    .deleteFrom('pieceEvents')
    .where('id', '=', id)
    .where('pieceId', '=', piece)
    .returning(['title', 'kind', 'plannedFor', 'happenedOn'])
    .executeTakeFirst()
  if (!gone) throw new NotFound()
  await change.record('event.removed', piece, recorded(row, { before: gone }))
  return restated(change, row, { about: id })
}

type Row = Awaited<ReturnType<typeof locked>>

/** Writes the state and outcome that follow from the events and verdicts. `isCorrection`: only words were changed. */
export async function restated(
  change: Change,
  { id, kind, slug, revision }: Row,
  { about = id, isCorrection = false }: { about?: string; isCorrection?: boolean } = {},
) {
  const [happened, lines] = await Promise.all([
    change.write
      .selectFrom('pieceEvents')
      .where('pieceId', '=', id)
      .select(['kind', 'plannedFor', 'happenedOn'])
      .orderBy('enteredAt')
      .orderBy('id')
      .execute(),
    change.write.selectFrom('positionPoints').where('pieceId', '=', id).select('verdict').execute(),
  ])
  if (!isPossible(kind, happened)) return refuse('moveNotPossible', 'kind')
  const state = stateOf(kind, happened)
  const verdicts = lines.map(({ verdict }): Verdict => verdict)
  const outcome = outcomeOf({ kind, state, verdicts })
  await change.write
    .updateTable('pieces')
    .set({ state, outcome, ...(isCorrection ? { changedAt: change.now } : movedNow(change)), revision: revision + 1 })
    .where('id', '=', id)
    .execute()
  return { id: about, slug, state, outcome }
}

async function valuesOf(change: Change, { source, ...input }: Omit<EventInput, 'piece'>) {
  const sourceId = await sourceIdOf(change, { sourceId: input.sourceId, source })
  return isRefusal(sourceId) ? sourceId : { ...input, ...sourceId }
}
