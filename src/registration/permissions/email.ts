import type { Visit } from '../../platform/visit.ts'

type Asker = Pick<Visit, 'read' | 'viewer' | 'now'>

/** Until when the new address can be confirmed, and the old one can take it back. */
export const confirmHours = 48
export const keepDays = 14

/** The asked change of an address whose link the viewer holds: of the mail to the new one, or of that to the old one. */
export function emailChanges({ read, viewer }: Asker, link: 'confirmHash' | 'keepHash') {
  const all = read.selectFrom('emailChanges')
  if (viewer.kind !== 'holder') return all.where((row) => row.lit(false))
  return all.where(`emailChanges.${link}`, '=', viewer.secretHash)
}

/** The registration that such a link is about. */
export const registrationsOf = (visit: Asker, link: 'confirmHash' | 'keepHash') =>
  visit.read
    .selectFrom('registrations')
    .where('registrations.erasedAt', 'is', null)
    .where('registrations.id', 'in', emailChanges(visit, link).select('emailChanges.registrationId'))
