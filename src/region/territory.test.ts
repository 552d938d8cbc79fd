import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { upload } from '../../test/files.ts'
import { test, type World } from '../../test/world.ts'
import { readRegionFile } from './region-file.ts'
import { readTerritoryFile } from './territory-file.ts'

const region = {
  nameDe: 'Metropolregion Am Fluss',
  short: 'MAF',
  contactEmail: 'buero@fluss.example',
  zone: 'Europe/Berlin',
  languages: 'de,en',
}
const here = '/verwaltung/region/kreise'
type Person = Awaited<ReturnType<World['person']>>

async function setUp(world: World, fields: Record<string, string> = { region1De: 'Unten', region2De: 'Oben' }) {
  const administrator = await world.person('administrator')
  const answer = await world.post('/einrichten', { ...region, ...fields }, administrator)
  expect(answer.statusCode).toBe(303)
  return administrator
}
const load = (world: World, who: Person, content: string, fields: Record<string, string> = {}) =>
  upload(world, here, who, { name: 'datei', bytes: Buffer.from(content) }, fields)
const messages = (body: string) =>
  [...body.matchAll(/<a href="#f-(\w+)">([^<]*)<\/a>/g)].map(([, field, words]) => `${field}: ${words}`)

const districts = `\ufeffSchlüssel;Name;Region;Art;Breite;Länge;Kurz;Einwohner
K1;Flussstadt;unten;Stadtkreis;48,77;9,17;FS;609.365
K2;Uferkreis;1;Landkreis;48,68;8,94;;
K3;Bergkreis;Oben;;48.10;9.4;;\n`
const commuters = 'wohnort;arbeitsort;pendler\nK2;K1;16020\nK3;K1;1 200\nK1;K1;999\nK1;K2;0\n'
const told = { asOf: '2025-06-30', source: 'Amt für Zahlen, Pendler 2025' }

test('districts and commuters come later from CSV files, and the home page draws their plan', async ({ world }) => {
  const administrator = await setUp(world)
  expect((await world.get('/')).body).not.toContain('Netzplan')
  const answer = await load(world, administrator, districts)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `${here}?info=geladen`])
  expect(await world.sql('select key, region_id, kind, short from districts order by key')).toEqual([
    { key: 'K1', region_id: 'unten', kind: 'city', short: 'FS' },
    { key: 'K2', region_id: 'unten', kind: 'district', short: 'Ufe' },
    { key: 'K3', region_id: 'oben', kind: 'district', short: 'Ber' },
  ])
  expect((await load(world, administrator, commuters, told)).statusCode).toBe(303)
  expect(
    await world.sql(`select home, work, people, as_of::text, source_id
    from flows join data_versions v on v.id = version_id order by home`),
  ).toEqual([
    { home: 'K2', work: 'K1', people: 16020, as_of: '2025-06-30', source_id: 'amt-fuer-zahlen-pendler-2025' },
    { home: 'K3', work: 'K1', people: 1200, as_of: '2025-06-30', source_id: 'amt-fuer-zahlen-pendler-2025' },
  ])
  const { body } = await world.get('/')
  for (const words of ['Netzplan', 'Flussstadt', 'Amt für Zahlen, Pendler 2025', '30. Juni 2025'])
    expect(body).toContain(words)
  expect((await world.get(here, administrator)).body).toContain('2 Beziehungen, Stand 30. Juni 2025')
})

/** The commuters of the newest load. */
const newest = (world: World) =>
  world.sql('select people from flows where version_id = (select id from data_versions order by no desc limit 1)')

test('a new file counts instead: commuters of that day, districts that nothing needs', async ({ world }) => {
  const administrator = await setUp(world)
  await load(world, administrator, districts)
  await load(world, administrator, commuters, told)
  await load(world, administrator, 'wohnort;arbeitsort;pendler\nK2;K1;5', told)
  expect(await newest(world)).toEqual([{ people: 5 }])
  expect((await world.get(here, administrator)).body).toContain('1 Beziehungen, Stand 30. Juni 2025')
  const without = districts.replace(/K3.*\n/, '')
  expect((await load(world, administrator, without)).statusCode).toBe(303)
  expect(await world.sql('select key from districts order by key')).toEqual([{ key: 'K1' }, { key: 'K2' }])
  await world.sql(`insert into organisations (name, kind, district_key) values ('Ein Amt', 'other', 'K2')`)
  const refused = await load(world, administrator, without.replace(/K2.*\n/, ''))
  expect([refused.statusCode, messages(refused.body)[0]]).toEqual([
    409,
    'file: Datei: Uferkreis wird noch gebraucht: Kongresse, Anmeldungen oder Einrichtungen gehören dazu.',
  ])
  expect(await newest(world)).toEqual([{ people: 5 }])
})

