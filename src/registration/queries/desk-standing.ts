import { sql } from 'kysely'
import type { Visit } from '../../platform/visit.ts'
import { deskEditions, findable } from '../permissions/desk.ts'
import { may } from '../permissions.ts'
import type { DeskEdition } from './desk.ts'

export type Figures = { all: number; confirmed: number; waiting: number; cancelled: number; left: number | undefined }
/** How many were registered and not cancelled from this instant on. */
export type Point = { at: number; value: number }

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
 * Registrations over time, from the opening (or the first one) to now, in at most 120 steps. How many had come by an
 * instant is the number of the last one before it.
 */
export async function curveOf(visit: Visit, edition: DeskEdition): Promise<Point[]> {
  const first = await findable(visit)
    .where('registrations.editionId', '=', edition.id)
    .orderBy('createdAt')
    .select('createdAt')
    .limit(1)
    .executeTakeFirst()
  if (!first) return []
  const from = Math.min(first.createdAt.getTime(), edition.opensAt?.getTime() ?? Number.POSITIVE_INFINITY)
  const until = Math.max(from, Math.min(visit.now.getTime(), edition.endsAt?.getTime() ?? Number.POSITIVE_INFINITY))
  const step = Math.max(1, Math.ceil((until - from) / day / stepsAtMost)) * day
  const moments = Array.from(
    { length: Math.ceil((until - from) / step) + 1 },
    (_, n) => new Date(Math.min(until, from + n * step)),
  )
  const [come, gone] = await Promise.all([comeBy(visit, edition, moments), cancelledIn(visit, edition, { from, step })])
  return moments.map((at, index) => ({
    at: at.getTime(),
    value: Math.max(
      0,
      come[index]! - gone.reduce((sum, { bucket, count }) => (bucket <= index ? sum + count : sum), 0),
    ),
  }))
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

const cancelledIn = (visit: Visit, edition: DeskEdition, { from, step }: { from: number; step: number }) =>
  findable(visit)
    .where('registrations.editionId', '=', edition.id)
    .where('state', '=', 'cancelled')
    .select([
      sql<number>`greatest(0, ceil((extract(epoch from cancelled_at) * 1000 - ${from}::float8) / ${step}::float8))::int`.as(
        'bucket',
      ),
      sql<number>`count(*)`.as('count'),
    ])
    .groupBy('bucket')
    .execute()

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
