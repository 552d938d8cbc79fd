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

type Person = Awaited<ReturnType<World['person']>>

/** The fields of the first form that posts to this address, as a browser would send them. */
export async function formAt(world: World, path: string, who: Person, action = path): Promise<Record<string, string>> {
  const { payload } = await world.get(path, who)
  const form = payload.split('<form').find((part) => part.includes(`action="${action}"`))!
  const fields: Record<string, string> = {}
  const text = (value: string) =>
    value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name')!
    const type = attribute(tag, 'type')
    if ((type === 'radio' || type === 'checkbox') && !/ checked/.test(tag)) continue
    fields[name] = text(attribute(tag, 'value') ?? (type === 'checkbox' ? 'on' : ''))
  }
  for (const [, tag, value] of form.matchAll(/<textarea([^>]*)>([^<]*)<\/textarea>/g))
    fields[attribute(tag!, 'name')!] = text(value!)
  for (const [, tag, options] of form.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = [...options!.matchAll(/<option[^>]*>/g)].map(([option]) => option)
    const selected = chosen.find((option) => / selected/.test(option)) ?? chosen[0]!
    fields[attribute(tag!, 'name')!] = attribute(selected, 'value') ?? ''
  }
  delete fields.formKey
  return fields
}

/** What the record of changes holds of one kind of deed. */
export const audit = ({ db }: World, what: string) =>
  db.selectFrom('audit').where('what', '=', what).select(['before', 'after', 'editionId']).execute()

/** A confirmed registration that has booked a session. Gives its id. */
export async function aBooking({ db, clock }: World, edition: string, session: string, no = 1) {
  const { id: ticketTypeId } = await db
    .insertInto('ticketTypes')
    .values({ editionId: edition, name: { de: 'Vor Ort' }, attendance: 'on_site', position: no })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: registrationId } = await db
    .insertInto('registrations')
    .values({
      editionId: edition,
      ticketTypeId,
      code: `B${no}`,
      state: 'confirmed',
      name: 'Teilnehmende Person',
      email: `person${no}@kreis.example`,
      language: 'de',
      secretHash: Buffer.alloc(32, no),
      createdAt: clock.now,
      changedAt: clock.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const booking = { registrationId, editionId: edition, sessionId: session, bookedAt: clock.now }
  await db.insertInto('bookings').values(booking).execute()
  return registrationId
}
