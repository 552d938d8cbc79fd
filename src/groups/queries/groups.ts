import { isId } from '../../platform/id.ts'
import type { Bilingual } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { type Joining, type Part, type Piece, type Standing, type State, shows } from '../model.ts'
import { groups, innerGroups, isKeeper, keptGroups, ownMemberships } from '../permissions.ts'

export type Group = {
  id: string
  name: Bilingual
  text: Bilingual | null
  leads: string | null
  state: State | null
  /** Null where the viewer may not see it. */
  mandate: Bilingual | null
  joining: Joining
  shown: readonly Piece[]
  revision: number
  edition: { id: string; slug: string; title: Bilingual; isExample: boolean; regionNo: number | null }
  standing: Standing
  /** The viewer's own row among the members. */
  ownMemberId: string | undefined
  isKept: boolean
}

const columns = [
  'workingGroups.id',
  'workingGroups.name',
  'workingGroups.text',
  'workingGroups.leads',
  'workingGroups.state',
  'workingGroups.mandate',
  'workingGroups.joining',
  'workingGroups.shown',
  'workingGroups.revision',
  'editions.id as editionId',
  'editions.slug',
  'editions.title',
  'editions.isExample',
  'regions.no as regionNo',
] as const

const withEdition = (visit: Visit) =>
  groups(visit)
    .innerJoin('editions', 'editions.id', 'workingGroups.editionId')
    .leftJoin('regions', 'regions.id', 'editions.regionId')
    .select(columns)

type Row = Awaited<ReturnType<ReturnType<typeof withEdition>['executeTakeFirstOrThrow']>>
type Own = { id: string; groupId: string; part: Part }

const ownOf = (visit: Visit): Promise<Own[]> =>
  visit.viewer.kind === 'person'
    ? ownMemberships(visit).select(['groupMembers.id', 'groupMembers.groupId', 'groupMembers.part']).execute()
    : Promise.resolve([])

/** Everything about a group's row that this viewer may know. */
function seenGroup(visit: Visit, row: Row, own: readonly Own[]): Group {
  const { editionId, slug, title, isExample, regionNo, ...group } = row
  const membership = own.find(({ groupId }) => groupId === row.id)
  const isKept = isKeeper(visit, editionId)
  const standing: Standing = row.state === null ? 'outside' : isKept ? 'lead' : membership ? membership.part : 'outside'
  const shown = row.shown as Piece[]
  return {
    ...group,
    shown,
    mandate: shows({ standing, shown }, 'mandate') ? row.mandate : null,
    edition: { id: editionId, slug, title, isExample, regionNo },
    standing,
    ownMemberId: membership?.id,
    isKept,
  }
}

/** The group with this id. Throws NotFound where there is none that the viewer may know of. */
export async function groupAt(visit: Visit, id: string): Promise<Group> {
  if (!isId(id)) throw new NotFound()
  const [row, own] = await Promise.all([
    withEdition(visit).where('workingGroups.id', '=', id).executeTakeFirst(),
    ownOf(visit),
  ])
  if (!row) throw new NotFound()
  return seenGroup(visit, row, own)
}

/** The same for who is inside. */
export async function innerGroupAt(visit: Visit, id: string): Promise<Group> {
  const group = await groupAt(visit, id)
  if (group.standing === 'outside') throw new NotFound()
  return group
}

/** The same for who leads it. */
export async function ledGroupAt(visit: Visit, id: string): Promise<Group> {
  const group = await groupAt(visit, id)
  if (group.standing !== 'lead') throw new NotFound()
  return group
}

/** The same for who keeps it, whether it is open or not. */
export async function keptGroupAt(visit: Visit, id: string): Promise<Group> {
  const group = await groupAt(visit, id)
  if (!group.isKept) throw new NotFound()
  return group
}

/** The groups of all editions the viewer may see, the latest edition first. */
export async function allGroups(visit: Visit): Promise<Group[]> {
  const [rows, own] = await Promise.all([
    withEdition(visit)
      .orderBy('editions.sortOn', 'desc')
      .orderBy('editions.id')
      .orderBy('workingGroups.position')
      .orderBy('workingGroups.id')
      .limit(500)
      .execute(),
    ownOf(visit),
  ])
  return rows.map((row) => seenGroup(visit, row, own))
}

/** Names of groups, for the log: those of this list that the viewer may see from inside or keeps. */
export const namesOfGroups = (visit: Visit, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : visit.read
        .selectFrom('workingGroups')
        .where('workingGroups.id', 'in', ids)
        .where((row) =>
          row.or([
            row('workingGroups.id', 'in', innerGroups(visit).select('workingGroups.id')),
            row('workingGroups.id', 'in', keptGroups(visit).select('workingGroups.id')),
          ]),
        )
        .select(['workingGroups.id', 'workingGroups.name'])
        .execute()
