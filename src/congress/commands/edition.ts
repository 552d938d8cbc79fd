import { changedOf } from '../../platform/changed-values.ts'
import { markOf, only } from '../../platform/meanwhile.ts'
import { type Change, demand, isRefusal, refuse } from '../../platform/visit.ts'
import type { NewSource } from '../../region/index.ts'
import type { EditionRow } from '../matters/edition.ts'
import { may } from '../permissions.ts'
import { onSite, setSeats } from './capacity.ts'
import { brokenConstraint, lockEdition } from './change.ts'
import { withSource } from './source.ts'

/** What stands in the place of an edition in the office's addresses. */
const reserved = ['neu', 'new', 'reihe', 'series']
export const unique = ['editions_slug_key', 'editions_number']

export type NewEdition = {
  /** Its series by id, or the name of the first one. */
  series: string | EditionRow['title']
  number: number
  slug: string
  title: EditionRow['title']
  town: string | null
  sortOn: string
}

/**
 * Makes a draft. Refuses with `slugTaken`, `slugReserved` or `numberTaken`. Only who works for the whole installation
 * may make one.
 */
export async function createEdition(change: Change, { series, ...input }: NewEdition) {
  demand(change.viewer, may.create)
  const seriesId = typeof series === 'string' ? series : await createSeries(change, series)
  if (reserved.includes(input.slug)) return refuse('slugReserved', 'slug')
  const taken = await brokenConstraint(change, unique, () =>
    change.write
      .insertInto('editions')
      .values({ ...input, seriesId, createdAt: change.now })
      .execute(),
  )
  if (taken) return refuseTaken(taken)
  const { id } = await change.write
    .selectFrom('editions')
    .where('slug', '=', input.slug)
    .select('id')
    .executeTakeFirstOrThrow()
  await change.record('edition.created', id, { edition: id, after: input })
  return { id, slug: input.slug }
}

async function createSeries(change: Change, name: EditionRow['title']) {
  const { id } = await change.write.insertInto('series').values({ name }).returning('id').executeTakeFirstOrThrow()
  await change.record('series.created', id, { after: { name } })
  return id
}

export const refuseTaken = (constraint: string) =>
  constraint === 'editions_slug_key' ? refuse('slugTaken', 'slug') : refuse('numberTaken', 'number')

export type EditionChange = {
  edition: string
  values: Partial<EditionRow>
  seen: string
  /** A source that is to be entered first; else the one the values name. */
  source?: NewSource | undefined
}

/**
 * Changes some columns of an edition, if nobody changed them since the form was shown (`changedMeanwhile`).
 * Refuses dates out of order, a slug or number that is taken. Counts the version up for calendars.
 */
export async function changeEdition(change: Change, input: EditionChange) {
  const row = await lockEdition(change, input.edition)
  const before = only(row, Object.keys(input.values) as (keyof EditionRow & string)[])
  if (markOf(before) !== input.seen) return refuse('changedMeanwhile')
  const values = await withSource(change, input.values, input.source)
  if (isRefusal(values)) return values
  const problem = checkDates({ ...row, ...values })
  if (problem) return problem
  if (values.slug !== undefined && reserved.includes(values.slug)) return refuse('slugReserved', 'slug')
  const changed = changedOf(before, values)
  const slug = values.slug ?? row.slug
  if (!changed) return { slug }
  const taken = await brokenConstraint(change, unique, () =>
    change.write
      .updateTable('editions')
      .set({ ...values, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute(),
  )
  if (taken) return refuseTaken(taken)
  await change.record('edition.changed', row.id, { edition: row.id, ...changed })
  return { slug }
}

function checkDates(row: EditionRow) {
  const { startsAt, endsAt, doorsAt, opensAt, closesAt } = row
  if (endsAt && !startsAt) return refuse('startMissing', 'startsAt')
  if (startsAt && endsAt && endsAt <= startsAt) return refuse('endBeforeStart', 'endsAt')
  if (startsAt && doorsAt && doorsAt > startsAt) return refuse('doorsAfterStart', 'doorsAt')
  if (!row.sortOn) return refuse('dayMissing', 'sortOn')
  if (opensAt && closesAt && closesAt <= opensAt) return refuse('closesBeforeOpens', 'closesAt')
  return undefined
}

/** Sets the places on site of an edition; null takes the limit away. Refuses to go below what is taken. */
export async function changeSeats(change: Change, input: { edition: string; seats: number | null; seen: string }) {
  const row = await lockEdition(change, input.edition)
  const before = await seatsOf(change, row.capacityId)
  if (markOf({ seats: before }) !== input.seen) return refuse('changedMeanwhile')
  if (before === input.seats) return { slug: row.slug }
  const holders = row.capacityId ? [] : await onSite(change, row.id)
  if (input.seats === null)
    await change.write.updateTable('editions').set({ capacityId: null }).where('id', '=', row.id).execute()
  const set = await setSeats(change, { editionId: row.id, capacityId: row.capacityId, seats: input.seats }, holders)
  if ('refused' in set) return set
  await change.write
    .updateTable('editions')
    .set({ capacityId: set.capacityId, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await change.record('edition.seats_changed', row.id, {
    edition: row.id,
    before: { seats: before },
    after: { seats: input.seats },
  })
  return { slug: row.slug }
}

export async function seatsOf(change: Change, capacityId: string | null): Promise<number | null> {
  if (!capacityId) return null
  const { seats } = await change.write
    .selectFrom('capacities')
    .where('id', '=', capacityId)
    .select('seats')
    .executeTakeFirstOrThrow()
  return seats
}
