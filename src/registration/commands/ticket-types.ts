import { setSeats } from '../../congress/index.ts'
import { type Bilingual, isSameText } from '../../platform/language.ts'
import { type Change, demand, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import type { Attendance } from '../model.ts'
import { may } from '../permissions.ts'

export type TicketTypeInput = {
  name: Bilingual
  note: Bilingual | null
  attendance: Attendance
  seats: number | null
  position: number
}

/** Adds a ticket type to an edition. */
export async function addTicketType(
  change: Change,
  { edition, seats, ...values }: TicketTypeInput & { edition: string },
) {
  demand(change.viewer, may.work, edition)
  const limit = await setSeats(change, { editionId: edition, capacityId: null, seats })
  if (isRefusal(limit)) return limit
  const { id } = await change.write
    .insertInto('ticketTypes')
    .values({ ...values, editionId: edition, capacityId: limit.capacityId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.record('ticket_type.created', id, { edition, after: { ...values, seats } })
  return { id }
}

/**
 * Changes a ticket type and its quota. Refuses with `seatsBelowTaken`, naming the number, and with `attendanceFixed`
 * once somebody has registered with it. What is stored already is no change.
 */
export async function changeTicketType(
  change: Change,
  { id, edition, seats, ...values }: TicketTypeInput & { id: string; edition: string },
) {
  const before = await lockType(change, edition, id)
  if (isSame(before, { ...values, seats })) return { id }
  const holders = await change.read
    .selectFrom('registrations')
    .where('ticketTypeId', '=', id)
    .where('state', '=', 'confirmed')
    .select('id')
    .execute()
  if (holders.length > 0 && before.attendance !== values.attendance) return refuse('attendanceFixed', 'attendance')
  if (seats === null && before.capacityId)
    await change.write.updateTable('ticketTypes').set({ capacityId: null }).where('id', '=', id).execute()
  const limit = await setSeats(
    change,
    { editionId: edition, capacityId: before.capacityId, seats },
    holders.map((holder) => holder.id),
  )
  if (isRefusal(limit)) return limit
  await change.write
    .updateTable('ticketTypes')
    .set({ ...values, capacityId: limit.capacityId })
    .where('id', '=', id)
    .execute()
  await change.record('ticket_type.changed', id, {
    edition,
    before: { name: before.name, attendance: before.attendance },
    after: { ...values, seats },
  })
  return { id }
}

/** Removes a ticket type nobody has registered with; refuses with `typeInUse`. */
export async function removeTicketType(change: Change, { id, edition }: { id: string; edition: string }) {
  const before = await lockType(change, edition, id)
  const used = await change.read
    .selectFrom('registrations')
    .where('ticketTypeId', '=', id)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  if (used) return refuse('typeInUse')
  await change.write.deleteFrom('ticketTypes').where('id', '=', id).execute()
  await setSeats(change, { editionId: edition, capacityId: before.capacityId, seats: null })
  await change.record('ticket_type.removed', id, { edition, before: { name: before.name } })
  return { id }
}

async function lockType(change: Change, edition: string, id: string) {
  demand(change.viewer, may.work, edition)
  const row = await change.write
    .selectFrom('ticketTypes')
    .where('ticketTypes.id', '=', id)
    .where('ticketTypes.editionId', '=', edition)
    .leftJoin('capacities', 'capacities.id', 'ticketTypes.capacityId')
    .select(['ticketTypes.id', 'name', 'note', 'attendance', 'position', 'capacityId', 'seats'])
    .forUpdate('ticketTypes')
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

type Told = Omit<TicketTypeInput, 'seats'> & { seats: number | null }
const isSame = (one: Told, other: Told) =>
  isSameText(one.name, other.name) &&
  isSameText(one.note, other.note) &&
  one.attendance === other.attendance &&
  one.position === other.position &&
  one.seats === other.seats
