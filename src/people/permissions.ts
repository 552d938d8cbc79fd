import { sql } from 'kysely'
import { editionsOf, holds, personOf, type Role, type Viewer, type Visit } from '../platform/visit.ts'

/**
 * Who may do what here. A role for one edition reaches as far as that edition. Administrators may do everything.
 *
 * | deed                         | administrator | office                       | others       |
 * | see people and their roles   | all           | all, or those of its edition | themselves   |
 * | invite, give and take a role | every role    | every role but administrator | no           |
 * | close an account             | yes           | no                           | no           |
 * | read the audit log           | all           | all, or its edition's        | congress team: its edition's |
 */
export const may = {
  seePeople: (viewer: Viewer) => editionsOf(viewer, ['office']),
  give: (viewer: Viewer, role: Role, edition: string | null) =>
    role === 'administrator' ? holds(viewer, []) : holds(viewer, ['office'], edition),
  closeAccounts: (viewer: Viewer) => holds(viewer, []),
  readAudit: (viewer: Viewer) => editionsOf(viewer, ['office', 'congress_team']),
}

/** The people this viewer may see: all, those with a role in their editions, or nobody. */
export function peopleSeen(visit: Pick<Visit, 'read' | 'viewer'>) {
  const reach = may.seePeople(visit.viewer)
  const all = visit.read.selectFrom('people')
  if (reach === 'all') return all
  return all.where((eb) =>
    eb.exists(
      eb
        .selectFrom('roles')
        .select('roles.id')
        .whereRef('roles.personId', '=', 'people.id')
        .where('roles.editionId', '=', anyOf(reach)),
    ),
  )
}

/** The entries of the audit log this viewer may read: all, those of their editions, or none. */
export function auditSeen(visit: Pick<Visit, 'read' | 'viewer'>) {
  const reach = may.readAudit(visit.viewer)
  const all = visit.read.selectFrom('audit')
  if (reach === 'all') return all
  return all.where('audit.editionId', '=', anyOf(reach))
}

/** The organisations whose names are offered to this viewer: the office all, everybody else those that it has confirmed. */
export function confirmedOrganisations(visit: Pick<Visit, 'read' | 'viewer'>) {
  const all = visit.read.selectFrom('organisations')
  return holds(visit.viewer, ['office']) ? all : all.where('organisations.isConfirmed', '=', true)
}

/** The viewer's own account; no row for anybody who is not signed in. */
export const ownAccount = (visit: Pick<Visit, 'read' | 'viewer'>) =>
  visit.read.selectFrom('people').where('people.id', '=', personOf(visit))

/** The viewer's own devices that are signed in. */
export const ownSignIns = (visit: Pick<Visit, 'read' | 'viewer' | 'now'>) =>
  visit.read
    .selectFrom('signIns')
    .where('signIns.personId', '=', personOf(visit))
    .where('signIns.revokedAt', 'is', null)
    .where('signIns.expiresAt', '>', visit.now)

/** The viewer's own passkeys. */
export const ownPasskeys = (visit: Pick<Visit, 'read' | 'viewer'>) =>
  visit.read.selectFrom('passkeys').where('passkeys.personId', '=', personOf(visit))

/** The editions a role can be limited to, as far as the viewer may give one there. */
export function editionsGiven(visit: Pick<Visit, 'read' | 'viewer'>) {
  const reach = may.seePeople(visit.viewer)
  const all = visit.read.selectFrom('editions')
  return reach === 'all' ? all : all.where('editions.id', '=', anyOf(reach))
}

/** Any of these ids, none of them being allowed: `where('id', '=', anyOf(ids))`. */
export const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`
