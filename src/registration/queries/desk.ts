import { type SqlBool, sql } from 'kysely'
import { isId } from '../../platform/id.ts'
import { holds, NotFound, type Role, type Visit } from '../../platform/visit.ts'
import { installation } from '../../region/index.ts'
import {
  type Attendance,
  attendances,
  countedAtMost,
  pagesAtMost,
  type Received,
  receivedDays,
  receiveds,
  rowsPerPage,
  type Sort,
  type State,
  sorts,
  states,
} from '../model.ts'
import { deskEditions, findable, workable } from '../permissions/desk.ts'
import { may } from '../permissions.ts'

/** What a list is narrowed by; empty where it is not. All of them hold at once. */
export type Filter = {
  q: string
  state: State | ''
  region: string
  type: string
  attendance: Attendance | ''
  session: string
  received: Received | ''
  /** Only who is registered twice with the same name and address. */
  double: 'yes' | ''
  sort: Sort
  page: number
}

const oneOf = <const V extends string>(values: readonly V[], value: string | undefined) =>
  values.find((known) => known === value)

/** A filter from a page's query; what makes no sense is left out. `outside` as region: from none of ours. */
export const filterOf = (query: Readonly<Record<string, string>>): Filter => ({
  q: (query.q ?? '').trim().slice(0, 100),
  state: oneOf(states, query.state) ?? '',
  region: /^[a-z0-9-]{1,80}$/.test(query.region ?? '') ? query.region! : '',
  type: isId(query.type ?? '') ? query.type! : '',
  attendance: oneOf(attendances, query.attendance) ?? '',
  session: isId(query.session ?? '') ? query.session! : '',
  received: oneOf(receiveds, query.received) ?? '',
  double: query.double === 'yes' ? 'yes' : '',
  sort: oneOf(sorts, query.sort) ?? 'newest',
  page: Math.min(pagesAtMost, Math.max(1, Math.trunc(Number(query.page)) || 1)),
})

export type DeskEdition = Awaited<ReturnType<typeof deskEdition>>

/** The edition with this slug. Throws NotFound unless the viewer holds one of these roles in it. */
export async function deskEdition(visit: Visit, slug: string, roles: readonly Role[] = may.work) {
  const [row, { zone }] = await Promise.all([
    deskEditions(visit, roles)
      .leftJoin('regions', 'regions.id', 'editions.regionId')
      .leftJoin('capacities', 'capacities.id', 'editions.capacityId')
      .where('slug', '=', slug)
      .select([
        'editions.id',
        'slug',
        'title',
        'isExample',
        'startsAt',
        'endsAt',
        'dateText',
        'opensAt',
        'closesAt',
        'editions.capacityId',
        'regions.no as regionNo',
        'seats',
        'taken',
      ])
      .executeTakeFirst(),
    installation(visit),
  ])
  if (!row) throw new NotFound()
  return { ...row, zone, mayWork: holds(visit.viewer, may.work, row.id) }
}

type Narrowing = { id: string; zone: string }

/** Narrows by everything but the words searched for. */
function narrowed(visit: Visit, { id: editionId, zone }: Narrowing, filter: Filter) {
  return findable(visit)
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .where('registrations.editionId', '=', editionId)
    .$if(filter.state !== '', (query) => query.where('state', '=', filter.state as State))
    .$if(filter.type !== '', (query) => query.where('ticketTypeId', '=', filter.type))
    .$if(filter.attendance !== '', (query) => query.where('attendance', '=', filter.attendance as Attendance))
    .$if(filter.region === 'outside', (query) => query.where('registrations.regionId', 'is', null))
    .$if(filter.region !== '' && filter.region !== 'outside', (query) =>
      query.where('registrations.regionId', '=', filter.region),
    )
    .$if(filter.received !== '', (query) =>
      query.where(
        'registrations.createdAt',
        '>=',
        dayBegin(visit.now, zone, receivedDays[filter.received as Received]),
      ),
    )
    .$if(filter.double === 'yes', (query) =>
      query.where((row) => row.exists(row.selectFrom('registrations as other').where(isDouble).select('other.id'))),
    )
    .$if(filter.session !== '', (query) =>
      query.where((row) =>
        row.exists(
          row
            .selectFrom('bookings')
            .whereRef('bookings.registrationId', '=', 'registrations.id')
            .where('bookings.sessionId', '=', filter.session)
            .select('bookings.sessionId'),
        ),
      ),
    )
}

/** When the day began in a zone, some days ago. */
const dayBegin = (now: Date, zone: string, days: number) =>
  sql<Date>`(date_trunc('day', ${now}::timestamptz at time zone ${zone}) - make_interval(days => ${days}::int)) at time zone ${zone}`

/** As typed, or with what sounds the same where the letters differ. */
export type Match = 'exact' | 'similar'

/**
 * The registrations of an edition under a filter. Every word searched for must be found: `exact` as a part of name,
 * address, organisation or code (umlauts and their two-letter spelling alike), `similar` by its trigrams. A number alone,
 * as it stands on the ticket, is that of the registration; in other places it is only `similar`.
 */
export function matching(visit: Visit, edition: Narrowing & { mayWork: boolean }, filter: Filter, match: Match) {
  let query = narrowed(visit, edition, filter)
  const no = numberIn(filter.q)
  if (no !== undefined && match === 'exact') return query.where('registrations.number', '=', no)
  for (const word of wordsOf(filter.q))
    query = query.where(
      match === 'exact' ? contains('registrations.search', word) : resembles('registrations.search', word),
    )
  if (edition.mayWork || filter.q === '') return query
  // Who sees no addresses finds nobody by one.
  const shown = sql<string>`folded(registrations.name || ' ' || registrations.organisation || ' ' || registrations.code)`
  for (const word of wordsOf(filter.q))
    query = query.where(match === 'exact' ? contains(shown, word) : resembles(shown, word))
  return query
}

