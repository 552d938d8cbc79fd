import type { Bilingual } from '../../../platform/language.ts'
import { markOf } from '../../../platform/meanwhile.ts'
import { type Change, NotFound, refuse } from '../../../platform/visit.ts'
import { said } from '../../model/projects.ts'
import type { Seen } from '../pieces.ts'
import { boundOf, lockProject, moved, mustKeepPart, type PartOf } from './parts.ts'

export type MilestoneInput = PartOf & {
  title: Bilingual
  text: Bilingual | null
  plannedFor: string | null
  happenedOn: string | null
}

const isFull = boundOf('pieceEvents', 50)

/**
 * Adds a milestone. It changes nothing of the project's state: how the whole stands, the office enters. Refuses
 * `tooManyOfThese`.
 */
export async function addMilestone(change: Change, { piece, ...input }: MilestoneInput) {
  await lockProject(change, piece)
  await mustKeepPart(change, piece, { to: input.organisationId })
  if (await isFull(change, { piece, ...input })) return refuse('tooManyOfThese', 'titleDe')
  const row = { ...input, pieceId: piece, kind: 'note', enteredAt: change.now } as const
  const added = await change.write.insertInto('pieceEvents').values(row).returning('id').executeTakeFirstOrThrow()
  await moved(change, piece)
  await change.record('milestone.added', piece, { after: input })
  return added
}

/** Changes it; when it was planned for first stays beside the new date. Refuses `changedMeanwhile`. */
export async function changeMilestone(change: Change, { id, piece, seen, ...input }: MilestoneInput & Seen) {
  await lockProject(change, piece)
  const before = await milestoneIn(change, { piece, id })
  await mustKeepPart(change, piece, { from: before.organisationId, to: input.organisationId })
  if (markOf(before) !== seen) return refuse('changedMeanwhile')
  if (await isFull(change, { piece, ...input }, before)) return refuse('tooManyOfThese', 'organisationId')
  await change.write.updateTable('pieceEvents').set(input).where('id', '=', id).execute()
  await moved(change, piece)
  await change.record('milestone.changed', piece, { before, after: input })
  return { id }
}

/** Takes it out; the log keeps what it was. */
export async function removeMilestone(change: Change, which: { piece: string; id: string }) {
  await lockProject(change, which.piece)
  const before = await milestoneIn(change, which)
  await mustKeepPart(change, which.piece, { from: before.organisationId })
  await change.write.deleteFrom('pieceEvents').where('id', '=', which.id).execute()
  await moved(change, which.piece)
  await change.record('milestone.removed', which.piece, { before })
  return which
}

async function milestoneIn({ write }: Change, { piece, id }: { piece: string; id: string }) {
  const row = await write
    .selectFrom('pieceEvents')
    .where('id', '=', id)
    .where('pieceId', '=', piece)
    .where('kind', '=', 'note')
    .select(said.milestone)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}
