import { letGo } from '../../files/index.ts'
import { dates, inLanguage } from '../../platform/language.ts'
import { type Change, NotFound, refuse } from '../../platform/visit.ts'
import { installation } from '../../region/index.ts'
import {
  markOfSession,
  type SessionRow,
  type SessionValues,
  type SpeakerInput,
  sessionValues,
} from '../matters/session.ts'
import { bookedBy, setSeats } from './capacity.ts'
import { brokenConstraint, changedOf, lockEdition } from './change.ts'
import { seatsOf } from './edition.ts'

export type SessionInput = {
  edition: string
  values: SessionValues
  seats: number | null
  speakers: readonly SpeakerInput[]
}

/** Adds a session. Refuses times out of order, a room that is taken (naming by what), places without booking. */
export async function addSession(change: Change, input: SessionInput) {
  const edition = await lockEdition(change, input.edition)
  const problem = check(input)
  if (problem) return problem
  const set = await setSeats(change, { editionId: edition.id, capacityId: null, seats: input.seats })
  if ('refused' in set) return set
  const row = { ...input.values, editionId: edition.id, capacityId: set.capacityId }
  let id = ''
  const taken = await brokenConstraint(change, ['sessions_one_per_room'], async () => {
    id = (await change.write.insertInto('sessions').values(row).returning('id').executeTakeFirstOrThrow()).id
  })
  if (taken) return refuseRoom(change, input.values)
  await saveSpeakers(change, id, input.speakers)
  await change.record('session.added', id, { edition: edition.id, after: asRecorded(input) })
  return { id, slug: edition.slug }
}

/**
 * Changes a session, if nobody changed it since the form was shown. Refuses as `addSession` does, places below what is
 * booked, and an end of booking while people have booked, naming how many.
 */
export async function changeSession(change: Change, input: SessionInput & { id: string; seen: string }) {
  const edition = await lockEdition(change, input.edition)
  const row = await lockSession(change, edition.id, input.id)
  const speakers = await speakersOf(change, row.id)
  const seats = await seatsOf(change, row.capacityId)
  if (markOfSession({ ...row, seats, speakers }) !== input.seen) return refuse('changedMeanwhile')
  const problem = check(input)
  if (problem) return problem
  const booked = await bookedBy(change, row.id)
  if (!input.values.isBookable && booked.length) return refuse('sessionIsBooked', 'isBookable', String(booked.length))
  const before = { ...sessionValues(row), seats, speakers: speakers.map(withoutId) }
  const changed = changedOf(before, asRecorded(input))
  if (!changed) return { id: row.id, slug: edition.slug }
  const refused = await writeSession(change, row, input, booked)
  if (refused) return refused
  await change.record('session.changed', row.id, { edition: edition.id, ...changed })
  return { id: row.id, slug: edition.slug }
}

async function writeSession(change: Change, row: SessionRow, input: SessionInput, booked: readonly string[]) {
  if (input.seats === null && row.capacityId)
    await change.write.updateTable('sessions').set({ capacityId: null }).where('id', '=', row.id).execute()
  const place = { editionId: row.editionId, capacityId: row.capacityId, seats: input.seats }
  const set = await setSeats(change, place, booked)
  if ('refused' in set) return set
  const taken = await brokenConstraint(change, ['sessions_one_per_room'], () =>
    change.write
      .updateTable('sessions')
      .set({ ...input.values, capacityId: set.capacityId, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute(),
  )
  if (taken) return refuseRoom(change, input.values, row.id)
  await saveSpeakers(change, row.id, input.speakers)
  return undefined
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

function check({ values, seats }: SessionInput) {
  const { startsAt, endsAt, isBookable } = values
  if (endsAt && !startsAt) return refuse('startMissing', 'startsAt')
  if (startsAt && endsAt && endsAt <= startsAt) return refuse('endBeforeStart', 'endsAt')
  if (isBookable && !(startsAt && endsAt)) return refuse('bookableNeedsTimes', startsAt ? 'endsAt' : 'startsAt')
  if (!isBookable && seats !== null) return refuse('seatsNeedBooking', 'seats')
  return undefined
}

async function refuseRoom(change: Change, values: SessionValues, except?: string) {
  const { zone } = await installation(change)
  const other = await change.write
    .selectFrom('sessions')
    .where('roomId', '=', values.roomId)
    .where('startsAt', '<', values.endsAt)
    .where('endsAt', '>', values.startsAt)
    .$if(except !== undefined, (query) => query.where('id', '!=', except!))
    .select(['title', 'startsAt', 'endsAt'])
    .orderBy('startsAt')
    .executeTakeFirstOrThrow()
  const { time } = dates(change.language, zone)
  return refuse(
    'roomTaken',
    'roomId',
    inLanguage(change.language, other.title),
    time(other.startsAt!),
    time(other.endsAt!),
  )
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
