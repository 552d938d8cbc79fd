import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { editions, stateAt } from '../../congress/index.ts'
import type { Language } from '../../platform/language.ts'
import { type Change, holds, isRefusal, linkSecret, NotFound, refuse } from '../../platform/visit.ts'
import { type ConsentWay, codeAlphabet, codeLength, type State } from '../model.ts'
import { may } from '../permissions.ts'
import { takePlaces } from '../places.ts'
import { madeHere } from '../queries/made-here.ts'
import { type TicketType, ticketTypesOf } from '../queries/ticket-types.ts'
import { agreedConsents, type ChosenSession, capacitiesOf, chosenSessions, refuseFullSession } from './choice.ts'
import { queueRegistrationMail } from './mail.ts'

/** What a person says about themselves. `place` is the key of a district, or `outside`. */
export type PersonInput = { name: string; organisation: string; function: string; place: string; isListed: boolean }
export type NeedsInput = { food: string; access: string }
export type RegistrationInput = PersonInput &
  NeedsInput & { email: string; ticket: string; sessions: readonly string[]; consents: readonly string[] }

/** How and when they told the office that they agree; of what is agreed to on the page, nothing. */
export type Agreement = { way: ConsentWay; at: Date }

export type Registering = RegistrationInput & { edition: string; made: readonly string[]; isAnother: boolean }

export type Registered = { id: string; state: State; number: number; secret: string }

/**
 * Registers a person for an edition that is open: confirmed when there is a place, else waiting (then without places,
 * its sessions being wishes). Refuses with `notOpen`, and at their fields an unknown ticket, district or session,
 * sessions at the same time, full sessions, a missing consent. With `alreadyHere` at `isAnother` when this browser has
 * registered the address before (`made`), unless it is meant for another person.
 */
export async function register(change: Change, { edition: slug, made, isAnother, ...input }: Registering) {
  await oneAtATime(change, input.email)
  const edition = await editionFor(change, slug, input)
  if (stateAt(edition, change.now) !== 'open') return refuse('notOpen')
  if (Number(edition.lately) >= mostFromOnePlace) return refuse('tooManyForAddress', 'email')
  if (!isAnother && (await madeHere(change, { made, email: input.email, edition: edition.id })).length > 0)
    return refuse('alreadyHere', 'isAnother')
  return enter(change, edition, { ...input, language: change.language, tells: true })
}

/**
 * So many may be registered under one address from one network in an hour: a whole office. Other networks do not count,
 * else a stranger could use up the tries of the address's owner; how many mails follow is bounded in `mail.ts`.
 */
const mostFromOnePlace = 30

