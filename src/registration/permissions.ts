import { editions } from '../congress/index.ts'
import { editionsOf, type Role, type Visit } from '../platform/visit.ts'

/** Who works where; administrators everywhere. The door finds people: no addresses, no needs, no export. */
export const may = {
  find: ['office', 'congress_team', 'door'],
  work: ['office', 'congress_team'],
  writeConsents: ['office'],
} as const satisfies Record<string, readonly Role[]>

type Asker = Pick<Visit, 'read' | 'viewer' | 'now'>

/**
 * The registrations this visit may see: one's own by its secret link, those of the editions one works on, else none.
 * What has been erased is no longer there.
 */
export function registrations({ read, viewer }: Pick<Visit, 'read' | 'viewer'>, roles: readonly Role[] = may.work) {
  const all = read.selectFrom('registrations').where('registrations.erasedAt', 'is', null)
  if (viewer.kind === 'holder') return all.where('registrations.secretHash', '=', viewer.secretHash)
  const own = editionsOf(viewer, roles)
  if (own === 'all') return all
  return own.length ? all.where('registrations.editionId', 'in', own) : all.where((row) => row.lit(false))
}

/**
 * The registrations of one address whose editions are not over, the oldest first. Only for the mail that goes to this
 * address: whoever asks for it sees none of them.
 */
export const registrationsOfAddress = ({ read, now }: Pick<Visit, 'read' | 'now'>, email: string) =>
  read
    .selectFrom('registrations')
    .innerJoin('editions', 'editions.id', 'registrations.editionId')
    .where((eb) => eb(eb.fn('lower', ['registrations.email']), '=', email.toLowerCase()))
    .where('registrations.erasedAt', 'is', null)
    .where('registrations.state', '<>', 'cancelled')
    .where((eb) => eb.or([eb('editions.endsAt', 'is', null), eb('editions.endsAt', '>', now)]))
    .orderBy('registrations.createdAt')

/**
 * The registrations that one browser has made within the last hour under one address, the oldest first. Only with the ids
 * that the browser brings back sealed: who merely knows an address sees none of them, nor who comes later to a computer
 * that several use.
 */
export const registrationsMadeHere = (
  { read, now }: Pick<Visit, 'read' | 'now'>,
  { made, email }: { made: readonly string[]; email: string },
) =>
  read
    .selectFrom('registrations')
    .where('registrations.id', 'in', made)
    .where('registrations.createdAt', '>', new Date(now.getTime() - 3_600_000))
    .where((eb) => eb(eb.fn('lower', ['registrations.email']), '=', email.toLowerCase()))
    .where('registrations.erasedAt', 'is', null)
    .where('registrations.state', '<>', 'cancelled')
    .orderBy('registrations.createdAt')

const ids = (visit: Asker) => registrations(visit).select('registrations.id')

/** Food and access needs: one's own, and of the registrations one works on. */
export const needs = (visit: Asker) =>
  visit.read.selectFrom('registrationNeeds').where('registrationNeeds.registrationId', 'in', ids(visit))
export const bookings = (visit: Asker) =>
  visit.read.selectFrom('bookings').where('bookings.registrationId', 'in', ids(visit))
export const consents = (visit: Asker) =>
  visit.read.selectFrom('consents').where('consents.registrationId', 'in', ids(visit))

/** Ticket types of the editions the viewer may see. */
export const ticketTypes = (visit: Asker) =>
  visit.read.selectFrom('ticketTypes').where('ticketTypes.editionId', 'in', editions(visit).select('editions.id'))

/** Everybody may read the texts one agrees to: of each the version that is valid now. */
export const consentTexts = (visit: Pick<Visit, 'read' | 'now'>) =>
  visit.read
    .selectFrom('consentTexts')
    .distinctOn('consentTexts.key')
    .where('consentTexts.validFrom', '<=', visit.now)
    .orderBy('consentTexts.key')
    .orderBy('consentTexts.version', 'desc')

/** Those who agreed to stand on the list of participants, for holders of a registration of the same edition. */
export const participants = (visit: Asker) =>
  visit.read
    .selectFrom('registrations as participants')
    .where('participants.editionId', 'in', registrations(visit).select('registrations.editionId'))
    .where('participants.isListed', '=', true)
    .where('participants.state', '=', 'confirmed')
    .where('participants.erasedAt', 'is', null)
