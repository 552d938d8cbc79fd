import { sql } from 'kysely'
import { editions } from '../congress/index.ts'
import { editionsOf, personOf, type Role, type Visit } from '../platform/visit.ts'
import type { Piece, Standing } from './model.ts'

/**
 * | deed                                  | lead | member | observer | others                   |
 * | see the public page                   | yes  | yes    | yes      | yes, what the lead shows |
 * | see inside, members, meetings, papers | yes  | yes    | yes      | no                       |
 * | write minutes, take on tasks, decide  | yes  | yes    | no       | no                       |
 * | invite, admit, settings, state        | yes  | no     | no       | no                       |
 *
 * A group's list of members says who is what in it. Beside it, roles reach all groups of an edition, or all groups:
 * `office`, `congress_team` and `group_lead` may what a lead may, and open a group that an edition lists; `delegate`
 * sees what an observer sees. Where list and role differ, the wider one holds.
 */
const keeping = ['office', 'congress_team', 'group_lead'] as const satisfies readonly Role[]
const observing = ['delegate'] as const satisfies readonly Role[]
/** Roles that reach nothing but working groups. */
const ofGroups: readonly Role[] = ['group_lead', 'delegate']

type Asker = Pick<Visit, 'read' | 'viewer' | 'now'>

/** Whether the viewer works in groups alone, or in nothing yet. */
export const worksInGroupsAlone = ({ viewer }: Pick<Visit, 'viewer'>) =>
  viewer.kind === 'person' && viewer.roles.every(({ role }) => ofGroups.includes(role))

/** The viewer's own memberships that hold now. */
export const ownMemberships = (visit: Asker) =>
  visit.read
    .selectFrom('groupMembers')
    .where('groupMembers.personId', '=', personOf(visit))
    .where('groupMembers.state', '=', 'active')

/** Whether one of these roles reaches the edition of a row of `working_groups`. */
const reaches = ({ viewer }: Asker, roles: readonly Role[]) => {
  const own = editionsOf(viewer, roles)
  return own === 'all' ? sql<boolean>`true` : sql<boolean>`working_groups.edition_id = any(${own}::uuid[])`
}

/** Whether the viewer keeps the group of a row of `working_groups`, which is so before it is opened. */
export const isKept = (visit: Asker) => reaches(visit, keeping)

/**
 * What the viewer is in the group of a row of `working_groups`: the one place that says so. Whom it lets in,
 * `groups_of_person` says to the library once more (decision 60).
 */
export const standing = (visit: Asker) => sql<Standing>`case
  when working_groups.state is null then 'outside'
  when ${isKept(visit)} then 'lead'
  else coalesce(
    ${ownMemberships(visit).where('groupMembers.groupId', '=', sql.ref<string>('workingGroups.id')).select('groupMembers.part')},
    case when ${reaches(visit, observing)} then 'observer' else 'outside' end)
end`

const among = (visit: Asker, standings: readonly Standing[]) =>
  visit.read.selectFrom('workingGroups').where(standing(visit), 'in', standings)

/** The groups the viewer may know of: those of the editions they may see, and those they are in or keep. */
export const groups = (visit: Asker) =>
  visit.read
    .selectFrom('workingGroups')
    .where((row) =>
      row.or([
        row('workingGroups.editionId', 'in', editions(visit).select('editions.id')),
        isKept(visit),
        row(standing(visit), '!=', 'outside'),
      ]),
    )

/** The groups the viewer keeps for an edition. */
export const keptGroups = (visit: Asker) => visit.read.selectFrom('workingGroups').where(isKept(visit))
/** The groups the viewer sees from inside. */
export const innerGroups = (visit: Asker) => among(visit, ['lead', 'member', 'observer'])
/** The groups in which the viewer writes: observers do not. */
export const workedGroups = (visit: Asker) => among(visit, ['lead', 'member'])
/** The groups the viewer leads. */
export const ledGroups = (visit: Asker) => among(visit, ['lead'])

/** The groups of which everybody may see this piece, and those the viewer sees from inside. */
export const groupsShowing = (visit: Asker, piece: Piece) =>
  visit.read
    .selectFrom('workingGroups')
    .where((row) =>
      row.or([
        row.and([
          row('workingGroups.id', 'in', groups(visit).select('workingGroups.id')),
          sql<boolean>`${piece} = any(working_groups.shown)`,
        ]),
        row('workingGroups.id', 'in', innerGroups(visit).select('workingGroups.id')),
      ]),
    )

const innerIds = (visit: Asker) => innerGroups(visit).select('workingGroups.id')
const ledIds = (visit: Asker) => ledGroups(visit).select('workingGroups.id')

/** Inside a group who is in it now; its lead also who is invited, has asked or left. */
export const members = (visit: Asker) =>
  visit.read
    .selectFrom('groupMembers')
    .where((row) =>
      row.or([
        row('groupMembers.groupId', 'in', ledIds(visit)),
        row.and([row('groupMembers.state', '=', 'active'), row('groupMembers.groupId', 'in', innerIds(visit))]),
      ]),
    )

/** Whom everybody may see in a group's list, each with what they agreed to; nobody where the lead does not show it. */
export const publicMembers = (visit: Asker) =>
  visit.read
    .selectFrom('groupMembers')
    .where('groupMembers.state', '=', 'active')
    .where('groupMembers.groupId', 'in', groupsShowing(visit, 'people').select('workingGroups.id'))
    .where((row) =>
      row.or([row('groupMembers.isNamePublic', '=', true), row('groupMembers.isOrganisationPublic', '=', true)]),
    )

/** The invitation whose secret the viewer holds. */
export const heldInvitation = ({ read, viewer }: Pick<Visit, 'read' | 'viewer'>) =>
  read
    .selectFrom('groupMembers')
    .where('groupMembers.state', '=', 'invited')
    .where('groupMembers.secretHash', '=', viewer.kind === 'holder' ? viewer.secretHash : null)
