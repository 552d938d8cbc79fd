import { editions } from '../../congress/index.ts'
import { demand, editionsOf, NotFound, type Role, type Visit } from '../../platform/visit.ts'
import { registrations } from '../permissions.ts'

/** Who works where; administrators everywhere. The door finds people: no addresses, no needs, no export. */
export const mayDesk = {
  find: ['office', 'congress_team', 'door'],
  work: ['office', 'congress_team'],
  writeConsents: ['office'],
} as const satisfies Record<string, readonly Role[]>

type Asker = Pick<Visit, 'read' | 'viewer' | 'now'>

/** Registrations the viewer may find by name: of those only what a badge shows. */
export const findable = (visit: Asker) => registrations(visit, mayDesk.find)
/** Registrations the viewer works on, with everything about them. */
export const workable = (visit: Asker) => registrations(visit, mayDesk.work)

/** What was recorded about a registration. */
export const workableAudit = (visit: Asker) =>
  visit.read.selectFrom('audit').where('audit.about', 'in', workable(visit).select('registrations.id'))
/** Mails about a registration. */
export const workableMails = (visit: Asker) =>
  visit.read.selectFrom('mails').where('mails.about', 'in', workable(visit).select('registrations.id'))
/** Food and access needs, for those who work on the registration. */
export const workableNeeds = (visit: Asker) =>
  workable(visit).innerJoin('registrationNeeds', 'registrationNeeds.registrationId', 'registrations.id')

/** The editions whose registrations the viewer may find, or works on. */
export function deskEditions(visit: Asker, roles: readonly Role[]) {
  const own = editionsOf(visit.viewer, roles)
  const all = editions(visit)
  if (own === 'all') return all
  return own.length ? all.where('editions.id', 'in', own) : all.where((row) => row.lit(false))
}

/** Throws NotFound unless the viewer writes what everybody agrees to. */
export const demandConsents = (visit: Asker) => demand(visit.viewer, mayDesk.writeConsents)

/** Every version of every consent text, for those who write them. */
export function consentVersions(visit: Asker) {
  demandConsents(visit)
  return visit.read.selectFrom('consentTexts')
}

/** An id from an address; what is no id is not there. */
export function idFrom(param: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(param)) throw new NotFound()
  return param
}
