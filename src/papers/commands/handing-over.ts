import { ledGroup } from '../../groups/index.ts'
import type { HandedResult, Room, Taken } from '../../platform/room.ts'
import { type Change, personOf, refuse } from '../../platform/visit.ts'
import { nextStates } from '../model.ts'
import { lockedRow, recordMove, touch, type Which } from './papers.ts'

type Input = Which & { abstract: string; results: readonly HandedResult[]; rooms: readonly Pick<Room, 'handedOver'>[] }

/**
 * Hands an adopted paper over to the congress, once: every room that takes something of it in does so as a draft, in
 * this change or not at all. Refuses `moveImpossible` where the paper stands elsewhere by now.
 */
export async function handOver(change: Change, { abstract, results, rooms, ...which }: Input) {
  const group = await ledGroup(change, which.groupId)
  const { state, title } = await lockedRow(change, which)
  if (!nextStates(state).includes('handed_over')) return refuse('moveImpossible')
  const { pdf, isExample } = await change.write
    .selectFrom('papers')
    .innerJoin('workingGroups', 'workingGroups.id', 'papers.groupId')
    .innerJoin('editions', 'editions.id', 'workingGroups.editionId')
    .where('papers.id', '=', which.paperId)
    .select(['papers.pdf', 'editions.isExample'])
    .executeTakeFirstOrThrow()
  if (!pdf) throw new Error('an adopted paper without its document')
  await touch(change, which.paperId, { state: 'handed_over', handedOverAt: change.now, handedOverBy: personOf(change) })
  const { groupId } = which
  const handover = { editionId: group.editionId, groupId, title, abstract, pdf, isExample, results }
  // The lead may hand over; what the other rooms make of it is the house's doing.
  const asHouse: Change = { ...change, viewer: { kind: 'system' } }
  let taken: Taken = {}
  for (const { handedOver } of rooms) taken = (await handedOver?.(asHouse, handover, taken)) ?? taken
  await recordMove(change, { id: which.paperId, edition: group.editionId, from: state, to: 'handed_over' })
  return { id: which.paperId }
}
