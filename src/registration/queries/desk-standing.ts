import { sql } from 'kysely'
import type { Visit } from '../../platform/visit.ts'
import type { Attendance } from '../model.ts'
import { deskEditions, findable } from '../permissions/desk.ts'
import { may } from '../permissions.ts'
import { type DeskEdition, deskEdition } from './desk.ts'

export type Figures = { all: number; confirmed: number; waiting: number; cancelled: number; left: number | undefined }
/** How many have a place from this instant on. */
export type Point = { at: number; onSite: number; online: number }

/**
 * How many there are in each state. Numbers are given one after the other and never twice, so the highest one is the
 * count of all: no size makes this slow.
 */
export async function figuresOf(visit: Visit, edition: DeskEdition): Promise<Figures> {
  const here = () => findable(visit).where('registrations.editionId', '=', edition.id)
  const row = await visit.read
    .selectNoFrom([
      here()
        .select((q) => q.fn.max('registrations.number').as('n'))
        .as('all'),
      here()
        .where('state', '=', 'waiting')
        .select((q) => q.fn.countAll<number>().as('n'))
        .as('waiting'),
      here()
        .where('state', '=', 'cancelled')
        .select((q) => q.fn.countAll<number>().as('n'))
        .as('cancelled'),
    ])
    .executeTakeFirstOrThrow()
  const [all, waiting, cancelled] = [row.all ?? 0, row.waiting ?? 0, row.cancelled ?? 0]
  const left = edition.seats === null ? undefined : Math.max(0, edition.seats - (edition.taken ?? 0))
  return { all, confirmed: all - waiting - cancelled, waiting, cancelled, left }
}

const stepsAtMost = 120
const day = 864e5

/**
 * Registrations with a place over time, from the opening (or the first one) to now, in at most 120 steps. How many had
 * come by an instant is the number of the last one before it, so that only those online are counted, and who waits or
 * has cancelled.
 */
export async function curveOf(visit: Visit, edition: DeskEdition): Promise<Point[]> {
  const first = await findable(visit)
    .where('registrations.editionId', '=', edition.id)
    .orderBy('createdAt')
    .select('createdAt')
    .limit(1)
    .executeTakeFirst()
  if (!first) return []
  const span = spanOf(first.createdAt, edition, visit.now)
  const [come, online, waiting, gone] = await Promise.all([
    comeBy(visit, edition, span.moments),
    countedIn(visit, edition, { ...span, by: 'createdAt' })
      .where('attendance', '=', 'online')
      .where('state', '<>', 'waiting')
      .execute(),
    countedIn(visit, edition, { ...span, by: 'createdAt' })
      .where('state', '=', 'waiting')
      .execute(),
    countedIn(visit, edition, { ...span, by: 'cancelledAt' })
      .where('state', '=', 'cancelled')
      .execute(),
  ])
  return span.moments.map((at, index) => {
    const by = (rows: readonly Counted[]) =>
      rows.reduce((sum, { bucket, count }) => (bucket <= index ? sum + count : sum), 0)
    const here = by(online) - by(gone.filter(({ attendance }) => attendance === 'online'))
    const all = come[index]! - by(waiting) - by(gone)
    return { at: at.getTime(), onSite: Math.max(0, all - here), online: Math.max(0, here) }
  })
}

/** The edition with this slug and its curve, for those who may find its registrations; NotFound for everybody else. */
export async function courseOf(visit: Visit, slug: string) {
  const edition = await deskEdition(visit, slug, may.find)
  return { edition, curve: await curveOf(visit, edition) }
}

type Span = { from: number; step: number; moments: Date[] }

function spanOf(first: Date, { opensAt, endsAt }: DeskEdition, now: Date): Span {
  const from = Math.min(first.getTime(), opensAt?.getTime() ?? Number.POSITIVE_INFINITY)
  const until = Math.max(from, Math.min(now.getTime(), endsAt?.getTime() ?? Number.POSITIVE_INFINITY))
  const step = Math.max(1, Math.ceil((until - from) / day / stepsAtMost)) * day
  const count = Math.ceil((until - from) / step) + 1
  return { from, step, moments: Array.from({ length: count }, (_, n) => new Date(Math.min(until, from + n * step))) }
}

async function comeBy(visit: Visit, edition: DeskEdition, moments: readonly Date[]) {
  const rows = await visit.read
    .selectFrom(
      sql<{ at: Date }>`unnest(${moments.map((at) => at.toISOString())}::timestamptz[])`.as<'moments'>(
        sql`moments(at)`,
      ),
    )
    .select(
      findable(visit)
        .where('registrations.editionId', '=', edition.id)
        .where('registrations.number', 'is not', null)
        .where('registrations.createdAt', '<=', sql.ref<Date>('moments.at'))
        .orderBy('registrations.createdAt', 'desc')
        .select('registrations.number')
        .limit(1)
        .as('number'),
    )
    .orderBy('moments.at')
    .execute()
  return rows.map(({ number }) => number ?? 0)
}

type Counted = { bucket: number; attendance: Attendance; count: number }

/** How many there are in each step of a span, by when they came or went. */
const countedIn = (
  visit: Visit,
  edition: DeskEdition,
  { from, step, by }: { from: number; step: number; by: 'createdAt' | 'cancelledAt' },
) =>
  findable(visit)
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .where('registrations.editionId', '=', edition.id)
    .select([
      sql<number>`greatest(0, ceil((extract(epoch from ${sql.ref(`registrations.${by}`)}) * 1000 - ${from}::float8) / ${step}::float8))::int`.as(
        'bucket',
      ),
      'attendance',
      sql<number>`count(*)`.as('count'),
    ])
    .groupBy(['bucket', 'attendance'])

/** The editions whose registrations the viewer may find, newest first, with how many there have been. */
export const editionsWithCounts = (visit: Visit) =>
  deskEditions(visit, may.find)
    .select(['slug', 'title', 'startsAt', 'endsAt', 'dateText', 'isExample', 'lastNumber as count'])
    .orderBy('sortOn', 'desc')
    .execute()

const week = 7 * day
export type Standing = { seats: number | null; taken: number | null; thisWeek: number; waiting: number }

/** How an edition's registrations stand today; undefined for those who may not find them. */
export async function standingOf(visit: Visit, edition: string): Promise<Standing | undefined> {
  const row = await deskEditions(visit, may.find)
    .leftJoin('capacities', 'capacities.id', 'editions.capacityId')
    .where('editions.id', '=', edition)
    .select(['seats', 'taken'])
    .executeTakeFirst()
  if (!row) return undefined
  const counted = await findable(visit)
    .where('registrations.editionId', '=', edition)
    .select((eb) => [
      eb.fn
        .countAll<number>()
        .filterWhere('createdAt', '>', new Date(visit.now.getTime() - week))
        .as('thisWeek'),
      eb.fn.countAll<number>().filterWhere('state', '=', 'waiting').as('waiting'),
    ])
    .executeTakeFirstOrThrow()
  return { ...row, ...counted }
}
