import { sql } from 'kysely'
import { type Change, demand, linkSecret, NotFound, refuse } from '../../platform/visit.ts'
import { mayMove } from '../model.ts'
import { mayDesk, workable } from '../permissions/desk.ts'
import { exchangePlaces } from '../places.ts'
import { ticketTypesOf } from '../queries/ticket-types.ts'
import { capacitiesOf } from './choice.ts'
import { queueRegistrationMail } from './mail.ts'
import { applyCancel, applyChange, type ChangeInput, lockOne } from './own.ts'
import { editionFor, enter, type RegistrationInput } from './register.ts'

const lock = (change: Change, id: string) => lockOne(change, workable(change).where('registrations.id', '=', id))

/**
 * Changes a registration for somebody, at any time; with `tells` they get the mail about it. A new address ends the old
 * link, which may have gone to somebody else. Refuses a cancelled one with
 * `over`, else as the person's own change does.
 */
export async function changeFor(
  change: Change,
  { id, tells, ...input }: ChangeInput & { id: string; email: string; tells: boolean },
) {
  const locked = await lock(change, id)
  if (locked.mine.state === 'cancelled') return refuse('over')
  const refused = await applyChange(change, locked, input, { rebooks: true })
  if (refused) return refused
  if (input.email !== locked.mine.email) await replaceLink(change, locked.mine)
  if (tells) await queueRegistrationMail(change, 'registration.changed', { ...locked.mine, email: input.email })
  return { id }
}

/** Cancels a registration for somebody, with a reason for the log. Twice changes nothing. */
export async function cancelFor(change: Change, { id, reason, tells }: { id: string; reason: string; tells: boolean }) {
  const locked = await lock(change, id)
  if (locked.mine.state === 'cancelled') return { id }
  if (tells) await queueRegistrationMail(change, 'registration.cancelled', locked.mine)
  await applyCancel(change, locked, reason)
  return { id }
}

/**
 * Gives a place to somebody who waits, or takes a cancellation back. Refuses with `noPlace` when there is none left, and
 * with `alreadyConfirmed`.
 */
export async function confirmFor(change: Change, { id, tells }: { id: string; tells: boolean }) {
  const { mine, edition } = await lock(change, id)
  if (!mayMove(mine.state, 'confirmed')) return refuse('alreadyConfirmed')
  const ticketType = (await ticketTypesOf(change, edition.id)).find((type) => type.id === mine.ticketTypeId)
  if (!ticketType) throw new NotFound()
  const booked = await change.read
    .selectFrom('bookings')
    .innerJoin('sessions', 'sessions.id', 'bookings.sessionId')
    .where('registrationId', '=', id)
    .select(['sessions.id', 'title', 'startsAt', 'endsAt', 'capacityId'])
    .execute()
  await change.write
    .updateTable('registrations')
    .set((eb) => ({ state: 'confirmed', cancelledAt: null, changedAt: change.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await change.record('registration.confirmed', id, {
    edition: edition.id,
    before: { state: mine.state },
    after: { state: 'confirmed' },
  })
  if (tells) await queueRegistrationMail(change, 'registration.confirmed', mine)
  const full = await exchangePlaces(change, id, { take: capacitiesOf(edition, ticketType, booked), release: [] })
  return full.length > 0 ? refuse('noPlace') : { id }
}

/** Sends the mail about where the registration stands once more. */
export async function resendConfirmation(change: Change, { id }: { id: string }) {
  const { mine } = await lock(change, id)
  if (mine.state === 'cancelled') return refuse('over')
  await queueRegistrationMail(change, `registration.${mine.state}`, mine)
  await change.record('registration.mailed', id, { edition: mine.editionId })
  return { id }
}

/** Makes the personal link invalid and mails a new one, for when it fell into wrong hands. */
export async function renewLink(change: Change, { id }: { id: string }) {
  const { mine } = await lock(change, id)
  if (mine.state === 'cancelled') return refuse('over')
  await replaceLink(change, mine)
  await queueRegistrationMail(change, `registration.${mine.state}`, mine)
  return { id }
}

/** The next secret of a locked registration; the one before opens nothing any more. */
async function replaceLink(change: Change, { id, editionId }: { id: string; editionId: string }) {
  const { secretGeneration: before } = await change.read
    .selectFrom('registrations')
    .select('secretGeneration')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const secretGeneration = before + 1
  const { hash } = linkSecret(change.house, 'registration', id, secretGeneration)
  await change.write
    .updateTable('registrations')
    .set({ secretHash: hash, secretGeneration })
    .where('id', '=', id)
    .execute()
  await change.record('registration.link_renewed', id, { edition: editionId })
}

/** Enters a registration for somebody who phones, whatever the edition's state. Refuses as `register` does. */
export async function enterFor(change: Change, { edition: slug, ...input }: RegistrationInput & { edition: string }) {
  const edition = await editionFor(change, slug, input)
  demand(change.viewer, mayDesk.work, edition.id)
  return enter(change, edition, input)
}

/** Writes the next version of a text one agrees to; who agreed to an older one keeps having agreed to that. */
export async function writeConsentText(
  change: Change,
  input: { key: string; de: string; en: string; isRequired: boolean },
) {
  demand(change.viewer, mayDesk.writeConsents)
  await sql`select pg_advisory_xact_lock(hashtext(${`consent ${input.key}`}))`.execute(change.write)
  const latest = await change.read
    .selectFrom('consentTexts')
    .where('key', '=', input.key)
    .select(['version', 'text', 'isRequired'])
    .orderBy('version', 'desc')
    .executeTakeFirst()
  const text = input.en ? { de: input.de, en: input.en } : { de: input.de }
  const { id } = await change.write
    .insertInto('consentTexts')
    .values({
      key: input.key,
      version: (latest?.version ?? 0) + 1,
      text,
      isRequired: input.isRequired,
      validFrom: change.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.record('consent.written', id, {
    before: latest ?? {},
    after: { key: input.key, text, isRequired: input.isRequired },
  })
  return { id }
}
