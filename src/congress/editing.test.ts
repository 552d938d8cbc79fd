import { expect } from 'vitest'
import { aDocument, anEdition, aRoom, aSession } from '../../test/congress.ts'
import { test, type World } from '../../test/world.ts'
import { shiftTo } from './commands/copy.ts'
import { congress } from './index.ts'
import { slugFrom } from './matters/edition.ts'
import { partNames } from './matters/parts.ts'
import { paths } from './paths.ts'

type Person = Awaited<ReturnType<World['person']>>

/** The fields of the first form that posts to this address, as a browser would send them. */
async function formAt(world: World, path: string, who: Person, action = path): Promise<Record<string, string>> {
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

const audit = ({ db }: World, what: string) =>
  db.selectFrom('audit').where('what', '=', what).select(['before', 'after', 'editionId']).execute()

const basicsOf = (slug: string) => paths.editBasics.at('de', { edition: slug })
const programmeOf = (slug: string) => paths.editProgramme.list.at('de', { edition: slug })
const addTo = (slug: string) => paths.editProgramme.add.at('de', { edition: slug })
const sessionAt = (slug: string, item: string) => paths.editProgramme.item.at('de', { edition: slug, item })

async function aBooking({ db, clock }: World, edition: string, session: string, no = 1) {
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

test('every page of an edition opens for the office in both languages, and is 404 for a team of another', async ({
  world,
}) => {
  const { id, slug } = await anEdition(world, { seats: 50 })
  const other = await anEdition(world, { number: 8, slug: '2028-pforzheim' })
  const office = await world.person('office')
  const team = await world.person('congress_team', id)
  const stranger = await world.person('congress_team', other.id)
  const room = await aRoom(world, id)
  await aDocument(world, id)
  const session = await aSession(world, id, { roomId: room.id })
  const place = { edition: slug, item: session.id }
  const pages = [
    paths.edit,
    paths.editBasics,
    paths.editPlace,
    paths.editState,
    paths.editEnglish,
    paths.editOrganisations,
    paths.editProgramme.list,
    paths.editProgramme.add,
    paths.editProgramme.item,
    paths.editProgramme.remove,
    ...partNames.flatMap((part) => [paths.editParts[part].list, paths.editParts[part].add]),
  ]
  for (const page of pages) {
    expect([page.de, (await world.get(page.at('de', place), office)).statusCode]).toEqual([page.de, 200])
    expect([page.en, (await world.get(page.at('en', place), team)).statusCode]).toEqual([page.en, 200])
    expect([page.de, (await world.get(page.at('de', place), stranger)).statusCode]).toEqual([page.de, 404])
    expect([page.de, (await world.get(page.at('de', place))).statusCode]).toEqual([page.de, 404])
  }
})

test('a team of another edition can change nothing', async ({ world }) => {
  const { id, slug } = await anEdition(world)
  const other = await anEdition(world, { number: 8, slug: '2028-pforzheim' })
  const stranger = await world.person('congress_team', other.id)
  const session = await aSession(world, id)
  const place = { edition: slug, item: session.id }
  const actions = [
    paths.editBasics,
    paths.editPlace,
    paths.editState,
    paths.editSeats,
    paths.editOrganisations,
    paths.editProgramme.add,
    paths.editProgramme.item,
    paths.editProgramme.remove,
    paths.copyEdition,
    paths.newEdition,
    ...partNames.map((part) => paths.editParts[part].add),
  ]
  for (const action of actions)
    expect([action.de, (await world.post(action.at('de', place), {}, stranger)).statusCode]).toEqual([action.de, 404])
  expect(await world.db.selectFrom('audit').select('id').execute()).toEqual([])
})

test('the team of one edition sees it alone in the list and may not create or copy', async ({ world }) => {
  const { id, slug } = await anEdition(world)
  await anEdition(world, { number: 8, slug: '2028-pforzheim', title: { de: '8. Kongress' } })
  const team = await world.person('congress_team', id)
  const list = (await world.get(paths.office.at('de'), team)).payload
  expect(list).toContain('7. Metropolkongress')
  expect(list).not.toContain('8. Kongress')
  expect(list).not.toContain(paths.newEdition.at('de'))
  expect((await world.get(paths.newEdition.at('de'), team)).statusCode).toBe(404)
  expect((await world.get(paths.copyEdition.at('de', { edition: slug }), team)).statusCode).toBe(404)
})

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
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/verwaltung/kongresse/2028-oehringen'])
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

test('a change is recorded with before and after, and counts the version up for calendars', async ({ world }) => {
  const { id, slug } = await anEdition(world)
  const office = await world.person('office')
  const fields = await formAt(world, basicsOf(slug), office)
  const answer = await world.post(basicsOf(slug), { ...fields, themeEn: '', mottoDe: 'Gemeinsam' }, office)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `${basicsOf(slug)}?saved=1`])
  expect(await audit(world, 'edition.changed')).toEqual([
    {
      editionId: id,
      before: { theme: { de: 'Wirtschaftliche Transformation', en: 'Economic transformation' }, motto: null },
      after: { theme: { de: 'Wirtschaftliche Transformation' }, motto: { de: 'Gemeinsam' } },
    },
  ])
  const { version } = await world.db.selectFrom('editions').select('version').executeTakeFirstOrThrow()
  expect(version).toBe(2)
})

