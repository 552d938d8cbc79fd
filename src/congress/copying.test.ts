import { expect } from 'vitest'
import { aBooking, anEdition, aRoom, aSession, audit, formAt } from '../../test/congress.ts'
import { test, type World } from '../../test/world.ts'
import { shiftTo } from './commands/copy.ts'
import { congress } from './index.ts'
import { retitled, slugFrom } from './matters/edition.ts'
import { paths } from './paths.ts'

test('year and town make the address of a new edition, which is a draft', async ({ world }) => {
  const office = await world.person('office')
  const first = await world.get(paths.newEdition.at('de'), office)
  expect(first.payload).toContain('Name der Reihe')
  const fields = {
    seriesDe: 'Metropolkongress',
    number: '1',
    titleDe: '1. Kongress',
    sortOn: '2028-10-19',
    town: 'Öhringen',
  }
  const answer = await world.post(paths.newEdition.at('de'), fields, office)
  expect([answer.statusCode, answer.headers.location]).toEqual([
    303,
    '/verwaltung/kongresse/2028-oehringen?info=created',
  ])
  expect((await world.get('/kongresse/2028-oehringen')).statusCode).toBe(404)
  const [entry] = await audit(world, 'edition.created')
  expect(entry?.after).toMatchObject({ number: 1, slug: '2028-oehringen', sortOn: '2028-10-19' })
  expect((await world.post(paths.newEdition.at('de'), { ...fields, number: '2' }, office)).payload).toContain(
    'gehört schon einem anderen Kongress',
  )
  const sameNumber = { ...fields, slug: 'anders' }
  expect((await world.post(paths.newEdition.at('de'), sameNumber, office)).payload).toContain(
    'gibt es in der Reihe schon',
  )
  expect((await world.post(paths.newEdition.at('de'), { ...sameNumber, slug: 'neu' }, office)).statusCode).toBe(409)
})

test('a slug keeps to small letters, figures and hyphens', () => {
  expect(slugFrom('2026-10-05', 'Reutlingen')).toBe('2026-reutlingen')
  expect(slugFrom('2026-10-05', 'Schwäbisch Gmünd / Straßdorf')).toBe('2026-schwaebisch-gmuend-strassdorf')
  expect(slugFrom('2026-10-05', '')).toBe('2026')
})

test('a copy keeps the wall clock across summer time and takes no registration with it', async ({ world }) => {
  const { id, slug } = await anEdition(world, { seats: 80 })
  const office = await world.person('office')
  const room = await aRoom(world, id)
  const session = await aSession(world, id, { roomId: room.id, seats: 20 })
  await world.db.insertInto('speakers').values({ sessionId: session.id, name: 'Eine Person', position: 0 }).execute()
  await aBooking(world, id, session.id)
  await world.db.updateTable('capacities').set({ taken: 3 }).execute()
  await world.sql(
    `update editions set programme_note = '{"de":"Programm"}', groups_note = '{"de":"Gruppen"}', host_note = '{"de":"Gastgeber"}'`,
  )
  const fields = { number: '8', titleDe: '8. Metropolkongress', day: '2028-07-06', slug: '2028-heilbronn' }
  const answer = await world.post(paths.copyEdition.at('de', { edition: slug }), fields, office)
  expect(answer.headers.location).toBe('/verwaltung/kongresse/2028-heilbronn?info=copied')
  const copy = await world.db
    .selectFrom('editions')
    .where('slug', '=', '2028-heilbronn')
    .select(['id', 'title', 'theme', 'startsAt', 'endsAt', 'sortOn', 'announcedAt', 'opensAt', 'stateByHand', 'venue'])
    .select(['programmeNote', 'groupsNote', 'hostNote'])
    .executeTakeFirstOrThrow()
  const { id: copyId, ...values } = copy
  expect(values).toEqual({
    title: { de: '8. Metropolkongress' },
    theme: null,
    startsAt: new Date('2028-07-06T07:30:00Z'),
    endsAt: new Date('2028-07-06T14:00:00Z'),
    sortOn: '2028-07-06',
    announcedAt: null,
    opensAt: null,
    stateByHand: null,
    venue: 'Harmonie Heilbronn',
    programmeNote: { de: 'Programm' },
    groupsNote: null,
    hostNote: null,
  })
  const sessions = await world.db
    .selectFrom('sessions')
    .innerJoin('rooms', 'rooms.id', 'sessions.roomId')
    .innerJoin('capacities', 'capacities.id', 'sessions.capacityId')
    .where('sessions.editionId', '=', copyId)
    .select(['startsAt', 'rooms.editionId', 'seats', 'taken', 'capacities.editionId as capacityOf'])
    .execute()
  expect(sessions).toEqual([
    { startsAt: new Date('2028-07-06T09:00:00Z'), editionId: copyId, seats: 20, taken: 0, capacityOf: copyId },
  ])
  const types = await world.db.selectFrom('ticketTypes').where('editionId', '=', copyId).select('name').execute()
  expect(types).toEqual([{ name: { de: 'Vor Ort' } }])
  expect(await world.db.selectFrom('speakers').select('sessionId').execute()).toEqual([{ sessionId: session.id }])
  expect(await world.db.selectFrom('registrations').where('editionId', '=', copyId).select('id').execute()).toEqual([])
})