/** Until the change ends nobody else registers under this address: what runs at the same moment is counted too. */
const oneAtATime = ({ write }: Change, email: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended('registrations.email ' || lower(${email}::text), 0))`.execute(write)

type EditionFor = Awaited<ReturnType<typeof editionFor>>

type Entered = { language: Language; tells: boolean; agreement?: Agreement | undefined }

/** Writes a registration whatever the edition's state: `register` for participants, the office at any time. */
export async function enter(
  change: Change,
  edition: EditionFor,
  { language, tells, agreement, ...input }: RegistrationInput & Entered,
) {
  if (input.place !== 'outside' && !edition.home) return refuse('unknownDistrict', 'place')
  const ticketType = (await ticketTypesOf(change, edition.id)).find(({ id }) => id === input.ticket)
  if (!ticketType) return refuse('unknownTicket', 'ticket')
  const { attendance } = ticketType
  const chosen = await chosenSessions(change, { edition: edition.id, attendance }, input.sessions)
  if (isRefusal(chosen)) return chosen
  const agreed = await agreedConsents(change, input.consents)
  if (isRefusal(agreed)) return agreed

  const { secret } = await insertRegistration(change, edition, { ...input, language })
  await insertDetails(change, edition, { input, chosen, agreed, agreement })
  const state = await seat(change, edition, { ticketType, chosen })
  if (isRefusal(state)) return state
  const number = await giveNumber(change, edition, state)
  await change.record('registration.created', edition.newId, {
    edition: edition.id,
    after: { state, number, ...recorded(input), sessions: input.sessions, consentWay: agreement?.way },
  })
  const to = { id: edition.newId, editionId: edition.id, email: input.email, language }
  if (tells) await queueRegistrationMail(change, `registration.${state}`, to)
  return { id: edition.newId, state, number, secret } satisfies Registered
}

/** What the audit log holds of a registration; never the needs. */
const recorded = ({ name, email, organisation, function: role, place, isListed, ticket }: RegistrationInput) => ({
  name,
  email,
  organisation,
  function: role,
  place,
  isListed,
  ticketType: ticket,
})

/** One statement: the edition, the id of the registration to come, and what the register knows of the person's words. */
export async function editionFor(
  change: Change,
  slug: string,
  input: Pick<RegistrationInput, 'place' | 'organisation' | 'email'>,
) {
  const edition = await editions(change)
    .where('slug', '=', slug)
    .leftJoin('districts as home', (join) => join.on('home.key', '=', input.place))
    .leftJoin('organisations', (join) => join.on('organisations.name', '=', input.organisation))
    .select([
      'editions.id',
      'editions.capacityId',
      'stateByHand',
      'announcedAt',
      'opensAt',
      'closesAt',
      'endsAt',
      'documentedAt',
      'home.key as home',
      'home.regionId as homeRegion',
      'organisations.id as organisationId',
    ])
    .select(sql<string>`uuidv7()`.as('newId'))
    .select((row) =>
      row
        .selectFrom('registrations as before')
        .whereRef('before.editionId', '=', 'editions.id')
        .where('before.fromNetwork', 'is not distinct from', change.network ?? null)
        .where((eb) => eb(eb.fn('lower', ['before.email']), '=', input.email.toLowerCase()))
        .where('before.createdAt', '>', new Date(change.now.getTime() - 3_600_000))
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .as('lately'),
    )
    .executeTakeFirst()
  if (!edition) throw new NotFound()
  return edition
}

async function insertRegistration(
  change: Change,
  edition: EditionFor,
  input: RegistrationInput & { language: Language },
) {
  const { secret, hash } = linkSecret(change.house, 'registration', edition.newId, 1)
  const values = {
    id: edition.newId,
    editionId: edition.id,
    ticketTypeId: input.ticket,
    state: 'waiting' as const,
    name: input.name,
    email: input.email,
    organisation: input.organisation,
    organisationId: edition.organisationId,
    regionId: edition.homeRegion,
    districtKey: edition.home,
    function: input.function,
    language: input.language,
    isListed: input.isListed,
    secretHash: hash,
    enteredBy: enteredBy(change, edition.id),
    fromNetwork: change.network ?? null,
    createdAt: change.now,
    changedAt: change.now,
  }
  // Two codes meet once in many thousand registrations: then another one.
  for (;;) {
    const row = await change.write
      .insertInto('registrations')
      .values({ ...values, code: newCode() })
      .onConflict((conflict) => conflict.columns(['editionId', 'code']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row) return { secret }
  }
}

const enteredBy = ({ viewer }: Change, edition: string): 'office' | 'example' | 'participant' =>
  viewer.kind === 'system' ? 'example' : holds(viewer, may.work, edition) ? 'office' : 'participant'

const newCode = () => Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('')

type Details = {
  input: RegistrationInput
  chosen: readonly ChosenSession[]
  agreed: readonly string[]
  agreement: Agreement | undefined
}

async function insertDetails(
  { write, now }: Change,
  edition: EditionFor,
  { input, chosen, agreed, agreement }: Details,
) {
  const registrationId = edition.newId
  const given = agreement && { way: agreement.way, givenAt: agreement.at }
  if (input.food || input.access)
    await write
      .insertInto('registrationNeeds')
      .values({ registrationId, food: input.food, access: input.access })
      .execute()
  if (chosen.length > 0)
    await write
      .insertInto('bookings')
      .values(chosen.map(({ id }) => ({ registrationId, editionId: edition.id, sessionId: id, bookedAt: now })))
      .execute()
  if (agreed.length > 0)
    await write
      .insertInto('consents')
      .values(agreed.map((consentTextId) => ({ registrationId, consentTextId, givenAt: now, ...given })))
      .execute()
}

/** Confirmed when there was a place and nobody waits for it, else waiting. A full session is refused. */
async function seat(
  change: Change,
  edition: EditionFor,
  { ticketType, chosen }: { ticketType: TicketType; chosen: readonly ChosenSession[] },
) {
  if (ticketType.hasQueue) return 'waiting'
  const full = await takePlaces(change, edition.newId, capacitiesOf(edition, ticketType, chosen))
  return refuseFullSession(change, full, chosen) ?? (full.length > 0 ? 'waiting' : 'confirmed')
}

/** The next number of the edition; its row is locked from here to the end of the transaction. */
async function giveNumber({ write }: Change, edition: EditionFor, state: State) {
  const row = await write
    .with('numbered', (query) =>
      query
        .updateTable('editions')
        .set((row) => ({ lastNumber: row('lastNumber', '+', 1) }))
        .where('id', '=', edition.id)
        .returning('lastNumber'),
    )
    .updateTable('registrations')
    .set((row) => ({ state, number: row.selectFrom('numbered').select('lastNumber') }))
    .where('id', '=', edition.newId)
    .returning('number')
    .executeTakeFirstOrThrow()
  return row.number!
}
