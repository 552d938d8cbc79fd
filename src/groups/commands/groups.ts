import { changedOf } from '../../platform/changed-values.ts'
import type { Bilingual } from '../../platform/language.ts'
import { type Change, NotFound, refuse } from '../../platform/visit.ts'
import { type Joining, nextStates, type Piece, type State } from '../model.ts'
import { innerGroups, keptGroups, ledGroups, workedGroups } from '../permissions.ts'

/** Begins the inner life of a group that an edition lists so far. Only its keepers do. */
export async function openGroup(change: Change, { id }: { id: string }) {
  const group = await locked(change, id)
  if (group.state !== null || !(await isIn(keptGroups(change), id))) throw new NotFound()
  await change.write.updateTable('workingGroups').set({ state: 'forming' }).where('id', '=', id).execute()
  await change.record('group.opened', id, { edition: group.editionId })
  return { id }
}

type GroupInput = { id: string; seen: number; mandate: Bilingual | null; joining: Joining; shown: readonly Piece[] }

/** Sets mandate, way of joining and what everybody may see. Refuses `changedMeanwhile`. */
export async function changeGroup(change: Change, { id, seen, mandate, joining, shown }: GroupInput) {
  const group = await ledGroup(change, id)
  if (group.revision !== seen) return refuse('changedMeanwhile')
  const values = { mandate, joining, shown: [...shown] }
  await change.write
    .updateTable('workingGroups')
    .set({ ...values, revision: group.revision + 1 })
    .where('id', '=', id)
    .execute()
  await change.record('group.changed', id, { edition: group.editionId, ...changedOf(group, values) })
  return { id }
}

/** Moves a group on. Refuses `moveImpossible` where it cannot go there from where it is by now. */
export async function moveGroup(change: Change, { id, to }: { id: string; to: State }) {
  const group = await ledGroup(change, id)
  if (!nextStates(group.state).includes(to)) return refuse('moveImpossible')
  await change.write
    .updateTable('workingGroups')
    .set({ state: to, revision: group.revision + 1 })
    .where('id', '=', id)
    .execute()
  await change.record('group.moved', id, {
    edition: group.editionId,
    before: { state: group.state },
    after: { state: to },
  })
  return { id }
}

/** The group, locked until the change ends; who changes its people waits here. Throws NotFound unless the viewer leads it. */
export const ledGroup = (change: Change, id: string) => lockedFor(change, id, ledGroups(change))
/** The same for all who write in it. */
export const workedGroup = (change: Change, id: string) => lockedFor(change, id, workedGroups(change))
/** The same for all who are inside. */
export const innerGroup = (change: Change, id: string) => lockedFor(change, id, innerGroups(change))

// Locked first, asked then: who has lost the right meanwhile has lost it.
async function lockedFor(change: Change, id: string, scope: Scope) {
  const group = await locked(change, id)
  const { state } = group
  if (state === null || !(await isIn(scope, id))) throw new NotFound()
  return { ...group, state }
}

type Scope = ReturnType<typeof ledGroups>
const isIn = async (scope: Scope, id: string) =>
  (await scope.where('workingGroups.id', '=', id).select('workingGroups.id').executeTakeFirst()) !== undefined

export type Locked = Awaited<ReturnType<typeof locked>>

/** The group's row, locked. Whether the viewer may anything there, the caller asks. */
export async function locked(change: Change, id: string) {
  const group = await lockedIfThere(change, id)
  if (!group) throw new NotFound()
  return group
}

/** The same; undefined where there is none any more. */
export const lockedIfThere = ({ write }: Change, id: string) =>
  write
    .selectFrom('workingGroups')
    .where('id', '=', id)
    .select(['id', 'editionId', 'name', 'state', 'mandate', 'joining', 'shown', 'revision'])
    .forUpdate()
    .executeTakeFirst()
