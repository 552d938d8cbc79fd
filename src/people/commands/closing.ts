import { sql } from 'kysely'
import { type Change, NotFound, type Refusal, refuse } from '../../platform/visit.ts'
import { closedDays } from '../model.ts'
import { may, ownAccount, peopleSeen } from '../permissions.ts'

type Done = { person: string } | Refusal<'lastAdministrator'>

/**
 * Closes an account: takes its roles, links, passkeys and sign-ins; the database ends its part in working groups. The
 * installation keeps an administrator.
 */
export async function closeAccount(change: Change, input: { person: string }): Promise<Done> {
  if (!may.closeAccounts(change.viewer)) throw new NotFound()
  const { id } = await seen(change, input.person)
  return close(change, id)
}

/** Closes the viewer's own account; it is erased when a closed one is. The last administrator's stays. */
export async function closeOwnAccount(change: Change): Promise<Done> {
  const own = await ownAccount(change).select('people.id').forNoKeyUpdate().executeTakeFirst()
  if (!own) throw new NotFound()
  return close(change, own.id)
}

/** Erases an account at once, closed or not. The installation keeps an administrator. */
export async function eraseAccount(change: Change, input: { person: string }): Promise<Done> {
  if (!may.closeAccounts(change.viewer)) throw new NotFound()
  const { id } = await seen(change, input.person)
  if (await isLastAdministrator(change, id)) return refuse('lastAdministrator')
  await erase(change, id)
  return { person: id }
}

/** Erases the accounts that have been closed for `closedDays`. */
export async function eraseClosedAccounts(change: Change) {
  const due = await change.write
    .selectFrom('people')
    .select('id')
    .where('disabledAt', '<', new Date(change.now.getTime() - closedDays * 86_400_000))
    .forUpdate()
    .execute()
  for (const { id } of due) await erase(change, id)
}

async function close(change: Change, person: string): Promise<Done> {
  if (await isLastAdministrator(change, person)) return refuse('lastAdministrator')
  const { write, now } = change
  const taken = await write.deleteFrom('roles').where('personId', '=', person).returning('role').execute()
  await write.deleteFrom('signInLinks').where('personId', '=', person).execute()
  await write.deleteFrom('passkeys').where('personId', '=', person).execute()
  await write
    .updateTable('signIns')
    .set({ revokedAt: now })
    .where('personId', '=', person)
    .where('revokedAt', 'is', null)
    .execute()
  await write.updateTable('people').set({ disabledAt: now }).where('id', '=', person).execute()
  await change.record('person.closed', person, { before: { roles: taken.map(({ role }) => role) } })
  return { person }
}

/**
 * Deletes the row, and with it what hangs on it. The audit log keeps that something was done, and the number of who did
 * it; what it said about the person goes.
 */
async function erase(change: Change, person: string) {
  await change.write.updateTable('audit').set({ before: null, after: null }).where('about', '=', person).execute()
  await change.write.deleteFrom('people').where('id', '=', person).execute()
  await change.record('person.erased', person)
}

/**
 * Whether this person is the only administrator. Locks the administrators' roles first, in one order: two who remove
 * each other at the same moment wait here, and the second one sees what the first has done.
 */
export async function isLastAdministrator(change: Change, person: string) {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from roles where role = 'administrator' order by id for update`.execute(change.write)
  return rows.length === 1 && rows[0]!.personId === person
}

/**
 * A person that the viewer may see; everybody else is not there. Locked until the change is over: who is given a role
 * while the account is closed waits here, and then sees that it is closed.
 */
export async function seen(change: Change, person: string) {
  const found = await peopleSeen(change)
    .select(['people.id', 'email', 'language', 'disabledAt'])
    .where('people.id', '=', person)
    .forNoKeyUpdate('people')
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}
