import { stateAt } from '../../congress/index.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import { allowed } from '../model.ts'
import { registrations } from '../permissions.ts'
import { exchangePlaces, heldPlaces, releasePlaces } from '../places.ts'
import { ticketTypesOf } from '../queries/ticket-types.ts'
import { capacitiesOf, chosenSessions, decideConsent, refuseFullSession } from './choice.ts'
import { queueRegistrationMail } from './mail.ts'
import type { NeedsInput, PersonInput } from './register.ts'
import { moveTo } from './state.ts'

type Rebooks = { rebooks: boolean }
export type ChangeInput = PersonInput & NeedsInput & { ticket: string; sessions: readonly string[]; seen: number }

/**
 * Changes the holder's own registration; ticket and sessions only while registration is open. Refuses with `over`,
 * with `changedMeanwhile` when it is not the version that was `seen`, with `ticketFull`, and as `register` does. What is
 * stored already is no change: nothing is recorded or mailed.
 */
export async function changeOwn(change: Change, input: ChangeInput) {
  const locked = await lockOwn(change)
  const { mine, edition } = locked
  const may = allowed(
    mine.state,
    { isOpen: stateAt(edition, change.now) === 'open', endsAt: edition.endsAt },
    change.now,
  )
  if (!may.change) return refuse('over')
  const applied = await applyChange(change, locked, input, { rebooks: may.rebook })
  if (isRefusal(applied)) return applied
  const { done, dropped } = applied
  if (done === 'changed') await queueRegistrationMail(change, 'registration.changed', { ...mine, dropped })
  return { id: mine.id, done, dropped }
}

/** Gives or takes back a free consent of the holder. Taking back is possible at any time; refuses giving with `over`. */
export async function decideOwnConsent(change: Change, input: { consent: string; isGiven: boolean }) {
  const { mine, edition } = await lockOwn(change)
  const may = allowed(mine.state, { isOpen: false, endsAt: edition.endsAt }, change.now)
  if (input.isGiven && !may.change) return refuse('over')
  await decideConsent(change, mine, input)
  return { id: mine.id }
}

/** Cancels the holder's own registration and gives its places back. Twice changes nothing; refuses with `over`. */
export async function cancelOwn(change: Change) {
  const locked = await lockOwn(change)
  const { mine, edition } = locked
  if (mine.state === 'cancelled') return { id: mine.id }
  if (!allowed(mine.state, { isOpen: false, endsAt: edition.endsAt }, change.now).change) return refuse('over')
  await queueRegistrationMail(change, 'registration.cancelled', mine)
  await applyCancel(change, locked)
  return { id: mine.id }
}

/**
 * Writes a change of a locked registration, with its entry in the log; nothing where it says what is stored already.
 * Gives the sessions that were dropped because who now takes part online can't be in their rooms.
 */
export async function applyChange(change: Change, locked: Locked, sent: PersonChange, { rebooks }: Rebooks) {
  const { mine } = locked
  if (mine.version !== sent.seen) return refuse('changedMeanwhile')
  const before = await storedOf(change, mine)
  const dropped = rebooks && (await leavesTheRooms(change, mine, { ...sent, before })) ? sent.sessions : []
  const input = dropped.length > 0 ? { ...sent, sessions: [] } : sent
  if (isSame(before, input, { rebooks })) return { done: 'unchanged' as const, dropped }
  return (await writeChange(change, locked, { before, input, rebooks })) ?? { done: 'changed' as const, dropped }
}

/** Whether somebody moves to taking part online and has only left ticked what they had booked on site. */
async function leavesTheRooms(
  change: Change,
  { editionId }: Locked['mine'],
  { before, ticket, sessions }: ChangeInput & { before: Stored },
) {
  if (ticket === before.ticket || !sessions.every((id) => before.sessions.includes(id))) return false
  return (await ticketTypesOf(change, editionId)).some((type) => type.id === ticket && type.attendance === 'online')
}

type PersonChange = ChangeInput & { email?: string }
type Written = Rebooks & { before: Stored; input: PersonChange }

async function writeChange(change: Change, { mine, edition }: Locked, { before, input, rebooks }: Written) {
  const home = await homeOf(change, input.place)
  if (input.place !== 'outside' && !home) return refuse('unknownDistrict', 'place')
  const refused = rebooks ? await rebook(change, mine, edition, input) : undefined
  if (refused) return refused
  const { food, access, place, seen, sessions, ticket, ...person } = input
  await change.write
    .updateTable('registrations')
    .set({
      ...person,
      regionId: home?.regionId ?? null,
      districtKey: home?.key ?? null,
      changedAt: change.now,
      version: seen + 1,
    })
    .where('id', '=', mine.id)
    .execute()
  await writeNeeds(change, mine.id, { food, access })
  const { food: _, access: __, ticket: ticketType, ...said } = before
  await change.record('registration.changed', mine.id, {
    edition: mine.editionId,
    before: { ...said, ticketType },
    after: {
      ...said,
      ...person,
      place,
      ...(rebooks ? { ticketType: ticket, sessions: [...sessions].sort() } : { ticketType }),
    },
  })
}

type Stored = Omit<ChangeInput, 'seen'> & { email: string }

