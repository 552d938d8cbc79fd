import type { Language } from '../../platform/language.ts'
import { queueMail } from '../../platform/outbox.ts'
import { type Change, linkSecret, type Refusal, type Role, refuse } from '../../platform/visit.ts'
import { linkMinutes, openLinksAtMost } from '../model.ts'
import { paths } from '../paths.ts'

const minute = 60_000

/** The one-time link's address; its secret comes from the installation's key, so a mail can be written later. */
export const linkAddress = (house: Change['house'], language: Language, id: string) =>
  house.publicUrl + paths.link.at(language, { secret: linkSecret(house, 'sign-in', id, 1).secret })

/** Makes a one-time link for a person under this id. False when the id was used before. */
export async function makeLink(change: Change, link: { id: string; personId: string; minutes: number }) {
  const made = await change.write
    .insertInto('signInLinks')
    .values({
      id: link.id,
      personId: link.personId,
      secretHash: linkSecret(change.house, 'sign-in', link.id, 1).hash,
      createdAt: change.now,
      expiresAt: new Date(change.now.getTime() + link.minutes * minute),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/**
 * Asks for a link by mail. What happens here is the same for every address, so that neither the answer nor its time
 * tells whether there is an account: looking it up is the queue's work.
 */
export async function askForLink(change: Change, input: { email: string }) {
  await change.queue('mailSignInLink', { link: crypto.randomUUID(), email: input.email, language: change.language })
  return { asked: true }
}

/**
 * Mails a link to the account with this address. Does nothing where there is none, or too many are open; the account
 * is locked meanwhile, so that several at once are counted one after the other.
 */
export async function mailLink(change: Change, input: { link: string; email: string }) {
  const person = await change.write
    .selectFrom('people')
    .select(['id', 'email'])
    .where((eb) => eb(eb.fn('lower', ['email']), '=', input.email.toLowerCase()))
    .where('disabledAt', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!person || (await openLinks(change, person.id)) >= openLinksAtMost) return
  if (!(await makeLink(change, { id: input.link, personId: person.id, minutes: linkMinutes }))) return
  await queueMail(change, {
    template: 'people.signIn',
    about: input.link,
    // To the address of the account, never as it was typed: elsewhere capital letters may be another mailbox.
    recipient: person.email,
    language: change.language,
  })
  await change.record('person.link_sent', person.id)
}

async function openLinks(change: Change, personId: string) {
  const { open } = await change.write
    .selectFrom('signInLinks')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .where('createdAt', '>', new Date(change.now.getTime() - linkMinutes * minute))
    .executeTakeFirstOrThrow()
  return open
}

/**
 * A one-time link for the command line, shown once and never mailed. While there is no administrator, the address
 * becomes the first one; later an address without account needs a role. Refuses an address that has neither.
 */
export async function createSignInLink(
  change: Change,
  input: { email: string; name?: string; language?: Language; role?: Role; minutes?: number },
): Promise<{ url: string; person: string } | Refusal<'noAccount'>> {
  const isFirst = !(await change.write
    .selectFrom('roles')
    .select('id')
    .where('role', '=', 'administrator')
    .limit(1)
    .executeTakeFirst())
  const role = isFirst ? 'administrator' : input.role
  const known = await change.write
    .selectFrom('people')
    .select('id')
    .where((eb) => eb(eb.fn('lower', ['email']), '=', input.email.toLowerCase()))
    .executeTakeFirst()
  if (!known && !role) return refuse('noAccount', 'email')
  const person = known?.id ?? (await addPerson(change, input))
  if (role) await grant(change, person, role)
  const id = crypto.randomUUID()
  await makeLink(change, { id, personId: person, minutes: input.minutes ?? linkMinutes })
  await change.record('person.link_made', person)
  return { url: linkAddress(change.house, input.language ?? 'de', id), person }
}

async function addPerson(change: Change, input: { email: string; name?: string; language?: Language }) {
  const { id } = await change.write
    .insertInto('people')
    .values({
      email: input.email,
      name: input.name ?? '',
      language: input.language ?? 'de',
      createdAt: change.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function grant(change: Change, personId: string, role: Role) {
  await change.write.updateTable('people').set({ disabledAt: null }).where('id', '=', personId).execute()
  const given = await change.write
    .insertInto('roles')
    .values({ personId, role, editionId: null, givenAt: change.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (given) await change.record('person.role_given', personId, { after: { role } })
}
