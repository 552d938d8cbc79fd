import { expect } from 'vitest'
import { anAtlas, sendFile } from '../../test/atlas.ts'
import { upload } from '../../test/files.ts'
import { test, type World } from '../../test/world.ts'

// Vorarlberg with its official keys (Statistik Austria; Eurostat NUTS 2024, LAU). The boundaries are squares and the
// figures are made up: an example of the form, not of the region.
const setUp = {
  nameDe: 'Vorarlberg (Beispiel)',
  short: 'V',
  contactEmail: 'buero@vorarlberg.example',
  zone: 'Europe/Vienna',
  languages: 'de,en',
  region1De: 'Unterland',
  region1En: 'Lowlands',
  region2De: 'Oberland',
}
const districts = `schlüssel;name;name_en;region;art;breite;länge;kurz;regionsschlüssel
801;Bludenz;;Oberland;Bezirk;47,15;9,82;BZ;V2
802;Bregenz;Bregenz on the Lake;Unterland;Bezirk;47,40;9,90;B;V1
803;Dornbirn;;Unterland;Bezirk;47,41;9,74;DO;V1
804;Feldkirch;;Oberland;Bezirk;47,24;9,60;FK;V2
`
const square = (x: number, y: number) => {
  const corners = [
    [x, y],
    [x + 0.1, y],
    [x + 0.1, y + 0.1],
    [x, y + 0.1],
    [x, y],
  ]
  return { type: 'Polygon', coordinates: [corners] }
}
const collection = (...all: Record<string, string>[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: all.map((properties, n) => ({ type: 'Feature', properties, geometry: square(9.5 + n / 10, 47.2) })),
  })
const boundaries = collection(
  { key: '801', name: 'Bludenz' },
  { key: '802', name: 'Bregenz' },
  { key: '803', name: 'Dornbirn' },
  { key: '804', name: 'Feldkirch' },
)
// As Eurostat’s GISCO names them; in which district they lie, their keys begin with.
const units = collection(
  { GISCO_ID: 'AT_80207', LAU_ID: '80207', LAU_NAME: 'Bregenz', CNTR_CODE: 'AT', NAME_EN: 'Bregenz Town' },
  { GISCO_ID: 'AT_80301', LAU_ID: '80301', LAU_NAME: 'Dornbirn', CNTR_CODE: 'AT' },
  { GISCO_ID: 'AT_80303', LAU_ID: '80303', LAU_NAME: 'Lustenau', CNTR_CODE: 'AT' },
  { GISCO_ID: 'AT_70101', LAU_ID: '70101', LAU_NAME: 'Innsbruck', CNTR_CODE: 'AT' },
)
const values = `key;year;value;indicator
801;2025;64.000;Menschen
802;2025;140.000;Menschen
803;2025;91.000;Menschen
804;2025;110.000;Menschen
V1;2025;231.000;Menschen
AT_80301;2025;51.000;Menschen
80303;2025;25.000;Menschen
`
const people = {
  nameDe: 'Menschen',
  definitionDe: 'Alle.',
  unitDe: 'Menschen',
  topic: 'people',
  decimals: '0',
  way: 'counted',
}

async function loaded(world: World, office: Awaited<ReturnType<World['person']>>, file: string, fields = {}) {
  const answer = await sendFile(world, office, file, { source: 'Beispiel', asOf: '2025-01-01', ...fields })
  const load = String(answer.headers.location).split('?')[0]!
  expect((await world.post(`${load}/veroeffentlichung`, {}, office)).statusCode).toBe(303)
  return (await world.get(load, office)).body
}

test('from an empty installation, a region of another country with its own keys: territories, boundaries, values, flows, maps', async ({
  world,
}) => {
  const administrator = await world.person('administrator')
  expect((await world.post('/einrichten', setUp, administrator)).statusCode).toBe(303)
  const file = { name: 'bezirke.csv', bytes: Buffer.from(districts) }
  expect((await upload(world, '/verwaltung/region/kreise', administrator, file, {})).statusCode).toBe(303)
  const office = await world.person('office')
  await world.post('/verwaltung/atlas/kennzahlen', people, office)

  await loaded(world, office, boundaries)
  expect(await loaded(world, office, units)).toContain('1 Zeilen gehören zu anderen Gebieten')
  await loaded(world, office, values)
  // A reform between two years is told beside the line that joins them.
  await loaded(world, office, 'key;year;value;indicator\n801;2021;63.000;Menschen\n')
  const overTime = async () => (await world.get('/atlas/ansichten/years?kennzahl=menschen&ebene=districts')).body
  expect(await overTime()).not.toContain('Andere Grenzen')
  await loaded(world, office, boundaries, { asOf: '2023-01-01' })
  await loaded(world, office, boundaries, { asOf: '2019-01-01' })
  expect(await overTime()).toContain('Andere Grenzen der Kreise seit: 1. Januar 2023')
  await loaded(world, office, 'von;nach;anzahl\n804;803;5.000\n802;803;7.000')
  await loaded(world, office, 'von;nach;anzahl\n80303;AT_80301;1.200\n80301;80303;800')

  const shown = async (path: string) => (await world.get(path)).body
  const map = await shown('/atlas/kennzahlen/menschen')
  expect([map.match(/<path class="land"/g)?.length, map.includes('Unterland')]).toEqual([4, true])
  const { values: told } = (await world.get('/atlas/kennzahlen/menschen/json')).json<{
    values: { territory: string; value: number; isOwnCalculation: boolean }[]
  }>()
  expect(told.filter(({ territory }) => /^(all|unterland|oberland|803)$/.test(territory))).toMatchObject([
    { territory: 'all', value: 405_000, isOwnCalculation: true },
    { territory: 'unterland', value: 231_000, isOwnCalculation: false },
    { territory: 'oberland', value: 174_000, isOwnCalculation: true },
    { territory: '803', value: 91_000, isOwnCalculation: false },
  ])
  const fine = await shown('/atlas/kennzahlen/menschen/gemeinden?kreis=803')
  expect([fine.match(/<path class="land"/g)?.length, fine.includes('Lustenau')]).toEqual([2, true])
  expect(await shown('/atlas/gebiete/80301')).toMatch(/Dornbirn[\s\S]*51\u2009\u2060000/)
  expect(await shown('/atlas/pendeln')).toContain('7\u2009\u2060000')
  // What has a name in English is called so there.
  expect([
    (await shown('/en/atlas/indicators/menschen')).includes('Bregenz on the Lake'),
    map.includes('Bregenz on the Lake'),
    (await shown('/en/atlas/areas/80207')).includes('<h1>Bregenz Town'),
    (await shown('/atlas/gebiete/80207')).includes('Bregenz Town'),
  ]).toEqual([true, false, true, false])
  // Flows between municipalities stand on their pages, and in a file of their own.
  const lustenau = await shown('/atlas/gebiete/80303')
  expect(
    /Austausch mit anderen Gemeinden[\s\S]*Dornbirn<\/a>[\s\S]*>800<[\s\S]*>1\u2009\u2060200</.test(lustenau),
  ).toBe(true)
  expect(
    (await world.get('/atlas/pendeln/json?ebene=gemeinden&ort=80303'))
      .json<Record<string, unknown>[]>()
      .map((row) => Object.values(row).slice(0, 5)),
  ).toEqual([
    ['80303', 'Lustenau', '80301', 'Dornbirn', 1200],
    ['80301', 'Dornbirn', '80303', 'Lustenau', 800],
  ])
})