/** The number that alone was typed, with or without its word. */
export function numberIn(q: string): number | undefined {
  const digits = /^(?:(?:nr|no)\.?|nummer|number|#)?\s*(\d{1,7})$/i.exec(q.trim())?.[1]
  return digits === undefined ? undefined : Number(digits)
}

const wordsOf = (q: string) => q.split(/\s+/).filter(Boolean).slice(0, 6)

const spellings = (word: string) => {
  const wide = word.toLowerCase().replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter]!)
  return [...new Set([word, wide, wide.replace(/([aou])e/g, '$1')])]
}

type Text = string | ReturnType<typeof sql<string>>
const refOf = (text: Text) => (typeof text === 'string' ? sql.ref(text) : text)

// A pattern of fewer than three letters finds nothing in a trigram index, but the beginning of a word does.
function contains(text: Text, word: string) {
  const patterns = spellings(word).flatMap((spelling) => {
    const plain = spelling.replace(/[\\%_]/g, '\\$&')
    return spelling.length < 3 ? [`${plain}%`, `% ${plain}%`] : [`%${plain}%`]
  })
  const found = patterns.map((pattern) => sql`${refOf(text)} like folded(${pattern})`)
  return sql<SqlBool>`(${sql.join(found, sql` or `)})`
}

/** In a word of so few letters one slip changes half of its trigrams: it is compared with whole words, more loosely. */
const shortAtMost = 6

/** A number is taken as it was typed: another one is no slip, but somebody else's. */
function resembles(text: Text, word: string) {
  if (/\d/.test(word)) return contains(text, word)
  return word.length > shortAtMost
    ? sql<SqlBool>`folded(${word}) <% ${refOf(text)}`
    : sql<SqlBool>`folded(${word}) <<% ${refOf(text)}`
}

/** A page of the list. `count` stops at `countedAtMost` + 1. `match` is `similar` where nothing was found as typed. */
export async function registrationList(visit: Visit, edition: DeskEdition, filter: Filter) {
  const exact = await pageOf(visit, edition, filter, 'exact')
  if (exact.count > 0 || filter.q === '') return { ...exact, match: 'exact' as const }
  return { ...(await pageOf(visit, edition, filter, 'similar')), match: 'similar' as const }
}

/** The whole list under a filter, as many rows as are counted. */
export async function wholeList(visit: Visit, edition: DeskEdition, filter: Filter) {
  const match = await matchOf(visit, edition, filter)
  return inOrder(matching(visit, edition, filter, match).$call(columns), filter.sort)
    .limit(countedAtMost)
    .execute()
}

/** Which of both a list under this filter shows. */
export async function matchOf(visit: Visit, edition: DeskEdition, filter: Filter): Promise<Match> {
  if (filter.q === '') return 'exact'
  const found = await matching(visit, edition, filter, 'exact').select('registrations.id').limit(1).executeTakeFirst()
  return found ? 'exact' : 'similar'
}

async function pageOf(visit: Visit, edition: DeskEdition, filter: Filter, match: Match) {
  const [rows, { count }] = await Promise.all([
    inOrder(matching(visit, edition, filter, match).$call(columns), filter.sort)
      .limit(rowsPerPage)
      .offset((filter.page - 1) * rowsPerPage)
      .execute(),
    visit.read
      .selectFrom(
        matching(visit, edition, filter, match)
          .select('registrations.id')
          .limit(countedAtMost + 1)
          .as('found'),
      )
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, count }
}

/** Whether `other` is of the same name and address in the same edition, and neither of the two is cancelled. */
export const isDouble = sql<SqlBool>`other.edition_id = registrations.edition_id and other.id <> registrations.id
  and registrations.email <> '' and lower(other.email) = lower(registrations.email)
  and folded(other.name) = folded(registrations.name)
  and registrations.state <> 'cancelled' and other.state <> 'cancelled' and other.erased_at is null`

export type Double = { id: string; number: number | null }

/** The other registrations of the person of this one. */
export const doublesOf = (visit: Visit, id: string): Promise<Double[]> =>
  workable(visit)
    .where('registrations.id', '=', id)
    .innerJoin('registrations as other', (join) => join.on(isDouble))
    .select(['other.id', 'other.number'])
    .orderBy('other.number')
    .execute()

type Matching = ReturnType<typeof matching>
const columns = (query: Matching) =>
  query
    .leftJoin('regions', 'regions.id', 'registrations.regionId')
    .select([
      'registrations.id',
      'registrations.number',
      'registrations.code',
      'registrations.name',
      'organisation',
      'state',
      'registrations.createdAt',
      'regions.no as regionNo',
      'ticketTypes.name as ticketName',
      'attendance',
    ])
    .select((row) =>
      row.exists(row.selectFrom('registrations as other').where(isDouble).select('other.id')).as('isDouble'),
    )
type Listed = ReturnType<typeof columns>
export type ListRow = Awaited<ReturnType<Listed['execute']>>[number]

/** In an order that an index gives. */
function inOrder(query: Listed, sort: Sort): Listed {
  if (sort === 'newest') return query.orderBy('registrations.createdAt', 'desc').orderBy('registrations.id')
  if (sort === 'oldest') return query.orderBy('registrations.createdAt').orderBy('registrations.id', 'desc')
  const column = sort === 'name' ? 'registrations.name' : 'registrations.organisation'
  return query.orderBy(sql`folded(${sql.ref(column)})`).orderBy('registrations.id')
}
