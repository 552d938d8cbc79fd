import type { Database } from '../platform/database.ts'
import type { Viewer } from '../platform/visit.ts'

/** The person behind the secret of a sign-in cookie; nobody when it is unknown, expired, ended or the account closed. */
export async function whoIs(db: Database, secretHash: Buffer, now: Date): Promise<Viewer> {
  const rows = await db
    .selectFrom('signIns')
    .innerJoin('people', 'people.id', 'signIns.personId')
    .leftJoin('roles', 'roles.personId', 'people.id')
    .where('signIns.secretHash', '=', secretHash)
    .where('signIns.revokedAt', 'is', null)
    .where('signIns.expiresAt', '>', now)
    .where('people.disabledAt', 'is', null)
    .select(['people.id', 'people.name', 'people.email', 'signIns.id as signIn', 'roles.role', 'roles.editionId'])
    .execute()
  const [person] = rows
  if (!person) return { kind: 'nobody' }
  const roles = rows.flatMap(({ role, editionId }) => (role ? [{ role, edition: editionId }] : []))
  return { kind: 'person', id: person.id, name: person.name || person.email, signIn: person.signIn, roles }
}