test('a list gives municipalities whose keys tell no district theirs; boundaries come later, and a key in use is refused', async ({
  world,
}) => {
  const administrator = await world.person('administrator')
  await world.post('/einrichten', setUp, administrator)
  const cantons =
    'key;name;region;latitude;longitude;nuts\n1;Zürich;Unterland;47,4;8,6;CH040\n20;Thurgau;Oberland;47,6;9,1;CH057\n'
  const file = { name: 'kantone.csv', bytes: Buffer.from(cantons) }
  expect((await upload(world, '/verwaltung/region/kreise', administrator, file, {})).statusCode).toBe(303)
  const office = await world.person('office')
  const list = 'key;name;name_en;district;latitude;longitude\n4566;Frauenfeld;;CH057;47.56;8.9\n'
  await loaded(world, office, list)
  await loaded(world, office, collection({ BFS_NUMMER: '4566', NAME: 'Frauenfeld' }), { asOf: '2025-02-01' })
  expect(
    await world.sql(`select key, district_key, boundary is not null as has_boundary, latitude
      from municipalities order by has_boundary`),
  ).toEqual([
    { key: '4566', district_key: '20', has_boundary: false, latitude: 47.56 },
    { key: '4566', district_key: '20', has_boundary: true, latitude: 47.25 },
  ])
  // Aeugst am Albis has the number of the canton of Zürich.
  const same = await sendFile(world, office, `${list}1;Aeugst am Albis;;1;47.27;8.48\n`, { asOf: '2025-01-01' })
  const { body } = await world.get(String(same.headers.location).split('?')[0]!, office)
  expect([
    body.includes('1 Gemeinden haben denselben Schlüssel'),
    body.includes('Das verhindert die Veröffentlichung'),
  ]).toEqual([true, true])
})

test('the office says of which kind flows are; each kind and day has its own page, views, file and record', async ({
  world,
}) => {
  await anAtlas(world)
  const office = await world.person('office')
  const list = (people: number) => `von;nach;anzahl\n08121;08126;${people}`
  await loaded(world, office, list(3300), { kind: 'moves', asOf: '2023-12-31' })
  await loaded(world, office, list(4400), { kind: 'moves', asOf: '2024-12-31', licence: 'CC BY 4.0' })
  const shown = async (path: string) => (await world.get(path)).body
  // What people do to get to work is told as before, with a choice beside it.
  const work = await shown('/atlas/pendeln')
  expect([work.includes('<h1>Wege zur Arbeit'), work.includes('<option value="moves">Umzüge')]).toEqual([true, true])
  const moves = await shown('/atlas/pendeln?art=moves')
  const before = await shown('/atlas/pendeln?art=moves&jahr=2023')
  expect([moves, before].map((body) => [body.includes('<h1>Umzüge'), /\d\u2009\u2060\d00/.exec(body)?.[0]])).toEqual([
    [true, '4\u2009\u2060400'],
    [true, '3\u2009\u2060300'],
  ])
  expect(moves).not.toMatch(/pendel(?!n)|wohnen|arbeiten/i)
  expect(await shown('/atlas/pendeln/csv?art=moves&jahr=2023')).toContain(
    '08121;Stadt Heilbronn;08126;Hohenlohekreis;3300',
  )
  expect(await shown('/en/atlas/views/paths?art=moves')).toMatch(/From Stadt Heilbronn to Hohenlohekreis: 4\D{1,3}400/)
  const records = (await world.get('/atlas/katalog.jsonld')).json()['dcat:dataset']
  expect(records.map((one: Record<string, unknown>) => one['dct:identifier'])).toEqual([
    'population',
    'flows-commuters',
    'flows-moves',
  ])
  expect(await shown('/atlas/neues.atom')).toContain('Umzüge')
  expect((await sendFile(world, office, list(1), { kind: 'anything', asOf: '2024-12-31' })).statusCode).toBe(422)
})
