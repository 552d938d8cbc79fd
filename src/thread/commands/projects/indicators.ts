import type { Bilingual } from '../../../platform/language.ts'
import { markOf } from '../../../platform/meanwhile.ts'
import { type Change, NotFound, refuse } from '../../../platform/visit.ts'
import { said } from '../../model/projects.ts'
import type { Seen } from '../pieces.ts'
import { boundOf, lockProject, moved, mustKeepPart, nextPosition, type PartOf } from './parts.ts'

export type IndicatorInput = PartOf & {
  name: Bilingual
  unit: string
  target: number | null
  targetOn: string | null
}

const isFull = boundOf('projectIndicators', 20)
const valuesAtMost = 500

/** Adds what a project is measured by. Refuses `tooManyOfThese`. */
export async function addIndicator(change: Change, { piece, ...input }: IndicatorInput) {
  await lockProject(change, piece)
  await mustKeepPart(change, piece, { to: input.organisationId })
  if (await isFull(change, { piece, ...input })) return refuse('tooManyOfThese', 'nameDe')
  const added = await change.write
    .insertInto('projectIndicators')
    .values({ ...input, pieceId: piece, position: await nextPosition(change, 'projectIndicators', piece) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await moved(change, piece)
  await change.record('indicator.added', piece, { after: input })
  return added
}

/** Changes it; the target that was set first stays beside the new one. Refuses `changedMeanwhile`. */
export async function changeIndicator(change: Change, { id, piece, seen, ...input }: IndicatorInput & Seen) {
  await lockProject(change, piece)
  const before = await indicatorIn(change, { piece, id })
  await mustKeepPart(change, piece, { from: before.organisationId, to: input.organisationId })
  if (markOf(before) !== seen) return refuse('changedMeanwhile')
  if (await isFull(change, { piece, ...input }, before)) return refuse('tooManyOfThese', 'organisationId')
  await change.write.updateTable('projectIndicators').set(input).where('id', '=', id).execute()
  await moved(change, piece)
  await change.record('indicator.changed', piece, { before, after: input })
  return { id }
}

/** Takes it out with its values; the log keeps what it was. */
export async function removeIndicator(change: Change, which: { piece: string; id: string }) {
  await lockProject(change, which.piece)
  const before = await indicatorIn(change, which)
  await mustKeepPart(change, which.piece, { from: before.organisationId })
  await change.write.deleteFrom('projectIndicators').where('id', '=', which.id).execute()
  await moved(change, which.piece)
  await change.record('indicator.removed', which.piece, { before })
  return which
}

type ValueInput = Seen & { piece: string; measuredOn: string; value: number; note: string }

/**
 * Enters what was measured; a value of the same date is put right, and the log keeps what stood there. Refuses
 * `valueMeanwhile` where such a value was entered after the page with all values was `seen`.
 */
export async function enterValue(change: Change, { piece, id, seen, ...input }: ValueInput) {
  await lockProject(change, piece)
  const { organisationId: from } = await indicatorIn(change, { piece, id })
  await mustKeepPart(change, piece, { from })
  const there = await valuesOf(change, id)
  const before = there.find(({ measuredOn }) => measuredOn === input.measuredOn)
  if (before && markOf(there) !== seen) return refuse('valueMeanwhile', 'value', String(before.value))
  if (!before && there.length >= valuesAtMost) return refuse('tooManyOfThese', 'measuredOn')
  const row = { ...input, enteredAt: change.now }
  await change.write
    .insertInto('projectValues')
    .values({ ...row, indicatorId: id })
    .onConflict((conflict) => conflict.columns(['indicatorId', 'measuredOn']).doUpdateSet(row))
    .execute()
  await moved(change, piece)
  await change.record('value.entered', piece, { ...(before ? { before } : {}), after: input })
  return { id }
}

/** Takes out a value that was entered by mistake. */
export async function removeValue(change: Change, { piece, id, value }: { piece: string; id: string; value: string }) {
  await lockProject(change, piece)
  const { organisationId: from } = await indicatorIn(change, { piece, id })
  await mustKeepPart(change, piece, { from })
  const before = await change.write
    .deleteFrom('projectValues')
    .where('id', '=', value)
    .where('indicatorId', '=', id)
    .returning(['measuredOn', 'value', 'note'])
    .executeTakeFirst()
  if (!before) throw new NotFound()
  await moved(change, piece)
  await change.record('value.removed', piece, { before })
  return { id }
}

async function indicatorIn({ write }: Change, { piece, id }: { piece: string; id: string }) {
  const row = await write
    .selectFrom('projectIndicators')
    .where('id', '=', id)
    .where('pieceId', '=', piece)
    .select(said.indicator)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

const valuesOf = ({ write }: Change, id: string) =>
  write.selectFrom('projectValues').where('indicatorId', '=', id).select(said.value).orderBy('measuredOn').execute()
