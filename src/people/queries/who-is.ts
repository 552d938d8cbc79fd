import type { Database } from '../../platform/database.ts'
import type { Viewer } from '../../platform/visit.ts'

const hour = 3_600_000

/**
 * The person behind the secret of a sign-in cookie; nobody when it is unknown, expired, ended or the account closed.
 * Notes the hour in which the device was last seen.
 */
export async function whoIs(db: Database, secretHash: Buffer, now: Date): Promise<Viewer> {
  const rows = await db
    .selectFrom('signIns')
    .innerJoin('people', 'people.id', 'signIns.personId')
    .leftJoin('roles', 'roles.personId', 'people.id')
    .where('signIns.secretHash', '=', secretHash)
    .where('signIns.revokedAt', 'is', null)
    .where('signIns.expiresAt', '>', now)
    .where('people.disabledAt', 'is', null)
    .select([
      'people.id',
      'people.name',
      'people.email',
      'signIns.id as signIn',
      'seenAt',
      'roles.role',
      'roles.editionId',
    ])
    .execute()
  const [person] = rows
  if (!person) return { kind: 'nobody' }
  await noteSeen(db, person, now)
  const roles = rows.flatMap(({ role, editionId }) => (role ? [{ role, edition: editionId }] : []))
  return { kind: 'person', id: person.id, name: person.name || person.email, signIn: person.signIn, roles }
}

async function noteSeen(db: Database, { signIn, seenAt }: { signIn: string; seenAt: Date }, now: Date) {
  const thisHour = new Date(Math.floor(now.getTime() / hour) * hour)
  if (seenAt >= thisHour) return
  await db.updateTable('signIns').set({ seenAt: thisHour }).where('id', '=', signIn).execute()
}
