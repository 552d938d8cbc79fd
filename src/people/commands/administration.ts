import type { Language } from '../../platform/language.ts'
import { queueMail } from '../../platform/outbox.ts'
import { type Change, NotFound, personOf, type Refusal, type Role, refuse } from '../../platform/visit.ts'
import { invitationDays } from '../model.ts'
import { may } from '../permissions.ts'
import { isLastAdministrator, seen } from './closing.ts'
import { makeLink } from './links.ts'

type Given = { role: Role; edition: string | null }

/**
 * Invites somebody with a role: makes the account if there is none, gives the role and mails a link that works for a
 * week. A closed account is opened again by administrators only.
 */
export async function invite(
  change: Change,
  input: { email: string; name: string; language: Language } & Given,
): Promise<{ person: string } | Refusal<'mayNotGive' | 'accountClosed' | 'administratorEverywhere'>> {
  const refused = refusedRole(change, input)
  if (refused) return refused
  const known = await change.write
    .selectFrom('people')
    .select(['id', 'disabledAt'])
    .where((eb) => eb(eb.fn('lower', ['email']), '=', input.email.toLowerCase()))
    .forUpdate()
    .executeTakeFirst()
  if (known?.disabledAt && !may.closeAccounts(change.viewer)) return refuse('accountClosed', 'email')
  const person = known?.id ?? (await addInvited(change, input))
  if (known?.disabledAt) await reopen(change, person)
  await grantRole(change, person, input)
  await mailInvitation(change, { person, language: input.language })
  return { person }
}

/**
 * The account with this address; it is made where there is none. Whoever asks has proven the address. Refuses a closed
 * one (`accountClosed`).
 */
export async function accountFor(change: Change, input: { email: string; name: string; language: Language }) {
  const known = await change.write
    .selectFrom('people')
    .select(['id', 'disabledAt'])
    .where((eb) => eb(eb.fn('lower', ['email']), '=', input.email.toLowerCase()))
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (known?.disabledAt) return refuse('accountClosed')
  return { person: known?.id ?? (await addInvited(change, input)) }
}

async function addInvited(change: Change, input: { email: string; name: string; language: Language }) {
  const { id } = await change.write
    .insertInto('people')
    .values({ email: input.email, name: input.name, language: input.language, createdAt: change.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.record('person.invited', id, { after: { email: input.email, name: input.name } })
  return id
}

async function reopen(change: Change, person: string) {
  await change.write.updateTable('people').set({ disabledAt: null }).where('id', '=', person).execute()
  await change.record('person.reopened', person)
}

async function mailInvitation(change: Change, input: { person: string; language: Language }) {
  const id = crypto.randomUUID()
  const { email } = await change.read
    .selectFrom('people')
    .select('email')
    .where('id', '=', input.person)
    .executeTakeFirstOrThrow()
  await makeLink(change, { id, personId: input.person, minutes: invitationDays * 24 * 60 })
  await queueMail(change, {
    template: 'people.invited',
    about: id,
    recipient: email,
    language: input.language,
    values: { by: personOf(change) },
  })
}

/** Mails the invitation of a person once more. */
export async function inviteAgain(change: Change, input: { person: string }) {
  const person = await seen(change, input.person)
  if (person.disabledAt) throw new NotFound()
  await mailInvitation(change, { person: person.id, language: person.language })
  await change.record('person.invited_again', person.id)
  return { person: person.id }
}

/** Gives a person a role. Giving it twice changes nothing. */
export async function giveRole(
  change: Change,
  input: { person: string } & Given,
): Promise<{ person: string } | Refusal<'mayNotGive' | 'administratorEverywhere' | 'accountClosed'>> {
  const refused = refusedRole(change, input)
  if (refused) return refused
  const person = await seen(change, input.person)
  if (person.disabledAt) return refuse('accountClosed')
  await grantRole(change, person.id, input)
  return { person: person.id }
}

async function grantRole(change: Change, personId: string, { role, edition }: Given) {
  const given = await change.write
    .insertInto('roles')
    .values({ personId, role, editionId: edition, givenAt: change.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (given) await change.record('person.role_given', personId, { after: { role }, ...(edition ? { edition } : {}) })
}

/** Takes a role from a person. The installation keeps at least one administrator. */
export async function takeRole(
  change: Change,
  input: { person: string; role: string },
): Promise<{ person: string } | Refusal<'lastAdministrator' | 'mayNotGive'>> {
  const person = await seen(change, input.person)
  const held = await change.write
    .selectFrom('roles')
    .select(['id', 'role', 'editionId'])
    .where('id', '=', input.role)
    .where('personId', '=', person.id)
    .executeTakeFirst()
  if (!held) throw new NotFound()
  if (!may.give(change.viewer, held.role, held.editionId)) return refuse('mayNotGive')
  if (held.role === 'administrator' && (await isLastAdministrator(change, person.id)))
    return refuse('lastAdministrator')
  const gone = await change.write.deleteFrom('roles').where('id', '=', held.id).returning('id').executeTakeFirst()
  if (gone)
    await change.record('person.role_taken', person.id, {
      before: { role: held.role },
      ...(held.editionId ? { edition: held.editionId } : {}),
    })
  return { person: person.id }
}

function refusedRole(change: Change, { role, edition }: Given) {
  if (role === 'administrator' && edition) return refuse('administratorEverywhere', 'edition')
  return may.give(change.viewer, role, edition) ? undefined : refuse('mayNotGive', 'role')
}
