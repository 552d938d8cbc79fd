import { expect } from 'vitest'
import { aBooking, anEdition, aRoom, aSession, audit, formAt } from '../../test/congress.ts'
import { test } from '../../test/world.ts'
import { paths } from './paths.ts'

const programmeOf = (slug: string) => paths.editProgramme.list.at('de', { edition: slug })
const addTo = (slug: string) => paths.editProgramme.add.at('de', { edition: slug })
const sessionAt = (slug: string, item: string) => paths.editProgramme.item.at('de', { edition: slug, item })

test('a room taken at that time is refused at the room, naming the other session', async ({ world }) => {
  const { id, slug } = await anEdition(world)
  const office = await world.person('office')
  const room = await aRoom(world, id)
  await aSession(world, id, { roomId: room.id })
  const fields = { titleDe: 'Zweiter', format: 'talk', roomId: room.id }
  const clash = { ...fields, startsAt: '2026-11-12T11:30', endsAt: '2026-11-12T12:30' }
  const answer = await world.post(addTo(slug), clash, office)
  expect(answer.statusCode).toBe(409)
  expect(answer.payload).toContain('href="#f-roomId"')
  expect(answer.payload).toContain('„Wasserstoff im Neckartal“, 11.00\u00a0Uhr bis 12.00\u00a0Uhr')
  expect(await world.db.selectFrom('sessions').select('title').execute()).toHaveLength(1)
  const after = { ...fields, startsAt: '2026-11-12T12:00', endsAt: '2026-11-12T13:00' }
  expect((await world.post(addTo(slug), after, office)).headers.location).toBe(`${programmeOf(slug)}?saved=1`)
})

test('a session keeps its speakers and their pictures when it is edited', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const start = { titleDe: 'Podium', format: 'panel', speaker1Name: 'Erste Person', speaker2Name: 'Zweite Person' }
  await world.post(addTo(slug), { ...start, speaker2FunctionDe: 'Landrätin' }, office)
  const stored = () =>
    world.db.selectFrom('speakers').select(['id', 'name', 'function', 'position']).orderBy('position').execute()
  const [first, second] = await stored()
  const { id } = await world.db.selectFrom('sessions').select('id').executeTakeFirstOrThrow()
  const fields = await formAt(world, sessionAt(slug, id), office)
  await world.post(sessionAt(slug, id), { ...fields, speaker1Name: '', speaker3Name: 'Dritte Person' }, office)
  const now = await stored()
  expect(now.map(({ name, position }) => [name, position])).toEqual([
    ['Zweite Person', 0],
    ['Dritte Person', 1],
  ])
  expect([now[0]?.id, now[0]?.function]).toEqual([second?.id, { de: 'Landrätin' }])
  expect(now.some((speaker) => speaker.id === first?.id)).toBe(false)
})

test('a limit set later counts those who have booked, and can not be lower', async ({ world }) => {
  const { id, slug } = await anEdition(world)
  const office = await world.person('office')
  const session = await aSession(world, id, { isBookable: true })
  const people = [await aBooking(world, id, session.id, 1), await aBooking(world, id, session.id, 2)]
  const fields = await formAt(world, sessionAt(slug, session.id), office)
  const low = await world.post(sessionAt(slug, session.id), { ...fields, seats: '1' }, office)
  expect([low.statusCode, low.payload.includes('2 Plätze sind schon vergeben')]).toEqual([409, true])
  expect((await world.post(sessionAt(slug, session.id), { ...fields, seats: '2' }, office)).statusCode).toBe(303)
  expect(await world.db.selectFrom('capacities').select(['seats', 'taken']).execute()).toEqual([{ seats: 2, taken: 2 }])
  const places = await world.db.selectFrom('places').select('registrationId').orderBy('registrationId').execute()
  expect(places.map(({ registrationId }) => registrationId)).toEqual(people.toSorted())
  const limited = await formAt(world, sessionAt(slug, session.id), office)
  expect((await world.post(sessionAt(slug, session.id), { ...limited, seats: '' }, office)).statusCode).toBe(303)
  expect(await world.db.selectFrom('capacities').select('id').execute()).toEqual([])
})

test('a session that people have booked can be neither deleted nor closed to booking', async ({ world }) => {
  const { id, slug } = await anEdition(world)
  const office = await world.person('office')
  const session = await aSession(world, id, { isBookable: true })
  await aBooking(world, id, session.id)
  const remove = paths.editProgramme.remove.at('de', { edition: slug, item: session.id })
  const refused = await world.post(remove, {}, office)
  expect([refused.statusCode, refused.payload.includes('Eine Person hat diesen Punkt gebucht')]).toEqual([409, true])
  const { isBookable: _, ...fields } = await formAt(world, sessionAt(slug, session.id), office)
  expect((await world.post(sessionAt(slug, session.id), fields, office)).payload).toContain('er muss buchbar bleiben')
  await world.db.deleteFrom('bookings').execute()
  expect((await world.post(remove, {}, office)).statusCode).toBe(303)
  expect(await world.db.selectFrom('sessions').select('id').execute()).toEqual([])
  expect(await audit(world, 'session.removed')).toMatchObject([
    { before: { title: { de: 'Wasserstoff im Neckartal' } } },
  ])
})