test('a form sent back as it was changes and records nothing', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  for (const path of [paths.editBasics, paths.editPlace, paths.editState]) {
    const at = path.at('de', { edition: slug })
    expect((await world.post(at, await formAt(world, at, office), office)).statusCode).toBe(303)
  }
  expect(await world.db.selectFrom('audit').select('what').execute()).toEqual([])
})

test('English without German is a problem of the German field', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const fields = await formAt(world, basicsOf(slug), office)
  const answer = await world.post(basicsOf(slug), { ...fields, mottoEn: 'Together' }, office)
  expect(answer.statusCode).toBe(422)
  expect(answer.payload).toContain('href="#f-mottoDe"')
})

test('what somebody changed in between is shown, not overwritten, and what was typed is kept', async ({ world }) => {
  const { slug } = await anEdition(world)
  const [one, two] = [await world.person('office'), await world.person('office')]
  const [first, second] = [await formAt(world, basicsOf(slug), one), await formAt(world, basicsOf(slug), two)]
  expect((await world.post(basicsOf(slug), { ...first, mottoDe: 'Vom Ersten' }, one)).statusCode).toBe(303)
  const late = await world.post(basicsOf(slug), { ...second, mottoDe: 'Vom Zweiten' }, two)
  expect(late.statusCode).toBe(409)
  expect(late.payload).toContain('Inzwischen gespeichert: „Vom Ersten“')
  expect(late.payload).toContain('value="Vom Zweiten"')
  const motto = () => world.db.selectFrom('editions').select('motto').executeTakeFirstOrThrow()
  expect(await motto()).toEqual({ motto: { de: 'Vom Ersten' } })
  const seen = / name="seen" value="([^"]+)"/.exec(late.payload)![1]!
  expect((await world.post(basicsOf(slug), { ...second, mottoDe: 'Vom Zweiten', seen }, two)).statusCode).toBe(303)
  expect(await motto()).toEqual({ motto: { de: 'Vom Zweiten' } })
})

test('of two who save the same form at the same moment, one is stored and the other is told', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const fields = await formAt(world, basicsOf(slug), office)
  const mottos = ['Erstes', 'Zweites']
  const answers = await world.together(2, (n) => world.post(basicsOf(slug), { ...fields, mottoDe: mottos[n]! }, office))
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409])
  const stored = mottos[answers.findIndex(({ statusCode }) => statusCode === 303)]
  const { motto } = await world.db.selectFrom('editions').select('motto').executeTakeFirstOrThrow()
  expect(motto).toEqual({ de: stored })
  expect(answers.find(({ statusCode }) => statusCode === 409)?.payload).toContain(`Inzwischen gespeichert: „${stored}“`)
})

test('an address that names nothing is not found', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  for (const item of ['keine', '01890000-0000-7000-8000-000000000000']) {
    const place = { edition: slug, item }
    expect((await world.get(paths.editProgramme.item.at('de', place), office)).statusCode).toBe(404)
    expect((await world.post(paths.editParts.rooms.remove.at('de', place), {}, office)).statusCode).toBe(404)
    expect((await world.post(paths.editParts.rooms.up.at('de', place), {}, office)).statusCode).toBe(404)
  }
  const gone = { part: 'host', organisation: 'keine' }
  expect((await world.post(paths.removeOrganisation.at('de', { edition: slug }), gone, office)).statusCode).toBe(404)
})

