import { isId } from '../../platform/id.ts'
import { linkSecret, type Visit } from '../../platform/visit.ts'
import { registrationsMadeHere } from '../permissions.ts'

/** The name of the note in which a browser brings back what it has registered. */
export const madeNote = 'registered'
const mostMade = 20

/** The ids in a browser's note. */
export const madeFrom = (note: string | undefined): string[] => note?.split(' ').filter(isId).slice(-mostMade) ?? []

/** The note with one more. */
export const madeWith = (made: readonly string[], id: string) => [...made, id].slice(-mostMade).join(' ')

export type Made = { name: string; number: number | null; secret: string }

/** What this browser has registered under an address for an edition, with the link to each. */
export async function madeHere(
  visit: Pick<Visit, 'read' | 'now' | 'house'>,
  { edition, ...here }: { made: readonly string[]; email: string; edition: string },
): Promise<Made[]> {
  if (here.made.length === 0) return []
  const rows = await registrationsMadeHere(visit, here)
    .where('registrations.editionId', '=', edition)
    .select(['id', 'name', 'number', 'secretGeneration'])
    .execute()
  return rows.map(({ id, name, number, secretGeneration }) => ({
    name,
    number,
    secret: linkSecret(visit.house, 'registration', id, secretGeneration).secret,
  }))
}
