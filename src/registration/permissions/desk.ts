import { editions } from '../../congress/index.ts'
import { demand, editionsOf, type Role, type Visit } from '../../platform/visit.ts'
import { may, registrations } from '../permissions.ts'

type Asker = Pick<Visit, 'read' | 'viewer' | 'now'>

/** Registrations the viewer may find by name: of those only what a badge shows. */
export const findable = (visit: Asker) => registrations(visit, may.find)
/** Registrations the viewer works on, with everything about them. */
export const workable = (visit: Asker) => registrations(visit, may.work)

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
export const demandConsents = (visit: Asker) => demand(visit.viewer, may.writeConsents)

/** Every version of every consent text, for those who write them. */
export function consentVersions(visit: Asker) {
  demandConsents(visit)
  return visit.read.selectFrom('consentTexts')
}
