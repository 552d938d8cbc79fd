import { expect } from 'vitest'
import { anAtlas, sendFile, vg250, workbook } from '../../test/atlas.ts'
import { test, type World } from '../../test/world.ts'
import { readLoad } from './jobs.ts'

async function loadOf(world: World, content: string | Buffer, fields: Record<string, string> = {}) {
  await anAtlas(world)
  await world.sql(`update districts set nuts = case key when '08121' then 'DE117' else 'DE119' end
    where key in ('08121', '08126')`)
  const office = await world.person('office')
  const answer = await sendFile(world, office, content, fields)
  const load = String(answer.headers.location).split('?')[0]!
  return { office, load, page: async () => (await world.get(load, office)).body }
}

const stored = (world: World) =>
  world.sql(`select district_key, year, value, status, as_of from indicator_values
    where version_id = (select id from data_versions order by no desc limit 1) order by 1, 2`)

test('the commuters’ workbook: the home stands once a block, sums and others are left out, secret stays secret', async ({
  world,
}) => {
  const shared = ['Auspendler nach Kreisen', 'Berichtsmonat: Juni 2026', 'Wohnort', 'Arbeitsort', 'Insgesamt', 'Männer']
  const cell = (at: string, text: string | number) =>
    typeof text === 'number'
      ? `<c r="${at}"><v>${text}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
  const row = (no: number, ...cells: (string | number | undefined)[]) =>
    `<row r="${no}">${cells.map((one, index) => (one === undefined ? '' : cell('ABCDEF'[index]! + no, one))).join('')}</row>`
  const said = (no: number, word: number, at = 'A') => `<row r="${no}"><c r="${at}${no}" t="s"><v>${word}</v></c></row>`
  const head = `<row r="6"><c r="A6" t="s"><v>2</v></c><c r="C6" t="s"><v>3</v></c><c r="E6" t="s"><v>4</v></c><c r="F6" t="s"><v>5</v></c></row>`
  const rows = [
    row(9, '08126', 'Hohenlohekreis', '08121', 'Heilbronn, Stadt', 1230, 700),
    row(10, undefined, undefined, '08111', 'Stuttgart', '*'),
    row(11, undefined, undefined, '081', 'Übrige Kreise (Regierungsbezirk)', 40),
    row(12, undefined, undefined, 'Z', 'Auspendler insgesamt', 15_400),
    row(13, '08121', 'Heilbronn, Stadt', '08126', 'Hohenlohekreis', '*'),
    row(15, '© Statistik der Bundesagentur für Arbeit'),
  ]
  const file = await workbook(
    { Titel: said(1, 0), 'Auspendler Kreise': said(1, 0) + said(3, 1) + head + rows.join('') },
    shared,
  )
  const { page } = await loadOf(world, file)
  const body = await page()
  expect(body).toContain('Pendler der Bundesagentur für Arbeit (XLSX)')
  expect(body).toContain('2026-06-30')
  expect(body).toContain('1 Werte sind geheim')
  expect(
    await world.sql(`select home, work, people from flows
      where version_id = (select id from data_versions order by no desc limit 1)`),
  ).toEqual([{ home: '08126', work: '08121', people: 1230 }])
})

test('Eurostat’s SDMX-CSV: NUTS keys, points before decimals, flags; each combination of dimensions is a measure', async ({
  world,
}) => {
  const file = `DATAFLOW,LAST UPDATE,freq,unit,sex,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS
ESTAT:DEMO_X(1.0),22/05/26 11:00:00,A,NR,T,DE117,2024,132516.5,p,
ESTAT:DEMO_X(1.0),22/05/26 11:00:00,A,NR,F,DE117,2024,66000,,
ESTAT:DEMO_X(1.0),22/05/26 11:00:00,A,NR,T,DE119,2024,,,C
ESTAT:DEMO_X(1.0),22/05/26 11:00:00,A,NR,T,EU27_2020,2024,449000000,e,
ESTAT:DEMO_X(1.0),22/05/26 11:00:00,A,NR,T,DE119,2023,:,,\n`
  const { office, load, page } = await loadOf(world, file)
  const body = await page()
  for (const words of ['Eurostat (SDMX-CSV)', 'unit NR, sex T', 'unit NR, sex F', '1 Zeilen gehören zu anderen'])
    expect(body).toContain(words)
  await world.post(`${load}/zuordnung`, { spalte1: 'population' }, office)
  expect(await stored(world)).toEqual([
    { district_key: '08121', year: 2024, value: 132_516.5, status: 'preliminary', as_of: '2024' },
    { district_key: '08126', year: 2024, value: null, status: 'secret', as_of: '2024' },
  ])
})

test('JSON-stat 2.0: dense and sparse values, categories in any order, what is missing stays missing', async ({
  world,
}) => {
  const dimension = {
    unit: { label: 'Einheit', category: { index: ['NR'], label: { NR: 'Zahl' } } },
    geo: { category: { index: { DE119: 1, DE117: 0, FR101: 2 } } },
    time: { category: { index: { 2023: 0, 2024: 1 } } },
  }
  const file = JSON.stringify({
    version: '2.0',
    class: 'dataset',
    label: 'Population',
    id: ['unit', 'geo', 'time'],
    size: [1, 3, 2],
    role: { geo: ['geo'], time: ['time'] },
    dimension,
    value: { 0: 131_000, 1: 132_516, 3: 115_601.25, 5: 1 },
    status: { 1: 'e' },
  })
  const { office, load, page } = await loadOf(world, file)
  expect(await page()).toContain('JSON-stat 2.0')
  await world.post(`${load}/zuordnung`, { spalte1: 'population' }, office)
  expect(await stored(world)).toEqual([
    { district_key: '08121', year: 2023, value: 131_000, status: 'final', as_of: '2023' },
    { district_key: '08121', year: 2024, value: 132_516, status: 'estimated', as_of: '2024' },
    { district_key: '08126', year: 2024, value: 115_601.25, status: 'final', as_of: '2024' },
  ])
})

test('letters that are none are left out of names and words of a file', async ({ world }) => {
  const stat = `{"version":"2.0","class":"dataset","label":"Menschen\\u0000 \\ud83d","id":["geo","time"],"size":[1,1],"dimension":{"geo":{"category":{"index":["DE117"]}},"time":{"category":{"index":["2024"]}}},"value":[5]}`
  const { office, page } = await loadOf(world, stat)
  expect(await page()).toContain('Menschen \ufffd')
  const ring = '[[9,49],[10,49],[10,50],[9,49]]'
  const name = `${'A'.repeat(198)}\\u0000b\ud83d\ude80`
  const area = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"AGS":"08121000","GEN":"${name}","BEZ":"Stadt\\u0007"},"geometry":{"type":"Polygon","coordinates":[${ring}]}}]}`
  expect((await sendFile(world, office, area, { asOf: '2026-01-01' })).statusCode).toBe(303)
  expect(await world.sql('select name, kind from municipalities')).toEqual([
    { name: `${'A'.repeat(198)}b`, kind: 'Stadt' },
  ])
})

