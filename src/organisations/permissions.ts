import { confirmedOrganisations } from '../people/index.ts'
import { demand, holds, type Visit } from '../platform/visit.ts'

/** Who keeps the register: the office. */
export const mayKeep = ({ viewer }: Pick<Visit, 'viewer'>) => holds(viewer, ['office'])
export const mustKeep = ({ viewer }: Pick<Visit, 'viewer'>) => demand(viewer, ['office'])

type Asker = Pick<Visit, 'read' | 'viewer'>

/**
 * The organisations this viewer may see: the office all, everybody else those that the office has confirmed and those of
 * `named`, the ids that something names which the viewer may see.
 */
export function organisations(visit: Asker, named: readonly string[]) {
  if (mayKeep(visit) || named.length === 0) return confirmedOrganisations(visit)
  return visit.read
    .selectFrom('organisations')
    .where((row) => row.or([row('organisations.isConfirmed', '=', true), row('organisations.id', 'in', named)]))
}

/** What the office has still to confirm; whether something that the viewer may see names it, its room knows. */
export const unconfirmed = (visit: Asker) =>
  visit.read.selectFrom('organisations').where('organisations.isConfirmed', '=', false)
