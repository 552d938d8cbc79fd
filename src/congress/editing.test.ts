import { expect } from 'vitest'
import { aDocument, anEdition, aRoom, aSession, audit, formAt } from '../../test/congress.ts'
import { test } from '../../test/world.ts'
import { partNames } from './matters/parts.ts'
import { paths } from './paths.ts'

const basicsOf = (slug: string) => paths.editBasics.at('de', { edition: slug })

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

test('registration opened by hand with open points shows them and asks once more', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const at = paths.editState.at('de', { edition: slug })
  const fields = { ...(await formAt(world, at, office)), stateByHand: 'open' }
  const asked = await world.post(at, fields, office)
  expect(asked.statusCode).toBe(409)
  expect(asked.payload).toContain('8 Punkte sind offen.')
  expect(asked.payload).toContain(
    `<a href="${paths.editPlace.at('de', { edition: slug })}">Die Anschrift eintragen</a>`,
  )
  expect(asked.payload).toContain('Trotzdem öffnen')
  const stored = () => world.db.selectFrom('editions').select('stateByHand').executeTakeFirstOrThrow()
  expect(await stored()).toEqual({ stateByHand: null })
  const points = / name="points" value="([^"]+)"/.exec(asked.payload)![1]!
  expect((await world.post(at, { ...fields, points: 'anderes' }, office)).statusCode).toBe(409)
  expect((await world.post(at, { ...fields, points }, office)).statusCode).toBe(303)
  expect(await stored()).toEqual({ stateByHand: 'open' })
})

test('registration that a date opens at once is asked about too, and later changes are not', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const at = paths.editState.at('de', { edition: slug })
  const fields = await formAt(world, at, office)
  expect((await world.post(at, { ...fields, opensAt: '2026-05-04T11:00' }, office)).statusCode).toBe(409)
  expect((await world.post(at, { ...fields, opensAt: '2026-05-05T11:00' }, office)).statusCode).toBe(303)
  await world.db.updateTable('editions').set({ stateByHand: 'open' }).execute()
  const open = await formAt(world, at, office)
  expect((await world.post(at, { ...open, closesAt: '2026-06-05T11:00' }, office)).statusCode).toBe(303)
})

test('the office says what the series is called and how often it comes together', async ({ world }) => {
  const { id } = await anEdition(world)
  const office = await world.person('office')
  const team = await world.person('congress_team', id)
  const at = paths.editSeries.at('de')
  expect((await world.get(at, team)).statusCode).toBe(404)
  const fields = await formAt(world, at, office)
  const first = await world.get(paths.congresses.at('de'))
  expect(first.payload).toContain('Metropolkongress')
  const changed = { ...fields, rhythmDe: 'Jedes Jahr im Mai.', rhythmEn: 'Every year in May.' }
  expect((await world.post(at, changed, office)).headers.location).toBe(`${at}?saved=1`)
  expect((await world.get(paths.congresses.at('en'))).payload).toContain('Every year in May.')
  expect((await world.post(at, { ...changed, rhythmDe: 'Nie.' }, office)).statusCode).toBe(409)
  expect(await audit(world, 'series.changed')).toMatchObject([{ after: { rhythm: { de: 'Jedes Jahr im Mai.' } } }])
})