test('INKAR’s whole data base: a value a row, the leading nought put back, other levels left out', async ({
  world,
}) => {
  const file = `Bereich;ID;Raumbezug;Kennziffer;Name;Indikator;Wert;Zeitbezug
LRB;12;Kreise;8121;Heilbronn;Durchschnittsalter;42,1;2021
LRB;12;Kreise;8126;Hohenlohekreis;Durchschnittsalter;43,9;2021
LRB;12;Gemeinden;8126011;Bretzfeld;Durchschnittsalter;44,2;2021\n`
  const { office, load, page } = await loadOf(world, file)
  expect(await page()).toContain('1 Zeilen gehören zu anderen Gebieten')
  await world.post(`${load}/zuordnung`, { spalte1: 'population' }, office)
  expect(await stored(world)).toEqual([
    { district_key: '08121', year: 2021, value: 42.1, status: 'final', as_of: '2021' },
    { district_key: '08126', year: 2021, value: 43.9, status: 'final', as_of: '2021' },
  ])
})

test('VG250: municipalities belong to their districts, stand on their pages, and go when taken back', async ({
  world,
}) => {
  const file = vg250(
    ['08126011', 'Bretzfeld', 'Gemeinde'],
    ['08126046', 'Künzelsau', 'Stadt'],
    ['08126046', 'Künzelsau', 'Stadt', 2],
    ['09162000', 'München', 'Landeshauptstadt'],
  )
  const { office, load, page } = await loadOf(world, file, { asOf: '2026-01-01' })
  const body = await page()
  for (const words of ['Verwaltungsgebiete (GeoJSON)', 'Künzelsau', '1 Zeilen gehören', 'Für 1 Kreise'])
    expect(body).toContain(words)
  const shown = async () => (await world.get('/atlas/gebiete/08126')).body.includes('Bretzfeld')
  expect(await shown()).toBe(false)
  await world.post(`${load}/veroeffentlichung`, {}, office)
  expect([await shown(), (await world.get('/atlas/gebiete/08121')).body.includes('Bretzfeld')]).toEqual([true, false])
  expect(
    await world.sql(
      `select key, district_key, longitude, round(area_km2::numeric) as km2 from municipalities order by 1`,
    ),
  ).toEqual([
    // A tenth of a degree at 49.05° north: 11.12 km by 7.29 km.
    { key: '08126011', district_key: '08126', longitude: 9.05, km2: 81 },
    { key: '08126046', district_key: '08126', longitude: 9.15, km2: 81 },
  ])
  await world.post(`${load}/ruecknahme`, {}, office)
  expect(await shown()).toBe(false)
})

