import { sql } from 'kysely'
import { editions } from '../congress/index.ts'
import { editionsOf, holds, type Role, type Viewer, type Visit } from '../platform/visit.ts'
import type { Part, Piece } from './model.ts'

/**
 * | deed                                  | lead | member | observer | keeper | others                 |
 * | see the public page                   | yes  | yes    | yes      | yes    | yes, what the lead shows |
 * | see inside, members, meetings, papers | yes  | yes    | yes      | yes    | no                     |
 * | write minutes, take on tasks, decide  | yes  | yes    | no       | yes    | no                     |
 * | invite, admit, settings, state        | yes  | no     | no       | yes    | no                     |
 * | open a group                          | no   | no     | no       | yes    | no                     |
 *
 * Who leads a group is said by its list of members, not by a role. Keepers are the office, and the congress team for
 * the groups of its edition: they open a group and help its lead, and so may what a lead may.
 */
const keepers = ['office', 'congress_team'] as const satisfies readonly Role[]
export const isKeeper = ({ viewer }: { viewer: Viewer }, editionId: string) => holds(viewer, keepers, editionId)

type Asker = Pick<Visit, 'read' | 'viewer' | 'now'>
export const ownId = ({ viewer }: { viewer: Viewer }) => (viewer.kind === 'person' ? viewer.id : null)

/** The viewer's own memberships that hold now. */
export const ownMemberships = (visit: Asker) =>
  visit.read
    .selectFrom('groupMembers')
    .where('groupMembers.personId', '=', ownId(visit))
    .where('groupMembers.state', '=', 'active')

/** The groups the viewer may know of: those of the editions they may see, and their own. */
export const groups = (visit: Asker) =>
  visit.read
    .selectFrom('workingGroups')
    .where((row) =>
      row.or([
        row('workingGroups.editionId', 'in', editions(visit).select('editions.id')),
        row('workingGroups.id', 'in', ownMemberships(visit).select('groupMembers.groupId')),
      ]),
    )

/** The groups the viewer keeps for an edition. */
export function keptGroups(visit: Asker) {
  const all = visit.read.selectFrom('workingGroups')
  const own = editionsOf(visit.viewer, keepers)
  return own === 'all' ? all : all.where('workingGroups.editionId', '=', sql<string>`any(${own}::uuid[])`)
}

const among = (visit: Asker, parts: readonly Part[]) =>
  visit.read
    .selectFrom('workingGroups')
    .where('workingGroups.state', 'is not', null)
    .where((row) =>
      row.or([
        row(
          'workingGroups.id',
          'in',
          ownMemberships(visit).where('groupMembers.part', 'in', parts).select('groupMembers.groupId'),
        ),
        row('workingGroups.id', 'in', keptGroups(visit).select('workingGroups.id')),
      ]),
    )

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
