import { sql } from 'kysely'
import { isId } from '../../platform/id.ts'
import type { Bilingual } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { type Joining, type Piece, type Standing, type State, shows } from '../model.ts'
import {
  groups,
  innerGroups,
  isKept,
  keptGroups,
  ownMemberships,
  publicMembers,
  standing,
  worksInGroupsAlone,
} from '../permissions.ts'

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
  edition: {
    id: string
    slug: string
    title: Bilingual
    town: string | null
    sortOn: string
    isExample: boolean
    regionNo: number | null
  }
  standing: Standing
  /** The viewer's own row among the members. */
  ownMemberId: string | null
  /** Whether it is one of those the viewer works in, and not only may look into. */
  isOwn: boolean
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
  'editions.town',
  'editions.sortOn',
  'editions.isExample',
  'regions.no as regionNo',
] as const

const withEdition = (visit: Visit) =>
  groups(visit)
    .innerJoin('editions', 'editions.id', 'workingGroups.editionId')
    .leftJoin('regions', 'regions.id', 'editions.regionId')
    .select(columns)
    .select((row) => [
      standing(visit).as('standing'),
      isKept(visit).as('isKept'),
      ownMemberships(visit)
        .where('groupMembers.groupId', '=', row.ref('workingGroups.id'))
        .select('groupMembers.id')
        .as('ownMemberId'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof withEdition>['executeTakeFirstOrThrow']>>

/** Everything about a group's row that this viewer may know. */
function seenGroup(visit: Visit, row: Row): Group {
  const { editionId, slug, title, town, sortOn, isExample, regionNo, ...group } = row
  const shown = row.shown as Piece[]
  return {
    ...group,
    shown,
    mandate: shows({ standing: row.standing, shown }, 'mandate') ? row.mandate : null,
    edition: { id: editionId, slug, title, town, sortOn, isExample, regionNo },
    isOwn: row.ownMemberId !== null || (row.standing !== 'outside' && worksInGroupsAlone(visit)),
  }
}

/** The group with this id. Throws NotFound where there is none that the viewer may know of. */
export async function groupAt(visit: Visit, id: string): Promise<Group> {
  if (!isId(id)) throw new NotFound()
  const row = await withEdition(visit).where('workingGroups.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  return seenGroup(visit, row)
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

/** The other groups of its edition. */
export const groupsBeside = (visit: Visit, { id, edition }: Group) =>
  groups(visit)
    .where('workingGroups.editionId', '=', edition.id)
    .where('workingGroups.id', '!=', id)
    .select(['workingGroups.id', 'workingGroups.name'])
    .orderBy('workingGroups.position')
    .orderBy('workingGroups.id')
    .execute()

/**
 * Groups of a congress held in a district or region, and those in which an organisation with its seat there takes part
 * as far as the viewer may see that.
 */
const idsIn = (visit: Visit, key: string) => {
  const held = groups(visit)
    .innerJoin('editions', 'editions.id', 'workingGroups.editionId')
    .leftJoin('districts', 'districts.key', 'editions.districtKey')
    .where(({ eb, or }) =>
      or([eb('editions.regionId', '=', key), eb('districts.key', '=', key), eb('districts.regionId', '=', key)]),
    )
    .select('workingGroups.id')
  const worked = publicMembers(visit)
    .innerJoin('organisations', 'organisations.id', 'groupMembers.organisationId')
    .innerJoin('districts', 'districts.key', 'organisations.districtKey')
    .where('groupMembers.isOrganisationPublic', '=', true)
    .where(({ eb, or }) => or([eb('districts.key', '=', key), eb('districts.regionId', '=', key)]))
    .select('groupMembers.groupId as id')
  return held.union(worked)
}

/** The groups of all editions the viewer may see, or of a district or region, the latest edition first. */
export async function allGroups(visit: Visit, place?: string): Promise<Group[]> {
  const rows = await withEdition(visit)
    .$if(place !== undefined, (all) => all.where('workingGroups.id', 'in', idsIn(visit, place ?? '')))
    .orderBy('editions.sortOn', 'desc')
    .orderBy('editions.id')
    .orderBy('workingGroups.position')
    .orderBy('workingGroups.id')
    .limit(500)
    .execute()
  return rows.map((row) => seenGroup(visit, row))
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

/** The groups at work in which nobody in the list leads, of those that the viewer keeps. */
export const groupsWithoutLead = (visit: Visit) =>
  keptGroups(visit)
    .where('workingGroups.state', 'not in', ['closed'])
    .where(sql<boolean>`not exists (select from group_members m
      where m.group_id = working_groups.id and m.part = 'lead' and m.state = 'active')`)
    .select(['workingGroups.id', 'workingGroups.name'])
    .orderBy('workingGroups.id')
    .limit(20)
    .execute()

/** The groups at work that nobody leads but the viewer. */
export const groupsLedAlone = (visit: Visit) =>
  innerGroups(visit)
    .where('workingGroups.state', '!=', 'closed')
    .where('workingGroups.id', 'in', ownMemberships(visit).where('part', '=', 'lead').select('groupMembers.groupId'))
    .where(sql<boolean>`(select count(*) from group_members m
      where m.group_id = working_groups.id and m.part = 'lead' and m.state = 'active') = 1`)
    .select(['workingGroups.id', 'workingGroups.name'])
    .execute()

/** The groups the viewer sees from inside, for where to go after signing in; two at most. */
export const groupsToWorkIn = (visit: Visit) => innerGroups(visit).select('workingGroups.id').limit(2).execute()
