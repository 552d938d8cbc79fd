import type { Change } from '../platform/visit.ts'

type Writer = Pick<Change, 'write'>

/**
 * THE capacity primitive. Takes one place of each of these for a registration, all or none, and gives the ids of those
 * that are full (none taken then).
 */
export const takePlaces = (change: Writer, registrationId: string, capacityIds: readonly string[]) =>
  exchangePlaces(change, registrationId, { take: capacityIds, release: [] })

/** Gives back every place a registration holds. However often it is called, each place is given back once. */
export async function releasePlaces(change: Writer, registrationId: string): Promise<void> {
  await exchangePlaces(change, registrationId, { take: [], release: await heldPlaces(change, registrationId) })
}

/** The ids of the capacities of which a registration holds a place. */
export async function heldPlaces({ write }: Writer, registrationId: string): Promise<string[]> {
  const places = await write
    .selectFrom('places')
    .where('registrationId', '=', registrationId)
    .select('capacityId')
    .execute()
  return places.map(({ capacityId }) => capacityId)
}

/**
 * Takes some places and gives back others in one step: all, or none when one to take is full; gives the ids of the full
 * ones. The rows are locked in the order of their ids, so that no two wait for each other; the lock lasts until the
 * transaction ends, so call this once and as late as possible.
 */
export async function exchangePlaces(
  { write }: Writer,
  registrationId: string,
  { take, release }: { take: readonly string[]; release: readonly string[] },
): Promise<string[]> {
  if (take.length + release.length === 0) return []
  const capacities = await write
    .selectFrom('capacities')
    .where('id', 'in', [...take, ...release])
    .select(['id', 'seats', 'taken'])
    .orderBy('id')
    .forUpdate()
    .execute()
  const full = capacities.filter(({ id, seats, taken }) => take.includes(id) && taken >= seats)
  if (full.length > 0) return full.map(({ id }) => id)
  if (release.length > 0) await giveBack({ write }, registrationId, release)
  if (take.length > 0) {
    await write
      .insertInto('places')
      .values(take.map((capacityId) => ({ capacityId, registrationId })))
      .execute()
    await count({ write }, take, 1)
  }
  return []
}

async function giveBack({ write }: Writer, registrationId: string, capacityIds: readonly string[]) {
  const released = await write
    .deleteFrom('places')
    .where('registrationId', '=', registrationId)
    .where('capacityId', 'in', capacityIds)
    .returning('capacityId')
    .execute()
  const ids = released.map(({ capacityId }) => capacityId)
  if (ids.length > 0) await count({ write }, ids, -1)
}

const count = ({ write }: Writer, ids: readonly string[], by: 1 | -1) =>
  write
    .updateTable('capacities')
    .set((row) => ({ taken: row('taken', '+', by) }))
    .where('id', 'in', ids)
    .execute()
