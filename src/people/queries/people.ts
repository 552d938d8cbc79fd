import type { Bilingual, Language } from '../../platform/language.ts'
import type { Role, Visit } from '../../platform/visit.ts'
import { anyOf, editionsGiven, may, peopleSeen } from '../permissions.ts'

export type HeldRole = { id: string; role: Role; edition: Bilingual | null; since: Date; mayTake: boolean }
export type PersonSeen = {
  id: string
  email: string
  name: string
  language: Language
  createdAt: Date
  closedAt: Date | null
  seenAt: Date | null
  roles: HeldRole[]
}

const columns = ['people.id', 'email', 'name', 'language', 'people.createdAt', 'disabledAt'] as const

/** The people the viewer may see with their roles, by name; closed accounts last. Two statements for any number. */
export async function peopleList(visit: Visit): Promise<PersonSeen[]> {
  const rows = await peopleSeen(visit)
    .select(columns)
    .orderBy((eb) => eb('disabledAt', 'is not', null))
    .orderBy((eb) => eb.fn('lower', [eb.fn.coalesce(eb.fn('nullif', ['name', eb.val('')]), 'email')]))
    .orderBy('people.id')
    .limit(1000)
    .execute()
  return withRoles(visit, rows)
}

/** One person the viewer may see; undefined otherwise. */
export async function personSeen(visit: Visit, id: string): Promise<PersonSeen | undefined> {
  const rows = await peopleSeen(visit).select(columns).where('people.id', '=', id).execute()
  return (await withRoles(visit, rows))[0]
}

type Row = Pick<PersonSeen, 'id' | 'email' | 'name' | 'language' | 'createdAt'> & { disabledAt: Date | null }

async function withRoles(visit: Visit, rows: Row[]): Promise<PersonSeen[]> {
  const ids = rows.map(({ id }) => id)
  const [roles, seen] = await Promise.all([
    visit.read
      .selectFrom('roles')
      .leftJoin('editions', 'editions.id', 'roles.editionId')
      .select(['roles.id', 'personId', 'role', 'roles.editionId', 'editions.title', 'givenAt'])
      .where('personId', '=', anyOf(ids))
      .orderBy('givenAt')
      .orderBy('roles.id')
      .execute(),
    visit.read
      .selectFrom('signIns')
      .select((eb) => ['personId', eb.fn.max('seenAt').as('seenAt')])
      .where('personId', '=', anyOf(ids))
      .groupBy('personId')
      .execute(),
  ])
  return rows.map(({ disabledAt, ...row }) => ({
    ...row,
    closedAt: disabledAt,
    seenAt: seen.find(({ personId }) => personId === row.id)?.seenAt ?? null,
    roles: roles
      .filter(({ personId }) => personId === row.id)
      .map(({ id, role, editionId, title, givenAt }) => ({
        id,
        role,
        edition: editionId ? (title ?? { de: editionId }) : null,
        since: givenAt,
        mayTake: may.give(visit.viewer, role, editionId),
      })),
  }))
}

/** The editions to which the viewer may limit a role, the newest first. */
export const editionsToGive = (visit: Visit): Promise<{ id: string; title: Bilingual }[]> =>
  editionsGiven(visit).select(['id', 'title']).orderBy('sortOn', 'desc').execute()
