import type { Bilingual } from '../../../platform/language.ts'
import { type Change, NotFound, refuse } from '../../../platform/visit.ts'
import { lockProject, moved, mustKeepPart, type PartOf } from './parts.ts'

export type MilestoneInput = PartOf & {
  title: Bilingual
  text: Bilingual | null
  plannedFor: string | null
  happenedOn: string | null
}

const atMost = 200

/**
 * Adds a milestone. It changes nothing of the project's state: how the whole stands, the office enters. Refuses
 * `tooManyOfThese`.
 */
export async function addMilestone(change: Change, { piece, ...input }: MilestoneInput) {
  await lockProject(change, piece)
  await mustKeepPart(change, piece, { to: input.organisationId })
  const { count } = await change.write
    .selectFrom('pieceEvents')
    .where('pieceId', '=', piece)
    .where('kind', '=', 'note')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count >= atMost) return refuse('tooManyOfThese', 'titleDe')
  const row = { ...input, pieceId: piece, kind: 'note', enteredAt: change.now } as const
  const added = await change.write.insertInto('pieceEvents').values(row).returning('id').executeTakeFirstOrThrow()
  await moved(change, piece)
  await change.record('milestone.added', piece, { after: input })
  return added
}

/** Changes it; when it was planned for first stays beside the new date. */
export async function changeMilestone(change: Change, { id, piece, ...input }: MilestoneInput & { id: string }) {
  await lockProject(change, piece)
  const before = await milestoneIn(change, { piece, id })
  await mustKeepPart(change, piece, { from: before.organisationId, to: input.organisationId })
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
    .select(['organisationId', 'title', 'text', 'plannedFor', 'happenedOn'])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}