test('a state set by hand holds against the dates until it is taken back', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const at = paths.editState.at('de', { edition: slug })
  expect((await formAt(world, at, office)).stateByHand).toBe('')
  await world.post(at, { ...(await formAt(world, at, office)), stateByHand: 'draft' }, office)
  expect((await world.get(paths.edition.at('de', { edition: slug }))).statusCode).toBe(404)
  await world.post(at, { ...(await formAt(world, at, office)), stateByHand: '' }, office)
  expect((await world.get(paths.edition.at('de', { edition: slug }))).statusCode).toBe(200)
})

test('changes of another form are no conflict, nor are registrations', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const place = paths.editPlace.at('de', { edition: slug })
  const fields = await formAt(world, place, office)
  await world.post(basicsOf(slug), { ...(await formAt(world, basicsOf(slug), office)), mottoDe: 'Neu' }, office)
  await world.db.updateTable('editions').set({ lastNumber: 17 }).execute()
  expect((await world.post(place, { ...fields, venue: 'Rathaus' }, office)).statusCode).toBe(303)
})

test('times are wall clock times of the place, and an end before the start is refused at the end', async ({
  world,
}) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const at = paths.editPlace.at('de', { edition: slug })
  const fields = await formAt(world, at, office)
  expect([fields.startsAt, fields.endsAt]).toEqual(['2026-11-12T09:30', '2026-11-12T16:00'])
  const bad = await world.post(at, { ...fields, endsAt: '2026-11-12T09:00' }, office)
  expect([bad.statusCode, bad.payload.includes('href="#f-endsAt"')]).toEqual([409, true])
  const good = { ...fields, startsAt: '2026-07-01T09:30', endsAt: '2026-07-01T16:00' }
  expect((await world.post(at, good, office)).statusCode).toBe(303)
  const row = await world.db.selectFrom('editions').select(['startsAt', 'sortOn']).executeTakeFirstOrThrow()
  expect(row).toEqual({ startsAt: new Date('2026-07-01T07:30:00Z'), sortOn: '2026-07-01' })
})

test('places on site never go below what is taken', async ({ world }) => {
  const { slug, capacityId } = await anEdition(world, { seats: 50 })
  await world.db.updateTable('capacities').set({ taken: 12 }).execute()
  const office = await world.person('office')
  const at = paths.editState.at('de', { edition: slug })
  const action = paths.editSeats.at('de', { edition: slug })
  const fields = await formAt(world, at, office, action)
  const low = await world.post(action, { ...fields, seats: '11' }, office)
  expect([low.statusCode, low.payload.includes('12 Plätze sind schon vergeben')]).toEqual([409, true])
  expect((await world.post(action, { ...fields, seats: '12' }, office)).statusCode).toBe(303)
  expect(await world.db.selectFrom('capacities').select(['id', 'seats', 'taken']).execute()).toEqual([
    { id: capacityId, seats: 12, taken: 12 },
  ])
  expect(await audit(world, 'edition.seats_changed')).toMatchObject([{ before: { seats: 50 }, after: { seats: 12 } }])
})

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

test('parts are added, changed, ordered and deleted, each recorded', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const at = paths.editParts.groups
  const names = ['Mobilität', 'Energie', 'Fachkräfte']
  for (const nameDe of names) await world.post(at.add.at('de', { edition: slug }), { nameDe }, office)
  const groups = () =>
    world.db.selectFrom('workingGroups').select(['id', 'name', 'leads']).orderBy('position').execute()
  const last = (await groups()).at(-1)!
  const place = { edition: slug, item: last.id }
  await world.post(at.up.at('de', place), {}, office)
  expect((await groups()).map(({ name }) => name.de)).toEqual(['Mobilität', 'Fachkräfte', 'Energie'])
  const fields = await formAt(world, at.item.at('de', place), office)
  await world.post(at.item.at('de', place), { ...fields, leads: 'Regionalverband' }, office)
  expect(await audit(world, 'groups.changed')).toMatchObject([
    { before: { leads: null }, after: { leads: 'Regionalverband' } },
  ])
  await world.post(at.remove.at('de', place), {}, office)
  expect((await groups()).map(({ name }) => name.de)).toEqual(['Mobilität', 'Energie'])
  expect(await audit(world, 'groups.removed')).toMatchObject([{ before: { name: { de: 'Fachkräfte' } } }])
})

