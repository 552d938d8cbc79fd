import { expect } from 'vitest'
import { anAtlas, sendFile, vg250 } from '../../test/atlas.ts'
import { test, type World } from '../../test/world.ts'

type Person = Awaited<ReturnType<World['person']>>

/** Sends a file and publishes what came of it; gives the load’s address. */
async function loaded(world: World, office: Person, file: string, asOf = '') {
  const answer = await sendFile(world, office, file, { asOf })
  const load = String(answer.headers.location).split('?')[0]!
  expect((await world.post(`${load}/veroeffentlichung`, {}, office)).statusCode).toBe(303)
  return load
}

const list = (...rows: string[]) => ['schlüssel;jahr;wert;kennzahl', ...rows].join('\n')
const three = vg250(
  ['08126011', 'Bretzfeld', 'Gemeinde'],
  ['08126046', 'Künzelsau', 'Stadt'],
  ['08126066', 'Öhringen', 'Stadt'],
)

/** The numbers a file tells, by municipality. */
async function told(world: World, query = '') {
  const { values } = (await world.get(`/atlas/kennzahlen/population/json?ebene=gemeinden${query}`)).json<{
    values: { territory: string; level: string; year: number; value: number | null; name: string }[]
  }>()
  return values.map(({ territory, level, year, value, name }) => [territory, level, year, value, name])
}

async function withDensity(world: World) {
  await anAtlas(world)
  const row = (id: string, position: number, kind: string, rest: string) => `('${id}', ${position}, 'land',
    '{"de":"${id}"}', '{"de":"${id}"}', '{"de":"je"}', '${kind}', ${rest})`
  await world.sql(`insert into indicators (id, position, topic, name, definition, unit, kind, aggregation, frequency,
      derivation, first_id, second_id)
    values ${row('area', 2, 'count', `'sum', 'once', null, null, null`)},
      ${row('density', 3, 'ratio', `'none', 'year', 'ratio', 'population', 'area'`)}`)
}

test('municipalities have values, a map, a page and files, and lose them when the load is taken back', async ({
  world,
}) => {
  await withDensity(world)
  const office = await world.person('office')
  await loaded(world, office, three, '2025-12-31')
  // Öhringen by its regional key (ARS), as the census writes it.
  const rows = list(
    '08126011;2025;12.500;population',
    '08126046;2025;15.900;population',
    '081265006066;2025;24.000;population',
    '08126999;2025;1;population',
  )
  const load = await loaded(world, office, rows)
  expect((await world.get(load, office)).body).toContain('1 Zeilen gehören zu anderen Gebieten')
  expect(await told(world)).toEqual([
    ['08126011', 'municipality', 2025, 12_500, 'Bretzfeld'],
    ['08126046', 'municipality', 2025, 15_900, 'Künzelsau'],
    ['08126066', 'municipality', 2025, 24_000, 'Öhringen'],
  ])
  const map = (await world.get('/atlas/kennzahlen/population/gemeinden?kreis=08126')).body
  expect([map.match(/<path class="land"/g)?.length, map.match(/<circle class="symbol" data/g)?.length]).toEqual([3, 3])
  // 24,000 people on 81.1 km²: 296 each.
  const density = (await world.get('/en/atlas/indicators/density/municipalities')).body
  expect([/Öhringen<\/a>.*?>296</s.test(density), density.match(/<path class="step-/g)?.length]).toEqual([true, 3])
  const page = (await world.get('/atlas/gebiete/08126066')).body
  for (const words of [
    'Stadt, Hohenlohekreis, in den Grenzen vom 31.\u00a0Dezember\u00a02025',
    '24\u2009\u2060000',
    '115\u2009\u2060601',
    '1 von 3',
  ])
    expect(page).toContain(words)
  const csv = (await world.get('/atlas/gebiete/08126066/csv')).body
  expect(csv).toContain('Bevölkerung;2025;24000;Menschen')
  expect((await world.get('/atlas/gebiete/08126')).body).toContain('href="/atlas/gebiete/08126066"')
  await world.post(`${load}/ruecknahme`, {}, office)
  expect(await told(world)).toEqual([])
  expect((await world.get('/atlas/gebiete/08126999')).statusCode).toBe(404)
})

test('a single secret municipality is not told by subtraction: the smallest other one is secret as well', async ({
  world,
}) => {
  await withDensity(world)
  const office = await world.person('office')
  await loaded(world, office, three, '2025-12-31')
  const rows = ['08126046;2025;15.900;population', '08126066;2025;24.000;population']
  await loaded(world, office, list('08126011;2025;.;population', ...rows))
  const values = async () => (await told(world)).map(([, , , value]) => value)
  // The district's 115,601 are published: 115,601 less two of them is the third.
  expect(await values()).toEqual([null, null, 24_000])
  const everywhere = ['/atlas/gebiete/08126046', '/atlas/gebiete/08126046/csv', '/atlas/kennzahlen/density/gemeinden']
  for (const path of [...everywhere, '/atlas/kennzahlen/population/csv?ebene=gemeinden']) {
    const { statusCode, body } = await world.get(path)
    expect([path, statusCode, /15\D{0,2}900|>196</.test(body)]).toEqual([path, 200, false])
  }
  // Two secrets protect each other.
  await loaded(world, office, list('08126011;2025;.;population', '08126066;2025;.;population', rows[0]!))
  expect(await values()).toEqual([null, 15_900, null])
})

test('a year is shown in the boundaries it had: a municipality that is gone stays in its years', async ({ world }) => {
  await withDensity(world)
  const office = await world.person('office')
  const two = vg250(['08126011', 'Bretzfeld', 'Gemeinde'], ['08126046', 'Künzelsau', 'Stadt'])
  await loaded(world, office, two, '2027-01-01')
  // The older one is loaded later: what counts is the day, not when it came.
  await loaded(world, office, three, '2020-01-01')
  const values = [
    '08126046;2026;16.000;population',
    '08126066;2026;24.000;population',
    '08126046;2027;40.100;population',
  ]
  await loaded(world, office, list(...values))
  const shown = async (year: number) => {
    const { body } = await world.get(`/atlas/kennzahlen/population/gemeinden?jahr=${year}`)
    return [body.match(/<path class="(land|unknown)"/g)?.length, body.includes('Öhringen')]
  }
  expect([await shown(2026), await shown(2027)]).toEqual([
    [3, true],
    [2, false],
  ])
  expect((await world.get('/atlas/gebiete/08126066')).body).toContain('1. Januar 2020')
  expect((await world.get('/atlas/gebiete/08126')).body).not.toContain('Öhringen')
})
