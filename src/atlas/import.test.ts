import { expect } from 'vitest'
import { anAtlas, packed, sendFile as send, workbook } from '../../test/atlas.ts'
import { test, type World } from '../../test/world.ts'

const here = '/verwaltung/atlas'
/** What a page says is wrong, as it is read. */
const messages = (body: string) =>
  [...body.matchAll(/<a href="#f-\w+">([^<]*)<\/a>/g)].map(([, words = '']) =>
    words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  )

const counts = (world: World) =>
  world.sql(`select (select count(*)::int from data_versions) as versions, (select count(*)::int from imports) as imports,
    (select count(*)::int from indicator_values) as values, (select count(*)::int from flows) as flows`)

const genesis = (rows: string[]) =>
  [
    'statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label',
    ...rows,
  ].join('\r\n')
const row = (key: string, value: string, sex = ['', 'Insgesamt'], time = '31.12.2026') =>
  `12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;${time};KREISE;Kreise und kreisfreie Städte;${key};Ort;GES;Geschlecht;${sex[0]};${sex[1]};${value};Anzahl;BEVSTD;Bevölkerungsstand`

test('GENESIS flat: recognised, assigned by its code, shown, published, cited, and taken back', async ({ world }) => {
  await anAtlas(world)
  const office = await world.person('office')
  const file = genesis([
    row('08121', '133000'),
    row('08121', '66000', ['GESM', 'männlich']),
    row('08126', '116000'),
    row('09999', '5'),
  ])
  // As the offices' machines write it: ISO 8859-1.
  const answer = await send(world, office, Buffer.from(file, 'latin1'))
  expect(answer.statusCode).toBe(303)
  const load = String(answer.headers.location).split('?')[0]!
  const page = (await world.get(load, office)).body
  for (const words of [
    'GENESIS flat (ffcsv)',
    '1 Zeilen gehören zu anderen Gebieten',
    'Bevölkerungsstand (BEVSTD)',
    '133\u2009\u2060000',
  ])
    expect(page).toContain(words)
  const shown = async () =>
    /\/json-stat|(248|249)\u2009\u2060\d{3}/.exec((await world.get('/atlas/kennzahlen/population')).body)?.[0]
  expect(await shown()).toBe('248\u2009\u2060117')
  expect((await world.post(`${load}/veroeffentlichung`, {}, office)).statusCode).toBe(303)
  expect(await shown()).toBe('249\u2009\u2060000')
  expect((await world.post(`${load}/veroeffentlichung`, {}, office)).statusCode).toBe(409)
  expect((await world.post(`${load}/ruecknahme`, {}, office)).statusCode).toBe(303)
  expect(await shown()).toBe('248\u2009\u2060117')
  expect((await world.get(load, office)).body).toContain('zurückgenommen')
})

test('the older GENESIS form with preamble and footer, signs for nothing, secret and missing', async ({ world }) => {
  await anAtlas(world)
  const office = await world.person('office')
  const file = `Tabelle: 12411-01-01-4\n\nStatistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;1_Auspraegung_Label;BEVSTD__Bevoelkerungsstand__Anzahl
12411;F;STAG;Stichtag;31.12.2026;KREISE;Kreise;08121;Heilbronn;.
12411;F;STAG;Stichtag;31.12.2026;KREISE;Kreise;08126;Hohenlohekreis;-
__________
© Statistisches Landesamt;`
  const load = String((await send(world, office, file)).headers.location).split('?')[0]!
  const page = (await world.get(load, office)).body
  expect(page).toContain('1 Werte sind geheim und bleiben es.')
  expect(
    await world.sql(`select district_key, value, status from indicator_values where year = 2026 order by 1`),
  ).toEqual([
    { district_key: '08121', value: null, status: 'secret' },
    { district_key: '08126', value: 0, status: 'final' },
  ])
  await world.post(`${load}/veroeffentlichung`, {}, office)
  const told = (await world.get('/atlas/kennzahlen/population/json')).json<{
    values: { territory: string; year: number; value: unknown }[]
  }>()
  expect(told.values.filter(({ year }) => year === 2026).map(({ territory, value }) => [territory, value])).toEqual([
    ['all', null],
    ['heilbronn-franken', null],
    ['08121', null],
    ['08126', 0],
  ])
})