test('the copy of an edition without a beginning says so on its checklist, and puts its sessions on the new day', async ({
  world,
}) => {
  const { id, slug } = await anEdition(world)
  await aSession(world, id)
  const [{ day }] = (await world.sql(`select starts_at::date::text as day from sessions`)) as [{ day: string }]
  await world.sql(`update editions set starts_at = null, ends_at = null, sort_on = '2026-10-01'`)
  const fields = { number: '8', titleDe: '8. Metropolkongress', day: '2028-07-06', slug: '2028-neu' }
  const office = await world.person('office')
  const answer = await world.post(paths.copyEdition.at('de', { edition: slug }), fields, office)
  const page = (await world.get(String(answer.headers.location), office)).payload
  expect(page).toContain('Die Kopie ist angelegt')
  expect(page).toContain('bisher ist nur der ungefähre Tag vermerkt: 6. Juli 2028')
  expect(day).not.toBe('2026-10-01')
  expect(
    await world.sql(`select e.starts_at, s.starts_at::date::text as day from editions e join sessions s on s.edition_id = e.id
      where slug = '2028-neu'`),
  ).toEqual([{ starts_at: null, day: '2028-07-06' }])
})

test('a copy of an example says nothing of what the example made up', async ({ world }) => {
  const made = { de: 'Beispieltext: erfunden' }
  const told = { text: made, programmeNote: made, arrival: made, stepFree: made, venue: 'Rathaus (Beispielort)' }
  const { id, slug } = await anEdition(world, { isExample: true, address: 'Markt 1', ...told })
  const room = await aRoom(world, id)
  await aSession(world, id, { roomId: room.id, abstract: made })
  await world.sql(`update rooms set note = '{"de":"Beispieltext"}'`)
  await world.sql(`update ticket_types set note = '{"de":"Beispieltext"}'`)
  await world.db
    .insertInto('workingGroups')
    .values({ editionId: id, name: { de: 'Wasser' }, text: made, position: 0 })
    .execute()
  const fields = {
    number: '8',
    titleDe: '8. Kongress',
    day: '2028-07-06',
    slug: '2028-echt',
    withGroups: 'on',
    withOrganisations: 'on',
  }
  await world.post(paths.copyEdition.at('de', { edition: slug }), fields, await world.person('office'))
  const [copy] =
    await world.sql(`select is_example, (select name ->> 'de' from working_groups where edition_id = e.id) as group_name,
    concat(text, programme_note, arrival, step_free, venue, address, town, region_id,
      (select string_agg(concat(abstract), '') from sessions where edition_id = e.id),
      (select string_agg(concat(note), '') from rooms where edition_id = e.id),
      (select string_agg(concat(note), '') from ticket_types where edition_id = e.id),
      (select string_agg(concat(text), '') from working_groups where edition_id = e.id)) as said
    from editions e where slug = '2028-echt'`)
  expect(copy).toEqual({ is_example: false, group_name: 'Wasser', said: '' })
  expect(await world.sql(`select count(*)::int as n from sessions`)).toEqual([{ n: 2 }])
})

test('the form for a copy proposes the title with the new number, and of an example neither hosts nor a town in the address', async ({
  world,
}) => {
  const title = { de: '7. Metropolkongress', en: '7th Metropolitan Congress' }
  const { slug } = await anEdition(world, { number: 7, title, isExample: true, town: 'Pforzheim' })
  const office = await world.person('office')
  const form = paths.copyEdition.at('de', { edition: slug })
  const fields = await formAt(world, form, office)
  expect([fields.number, fields.titleDe, fields.titleEn]).toEqual([
    '8',
    '8. Metropolkongress',
    '8th Metropolitan Congress',
  ])
  expect((await world.get(form, office)).payload).not.toContain('Gastgeber und Partner übernehmen')
  const answer = await world.post(form, { ...fields, day: '2028-07-06' }, office)
  expect(answer.headers.location).toBe(paths.edit.at('de', { edition: '2028' }, { info: 'copied' }))
})

test('a title keeps its words under another number, and is left alone where it does not begin with its own', () => {
  const other = (de: string, en: string) => retitled({ de, en }, { from: 11, to: 22 })
  expect(other('11. Kongress', '11th congress of 11')).toEqual({ de: '22. Kongress', en: '22nd congress of 11' })
  expect(other('Kongress 11', '111th congress')).toEqual({ de: 'Kongress 11', en: '111th congress' })
})

test('a time that summer time skips is taken one hour later', () => {
  const shift = shiftTo('Europe/Berlin', '2026-03-22', '2026-03-29')
  expect(shift(new Date('2026-03-22T01:30:00Z'))).toEqual(new Date('2026-03-29T01:30:00Z'))
  expect(shift(null)).toBe(null)
})

