import { letGo } from '../../files/index.ts'
import { changedOf } from '../../platform/changed-values.ts'
import { dates, inLanguage } from '../../platform/language.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import type { NewSource } from '../../region/index.ts'
import { installation } from '../../region/index.ts'
import type { EditionRow } from '../matters/edition.ts'
import {
  markOfSession,
  type SessionRow,
  type SessionValues,
  type SpeakerInput,
  sessionValues,
} from '../matters/session.ts'
import { lastsDays, peopleIn } from '../model.ts'
import { markOfOverlaps, overlapsOf } from '../queries/overlaps.ts'
import { bookedBy, setSeats } from './capacity.ts'
import { brokenConstraint, lockEdition } from './change.ts'
import { seatsOf } from './edition.ts'
import { movedUp } from './order.ts'
import { withSource } from './source.ts'

export type SessionInput = {
  edition: string
  values: SessionValues
  seats: number | null
  speakers: readonly SpeakerInput[]
  /** A source that is to be entered first; else the one the values name. */
  source?: NewSource | undefined
}

/** Adds a session. Refuses times out of order, a room that is taken (naming by what), places without booking. */
export async function addSession(change: Change, typed: SessionInput) {
  const edition = await lockEdition(change, typed.edition)
  const input = await checked(change, typed)
  if (isRefusal(input)) return input
  const set = await setSeats(change, { editionId: edition.id, capacityId: null, seats: input.seats })
  if ('refused' in set) return set
  const position = await positionOf(change, edition.id, input.values)
  const row = { ...input.values, ...position, editionId: edition.id, capacityId: set.capacityId }
  let id = ''
  const taken = await brokenConstraint(change, ['sessions_one_per_room'], async () => {
    id = (await change.write.insertInto('sessions').values(row).returning('id').executeTakeFirstOrThrow()).id
  })
  if (taken) return refuseRoom(change, edition, input.values)
  await saveSpeakers(change, id, input.speakers)
  await change.record('session.added', id, { edition: edition.id, after: asRecorded(input) })
  return { id, slug: edition.slug }
}

type SessionChange = SessionInput & {
  id: string
  seen: string
  /** The mark of the overlaps that were shown before, where it is to be moved all the same. */
  overlaps: string
}

/**
 * Changes a session, if nobody changed it since the form was shown. Refuses as `addSession` does, places below what is
 * booked, and an end of booking while people have booked, naming how many. Times at which people have booked something
 * else are refused with `bookingsOverlap`, naming how many, until `overlaps` says that this was seen.
 */
export async function changeSession(change: Change, typed: SessionChange) {
  const edition = await lockEdition(change, typed.edition)
  const row = await lockSession(change, edition.id, typed.id)
  const speakers = await speakersOf(change, row.id)
  const seats = await seatsOf(change, row.capacityId)
  if (markOfSession({ ...row, seats, speakers }) !== typed.seen) return refuse('changedMeanwhile')
  const input = await checked(change, typed)
  if (isRefusal(input)) return input
  const booked = await bookedBy(change, row.id)
  if (!input.values.isBookable && booked.length) return refuse('sessionIsBooked', 'isBookable', String(booked.length))
  const before = { ...sessionValues(row), seats, speakers: speakers.map(withoutId) }
  const changed = changedOf(before, asRecorded(input))
  if (!changed) return { id: row.id, slug: edition.slug }
  const refused =
    (await refuseOverlaps(change, row, input)) ?? (await writeSession(change, { edition, row, booked }, input))
  if (refused) return refused
  await change.record('session.changed', row.id, { edition: edition.id, ...changed })
  return { id: row.id, slug: edition.slug }
}

type Stored = { edition: EditionRow; row: SessionRow; booked: readonly string[] }

