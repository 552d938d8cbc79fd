import { sql } from 'kysely'
import type { Visit } from '../../platform/visit.ts'
import type { Attendance } from '../model.ts'
import { findable, workable, workableNeeds } from '../permissions/desk.ts'
import { type DeskEdition, filterOf, matching, matchOf } from './desk.ts'

/** What a kitchen counts: one wish, in the words of whoever wrote it first; empty for who said nothing. */
export type Meal = { food: string; count: number }

/** The meals of all who come, per wish, however it is capitalised: nothing said first, then the most frequent. No names. */
export async function mealCounts(visit: Visit, edition: DeskEdition): Promise<Meal[]> {
  return workable(visit)
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('registrationNeeds', 'registrationNeeds.registrationId', 'registrations.id')
    .where('registrations.editionId', '=', edition.id)
    .where('registrations.state', '=', 'confirmed')
    .where('attendance', '=', 'on_site')
    .select([
      sql<string>`coalesce(min(registration_needs.food), '')`.as('food'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .groupBy(sql`lower(coalesce(registration_needs.food, ''))`)
    .orderBy(sql`min(coalesce(registration_needs.food, '')) = ''`, 'desc')
    .orderBy('count', 'desc')
    .orderBy('food')
    .execute()
}

export type NeedRow = {
  name: string
  organisation: string
  code: string
  food: string
  access: string
  attendance: Attendance
}

/** Food and access needs of those who have a place, for caterer and venue. */
export async function needRows(visit: Visit, edition: DeskEdition): Promise<NeedRow[]> {
  return workableNeeds(visit)
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .where('registrations.editionId', '=', edition.id)
    .where('registrations.state', '=', 'confirmed')
    .where((row) => row.or([row('food', '!=', ''), row('access', '!=', '')]))
    .select(['registrations.name', 'organisation', 'code', 'food', 'access', 'attendance'])
    .orderBy('registrations.name')
    .execute()
}

export type ListedPerson = { id: string; name: string; organisation: string; function: string }

/** Those who agreed to stand on the list of participants. */
export async function listedPeople(visit: Visit, edition: DeskEdition): Promise<ListedPerson[]> {
  return findable(visit)
    .where('registrations.editionId', '=', edition.id)
    .where('state', '=', 'confirmed')
    .where('isListed', '=', true)
    .select(['registrations.id', 'registrations.name', 'organisation', 'function'])
    .orderBy('registrations.name')
    .execute()
}

export type DoorRow = { id: string; number: number | null; name: string; organisation: string }

/** So many fit on a list one can still look somebody up in. */
const mostAtDoor = 5000

/** All who have a place on site, by the last word of their name; with `q` those who are found by it. */
export async function doorRows(visit: Visit, edition: DeskEdition, q: string): Promise<DoorRow[]> {
  const filter = filterOf({ q, state: 'confirmed', attendance: 'on_site' })
  const match = await matchOf(visit, edition, filter)
  return matching(visit, edition, filter, match)
    .select(['registrations.id', 'number', 'registrations.name', 'organisation'])
    .orderBy(sql`folded(regexp_replace(registrations.name, '^.*\\s', ''))`)
    .orderBy(sql`folded(registrations.name)`)
    .orderBy('number')
    .limit(mostAtDoor)
    .execute()
}