const overview = async (world: World, slug: string, who: Awaited<ReturnType<World['person']>>) =>
  (await world.get(paths.edit.at('de', { edition: slug }), who)).payload
/** What a congress still lacks, and the way to where it is mended. */
const toDo = (html: string) =>
  [...html.matchAll(/<li><a class="more" href="([^"]+)">([^<]+)</g)].map(([, href, what]) => [what, href])

test('the page of a congress names what is still to do and leads there; what is done is gone', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const place = paths.editPlace.at('de', { edition: slug })
  const before = toDo(await overview(world, slug, office))
  expect(before).toHaveLength(8)
  expect(before[0]).toEqual(['Die Anschrift eintragen', place])
  const fields = await formAt(world, place, office)
  await world.post(place, { ...fields, address: 'Allee 28, 74072 Heilbronn' }, office)
  expect(toDo(await overview(world, slug, office))).toEqual(before.slice(1))
})

test('a congress that is over lacks nothing for its registration any more', async ({ world }) => {
  const { slug } = await anEdition(world, { stateByHand: 'held' })
  const html = await overview(world, slug, await world.person('office'))
  expect(toDo(html)).toEqual([])
  expect(html).toContain('Alles Nötige ist da.')
})

/** The states on the way of a congress, with what stands below each. */
const course = (html: string) =>
  [.../<ol class="steps".*?<\/ol>/s.exec(html)![0].matchAll(/<li class="(\w+)".*?<\/li>/g)].map(
    ([stop, state]) => `${state}: ${stop.replace(/<span class="hide">[^<]*<\/span>|<[^>]+>/g, ' ').trim()}`,
  )

test('the page of a congress shows where it stands, and what moves it on', async ({ world }) => {
  const { slug } = await anEdition(world, { opensAt: new Date('2026-06-01T07:00:00Z') })
  const office = await world.person('office')
  const dated = await overview(world, slug, office)
  expect(course(dated).map((stop) => stop.replace(/\s+/g, ' '))).toEqual([
    'done: Entwurf',
    'now: angekündigt jetzt, seit 03.05.2026',
    'next: Anmeldung offen ab 01.06.2026',
    'next: Anmeldung geschlossen noch kein Datum',
    'next: hat stattgefunden ab 12.11.2026',
    'next: dokumentiert noch kein Datum',
  ])
  expect(dated).toContain('am 1. Juni 2026, 9.00\u00a0Uhr: Anmeldung offen.')
  await world.db.updateTable('editions').set({ stateByHand: 'closed' }).execute()
  const byHand = await overview(world, slug, office)
  expect(course(byHand).map((stop) => stop.replace(/\s+/g, ' '))).toEqual([
    'done: Entwurf',
    'done: angekündigt',
    'done: Anmeldung offen',
    'now: Anmeldung geschlossen jetzt, von Hand',
    'next: hat stattgefunden',
    'next: dokumentiert',
  ])
  expect(byHand).toContain('Dieser Stand ist von Hand gesetzt')
})

test('every way the page of a congress offers is open to who sees it', async ({ world }) => {
  const { id, slug } = await anEdition(world)
  for (const who of [await world.person('office'), await world.person('congress_team', id)]) {
    const ways = [...(await overview(world, slug, who)).matchAll(/<li><a (?:class="more" )?href="([^"]+)"/g)].map(
      ([, href]) => href!,
    )
    const office = ways.filter((href) => href.startsWith('/verwaltung/kongresse/') || href.includes('einwilligungen'))
    expect(office.length).toBeGreaterThan(12)
    for (const href of office) expect([href, (await world.get(href, who)).statusCode]).toEqual([href, 200])
  }
})

test('the overview tells the office about an edition that lacks something, and nobody else', async ({ world }) => {
  const { id, slug } = await anEdition(world)
  const other = await anEdition(world, { number: 8, slug: '2028-pforzheim', stateByHand: 'held' })
  const attention = async (edition: string) => {
    const viewer = { kind: 'person', id, name: '', signIn: '', roles: [{ role: 'congress_team', edition }] } as const
    const { db, clock, house } = world
    return congress.attention!({ read: db as never, viewer, now: clock.now, language: 'de', house })
  }
  const text = '7. Metropolkongress: Vor der Anmeldung sind noch 8 Punkte offen.'
  expect(await attention(id)).toEqual([{ text, href: paths.edit.at('de', { edition: slug }) }])
  expect(await attention(other.id)).toEqual([])
})

test('a new edition and a copy are offered the number after the last one, examples counted', async ({ world }) => {
  const { slug } = await anEdition(world, { number: 4 })
  await anEdition(world, { number: 5, slug: '2027-beispiel', isExample: true })
  const office = await world.person('office')
  for (const path of [paths.newEdition.at('de'), paths.copyEdition.at('de', { edition: slug })])
    expect((await formAt(world, path, office)).number).toBe('6')
})