async function writeSession(change: Change, { edition, row, booked }: Stored, input: SessionInput) {
  if (input.seats === null && row.capacityId)
    await change.write.updateTable('sessions').set({ capacityId: null }).where('id', '=', row.id).execute()
  const place = { editionId: row.editionId, capacityId: row.capacityId, seats: input.seats }
  const set = await setSeats(change, place, booked)
  if ('refused' in set) return set
  const position = row.startsAt ? await positionOf(change, row.editionId, input.values) : {}
  const taken = await brokenConstraint(change, ['sessions_one_per_room'], () =>
    change.write
      .updateTable('sessions')
      .set({ ...input.values, ...position, capacityId: set.capacityId, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute(),
  )
  if (taken) return refuseRoom(change, edition, { ...input.values, id: row.id })
  await saveSpeakers(change, row.id, input.speakers)
  return undefined
}

async function refuseOverlaps(change: Change, row: SessionRow, { id, values, overlaps }: SessionChange) {
  const { startsAt, endsAt } = values
  if (isSameTime(row.startsAt, startsAt) && isSameTime(row.endsAt, endsAt)) return undefined
  const found = await overlapsOf(change, { id, startsAt, endsAt })
  if (markOfOverlaps(found) === overlaps || found.length === 0) return undefined
  return refuse('bookingsOverlap', 'startsAt', String(peopleIn(found)))
}

const isSameTime = (a: Date | null, b: Date | null) => a?.getTime() === b?.getTime()

/** What has no time comes last: its place in the order; nothing for what has one. */
async function positionOf(change: Change, editionId: string, { startsAt }: SessionValues) {
  return startsAt ? {} : { position: ((await timeless(change, editionId)).at(-1)?.position ?? 0) + 1 }
}

const timeless = (change: Change, editionId: string) =>
  change.write
    .selectFrom('sessions')
    .where('editionId', '=', editionId)
    .where('startsAt', 'is', null)
    .select(['id', 'position'])
    .orderBy('position')
    .orderBy('id')
    .execute()

/** Moves a session without a time one place up among those without; the first one stays. */
export async function moveSessionUp(change: Change, input: { edition: string; id: string }) {
  const edition = await lockEdition(change, input.edition)
  const ids = (await timeless(change, edition.id)).map(({ id }) => id)
  const { at, order } = movedUp(ids, input.id)
  if (at === 0) return { slug: edition.slug }
  for (const [index, id] of order.entries())
    await change.write
      .updateTable('sessions')
      .set({ position: index + 1 })
      .where('id', '=', id)
      .execute()
  await change.record('session.moved', input.id, {
    edition: edition.id,
    before: { position: at + 1 },
    after: { position: at },
  })
  return { slug: edition.slug }
}

/** Takes a session out of the programme. Refuses while people have booked it, naming how many. */
export async function removeSession(change: Change, input: { edition: string; id: string }) {
  const edition = await lockEdition(change, input.edition)
  const row = await lockSession(change, edition.id, input.id)
  const { count } = await change.write
    .selectFrom('bookings')
    .where('sessionId', '=', row.id)
    .select((query) => query.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count > 0) return refuse('sessionHasBookings', undefined, String(count))
  const speakers = await speakersOf(change, row.id)
  const portraits = await change.write
    .selectFrom('speakers')
    .where('sessionId', '=', row.id)
    .select('pictureFileId')
    .execute()
  await change.write.deleteFrom('sessions').where('id', '=', row.id).execute()
  for (const { pictureFileId } of portraits) await letGo(change, pictureFileId)
  if (row.capacityId) await change.write.deleteFrom('capacities').where('id', '=', row.capacityId).execute()
  await change.record('session.removed', row.id, {
    edition: edition.id,
    before: { ...sessionValues(row), speakers: speakers.map(withoutId) },
  })
  return { slug: edition.slug }
}

/** Locks the places before the session, as everybody does who takes one. */
async function lockSession(change: Change, editionId: string, id: string) {
  const found = change.write.selectFrom('sessions').where('editionId', '=', editionId).where('id', '=', id)
  const first = await found.select('capacityId').executeTakeFirst()
  if (!first) throw new NotFound()
  if (first.capacityId)
    await change.write.selectFrom('capacities').where('id', '=', first.capacityId).select('id').forUpdate().execute()
  return found.selectAll().forUpdate().executeTakeFirstOrThrow()
}

/** What was typed, with its source; a refusal where it does not hold together. */
async function checked<T extends SessionInput>(change: Change, typed: T) {
  const problem = check(typed)
  if (problem) return problem
  const values = await withSource(change, typed.values, typed.source)
  return isRefusal(values) ? values : { ...typed, values }
}

function check({ values, seats }: SessionInput) {
  const { startsAt, endsAt, isBookable } = values
  if (endsAt && !startsAt) return refuse('startMissing', 'startsAt')
  if (startsAt && endsAt && endsAt <= startsAt) return refuse('endBeforeStart', 'endsAt')
  if (isBookable && !(startsAt && endsAt)) return refuse('bookableNeedsTimes', startsAt ? 'endsAt' : 'startsAt')
  if (!isBookable && seats !== null) return refuse('seatsNeedBooking', 'seats')
  return undefined
}

/** Names what the room is taken by and from when to when, with the day where the edition lasts several. */
async function refuseRoom(change: Change, edition: EditionRow, values: SessionValues & { id?: string }) {
  const { zone } = await installation(change)
  const other = await change.write
    .selectFrom('sessions')
    .where('roomId', '=', values.roomId)
    .where('startsAt', '<', values.endsAt)
    .where('endsAt', '>', values.startsAt)
    .$if(values.id !== undefined, (query) => query.where('id', '!=', values.id!))
    .select(['title', 'startsAt', 'endsAt'])
    .orderBy('startsAt')
    .executeTakeFirstOrThrow()
  const { time, day, iso } = dates(change.language, zone)
  const moment = (at: Date) => (lastsDays(edition, iso) ? `${day(at)}, ${time(at)}` : time(at))
  const title = inLanguage(change.language, other.title)
  return refuse('roomTaken', 'roomId', title, moment(other.startsAt!), moment(other.endsAt!))
}

const speakersOf = (change: Change, sessionId: string) =>
  change.write
    .selectFrom('speakers')
    .where('sessionId', '=', sessionId)
    .select(['id', 'name', 'function', 'organisation'])
    .orderBy('position')
    .orderBy('id')
    .execute()

/** Rows that stay keep their picture; with a person taken out the portrait goes. */
async function saveSpeakers(change: Change, sessionId: string, speakers: readonly SpeakerInput[]) {
  const stored = new Set((await speakersOf(change, sessionId)).map(({ id }) => id))
  const kept = speakers.flatMap(({ id }) => (id && stored.has(id) ? [id] : []))
  const gone = await change.write
    .deleteFrom('speakers')
    .where('sessionId', '=', sessionId)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .returning('pictureFileId')
    .execute()
  for (const { pictureFileId } of gone) await letGo(change, pictureFileId)
  for (const [position, { id, ...speaker }] of speakers.entries())
    if (id && stored.has(id))
      await change.write
        .updateTable('speakers')
        .set({ ...speaker, position })
        .where('id', '=', id)
        .execute()
    else
      await change.write
        .insertInto('speakers')
        .values({ ...speaker, sessionId, position })
        .execute()
}

const withoutId = ({ id: _, ...speaker }: SpeakerInput) => speaker
const asRecorded = ({ values, seats, speakers }: SessionInput) => ({
  ...values,
  seats,
  speakers: speakers.map(withoutId),
})
