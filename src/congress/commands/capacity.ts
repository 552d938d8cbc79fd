import { type Change, refuse } from '../../platform/visit.ts'

export type Seats = { editionId: string; capacityId: string | null; seats: number | null }

/**
 * Sets a number of places: makes, raises, lowers or (`seats` null) removes the limit, and gives the capacity's id or
 * null. `holders` are the registrations that have a place already when a limit is set for the first time.
 * Refuses with `seatsBelowTaken`, naming how many are taken, and never goes below. Whoever removes a limit clears the
 * reference to it first.
 */
export async function setSeats(change: Change, input: Seats, holders: readonly string[] = []) {
  const { capacityId, seats } = input
  if (!capacityId) return seats === null ? { capacityId: null } : firstLimit(change, input.editionId, seats, holders)
  const { taken } = await change.write
    .selectFrom('capacities')
    .where('id', '=', capacityId)
    .where('editionId', '=', input.editionId)
    .select('taken')
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (seats === null) {
    await change.write.deleteFrom('capacities').where('id', '=', capacityId).execute()
    return { capacityId: null }
  }
  if (seats < taken) return refuse('seatsBelowTaken', 'seats', String(taken))
  await change.write.updateTable('capacities').set({ seats }).where('id', '=', capacityId).execute()
  return { capacityId }
}

async function firstLimit(change: Change, editionId: string, seats: number, holders: readonly string[]) {
  if (seats < holders.length) return refuse('seatsBelowTaken', 'seats', String(holders.length))
  const { id } = await change.write
    .insertInto('capacities')
    .values({ editionId, seats, taken: holders.length })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (holders.length)
    await change.write
      .insertInto('places')
      .values(holders.map((registrationId) => ({ capacityId: id, registrationId })))
      .execute()
  return { capacityId: id }
}

/** Registrations that booked a session and take part. */
export async function bookedBy(change: Change, sessionId: string) {
  const rows = await change.write
    .selectFrom('bookings')
    .innerJoin('registrations', 'registrations.id', 'bookings.registrationId')
    .where('bookings.sessionId', '=', sessionId)
    .where('registrations.state', '=', 'confirmed')
    .select('registrations.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Confirmed registrations of an edition that come to the place. */
export async function onSite(change: Change, editionId: string) {
  const rows = await change.write
    .selectFrom('registrations')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .where('registrations.editionId', '=', editionId)
    .where('registrations.state', '=', 'confirmed')
    .where('ticketTypes.attendance', '=', 'on_site')
    .select('registrations.id')
    .execute()
  return rows.map(({ id }) => id)
}