/** What is stored of a locked registration, as its form says it. */
async function storedOf({ read }: Change, mine: Locked['mine']): Promise<Stored> {
  const { id, name, email, organisation, function: role, isListed } = mine
  const needs = await read
    .selectFrom('registrationNeeds')
    .where('registrationId', '=', id)
    .select(['food', 'access'])
    .executeTakeFirst()
  const booked = await read.selectFrom('bookings').where('registrationId', '=', id).select('sessionId').execute()
  return {
    name,
    email,
    organisation,
    function: role,
    isListed,
    place: mine.districtKey ?? 'outside',
    ticket: mine.ticketTypeId,
    sessions: booked.map(({ sessionId }) => sessionId).sort(),
    food: needs?.food ?? '',
    access: needs?.access ?? '',
  }
}

function isSame(before: Stored, { seen: _, ...input }: ChangeInput & { email?: string }, { rebooks }: Rebooks) {
  const { ticket, sessions } = rebooks ? input : before
  const after = { ...before, ...input, ticket, sessions: [...sessions].sort() }
  return JSON.stringify(after) === JSON.stringify(before)
}

/** Cancels a locked registration, deletes what was said of food and access and, as late as possible, gives its places back. */
export async function applyCancel(change: Change, { mine }: Locked, reason = '') {
  await writeNeeds(change, mine.id, { food: '', access: '' })
  await moveTo(change, mine, 'cancelled', reason)
  await releasePlaces(change, mine.id)
}

export type Locked = Awaited<ReturnType<typeof lockOne>>

/** Locks the holder's own registration. Throws NotFound where there is none. */
export function lockOwn(change: Change) {
  if (change.viewer.kind !== 'holder') throw new NotFound()
  return lockOne(change, registrations(change))
}

/** Locks one registration of a scope, with what its edition says about time. Throws NotFound where there is none. */
export async function lockOne(change: Change, scope: ReturnType<typeof registrations>) {
  const mine = await scope
    .select([
      'id',
      'editionId',
      'state',
      'version',
      'secretGeneration',
      'name',
      'email',
      'organisation',
      'function',
      'isListed',
      'language',
      'districtKey',
      'ticketTypeId',
    ])
    .forUpdate()
    .executeTakeFirst()
  if (!mine) throw new NotFound()
  const edition = await change.read
    .selectFrom('editions')
    .where('id', '=', mine.editionId)
    .select(['id', 'capacityId', 'stateByHand', 'announcedAt', 'opensAt', 'closesAt', 'endsAt', 'documentedAt'])
    .executeTakeFirstOrThrow()
  return { mine, edition }
}

const homeOf = (change: Change, place: string) =>
  place === 'outside'
    ? undefined
    : change.read.selectFrom('districts').select(['key', 'regionId']).where('key', '=', place).executeTakeFirst()

/**
 * Another ticket, other sessions: places are exchanged in one step, so that nothing is lost when one is full. Who waits
 * and now asks for something that has a place gets it; who has a place keeps it unless there is one to move to.
 */
async function rebook(change: Change, mine: Locked['mine'], edition: Locked['edition'], input: ChangeInput) {
  const ticketType = (await ticketTypesOf(change, edition.id)).find(({ id }) => id === input.ticket)
  if (!ticketType) return refuse('unknownTicket', 'ticket')
  const { attendance } = ticketType
  const chosen = await chosenSessions(change, { edition: edition.id, attendance }, input.sessions)
  if (isRefusal(chosen)) return chosen
  const isMoving = ticketType.id !== mine.ticketTypeId
  await writeBooking(change, mine, { ticketTypeId: ticketType.id, sessions: chosen.map(({ id }) => id) })
  if (mine.state === 'waiting' && (!isMoving || ticketType.hasQueue)) return undefined
  if (isMoving && ticketType.hasQueue) return refuse('ticketFull', 'ticket')
  const held = await heldPlaces(change, mine.id)
  const wanted = capacitiesOf(edition, ticketType, chosen)
  const full = await exchangePlaces(change, mine.id, {
    take: wanted.filter((id) => !held.includes(id)),
    release: held.filter((id) => !wanted.includes(id)),
  })
  if (full.length === 0) return mine.state === 'waiting' ? void (await moveTo(change, mine, 'confirmed')) : undefined
  return (
    refuseFullSession(change, full, chosen) ?? (mine.state === 'waiting' ? undefined : refuse('ticketFull', 'ticket'))
  )
}

async function writeBooking(
  { write, now }: Change,
  { id: registrationId, editionId }: Locked['mine'],
  { ticketTypeId, sessions }: { ticketTypeId: string; sessions: readonly string[] },
) {
  await write.deleteFrom('bookings').where('registrationId', '=', registrationId).execute()
  if (sessions.length > 0)
    await write
      .insertInto('bookings')
      .values(sessions.map((sessionId) => ({ registrationId, editionId, sessionId, bookedAt: now })))
      .execute()
  await write.updateTable('registrations').set({ ticketTypeId }).where('id', '=', registrationId).execute()
}

async function writeNeeds({ write }: Change, registrationId: string, { food, access }: NeedsInput) {
  if (!food && !access)
    return void (await write.deleteFrom('registrationNeeds').where('registrationId', '=', registrationId).execute())
  await write
    .insertInto('registrationNeeds')
    .values({ registrationId, food, access })
    .onConflict((conflict) => conflict.column('registrationId').doUpdateSet({ food, access }))
    .execute()
}