test('INKAR and a plain list wait until their columns are assigned; decimals are German', async ({ world }) => {
  await anAtlas(world)
  await world.sql(`insert into indicators (id, position, topic, name, definition, unit, kind, aggregation, decimals)
    values ('age', 2, 'people', '{"de":"Alter"}', '{"de":"Mittel"}', '{"de":"Jahre"}', 'ratio', 'none', 1)`)
  const office = await world.person('office')
  const inkar =
    '"Kennziffer";"Raumeinheit";"Aggregat";"Durchschnittsalter";"Durchschnittsalter"\n"";"";"";"2021";"2022"\n"08121";"Heilbronn";"kreisfreie Stadt";"42,1";"42,3"\n"8126";"Hohenlohekreis";"Landkreis";"43,9";"x"\n'
  const load = String((await send(world, office, inkar)).headers.location).split('?')[0]!
  expect((await world.post(`${load}/veroeffentlichung`, {}, office)).body).toContain(
    'Bitte ordnen Sie erst die Spalten zu.',
  )
  expect((await world.post(`${load}/zuordnung`, { spalte1: 'age' }, office)).statusCode).toBe(303)
  expect(
    await world.sql(`select district_key, year, value from indicator_values where indicator_id = 'age' order by 1, 2`),
  ).toEqual([
    { district_key: '08121', year: 2021, value: 42.1 },
    { district_key: '08121', year: 2022, value: 42.3 },
    { district_key: '08126', year: 2021, value: 43.9 },
  ])
  expect((await world.post(`${load}/veroeffentlichung`, {}, office)).statusCode).toBe(303)
  expect((await world.get('/atlas/kennzahlen/age')).body).toContain('42,3')
})

test('commuters of the Federal Employment Agency: day from the preamble, thousands with a dot, other places left out', async ({
  world,
}) => {
  await anAtlas(world)
  const office = await world.person('office')
  const file = `\ufeff"Auspendler Kreise"\n"Berichtsmonat: Juni 2026"\n"Datenstand: Januar 2027"\n"Wohnort";"Regionalschlüssel";"Arbeitsort";"Regionalschlüssel";"Insgesamt";"Männer"
"Hohenlohekreis";"08126";"Heilbronn, Stadt";"08121";"1.230";"700"
"Hohenlohekreis";"08126";"Berlin";"11000";"30";"20"
"Hohenlohekreis";"08126";"Auspendler insgesamt";"0";"15.400";"9.000"
"© Statistik der Bundesagentur für Arbeit"\n`
  const load = String((await send(world, office, file)).headers.location).split('?')[0]!
  expect((await world.get(load, office)).body).toContain('Pendler der Bundesagentur')
  await world.post(`${load}/veroeffentlichung`, {}, office)
  const flows = (await world.get('/atlas/pendeln')).body
  expect([flows.includes('30. Juni 2026'), flows.includes('1\u2009\u2060230')]).toEqual([true, true])
  await world.post(`${load}/ruecknahme`, {}, office)
  expect((await world.get('/atlas/pendeln')).body).toContain('31. Dezember 2025')
})

test('GENESIS as it is downloaded: packed, a column of quality beside the numbers, a day in ISO form', async ({
  world,
}) => {
  await anAtlas(world)
  const office = await world.person('office')
  const flat = `${genesis([]).trim()};value_q\n${[
    ['08121', '133000', 'e'],
    ['08126', '116000', 'p'],
  ]
    .map(([key = '', value = '', quality]) => `${row(key, value, ['', 'Insgesamt'], '2026-12-31')};${quality}`)
    .join('\n')}`
  const load = String((await send(world, office, await packed({ '12411-0015_de_flat.csv': flat }))).headers.location)
  expect((await world.get(load.split('?')[0]!, office)).body).toContain('GENESIS flat (ffcsv)')
  // „e“ says final: prices of years long past carry it (61111-0001, as Destatis shows the form).
  const old = `Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;1_Auspraegung_Label;BEVSTD__Bevölkerungsstand__Anzahl;BEVSTD__Bevölkerungsstand__q
STAG;Stichtag;31.12.2027;KREISE;Kreise;08121;Heilbronn;134000;s`
  await send(world, office, old)
  expect(
    await world.sql(
      `select district_key, year, value, status from indicator_values where year > 2025 order by year, 1`,
    ),
  ).toEqual([
    { district_key: '08121', year: 2026, value: 133_000, status: 'final' },
    { district_key: '08126', year: 2026, value: 116_000, status: 'preliminary' },
    { district_key: '08121', year: 2027, value: 134_000, status: 'estimated' },
  ])
})