test('VG250: boundaries of districts draw the map as long as they count', async ({ world }) => {
  const file = vg250(['08121', 'Heilbronn', 'Kreisfreie Stadt'], ['08126', 'Hohenlohekreis', 'Landkreis'])
  const { office, load } = await loadOf(world, file, { asOf: '2026-01-01' })
  const paths = async () =>
    [...(await world.get('/atlas/kennzahlen/population')).body.matchAll(/<path class="land"[^>]*? d="([^"]*)"/g)].map(
      ([, d]) => d,
    )
  expect(await paths()).toEqual([])
  await world.post(`${load}/veroeffentlichung`, {}, office)
  // Two squares beside each other, upright.
  const corners = (d = '') => 1 + d.split('l')[1]!.match(/-?\d+/g)!.length / 2
  expect((await paths()).map(corners)).toEqual([4, 4])
  await world.post(`${load}/ruecknahme`, {}, office)
  expect(await paths()).toEqual([])
})

/** A list of flows between so many made-up districts and their real ones, long enough for a job. */
async function longList(world: World, last: string) {
  await world.sql(`insert into districts (key, region_id, name, kind, label, short, latitude, longitude)
    select (20000 + n)::text, (select id from regions limit 1), 'Kreis ' || n, 'district', 'Kreis ' || n, 'K' || n, 48, 9
    from generate_series(1, 300) n`)
  const keys = Array.from({ length: 300 }, (_, n) => String(20_001 + n))
  const rows = keys.flatMap((from) => keys.filter((to) => to !== from).map((to) => `${from};${to};12`))
  return ['von;nach;pendler', ...rows, last].join('\n')
}

