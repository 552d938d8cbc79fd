import { expect } from 'vitest'
import { anAtlas } from '../../test/atlas.ts'
import { lockOff, test, type World } from '../../test/world.ts'
import { inChange, type Viewer } from '../platform/visit.ts'
import { writeStory } from './commands/stories.ts'

const list = '/verwaltung/atlas/geschichten'
const head = { titleDe: 'Wie wir wachsen', leadDe: 'Drei Jahre in Zahlen.' }
const view = '/atlas/ansichten/places?kennzahl=population&fassung=1'

async function aStory(world: World) {
  await anAtlas(world)
  const office = await world.person('office')
  const { headers } = await world.post(list, head, office)
  const at = String(headers.location)
  return { office, at, save: (fields: Record<string, string>) => world.post(at, { ...head, ...fields }, office) }
}

test('the office writes a story of text and views, in the order it gives; others read it once it is published', async ({
  world,
}) => {
  const { office, at, save } = await aStory(world)
  await save({ seen: '0', kind0: 'text', order0: '20', textDe0: '## Danach\n\nText mit [Adresse](/kontakt).' })
  const two = { kind0: 'text', order0: '20', textDe0: '## Danach', kind1: 'view', order1: '10', address1: view }
  expect((await save({ seen: '1', ...two })).statusCode).toBe(303)
  expect((await world.get('/atlas/geschichten/wie-wir-wachsen')).statusCode).toBe(404)
  // Publishing saves what is typed beside it.
  expect((await save({ seen: '2', ...two, publishes: 'on' })).statusCode).toBe(303)
  const { body } = await world.get('/atlas/geschichten/wie-wir-wachsen')
  expect(body).toMatch(/Stadt Heilbronn: 132\u2009\u2060516[\s\S]*<h2>Danach<\/h2>/)
  expect((await world.get('/atlas')).body).toContain('Wie wir wachsen')
  await world.post(`${at}/ruecknahme`, {}, office)
  expect((await world.get('/atlas/geschichten/wie-wir-wachsen')).statusCode).toBe(404)
})

test('who saved an older state of a story is told, and an address that shows no view is refused', async ({ world }) => {
  const { save } = await aStory(world)
  expect((await save({ seen: '0', kind0: 'view', address0: view })).statusCode).toBe(303)
  expect((await save({ seen: '0', kind0: 'text', textDe0: 'anders' })).statusCode).toBe(409)
  for (const address0 of ['https://example.org/karte', 'http://localhost/atlas/pendeln?ort=08111', '']) {
    const { statusCode, body } = await save({ seen: '1', kind0: 'view', address0 })
    expect([statusCode, body.includes('Diese Adresse führt zu keiner Ansicht')]).toEqual([409, true])
    expect(body).toMatch(/<a href="#f-address0"/)
  }
})

test('of two who save a story at once one is told of the other; without the lock a text would be lost', async ({
  world,
}) => {
  const { office, at, save } = await aStory(world)
  const text = (seen: string, textDe0: string) => ({ seen, kind0: 'text', textDe0 })
  const answers = await world.together(2, (n) => save(text('0', `Von ${n}`)))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  const viewer: Viewer = {
    kind: 'person',
    id: office.id,
    name: '',
    signIn: '',
    roles: [{ role: 'office', edition: null }],
  }
  const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
  const bare = {
    id: at.split('/').at(-1)!,
    seen: 1,
    title: { de: 'Wir', en: '' },
    lead: { de: 'Zahlen', en: '' },
    blocks: [],
  }
  const both = await world.together(2, () =>
    inChange(world.db, base, (change) =>
      writeStory({ ...change, read: change.write.withPlugin(lockOff) as never }, bare),
    ),
  )
  expect(both.filter((one) => 'id' in one)).toHaveLength(2)
})

test('a view quoted in a text shows its picture, which says when there are newer data or some were taken back', async ({
  world,
}) => {
  const { save } = await aStory(world)
  await save({ seen: '0', publishes: 'on', kind0: 'text', textDe0: `Sehen Sie:\n\n[Bevölkerung](${view})` })
  const picture = '/atlas/ansichten/places/svg?kennzahl=population&amp;fassung=1'
  expect((await world.get('/atlas/geschichten/wie-wir-wachsen')).body).toContain(
    `<img src="${picture}" alt="" loading="lazy"><br>Bevölkerung</a></p>`,
  )
  const svg = async () => (await world.get(picture.replaceAll('&amp;', '&'))).body
  expect(await svg()).not.toContain('neuere Daten')
  const { db, clock } = world
  const load = { kind: 'values', sourceId: 'amt', createdAt: clock.now, publishedAt: clock.now } as const
  const { id } = await db.insertInto('dataVersions').values(load).returning('id').executeTakeFirstOrThrow()
  const value = { versionId: id, indicatorId: 'population', year: 2026, asOf: '2026-12-31', districtKey: '08121' }
  await db
    .insertInto('indicatorValues')
    .values({ ...value, value: 5 })
    .execute()
  expect(await svg()).toContain('Datenfassung 1. Inzwischen gibt es neuere Daten.')
  await db
    .updateTable('dataVersions')
    .set({ withdrawnAt: new Date(clock.now.getTime() + 1) })
    .where('no', '=', 1)
    .execute()
  expect(await svg()).toContain('zurückgenommen; sie fehlen hier')
})

test('the office says an indicator in other words and puts it in another place; ages become a pyramid', async ({
  world,
}) => {
  const { db } = world
  const { indicator } = await anAtlas(world)
  const office = await world.person('office')
  const words = { definitionDe: 'Köpfe', unitDe: 'Köpfe', topic: 'people', decimals: '0', direction: 'none' }
  const edit = (id: string, fields: Record<string, string>) =>
    world.post(`/verwaltung/atlas/kennzahlen/${id}`, { ...words, ...fields }, office)
  expect((await edit(indicator, { nameDe: 'Köpfe', sex: 'women' })).statusCode).toBe(409)
  await edit(indicator, { nameDe: 'Frauen unter 18', sex: 'women', ageFrom: '0', ageTo: '17' })
  const second = { nameDe: 'Männer ab 18', way: 'counted', sex: 'men', ageFrom: '18', factor: '1' }
  await world.post('/verwaltung/atlas/kennzahlen', { ...words, ...second }, office)
  const order = async () =>
    (await db.selectFrom('indicators').select('id').orderBy('position').execute()).map(({ id }) => id)
  await world.post('/verwaltung/atlas/kennzahlen/maenner-ab-18/platz', { direction: 'up' }, office)
  expect(await order()).toEqual(['maenner-ab-18', 'population'])
  await world.post('/verwaltung/atlas/kennzahlen/maenner-ab-18/platz', { direction: 'up' }, office)
  expect(await order()).toEqual(['maenner-ab-18', 'population'])
  const { body } = await world.get('/atlas/ansichten/pyramid?ort=08121')
  expect(body).toContain('Die meisten sind 0–17 Jahre alt')
  expect(body).toContain('data-t="Frauen, 0–17: 132\u2009\u2060516"')
  expect(body).toContain('data-t="Männer, 18+: keine Angabe"')
})
