import { expect } from 'vitest'
import { aBooking, anEdition, aRoom, aSession, audit, formAt } from '../../test/congress.ts'
import { test, type World } from '../../test/world.ts'
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

async function twoBooked(world: World) {
  const { id, slug } = await anEdition(world)
  const office = await world.person('office')
  const morning = await aSession(world, id, { isBookable: true })
  const noon = new Date('2026-11-12T12:00:00Z')
  const later = { startsAt: noon, endsAt: new Date('2026-11-12T13:00:00Z'), title: { de: 'Netze' } }
  const second = await aSession(world, id, { ...later, isBookable: true })
  for (const no of [1, 2]) {
    const registrationId = await aBooking(world, id, morning.id, no)
    const booking = { registrationId, editionId: id, sessionId: second.id, bookedAt: world.clock.now }
    await world.db.insertInto('bookings').values(booking).execute()
  }
  await aBooking(world, id, second.id, 3)
  const times = { startsAt: '2026-11-12T11:30', endsAt: '2026-11-12T12:30' }
  return { office, times, at: sessionAt(slug, second.id), second: second.id }
}

test('moving a session onto another one that the same people booked is asked once more, naming them', async ({
  world,
}) => {
  const { office, times, at, second } = await twoBooked(world)
  const starts = async () =>
    (await world.db.selectFrom('sessions').where('id', '=', second).select('startsAt').executeTakeFirstOrThrow())
      .startsAt
  const fields = await formAt(world, at, office)
  const asked = await world.post(at, { ...fields, ...times }, office)
  expect([asked.statusCode, await starts()]).toEqual([409, new Date('2026-11-12T12:00:00Z')])
  expect(asked.payload).toContain('2 Personen haben zu dieser Zeit noch etwas anderes gebucht')
  expect(asked.payload.match(/anmeldungen\/[\w-]+">Teilnehmende Person<\/a>: Wasserstoff im Neckartal/g)).toHaveLength(
    2,
  )
  expect(asked.payload).toContain('Trotzdem speichern')
  const overlaps = / name="overlaps" value="([^"]+)"/.exec(asked.payload)![1]!
  const saved = await world.post(at, { ...fields, ...times, overlaps }, office)
  expect([saved.headers.location, await starts()]).toEqual([`${at}?saved=1`, new Date('2026-11-12T10:30:00Z')])
  const after = (await world.get(at, office)).payload
  expect(after).toContain('2 Personen haben zur selben Zeit noch etwas gebucht')
  const renamed = { ...(await formAt(world, at, office)), titleDe: 'Netze und Speicher' }
  expect((await world.post(at, renamed, office)).statusCode).toBe(303)
})

test('what was confirmed for some people does not hold for one more', async ({ world }) => {
  const { office, times, at } = await twoBooked(world)
  const fields = await formAt(world, at, office)
  const asked = await world.post(at, { ...fields, ...times }, office)
  const overlaps = / name="overlaps" value="([^"]+)"/.exec(asked.payload)![1]!
  await world.db
    .deleteFrom('bookings')
    .where('registrationId', '=', world.db.selectFrom('registrations').where('code', '=', 'B1').select('id'))
    .execute()
  const again = await world.post(at, { ...fields, ...times, overlaps }, office)
  expect([again.statusCode, again.payload.includes('Eine Person hat zu dieser Zeit')]).toEqual([409, true])
})

test('sessions without a time stand in the order the office gives them, here and in public', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  for (const titleDe of ['Erstens', 'Zweitens', 'Drittens'])
    await world.post(addTo(slug), { titleDe, format: 'talk' }, office)
  const last = await world.db.selectFrom('sessions').where('position', '=', 3).select('id').executeTakeFirstOrThrow()
  const up = paths.editProgramme.up.at('de', { edition: slug, item: last.id })
  expect((await world.get(programmeOf(slug), office)).payload).toContain(`action="${up}"`)
  expect((await world.post(up, {}, office)).headers.location).toBe(`${programmeOf(slug)}?saved=1`)
  const order = (html: string) => html.match(/(Erst|Zweit|Dritt)ens(?=<)/g)
  const wanted = ['Erstens', 'Drittens', 'Zweitens']
  expect(order((await world.get(paths.programme.at('de', { edition: slug }))).payload)).toEqual(wanted)
  const list = (await world.get(programmeOf(slug), office)).payload
  expect([...new Set(order(list))]).toEqual(wanted)
  expect(await audit(world, 'session.moved')).toMatchObject([{ before: { position: 3 }, after: { position: 2 } }])
})

test('a session and a fact name their source, chosen or new, and keep it when they are changed', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  await world.db
    .insertInto('sources')
    .values({ id: 'bericht', title: { de: 'Bericht des Kreises, 2022' } })
    .execute()
  const facts = paths.editParts.facts
  const fact = { labelDe: 'Teilnehmende', valueDe: '300', sourceId: 'bericht' }
  expect((await world.post(facts.add.at('de', { edition: slug }), fact, office)).statusCode).toBe(303)
  const page = () => world.get(paths.edition.at('de', { edition: slug })).then(({ payload }) => payload)
  expect(await page()).toContain('<li id="source-1"><span>Bericht des Kreises, 2022</span></li>')
  const { id } = await world.db.selectFrom('editionFacts').select('id').executeTakeFirstOrThrow()
  const at = facts.item.at('de', { edition: slug, item: id })
  const stored = await formAt(world, at, office)
  expect(stored.sourceId).toBe('bericht')
  await world.post(at, { ...stored, valueDe: '301' }, office)
  expect(await page()).toContain('Bericht des Kreises, 2022')
  const fresh = {
    sourceTitleDe: 'Protokoll, 2023',
    sourceTitleEn: 'Minutes, 2023',
    sourceAddress: 'https://kreis.example/protokoll',
  }
  await world.post(at, { ...(await formAt(world, at, office)), ...fresh }, office)
  expect(await page()).toContain(
    '<li id="source-1"><a href="https://kreis.example/protokoll"><span>Protokoll, 2023</span></a></li>',
  )
  await world.post(addTo(slug), { titleDe: 'Podium', format: 'panel', sourceTitleDe: 'protokoll, 2023' }, office)
  const session = await world.db.selectFrom('sessions').select('sourceId').executeTakeFirstOrThrow()
  const sources = await world.db.selectFrom('sources').select(['id', 'title']).orderBy('title').execute()
  expect(sources.map(({ title }) => title)).toEqual([
    { de: 'Bericht des Kreises, 2022' },
    { de: 'Protokoll, 2023', en: 'Minutes, 2023' },
  ])
  expect(session.sourceId).toBe(sources[1]!.id)
})

test('a source that is not there, or has no name, is refused at its field', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const add = paths.editParts.facts.add.at('de', { edition: slug })
  const fact = { labelDe: 'Teilnehmende', valueDe: '300' }
  const field = async (fields: Record<string, string>) => {
    const { statusCode, payload } = await world.post(add, { ...fact, ...fields }, office)
    return [statusCode, /href="#f-(\w+)"/.exec(payload)?.[1]]
  }
  expect(await field({ sourceId: 'keine' })).toEqual([409, 'sourceId'])
  expect(await field({ sourceAddress: 'https://kreis.example/' })).toEqual([409, 'sourceTitleDe'])
})
