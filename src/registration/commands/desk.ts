import { sql } from 'kysely'
import { type Bilingual, isSameText, type Language } from '../../platform/language.ts'
import { queueMail } from '../../platform/outbox.ts'
import { type Change, demand, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import { instantIn, localIn } from '../../platform/wall-clock.ts'
import { installation } from '../../region/index.ts'
import { type ConsentWay, mayMove } from '../model.ts'
import { workable } from '../permissions/desk.ts'
import { may } from '../permissions.ts'
import { exchangePlaces } from '../places.ts'
import { ticketTypesOf } from '../queries/ticket-types.ts'
import { capacitiesOf } from './choice.ts'
import { dropEmailChanges } from './email.ts'
import { replaceLink } from './link.ts'
import { queueRegistrationMail } from './mail.ts'
import { applyCancel, applyChange, type ChangeInput, lockOne } from './own.ts'
import { editionFor, enter, type RegistrationInput } from './register.ts'
import { moveTo } from './state.ts'

const lock = (change: Change, id: string) => lockOne(change, workable(change).where('registrations.id', '=', id))

/**
 * Changes a registration for somebody, at any time; with `tells` they get the mail about it. A new address ends the old
 * link, which may have gone to somebody else. What is stored already is no change: nothing is recorded or mailed.
 * Refuses a cancelled one with `over`, else as the person's own change does.
 */
export async function changeFor(
  change: Change,
  { id, tells, ...input }: ChangeInput & { id: string; email: string; tells: boolean },
) {
  const locked = await lock(change, id)
  if (locked.mine.state === 'cancelled') return refuse('over')
  const applied = await applyChange(change, locked, input, { rebooks: true })
  if (isRefusal(applied)) return applied
  const { done, dropped } = applied
  if (done === 'unchanged') return { id, done, dropped }
  if (input.email !== locked.mine.email) {
    await dropEmailChanges(change, id)
    await replaceLink(change, locked.mine)
  }
  const to = { ...locked.mine, email: input.email, dropped }
  if (tells) await queueRegistrationMail(change, 'registration.changed', to)
  return { id, done, dropped }
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
  await moveTo(change, mine, 'confirmed')
  if (tells) await queueRegistrationMail(change, 'registration.confirmed', mine)
  const full = await exchangePlaces(change, id, { take: capacitiesOf(edition, ticketType, booked), release: [] })
  return full.length > 0 ? refuse('noPlace') : { id }
}

/** Sends the mail about where the registration stands once more. */
export async function resendConfirmation(change: Change, { id }: { id: string }) {
  const { mine } = await lock(change, id)
  if (mine.state === 'cancelled') return refuse('over')
  if (!mine.email) return refuse('noAddress')
  await queueRegistrationMail(change, `registration.${mine.state}`, mine)
  await change.record('registration.mailed', id, { edition: mine.editionId })
  return { id }
}

/** Writes to the person of a registration, cancelled or not. Refuses with `noAddress`. */
export async function writeTo(change: Change, { id, subject, text }: { id: string; subject: string; text: string }) {
  const { mine } = await lock(change, id)
  if (!mine.email) return refuse('noAddress')
  const { editionId: edition, email: recipient, language } = mine
  await queueMail(change, {
    template: 'registration.message',
    about: id,
    edition,
    recipient,
    language,
    values: { subject, text },
  })
  await change.record('registration.written', id, { edition, after: { subject } })
  return { id }
}

/** Makes the personal link invalid and mails a new one, for when it fell into wrong hands. */
export async function renewLink(change: Change, { id }: { id: string }) {
  const { mine } = await lock(change, id)
  if (mine.state === 'cancelled') return refuse('over')
  if (!mine.email) return refuse('noAddress')
  await dropEmailChanges(change, id)
  await replaceLink(change, mine)
  await queueRegistrationMail(change, `registration.${mine.state}`, mine)
  return { id }
}

/**
 * Enters a registration for somebody who phones, whatever the edition's state, in the person's language; with `tells`
 * they get the confirmation, if they have an address. What they agreed to is kept with the day and the way they said so:
 * refuses with `consentWayMissing` and with `consentAhead` a day to come; else as `register` does.
 */
export async function enterFor(
  change: Change,
  {
    edition: slug,
    consentWay: way,
    consentOn,
    ...input
  }: RegistrationInput & Told & { edition: string; language: Language; tells: boolean },
) {
  const edition = await editionFor(change, slug, input)
  demand(change.viewer, may.work, edition.id)
  if (input.consents.length === 0) return enter(change, edition, input)
  if (!way) return refuse('consentWayMissing', 'consentWay')
  const { zone } = await installation(change)
  const today = localIn(zone, change.now).slice(0, 10)
  const on = consentOn ?? today
  if (on > today) return refuse('consentAhead', 'consentOn')
  const at = on === today ? change.now : instantIn(zone, `${on}T12:00`)!
  return enter(change, edition, { ...input, agreement: { way, at } })
}

/** How and on which day, `2028-10-19`, the person told the office that they agree; without a day, today. */
type Told = { consentWay: ConsentWay | null; consentOn: string | null }

/**
 * Writes the next version of a text one agrees to; who agreed to an older one keeps having agreed to that. None where
 * nothing is other than before.
 */
export async function writeConsentText(
  change: Change,
  { key, text, isRequired }: { key: string; text: Bilingual; isRequired: boolean },
) {
  demand(change.viewer, may.writeConsents)
  await sql`select pg_advisory_xact_lock(hashtext(${`consent ${key}`}))`.execute(change.write)
  const latest = await change.read
    .selectFrom('consentTexts')
    .where('key', '=', key)
    .select(['version', 'text', 'isRequired'])
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (latest?.isRequired === isRequired && isSameText(latest.text, text)) return { key }
  const { id } = await change.write
    .insertInto('consentTexts')
    .values({ key, version: (latest?.version ?? 0) + 1, text, isRequired, validFrom: change.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.record('consent.written', id, {
    before: latest ?? {},
    after: { key, text, isRequired },
  })
  return { key }
}
