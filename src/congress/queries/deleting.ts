import type { Visit } from '../../platform/visit.ts'
import { demand } from '../../platform/visit.ts'
import { stateAt } from '../model.ts'
import { may } from '../permissions.ts'
import type { ManagedEdition } from './editing.ts'

/** What goes with an edition, in the order of its pages. */
const tables = {
  sessions: 'sessions',
  rooms: 'rooms',
  tracks: 'tracks',
  facts: 'editionFacts',
  milestones: 'milestones',
  groups: 'workingGroups',
  documents: 'editionDocuments',
  organisations: 'editionOrganisations',
  ticketTypes: 'ticketTypes',
  roles: 'roles',
} as const
export type Going = keyof typeof tables

/**
 * How much goes with an edition, and how many registrations it has; `isDraft` says whether it may go at all. Throws
 * NotFound unless the viewer works for the whole installation.
 */
export async function whatGoesWith(visit: Visit, edition: ManagedEdition) {
  demand(visit.viewer, may.create)
  const count = async (table: (typeof tables)[Going] | 'registrations') => {
    const { n } = await visit.read
      .selectFrom(table as 'rooms')
      .where('editionId', '=', edition.id)
      .select((query) => query.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return n
  }
  const names = Object.keys(tables) as Going[]
  const counts = await Promise.all(names.map((name) => count(tables[name])))
  return {
    going: names.flatMap((name, index) => (counts[index] ? [{ name, count: counts[index] }] : [])),
    registrations: await count('registrations'),
    isDraft: stateAt(edition, visit.now) === 'draft',
  }
}
