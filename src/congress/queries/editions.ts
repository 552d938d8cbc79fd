import { type Bilingual, dates } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { installation } from '../../region/index.ts'
import { isOver, type Places, placesOf, type State, stateAt } from '../model.ts'
import { editions, series, sessions } from '../permissions.ts'

/** An edition as lists and other rooms need it. `regionNo` is the line that gives it its colour. */
export type EditionCard = {
  id: string
  slug: string
  number: number
  title: Bilingual
  theme: Bilingual | null
  state: State
  sortOn: string
  startsAt: Date | null
  endsAt: Date | null
  dateText: Bilingual | null
  town: string | null
  venue: string | null
  opensAt: Date | null
  closesAt: Date | null
  regionNo: number | null
  isExample: boolean
  /** When its state last changed, by the dates it has; never ahead. */
  movedAt: Date
  /** On site; undefined where nobody has limited them. */
  places: Places | undefined
}

/**
 * What every query about an edition selects, joined with its region and its capacity, so that its state, its colour and
 * the places left can be told.
 */
export const cardColumns = [
  'editions.id',
  'slug',
  'number',
  'editions.title',
  'theme',
  'sortOn',
  'startsAt',
  'endsAt',
  'dateText',
  'town',
  'venue',
  'isExample',
  'announcedAt',
  'opensAt',
  'closesAt',
  'documentedAt',
  'stateByHand',
  'editions.createdAt',
  'regions.no as regionNo',
  'capacities.seats',
  'capacities.taken',
] as const

type Dated = Parameters<typeof stateAt>[0] & { seats: number | null; taken: number | null } & Moved
/** Puts the state and the places left in the place of what they follow from. */
export function withState<T extends Dated>({ now }: Pick<Visit, 'now'>, row: T) {
  const { announcedAt, documentedAt, stateByHand, createdAt, seats, taken, ...rest } = row
  return { ...rest, state: stateAt(row, now), movedAt: movedAt(row, now), places: placesOf(seats, taken) }
}

type Moved = Record<'announcedAt' | 'opensAt' | 'closesAt' | 'endsAt' | 'documentedAt', Date | null> & {
  sortOn: string
  createdAt: Date
}

function movedAt({ announcedAt, opensAt, closesAt, endsAt, documentedAt, sortOn, createdAt }: Moved, now: Date) {
  const dates = [announcedAt, opensAt, closesAt, endsAt, documentedAt, new Date(sortOn)]
  const past = dates.flatMap((at) => (at && at <= now ? [at.getTime()] : []))
  return past.length > 0 ? new Date(Math.max(...past)) : createdAt
}

/** Every edition the viewer may see, the oldest first; drafts only for those who work on them. */
export async function allEditions(visit: Visit): Promise<EditionCard[]> {
  const rows = await editions(visit)
    .leftJoin('regions', 'regions.id', 'editions.regionId')
    .leftJoin('capacities', 'capacities.id', 'editions.capacityId')
    .select(cardColumns)
    .orderBy('sortOn')
    .orderBy('number')
    .execute()
  return rows.map((row) => withState(visit, row))
}

/** The next public edition that is not over: still running, or its day (known or estimated) ahead. */
export async function nextEdition(visit: Visit): Promise<EditionCard | undefined> {
  const [cards, { zone }] = await Promise.all([allEditions(visit), installation(visit)])
  return nextOf(cards, visit.now, zone)
}

/** Of these editions, oldest first, the next one that is public and not over. */
export function nextOf(cards: readonly EditionCard[], now: Date, zone: string) {
  const today = dates('de', zone).iso(now)
  return cards.find(
    ({ state, endsAt, sortOn }) => state !== 'draft' && !isOver(state) && (endsAt ? endsAt > now : sortOn >= today),
  )
}

/** Name and rhythm of the series; undefined before the first edition. */
export const theSeries = (visit: Visit) =>
  series(visit).select(['id', 'name', 'rhythm']).orderBy('id').executeTakeFirst()

/** The editions of these ids that the viewer may see, for links to them. */
export const namesOfEditions = (visit: Visit, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : editions(visit).where('editions.id', 'in', ids).select(['editions.id', 'slug', 'title']).execute()

/** The same for sessions. */
export const namesOfSessions = (visit: Visit, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : sessions(visit)
        .innerJoin('editions', 'editions.id', 'sessions.editionId')
        .where('sessions.id', 'in', ids)
        .select(['sessions.id', 'slug', 'sessions.title'])
        .execute()

/** The editions that take place in a region or district, the newest first. */
export const editionsIn = (visit: Visit, place: string) =>
  editions(visit)
    .leftJoin('districts', 'districts.key', 'editions.districtKey')
    .where(({ eb, or }) =>
      or([eb('editions.regionId', '=', place), eb('districts.key', '=', place), eb('districts.regionId', '=', place)]),
    )
    .select(['editions.id', 'slug', 'title', 'sortOn'])
    .orderBy('sortOn', 'desc')
    .execute()
