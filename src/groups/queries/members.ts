import { sql } from 'kysely'
import { confirmedOrganisations } from '../../people/index.ts'
import { isId } from '../../platform/id.ts'
import type { Bilingual, Language } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Joining, Membership, Part } from '../model.ts'
import { heldInvitation, ledGroups, members, ownMemberships, publicMembers } from '../permissions.ts'
import type { Group } from './groups.ts'

export type Member = {
  id: string
  part: Part
  state: Membership
  name: string
  organisation: string | null
  organisationId: string | null
  /** Whether a lead has confirmed that they speak for the organisation. */
  isSpeaker: boolean
  /** Null where they have not agreed to show it and the viewer does not lead the group. */
  email: string | null
  deputyFor: string | null
  message: string | null
}

/** The name of a member in a statement that joins `people` to `group_members`. */
const nameOf = sql<string>`coalesce(nullif(people.name, ''), group_members.name, '')`

const rowsOf = (visit: Visit) =>
  members(visit)
    .leftJoin('people', 'people.id', 'groupMembers.personId')
    .leftJoin('organisations', 'organisations.id', 'groupMembers.organisationId')
    .select([
      'groupMembers.id',
      'groupMembers.part',
      'groupMembers.state',
      'groupMembers.deputyFor',
      'groupMembers.message',
      'groupMembers.organisationId',
      'groupMembers.isSpeaker',
      'groupMembers.isEmailShown',
      'groupMembers.email as invited',
      'people.email',
      'organisations.name as organisation',
      nameOf.as('name'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>

function shownMember({ isEmailShown, invited, email, ...row }: Row, { standing, ownMemberId }: Group): Member {
  const isSeen = standing === 'lead' || isEmailShown || row.id === ownMemberId
  return { ...row, email: isSeen ? (email ?? invited) : null }
}

const order = sql`array_position(array['lead', 'member', 'observer'], group_members.part)`

/** Who is in the group, leads first; to its lead also who is invited or has asked. Who has left is not among them. */
export async function membersOf(visit: Visit, group: Group): Promise<Member[]> {
  const rows = await rowsOf(visit)
    .where('groupMembers.groupId', '=', group.id)
    .where('groupMembers.state', '!=', 'left')
    .orderBy(order)
    .orderBy(nameOf)
    .orderBy('groupMembers.id')
    .execute()
  return rows.map((row) => shownMember(row, group))
}

/** One of them. Throws NotFound where there is none. */
export async function memberAt(visit: Visit, group: Group, id: string): Promise<Member> {
  const row = isId(id)
    ? await rowsOf(visit)
        .where('groupMembers.groupId', '=', group.id)
        .where('groupMembers.id', '=', id)
        .where('groupMembers.state', '!=', 'left')
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return shownMember(row, group)
}

export type PublicMember = { id: string; part: Part; name: string | null; organisation: string | null }

/** Who is shown to everybody, each with what they agreed to. */
export const publicMembersOf = (visit: Visit, group: Group): Promise<PublicMember[]> =>
  publicMembers(visit)
    .leftJoin('people', 'people.id', 'groupMembers.personId')
    .leftJoin('organisations', 'organisations.id', 'groupMembers.organisationId')
    .where('groupMembers.groupId', '=', group.id)
    .select([
      'groupMembers.id',
      'groupMembers.part',
      sql<string | null>`case when group_members.is_name_public then ${nameOf} end`.as('name'),
      sql<string | null>`case when group_members.is_organisation_public then organisations.name end`.as('organisation'),
    ])
    .orderBy(order)
    .orderBy(nameOf)
    .orderBy('groupMembers.id')
    .execute()

/** The viewer's own entry, with what they agreed to. Throws NotFound for who is no member. */
export async function ownMembership(visit: Visit, group: Group) {
  const row = await ownMemberships(visit)
    .leftJoin('organisations', 'organisations.id', 'groupMembers.organisationId')
    .where('groupMembers.groupId', '=', group.id)
    .select([
      'groupMembers.id',
      'groupMembers.part',
      'organisations.name as organisation',
      'isNamePublic',
      'isOrganisationPublic',
      'isEmailShown',
    ])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

export type Invitation = {
  id: string
  groupId: string
  group: Bilingual
  mandate: Bilingual | null
  congress: Bilingual
  part: Part
  way: Joining
  name: string | null
  email: string | null
  language: Language
  organisation: string | null
}

/** The invitation whose secret the viewer holds, with what they have to know before they answer. */
export async function invitationHeld(visit: Visit): Promise<Invitation> {
  const row = await heldInvitation(visit)
    .innerJoin('workingGroups', 'workingGroups.id', 'groupMembers.groupId')
    .innerJoin('editions', 'editions.id', 'workingGroups.editionId')
    .leftJoin('organisations', 'organisations.id', 'groupMembers.organisationId')
    .select([
      'groupMembers.id',
      'groupMembers.groupId',
      'workingGroups.name as group',
      'workingGroups.mandate',
      'editions.title as congress',
      'groupMembers.part',
      'groupMembers.way',
      'groupMembers.name',
      'groupMembers.email',
      'groupMembers.language',
      'organisations.name as organisation',
    ])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** How many ask to join a group that the viewer leads, by group. */
export const openRequests = (visit: Visit) => countedIn(visit, members(visit).where('groupMembers.state', '=', 'asked'))

/** How many name an organisation in a group that the viewer leads, and nobody has confirmed it; by group. */
export const unconfirmedSpeakers = (visit: Visit) =>
  countedIn(
    visit,
    members(visit)
      .where('groupMembers.state', '=', 'active')
      .where('groupMembers.part', '!=', 'observer')
      .where('groupMembers.organisationId', 'is not', null)
      .where('groupMembers.isSpeaker', '=', false),
  )

const countedIn = (visit: Visit, found: ReturnType<typeof members>) =>
  found
    .innerJoin('workingGroups', 'workingGroups.id', 'groupMembers.groupId')
    .where('groupMembers.groupId', 'in', ledGroups(visit).select('workingGroups.id'))
    .groupBy(['workingGroups.id', 'workingGroups.name'])
    .select(({ fn }) => ['workingGroups.id', 'workingGroups.name', fn.countAll<number>().as('count')])
    .execute()

/** The groups in which organisations of these ids take part, as far as the viewer may see that. */
export const groupsOfOrganisations = async (visit: Visit, asked: readonly string[]) => {
  const ids = asked.filter(isId)
  if (ids.length === 0) return []
  return publicMembers(visit)
    .innerJoin('workingGroups', 'workingGroups.id', 'groupMembers.groupId')
    .innerJoin('editions', 'editions.id', 'workingGroups.editionId')
    .where('groupMembers.organisationId', 'in', ids)
    .where('groupMembers.isOrganisationPublic', '=', true)
    .select([
      'groupMembers.organisationId as to',
      'workingGroups.id',
      'workingGroups.name',
      'editions.title as congress',
    ])
    .distinct()
    .execute()
}

/** The groups in which two organisations or more take part, as far as the viewer may see that. */
export const groupsWithOrganisations = (visit: Visit) =>
  publicMembers(visit)
    .innerJoin('workingGroups', 'workingGroups.id', 'groupMembers.groupId')
    .innerJoin('editions', 'editions.id', 'workingGroups.editionId')
    .where('groupMembers.organisationId', 'is not', null)
    .where('groupMembers.isOrganisationPublic', '=', true)
    .groupBy(['workingGroups.id', 'editions.id'])
    .having(sql<boolean>`count(distinct group_members.organisation_id) > 1`)
    .select([
      'workingGroups.id',
      'workingGroups.name',
      'editions.id as editionId',
      'editions.title as congress',
      sql<string[]>`array_agg(distinct group_members.organisation_id)`.as('organisations'),
    ])
    .orderBy('workingGroups.id')
    .limit(2000)
    .execute()

/** Names that the field for the organisation offers. */
export const organisationNames = async (visit: Visit) =>
  (
    await confirmedOrganisations(visit).select('organisations.name').orderBy('organisations.name').limit(1000).execute()
  ).map(({ name }) => name)

/** In which groups members have been confirmed to speak for an organisation, and how many. */
export const speakersOf = (visit: Visit, organisationId: string) =>
  members(visit)
    .innerJoin('workingGroups', 'workingGroups.id', 'groupMembers.groupId')
    .where('groupMembers.organisationId', '=', organisationId)
    .where('isSpeaker', '=', true)
    .select(({ fn }) => ['workingGroups.id', 'workingGroups.name', fn.countAll<number>().as('count')])
    .groupBy(['workingGroups.id', 'workingGroups.name'])
    .orderBy('workingGroups.id')
    .execute()
