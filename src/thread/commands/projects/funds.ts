import { markOf } from '../../../platform/meanwhile.ts'
import { type Change, NotFound, refuse } from '../../../platform/visit.ts'
import { type FundKind, said } from '../../model/projects.ts'
import type { Seen } from '../pieces.ts'
import { boundOf, lockProject, moved, mustKeepPart, nextPosition, type PartOf } from './parts.ts'

export type FundInput = PartOf & {
  kind: FundKind
  programme: string
  amountCents: number | null
  ratePercent: number | null
  isPublic: boolean
}

const isFull = boundOf('projectFunds', 20)

/** Enters what a project costs or who pays for it. Refuses what says nothing (`fundEmpty`) and `tooManyOfThese`. */
export async function addFund(change: Change, { piece, ...input }: FundInput) {
  await lockProject(change, piece)
  await mustKeepPart(change, piece, { to: input.organisationId })
  if (saysNothing(input)) return refuse('fundEmpty', 'programme')
  if (await isFull(change, { piece, ...input })) return refuse('tooManyOfThese', 'programme')
  const row = { ...input, pieceId: piece, position: await nextPosition(change, 'projectFunds', piece) }
  const added = await change.write.insertInto('projectFunds').values(row).returning('id').executeTakeFirstOrThrow()
  await moved(change, piece)
  await change.record('fund.added', piece, { after: input })
  return added
}

/** Changes it. Refuses as above, and `changedMeanwhile`. */
export async function changeFund(change: Change, { id, piece, seen, ...input }: FundInput & Seen) {
  await lockProject(change, piece)
  const before = await fundIn(change, { piece, id })
  await mustKeepPart(change, piece, { from: before.organisationId, to: input.organisationId })
  if (markOf(before) !== seen) return refuse('changedMeanwhile')
  if (await isFull(change, { piece, ...input }, before)) return refuse('tooManyOfThese', 'organisationId')
  if (saysNothing(input)) return refuse('fundEmpty', 'programme')
  await change.write.updateTable('projectFunds').set(input).where('id', '=', id).execute()
  await moved(change, piece)
  await change.record('fund.changed', piece, { before, after: input })
  return { id }
}

/** Takes it out; the log keeps what it was. */
export async function removeFund(change: Change, which: { piece: string; id: string }) {
  await lockProject(change, which.piece)
  const before = await fundIn(change, which)
  await mustKeepPart(change, which.piece, { from: before.organisationId })
  await change.write.deleteFrom('projectFunds').where('id', '=', which.id).execute()
  await moved(change, which.piece)
  await change.record('fund.removed', which.piece, { before })
  return which
}

type Fund = Omit<FundInput, 'piece'>
const saysNothing = ({ amountCents, ratePercent, programme }: Fund) =>
  amountCents === null && ratePercent === null && programme === ''
async function fundIn({ write }: Change, { piece, id }: { piece: string; id: string }) {
  const row = await write
    .selectFrom('projectFunds')
    .where('id', '=', id)
    .where('pieceId', '=', piece)
    .select(said.fund)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}