test('a room that sessions stand in is not deleted', async ({ world }) => {
  const { id, slug } = await anEdition(world)
  const office = await world.person('office')
  const room = await aRoom(world, id)
  await aSession(world, id, { roomId: room.id })
  const remove = paths.editParts.rooms.remove.at('de', { edition: slug, item: room.id })
  const refused = await world.post(remove, {}, office)
  expect([refused.statusCode, refused.payload.includes('Wird noch gebraucht: „Wasserstoff im Neckartal“.')]).toEqual([
    409,
    true,
  ])
})

test('hosts and partners come from the register or are entered there, once each', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  await world.db.insertInto('organisations').values({ name: 'Stadt Heilbronn', kind: 'municipality' }).execute()
  const at = paths.editOrganisations.at('de', { edition: slug })
  expect((await world.post(at, { name: 'stadt heilbronn', part: 'host' }, office)).statusCode).toBe(303)
  expect((await world.post(at, { name: 'IHK Heilbronn-Franken', part: 'partner' }, office)).statusCode).toBe(303)
  expect((await world.post(at, { name: 'Stadt Heilbronn', part: 'host' }, office)).statusCode).toBe(409)
  const names = await world.db.selectFrom('organisations').select('name').orderBy('name').execute()
  expect(names.map(({ name }) => name)).toEqual(['IHK Heilbronn-Franken', 'Stadt Heilbronn'])
})

test('a copy keeps the wall clock across summer time and takes no registration with it', async ({ world }) => {
  const { id, slug } = await anEdition(world, { seats: 80 })
  const office = await world.person('office')
  const room = await aRoom(world, id)
  const session = await aSession(world, id, { roomId: room.id, seats: 20 })
  await world.db.insertInto('speakers').values({ sessionId: session.id, name: 'Eine Person', position: 0 }).execute()
  await aBooking(world, id, session.id)
  await world.db.updateTable('capacities').set({ taken: 3 }).execute()
  const fields = { number: '8', titleDe: '8. Metropolkongress', day: '2028-07-06', slug: '2028-heilbronn' }
  const answer = await world.post(paths.copyEdition.at('de', { edition: slug }), fields, office)
  expect(answer.headers.location).toBe('/verwaltung/kongresse/2028-heilbronn')
  const copy = await world.db
    .selectFrom('editions')
    .where('slug', '=', '2028-heilbronn')
    .select(['id', 'startsAt', 'endsAt', 'sortOn', 'announcedAt', 'opensAt', 'stateByHand', 'venue'])
    .executeTakeFirstOrThrow()
  const { id: copyId, ...values } = copy
  expect(values).toEqual({
    startsAt: new Date('2028-07-06T07:30:00Z'),
    endsAt: new Date('2028-07-06T14:00:00Z'),
    sortOn: '2028-07-06',
    announcedAt: null,
    opensAt: null,
    stateByHand: null,
    venue: 'Harmonie Heilbronn',
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

test('a time that summer time skips is taken one hour later', () => {
  const shift = shiftTo('Europe/Berlin', '2026-03-22', '2026-03-29')
  expect(shift(new Date('2026-03-22T01:30:00Z'))).toEqual(new Date('2026-03-29T01:30:00Z'))
  expect(shift(null)).toBe(null)
})

test('the checklist names what is missing and leads there; what is done says so', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const before = (await world.get(paths.edit.at('de', { edition: slug }), office)).payload
  expect(before).toContain('8 Punkte sind offen.')
  const place = paths.editPlace.at('de', { edition: slug })
  expect(before).toContain(`<a href="${place}">Die Anschrift steht da</a>`)
  const fields = await formAt(world, place, office)
  await world.post(place, { ...fields, address: 'Allee 28, 74072 Heilbronn' }, office)
  const after = (await world.get(paths.edit.at('de', { edition: slug }), office)).payload
  expect(after).toContain('7 Punkte sind offen.')
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

test('texts without English are listed with the way to their form', async ({ world }) => {
  const { id, slug } = await anEdition(world)
  const office = await world.person('office')
  const room = await aRoom(world, id)
  const page = (await world.get(paths.editEnglish.at('de', { edition: slug }), office)).payload
  expect(page).toContain('Ein Text fehlt.')
  expect(page).toContain(`href="${paths.editParts.rooms.item.at('de', { edition: slug, item: room.id })}"`)
})