const read = async (world: World, attempt?: number) => {
  const [row] = await world.sql(`select id from data_versions order by no desc limit 1`)
  const { db, house, clock } = world
  const base = { db, read: db as never, house, now: clock.now, language: 'de', viewer: { kind: 'system' } } as const
  await readLoad(base, { id: row?.id }, attempt)
}
const newest = (world: World) =>
  world.sql(`select state, rows_read, (select count(*)::int from flows where version_id = imports.version_id) as flows
    from imports where version_id = (select id from data_versions order by no desc limit 1)`)

test('a long file is read afterwards: the office sees how far it is, and publishes only what was read to its end', async ({
  world,
}) => {
  await anAtlas(world)
  const office = await world.person('office')
  const answer = await sendFile(world, office, await longList(world, '20001;08121;7'), { asOf: '2026-06-30' })
  const load = String(answer.headers.location).split('?')[0]!
  expect(await world.queued()).toContain('readLoad')
  const before = (await world.get(load, office)).body
  expect([before.includes('Die Datei wird gelesen'), before.includes('http-equiv="refresh"')]).toEqual([true, true])
  expect((await world.post(`${load}/veroeffentlichung`, {}, office)).body).toContain('Die Datei wird noch gelesen')
  expect((await world.post(`${load}/ruecknahme`, {}, office)).body).toContain('Die Datei wird noch gelesen')
  await read(world)
  expect(await newest(world)).toEqual([{ state: 'read', rows_read: 89_701, flows: 89_701 }])
  // A job may run twice.
  await read(world)
  expect((await newest(world))[0]?.flows).toBe(89_701)
  expect((await world.post(`${load}/veroeffentlichung`, {}, office)).statusCode).toBe(303)
})

test('a long file that breaks at its end leaves nothing, and says where it broke', async ({ world }) => {
  await anAtlas(world)
  const office = await world.person('office')
  const answer = await sendFile(world, office, await longList(world, '20001;08121;viele'), { asOf: '2026-06-30' })
  const load = String(answer.headers.location).split('?')[0]!
  await read(world)
  expect(await newest(world)).toEqual([{ state: 'failed', rows_read: 0, flows: 0 }])
  const page = (await world.get(load, office)).body
  for (const words of ['nichts davon wurde übernommen', 'Zeile 89702', '„viele“']) expect(page).toContain(words)
  expect((await world.post(`${load}/veroeffentlichung`, {}, office)).statusCode).toBe(409)
  expect((await world.post(`${load}/ruecknahme`, {}, office)).headers.location).toContain('info=removed')
})

test('a long file that the program died over twice is given up, and the office is told', async ({ world }) => {
  await anAtlas(world)
  const office = await world.person('office')
  const answer = await sendFile(world, office, await longList(world, '20001;08121;7'), { asOf: '2026-06-30' })
  await read(world, 3)
  expect(await newest(world)).toEqual([{ state: 'failed', rows_read: 0, flows: 0 }])
  const page = (await world.get(String(answer.headers.location).split('?')[0]!, office)).body
  expect(page).toContain('Das Lesen ist mehrmals abgebrochen')
})

test('a long file whose columns are told is read again afterwards, by the job', async ({ world }) => {
  await anAtlas(world)
  const office = await world.person('office')
  const rows = Array.from(
    { length: 60_000 },
    (_, n) => `0812${n % 2 ? 1 : 6};${1900 + Math.floor(n / 600)};${n};Zahl ${Math.floor(n / 2) % 300}`,
  )
  const answer = await sendFile(world, office, ['schlüssel;jahr;wert;kennzahl', ...rows].join('\n'))
  const load = String(answer.headers.location).split('?')[0]!
  await read(world)
  expect((await world.post(`${load}/zuordnung`, { spalte1: 'population' }, office)).statusCode).toBe(303)
  expect((await newest(world))[0]).toMatchObject({ state: 'waiting', rows_read: 0 })
  await read(world)
  const taken = rows.filter((row) => row.endsWith(';Zahl 0')).length
  expect((await newest(world))[0]).toMatchObject({ state: 'read', rows_read: taken })
})
