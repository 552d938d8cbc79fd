import type { Insertable } from 'kysely'
import type { Schema } from '../src/platform/schema.ts'
import type { World } from './world.ts'

type Row<T extends keyof Schema> = Partial<Insertable<Schema[T]>>

/** Heilbronn-Franken as the second line, with the city of Heilbronn; there once, however often it is asked for. */
export async function aRegion({ db }: World) {
  const colours = JSON.stringify({ field: { light: '#6f1450' } })
  await db
    .insertInto('regions')
    .values({ id: 'heilbronn-franken', no: 2, name: { de: 'Heilbronn-Franken' }, colours })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return 'heilbronn-franken'
}

async function theSeries({ db }: World) {
  const there = await db.selectFrom('series').select('id').executeTakeFirst()
  if (there) return there.id
  const name = { de: 'Metropolkongress', en: 'Metropolitan congress' }
  const made = await db.insertInto('series').values({ name }).returning('id').executeTakeFirstOrThrow()
  return made.id
}

/**
 * An edition that is announced: number 7 in Heilbronn, 12 November 2026, 9.30 to 16 o'clock in Berlin. `seats` limits
 * its places on site.
 */
export async function anEdition(world: World, { seats, ...values }: Row<'editions'> & { seats?: number } = {}) {
  const { db, clock } = world
  const edition = await db
    .insertInto('editions')
    .values({
      seriesId: await theSeries(world),
      number: 7,
      slug: '2026-heilbronn',
      title: { de: '7. Metropolkongress', en: '7th Metropolitan Congress' },
      theme: { de: 'Wirtschaftliche Transformation', en: 'Economic transformation' },
      sortOn: '2026-11-12',
      startsAt: new Date('2026-11-12T08:30:00Z'),
      endsAt: new Date('2026-11-12T15:00:00Z'),
      town: 'Heilbronn',
      venue: 'Harmonie Heilbronn',
      regionId: await aRegion(world),
      announcedAt: new Date(clock.now.getTime() - 864e5),
      createdAt: clock.now,
      ...values,
    })
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow()
  if (seats === undefined) return { ...edition, capacityId: undefined }
  const capacityId = await aCapacity(world, edition.id, seats)
  await db.updateTable('editions').set({ capacityId }).where('id', '=', edition.id).execute()
  return { ...edition, capacityId }
}

/** An edition whose registration has opened yesterday, with 100 places on site unless said otherwise. */
export const anOpenEdition = (world: World, values: Parameters<typeof anEdition>[1] = {}) =>
  anEdition(world, { opensAt: new Date(world.clock.now.getTime() - 864e5), seats: 100, ...values })

export async function aCapacity({ db }: World, editionId: string, seats: number, taken = 0) {
  const { id } = await db
    .insertInto('capacities')
    .values({ editionId, seats, taken })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A workshop of this edition from 11 to 12 o'clock; with `seats` it can be booked. */
export async function aSession(
  world: World,
  editionId: string,
  { seats, ...values }: Row<'sessions'> & { seats?: number } = {},
) {
  const capacityId = seats === undefined ? null : await aCapacity(world, editionId, seats)
  return world.db
    .insertInto('sessions')
    .values({
      editionId,
      title: { de: 'Wasserstoff im Neckartal', en: 'Hydrogen in the Neckar valley' },
      format: 'workshop',
      startsAt: new Date('2026-11-12T10:00:00Z'),
      endsAt: new Date('2026-11-12T11:00:00Z'),
      capacityId,
      isBookable: seats !== undefined,
      ...values,
    })
    .returning(['id', 'capacityId'])
    .executeTakeFirstOrThrow()
}

export const aRoom = ({ db }: World, editionId: string, name = 'Saal 1') =>
  db
    .insertInto('rooms')
    .values({ editionId, name: { de: name }, position: 0 })
    .returning('id')
    .executeTakeFirstOrThrow()

export const aDocument = ({ db }: World, editionId: string, values: Row<'editionDocuments'> = {}) =>
  db
    .insertInto('editionDocuments')
    .values({ editionId, title: { de: 'Thesenpapier' }, kind: { de: 'Papier' }, year: 2022, position: 0, ...values })
    .execute()