test('what is wrong is said by row, at the file, and nothing changes', async ({ world }) => {
  const administrator = await setUp(world)
  const bad = 'schlüssel;name;region;breite;länge\nK1;;unten;48;9\nK2;Ort;unten;nord;9\nK2;Ort;unten;48;9\n'
  expect(messages((await load(world, administrator, bad)).body)).toEqual([
    'file: Datei: Zeile 2: „Name“ fehlt.',
    'file: Datei: Zeile 3: „nord“ passt nicht zu „Breite“.',
  ])
  const unknown = await load(world, administrator, districts.replace('Oben', 'Drüben'))
  expect(messages(unknown.body)).toEqual([
    'file: Datei: Diese Regionen gibt es hier nicht: Drüben. Es gelten Name, Nummer oder Schlüssel.',
  ])
  expect(messages((await load(world, administrator, commuters)).body)).toEqual([
    'asOf: Stichtag der Pendelnden: Bitte geben Sie an, von welchem Tag die Zahlen sind.',
    'source: Quelle der Pendelnden: Bitte nennen Sie die Quelle; sie steht unter dem Netzplan.',
  ])
  expect(messages((await load(world, administrator, commuters, told)).body)[0]).toContain(
    'Laden Sie zuerst die Kreise.',
  )
  for (const content of ['', '{', '[]', 'farbe\nblau', '{"districts":[null,7]}', '{"flows":{"rows":[{}]}}'])
    expect((await load(world, administrator, content)).statusCode).toBe(422)
  expect((await world.post(here, {}, administrator)).statusCode).toBe(422)
  expect(await world.sql('select key from districts')).toEqual([])
})

test('nobody but an administrator loads', async ({ world }) => {
  await setUp(world)
  for (const who of [await world.person('office'), await world.person('congress_team')]) {
    expect((await world.get(here, who)).statusCode).toBe(404)
    expect((await load(world, who, districts)).statusCode).toBe(404)
  }
})

test('one file sets everything up: regions, districts, borders, commuters, figures', async ({ world }) => {
  const administrator = await world.person('administrator')
  const bytes = readFileSync('example/region/region.json')
  const answer = await upload(world, '/einrichten', administrator, { name: 'region.json', bytes }, region)
  expect(answer.statusCode).toBe(303)
  const count = `select (select count(*)::int from regions) as regions, (select count(*)::int from districts) as districts,
    (select count(*)::int from neighbours) as neighbours, (select count(*)::int from flows) as flows,
    (select count(*)::int from figures) as figures`
  expect(await world.sql(count)).toEqual([{ regions: 5, districts: 20, neighbours: 39, flows: 357, figures: 3 }])
  expect((await world.get('/en')).body).toContain('Federal Employment Agency')
})

test('a large table of commuters is read in no time', () => {
  const rows = Array.from({ length: 40_000 }, (_, n) => `A${n};B${n};${n + 1}`).join('\n')
  const begun = performance.now()
  const { territory } = readTerritoryFile(Buffer.from(`home;work;commuters\n${rows}`), told) as {
    territory: { flows: { rows: unknown[] } }
  }
  expect(territory.flows.rows).toHaveLength(40_000)
  expect(performance.now() - begun).toBeLessThan(4000)
})

test('far too long a list is refused before its rows are read', () => {
  const row = '08111;Stuttgart;Region Stuttgart;48.77;9.18\n'
  const bytes = Buffer.from(`key;name;region;latitude;longitude\n${row.repeat(400_000)}`)
  const begun = performance.now()
  expect([readTerritoryFile(bytes, told), readRegionFile(bytes)]).toEqual([
    { problems: ['tooMuch'] },
    { file: 'tooMany' },
  ])
  // Reading all of them takes many times as long as splitting the text twice.
  expect(performance.now() - begun).toBeLessThan(splitting(bytes) * 8)
})

function splitting(bytes: Buffer) {
  const begun = performance.now()
  for (let n = 0; n < 2; n++) bytes.toString('utf8').split(/\r?\n/)
  return performance.now() - begun
}