const head = 'schlüssel;jahr;wert;kennzahl'
const list = (...rows: string[]) => [head, ...rows].join('\n')
/** Broken and hostile files, and what is said of each: refused at once, or held back by a check. */
const refused: Record<string, [content: string | Buffer, says: string]> = {
  'nothing at all': ['', 'leer'],
  'blanks only': [' \n\n \t', 'leer'],
  'a picture': [Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'keine Textdatei'],
  'half a workbook': [Buffer.from('504b0304140000000800', 'hex'), 'Die Arbeitsmappe lässt sich nicht öffnen'],
  'an archive of something else': [await packed({ 'a.exe': 'hallo' }), 'Die Arbeitsmappe lässt sich nicht öffnen'],
  'a workbook without a known sheet': [await workbook({ Tabelle: '<row r="1"/>' }), 'nicht bekannt'],
  'a workbook of endless rows': [await workbook({ Tabelle: '<row r="99999999"/>' }), 'zu viele'],
  'a workbook of endless columns': [await workbook({ Tabelle: '<row><c r="ZZZ1"/></row>' }), 'zu viele'],
  'a workbook of endless words': [await workbook({ Tabelle: '<row/>' }, Array(500_001).fill('')), 'zu viele'],
  'a workbook of marks without end': [await workbook({ Tabelle: '<row>'.repeat(200) }), 'zu viele'],
  'a workbook of one endless mark': [await workbook({ Tabelle: `<!--${'<row/>'.repeat(200_000)}-->` }), 'zu viele'],
  'JSON-stat of endless lists': [
    `{"version":"2.0","class":"dataset","dimension":{},"value":[${'[],'.repeat(400_001)}[]]}`,
    'zu viele',
  ],
  'JSON of endless nothing': [`[${'1,'.repeat(1_200_001)}1]`, 'zu viele'],
  'JSON without an end to its depth': ['['.repeat(500) + ']'.repeat(500), 'zu viele'],
  'an English number in GENESIS': [genesis([row('08121', '12.345')]), '„12.345“'],
  'JSON cut off': ['{"version": "2.0", "class": "dataset"', 'JSON ist unvollständig'],
  'JSON-stat whose sizes lie': [
    '{"version":"2.0","class":"dataset","id":["geo","time"],"size":[9,9],"dimension":{"geo":{"category":{"index":["DE118"]}},"time":{"category":{"index":["2024"]}}},"value":[1]}',
    'JSON ist unvollständig',
  ],
  'JSON-stat without places': [
    '{"version":"2.0","class":"dataset","id":["time"],"size":[1],"dimension":{"time":{"category":{"index":["2024"]}}},"value":[1]}',
    'nicht bekannt',
  ],
  'boundaries in metres': [
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"AGS":"08121","GEN":"Heilbronn"},"geometry":{"type":"Polygon","coordinates":[[[515000,5443000],[516000,5443000],[516000,5444000],[515000,5443000]]]}}]}',
    'keine Grade',
  ],
  'areas without keys': [
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[9,49],[10,49],[10,50],[9,49]]]}}]}',
    'lässt sich nicht lesen',
  ],
  'areas cut off': [
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"AGS":"08121","GEN":"Heilbronn"},"geometry":{"type":"Polygon","coordinates":[[[9,49],[10,49]',
    'JSON ist unvollständig',
  ],
  'arcs that lead nowhere': [
    '{"type":"Topology","arcs":[],"objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[7]]}]}}}',
    'JSON ist unvollständig',
  ],
  'one long line named by very many areas': [
    JSON.stringify({
      type: 'Topology',
      arcs: [Array.from({ length: 6000 }, (_, no) => [no / 1000, 0])],
      objects: {
        a: {
          type: 'GeometryCollection',
          geometries: Array(1000).fill({
            type: 'Polygon',
            arcs: [[0]],
            properties: { AGS: '08121', GEN: 'Heilbronn' },
          }),
        },
      },
    }),
    'zu viele',
  ],
  'areas without any area': ['{"type":"FeatureCollection","features":[]}', 'nichts, was übernommen'],
  'SDMX of quarters': ['freq,geo,TIME_PERIOD,OBS_VALUE\nQ,DE117,2024-Q1,5', '„2024-Q1“'],
  'SDMX with a comma number': ['freq,geo,TIME_PERIOD,OBS_VALUE\nA,DE117,2024,"5,2"', '„5,2“'],
  'two bytes a letter': [Buffer.from(list('08121;2026;5;population'), 'utf16le'), 'keine Textdatei'],
  'nought bytes between': ['schlüssel;jahr;wert\n08121;20\u000026;5', 'keine Textdatei'],
  'a sentence': ['Sehr geehrte Damen und Herren', 'trennt nichts die Spalten'],
  'a web page': ['<!doctype html><html><body>Fehler 404, bitte neu anmelden</body></html>', 'nicht bekannt'],
  JSON: ['{"a": [1, 2, 3], "b": 2}', 'nicht bekannt'],
  'another table': ['name;farbe\nAnna;blau', 'nicht bekannt'],
  'a head alone': [head, 'Unter der Kopfzeile steht nichts'],
  'a head twice': [list(head), 'Zeile 2'],
  'a quote left open': [`${head}\n"08121;2026;5;population\n08126;2026;6;population`, 'Anführungszeichen'],
  'a quote in the middle': [`${head}\n"08121"x;2026;5;population`, 'Anführungszeichen'],
  'a row too short': [list('08121;2026'), 'Zeile 2'],
  'a word for a number': [list('08121;2026;viele;population'), '„viele“'],
  'an English number': [list('08121;2026;12.5;population'), '„12.5“'],
  'thousands set wrong': [list('08121;2026;1.23.456;population'), '„1.23.456“'],
  'an exponent': [list('08121;2026;1e308;population'), '„1e308“'],
  infinity: [list('08121;2026;Infinity;population'), '„Infinity“'],
  'a formula': [list('08121;2026;=1+1;population'), '„=1+1“'],
  'a number without end': [list(`08121;2026;${'9'.repeat(400)};population`), 'lässt sich nicht lesen'],
  'a year of two digits': [list('08121;26;5;population'), '„26“'],
  'a year to come in a thousand years': [list('08121;9999;5;population'), '„9999“'],
  'a statement': [list(`08121;2026;'); drop table flows; --;population`), 'lässt sich nicht lesen'],
  markup: [list('08121;2026;<script>alert(1)</script>;population'), 'lässt sich nicht lesen'],
  'a cell without end': [list(`08121;2026;5;${'a'.repeat(5000)}`), 'zu lange Zellen'],
  'a thousand columns': [`${head}\n${'1;'.repeat(1000)}`, 'zu viele'],
  'a thousand measures': [list(...Array.from({ length: 1001 }, (_, no) => `08121;2026;5;Zahl ${no}`)), 'zu viele'],
  'flows without a day': ['von;nach;pendler\n08121;08126;5', 'Stichtag'],
}
const heldBack: Record<string, [content: string, says: string]> = {
  'no place from here': [list('09162;2026;5;population'), 'Kein Schlüssel gehört'],
  'keys that are none': [list('08121;2026;5;population', 'Heilbronn;2026;6;population'), '1 Schlüssel sind keine'],
  'a value twice': [list('08121;2026;5;population', '08121;2026;6;population'), '1 Werte stehen doppelt'],
  'a total less than its parts': [
    list('081;2026;10;population', '08121;2026;8;population', '08126;2026;7;population'),
    '1 Summen sind kleiner',
  ],
  'flows below nought': ['von;nach;pendler\n08121;08126;-5', '1 Verflechtungen sind negativ'],
  'half a commuter': ['von;nach;pendler\n08121;08126;2,5', 'keine ganzen Zahlen'],
  'a flow twice': ['von;nach;pendler\n08121;08126;5\n08121;08126;6', '1 Werte stehen doppelt'],
}

test('every broken or hostile file ends in a clear message, and nothing of it is taken in', async ({ world }) => {
  await anAtlas(world)
  const office = await world.person('office')
  const before = await counts(world)
  const wrong: string[] = []
  for (const [name, [content, says]] of Object.entries(refused)) {
    const { statusCode, body } = await send(world, office, content)
    const said = messages(body).join(' ')
    if ((statusCode !== 409 && statusCode !== 422) || !said.includes(says)) wrong.push(`${name}: ${statusCode} ${said}`)
  }
  expect(wrong).toEqual([])
  expect(await counts(world)).toEqual(before)
})

test('a load is not thrown away while it is being read; a job that has stopped does not hold it for ever', async ({
  world,
}) => {
  const { load } = await anAtlas(world)
  const office = await world.person('office')
  const taken = async (minutesAgo: number) => {
    await world.db
      .updateTable('imports')
      .set({ state: 'reading', changedAt: new Date(world.clock.now.getTime() - minutesAgo * 60_000) })
      .execute()
    const answer = await world.post(`${here}/${load}/ruecknahme`, {}, office)
    return [answer.statusCode, (await counts(world))[0]]
  }
  expect(await taken(9)).toMatchObject([409, { imports: 1 }])
  expect(await taken(11)).toMatchObject([303, { imports: 0 }])
})

test('a failing check holds publishing back, and nothing of the file counts', async ({ world }) => {
  await anAtlas(world)
  const office = await world.person('office')
  const [before] = await counts(world)
  for (const [name, [content, says]] of Object.entries(heldBack)) {
    const answer = await send(world, office, content, { asOf: '2026-06-30' })
    const load = String(answer.headers.location).split('?')[0]!
    const page = (await world.get(load, office)).body
    expect(`${name}: ${page.includes(says)} ${page.includes('Das verhindert die Veröffentlichung')}`).toBe(
      `${name}: true true`,
    )
    const published = await world.post(`${load}/veroeffentlichung`, {}, office)
    expect([published.statusCode, published.body.includes('Die Prüfung hat Fehler gefunden')]).toEqual([409, true])
    expect((await world.post(`${load}/ruecknahme`, {}, office)).headers.location).toBe(`${here}?info=removed`)
  }
  expect(await counts(world)).toEqual([before])
})

test('the office adds an indicator, counted or computed, and assigns a column to it', async ({ world }) => {
  await anAtlas(world)
  const office = await world.person('office')
  const at = `${here}/kennzahlen`
  const words = { definitionDe: 'Am 30. Juni.', unitDe: 'Betriebe', topic: 'economy', decimals: '0' }
  const added = await world.post(at, { nameDe: 'Betriebe', ...words, way: 'counted' }, office)
  expect([added.statusCode, added.headers.location]).toEqual([303, '/atlas/kennzahlen/betriebe'])
  const none = await world.post(at, { nameDe: 'Je Kopf', ...words, way: 'computed', first: 'betriebe' }, office)
  expect(messages(none.body)).toEqual(['Nenner: Bitte wählen Sie Zähler und Nenner.'])
  const ratio = { first: 'betriebe', second: 'population', factor: '1000' }
  await world.post(at, { nameDe: 'Je Kopf', ...words, decimals: '1', way: 'computed', ...ratio }, office)
  const load = String((await send(world, office, list('08121;2025;4000;Betriebe'))).headers.location).split('?')[0]!
  expect((await world.post(`${load}/veroeffentlichung`, {}, office)).statusCode).toBe(303)
  // 4,000 by 132,516 people is 30.2 per thousand.
  expect((await world.get('/atlas/kennzahlen/je-kopf')).body).toContain('30,2\u00a0Betriebe')
  expect((await world.get(at, await world.person('delegate'))).statusCode).toBe(404)
})
