import { expect } from 'vitest'
import { upload } from '../../test/files.ts'
import { archive, aWorkbook } from '../../test/formats.ts'
import { aPdf } from '../../test/library.ts'
import { workedThrough } from '../../test/people.ts'
import { test, type World } from '../../test/world.ts'

const here = '/verwaltung/bibliothek/einlesen'
type Person = Awaited<ReturnType<World['person']>>

const documentsOf = (world: World) =>
  world.sql(`select title, type, language, dated, licence, doi, state, (select string_agg(name, '; ' order by position)
    from document_authors a where a.document_id = d.id) as authors, current_version as version from documents d order by title`)

/** Sends a table with files, and gives where it is looked at. */
async function sent(world: World, who: Person, table: string | Buffer, files: Record<string, Buffer> = {}) {
  const name = typeof table === 'string' && /^[[{]/.test(table) ? 'export.json' : 'liste.csv'
  const answer = await upload(world, here, who, [
    { field: 'table', name, bytes: Buffer.from(table as string) },
    ...Object.entries(files).map(([name, bytes]) => ({ name, bytes })),
  ])
  expect(answer.statusCode, /id="f-.*?<\/p>/s.exec(answer.body)?.[0]).toBe(303)
  return String(answer.headers.location)
}

async function begun(world: World, who: Person, at: string) {
  expect((await world.post(`${at}/beginn`, {}, who)).statusCode).toBe(303)
  await workedThrough(world)
  return (await world.get(at, who)).body
}

const plain = (body: string) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('a table with files becomes drafts; nothing is a document before the office has said so', async ({ world }) => {
  const office = await world.person('office')
  const at = await sent(
    world,
    office,
    'Titel;Autoren;Erschienen;Art;Sprache;Lizenz;Datei\nRadschnellwege;"Beispiel, Jana 0000-0002-1825-0097; Muster, Ali";14.5.2022;Studie;Deutsch;CC BY 4.0;rad.pdf\nLärm;;2021;Protokoll;;;\n',
    { 'rad.pdf': await aPdf('Rad', [{ heading: 'Rad', text: 'Auf diesen Wegen kommen Räder schnell voran.' }]) },
  )
  expect(await documentsOf(world)).toEqual([])
  const before = plain((await world.get(at, office)).body)
  expect(before).toContain('2 Zeilen, eine Datei.')
  expect(before).toContain('Radschnellwege')
  expect(before).toContain('14. Mai 2022')
  const after = plain(await begun(world, office, at))
  expect(after).toContain('2 Entwürfe sind neu.')
  expect(await documentsOf(world)).toEqual([
    {
      title: 'Lärm',
      type: 'minutes',
      language: 'de',
      dated: '2021',
      licence: 'all-rights-reserved',
      doi: null,
      state: 'draft',
      authors: null,
      version: null,
    },
    {
      title: 'Radschnellwege',
      type: 'study',
      language: 'de',
      dated: '2022-05-14',
      licence: 'CC-BY-4.0',
      doi: null,
      state: 'draft',
      authors: 'Beispiel, Jana; Muster, Ali',
      version: 1,
    },
  ])
  expect(await world.sql('select count(*)::int as pages from document_pages')).toEqual([{ pages: 1 }])
})

test('a broken row is named with its line and the reason, and stops no other', async ({ world }) => {
  const office = await world.person('office')
  const rows = [
    'Title,Date,License,DOI,File',
    'Good,2020,,,',
    ',2020,,,',
    'Late,gestern,,,',
    'Free,2020,WTFPL,,',
    'Lost,2020,,,fehlt.pdf',
    'Numbered,2020,,10.abc,',
    'Also good,2020-02-30,,,',
    'Last,2020,CC0,10.1234/last,',
  ]
  const at = await sent(world, office, rows.join('\n'))
  expect(plain((await world.get(at, office)).body)).toContain('6 Zeilen werden sich nicht aufnehmen lassen')
  const after = plain(await begun(world, office, at))
  expect(after).toContain('2 Entwürfe sind neu.')
  for (const line of [
    'Zeile 3 : Es gibt keinen Titel und keine Datei.',
    'Zeile 4 (gestern): Das Datum ist unklar.',
    'Zeile 5 (WTFPL): Diese Lizenz gibt es hier nicht.',
    'Zeile 6 (fehlt.pdf): Diese Datei ist nicht mitgekommen',
    'Zeile 7 (10.abc): Das ist keine DOI.',
    'Zeile 8 (2020-02-30): Das Datum ist unklar.',
  ])
    expect(after).toContain(line)
  expect((await documentsOf(world)).map(({ title }) => title)).toEqual(['Good', 'Last'])
})

test('what was taken in comes no second time, by identifier or by content', async ({ world }) => {
  const office = await world.person('office')
  const pdf = await aPdf('Rad', [{ heading: 'Rad', text: 'Wege für Räder.' }])
  const table =
    'Titel;DOI;Kennung;Datei\nMit DOI;10.1234/eins;;\nMit Kennung;;A 17;\nMit Datei;;;rad.pdf\nNur Titel;;;\nNur Titel;;;\n'
  const counts = async () => {
    const at = await sent(world, office, table, { 'rad.pdf': pdf })
    return plain(await begun(world, office, at))
  }
  const first = await counts()
  expect(first).toContain('4 Entwürfe sind neu.')
  expect(first).toContain('Ein Dokument gab es hier schon')
  const second = await counts()
  expect(second).toContain('0 Entwürfe sind neu.')
  expect(second).toContain('5 Dokumente gab es hier schon')
  expect((await documentsOf(world)).length).toBe(4)
  expect(await world.sql('select count(*)::int as n from files')).toEqual([{ n: 1 }])
})

test('a folder as ZIP with its table as XLSX is read, dates as a spreadsheet has them', async ({ world }) => {
  const office = await world.person('office')
  const table = aWorkbook({
    Liste: [
      ['Unsere Sammlung 2022'],
      ['Titel', 'Datum', 'Datei'],
      ['Bericht', 44695, 'ordner/bericht.txt'],
      ['Ohne Datei', 2019, ''],
    ],
  })
  const zip = archive({
    'sammlung/metadaten.xlsx': table,
    'sammlung/ordner/bericht.txt': 'Ein Bericht über den Verkehr.',
    '__MACOSX/sammlung/._bericht.txt': 'x',
  })
  const answer = await upload(world, here, office, { name: 'sammlung.zip', bytes: zip })
  expect(answer.statusCode).toBe(303)
  await begun(world, office, String(answer.headers.location))
  expect((await documentsOf(world)).map(({ title, dated, version }) => [title, dated, version])).toEqual([
    ['Bericht', '2022-05-14', 1],
    ['Ohne Datei', '2019', null],
  ])
})

test('the columns can be told anew before anything is taken in', async ({ world }) => {
  const office = await world.person('office')
  const at = await sent(world, office, 'Titel;Was\nRad;Ein Untertitel\n')
  const twice = await world.post(at, { spalte1: 'title', spalte2: 'title' }, office)
  expect([twice.statusCode, twice.body.includes('Zwei Spalten können nicht dasselbe füllen')]).toEqual([409, true])
  expect((await world.post(at, { spalte1: 'title', spalte2: 'erfunden' }, office)).statusCode).toBe(422)
  expect((await world.post(at, { spalte1: 'title', spalte2: 'subtitle' }, office)).statusCode).toBe(303)
  await begun(world, office, at)
  expect(await world.sql('select title, subtitle from documents')).toEqual([
    { title: 'Rad', subtitle: 'Ein Untertitel' },
  ])
  expect((await world.post(`${at}/beginn`, {}, office)).statusCode).toBe(404)
})

test('exports of DataCite and Zenodo are read, one record or many', async ({ world }) => {
  const office = await world.person('office')
  const dataCite = {
    data: [
      {
        id: '10.5281/zenodo.1',
        attributes: {
          doi: '10.5281/zenodo.1',
          titles: [{ title: 'Mobility' }],
          creators: [
            { name: 'Example, Jane', nameIdentifiers: [{ nameIdentifier: 'https://orcid.org/0000-0002-1825-0097' }] },
            { name: 'Region', nameType: 'Organizational' },
          ],
          publisher: 'Zenodo',
          publicationYear: 2021,
          dates: [{ dateType: 'Issued', date: '2021-03-04' }],
          language: 'eng',
          types: { resourceTypeGeneral: 'Dataset' },
          rightsList: [{ rightsIdentifier: 'cc-by-4.0' }],
          descriptions: [{ descriptionType: 'Abstract', description: '<p>About &amp; around.</p>' }],
        },
      },
    ],
  }
  const zenodo = {
    id: 77,
    doi: '10.5281/zenodo.77',
    metadata: {
      title: 'Report',
      creators: [{ name: 'Muster, Ali' }],
      publication_date: '2020-01-02',
      resource_type: { type: 'publication', subtype: 'report' },
      license: { id: 'other-open' },
    },
  }
  for (const json of [dataCite, zenodo]) {
    const at = await sent(world, office, JSON.stringify(json))
    await begun(world, office, at)
  }
  expect(await documentsOf(world)).toEqual([
    {
      title: 'Mobility',
      type: 'data_set',
      language: 'en',
      dated: '2021-03-04',
      licence: 'CC-BY-4.0',
      doi: '10.5281/zenodo.1',
      state: 'draft',
      authors: 'Example, Jane; Region',
      version: null,
    },
    {
      title: 'Report',
      type: 'study',
      language: 'de',
      dated: '2020-01-02',
      licence: 'all-rights-reserved',
      doi: '10.5281/zenodo.77',
      state: 'draft',
      authors: 'Muster, Ali',
      version: null,
    },
  ])
  expect(
    await world.sql(`select abstract->>'de' as de, rights_note->>'de' as note from documents order by title`),
  ).toEqual([
    { de: 'About & around.', note: null },
    { de: null, note: 'other-open' },
  ])
  const broken = JSON.stringify({ hits: { hits: [zenodo, { metadata: { creators: [] } }, 'kaputt'] } })
  const after = plain(await begun(world, office, await sent(world, office, broken)))
  for (const no of [2, 3]) expect(after).toContain(`Dokument ${no} : Es gibt keinen Titel und keine Datei.`)
})

test('what cannot be read is said at its field, and nothing is kept', async ({ world }) => {
  const office = await world.person('office')
  const tried = async (files: { field: string; name: string; bytes: Buffer }[]) => {
    const { statusCode, body } = await upload(world, here, office, files)
    return [statusCode, /href="#f-(\w+)"[^>]*>([^<]*)/.exec(body)?.slice(1).join(': ')]
  }
  const table = (text: string | Buffer, name = 'a.csv') => ({
    field: 'table',
    name,
    bytes: Buffer.from(text as string),
  })
  const file = (bytes: Buffer, name = 'a.zip') => ({ field: 'file', name, bytes })
  expect(await tried([table('Name;Ort\nx;y')])).toEqual([303, undefined])
  const heavy = Buffer.alloc(20_000_000)
  const all = [
    await tried([file(Buffer.from('x'), 'x.txt')]),
    await tried([table('nur ein Wort')]),
    await tried([table('Ort;Land\na;b')]),
    await tried([table('Titel;Datum\n')]),
    await tried([table('Titel;"Datum\n')]),
    await tried([table('{"a":')]),
    await tried([table('{"a": 1}')]),
    await tried([table(`[${'{},'.repeat(400_001)}{}]`)]),
    await tried([table(`Titel;x\n${';\n'.repeat(10_001)}`)]),
    await tried([table(archive({ 'xl/workbook.xml': '<kaputt' }), 'a.xlsx')]),
    await tried([table('Titel;x\na;b'), file(archive({ '../../boese.txt': 'x' }))]),
    await tried([table('Titel;x\na;b'), file(archive({ 'a.txt': 'x' }, { flags: 1 }))]),
    await tried([table('Titel;x\na;b'), file(archive({ 'a.txt': 'x' }).subarray(0, 60))]),
    await tried([table(`Titel;x\n${'a;b\n'.repeat(5001)}`)]),
    await tried([
      table('Titel;x\na;b'),
      file(archive(Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`${n}.txt`, heavy])))),
    ]),
    await tried([
      table('Titel;x\na;b'),
      ...['a', 'b'].map((name) =>
        file(archive(Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`${name}${n}.txt`, heavy])))),
      ),
    ]),
  ]
  expect(all.map(([status]) => status)).toEqual(all.map(() => 422))
  expect(all.map(([, said]) => String(said).slice(0, 40))).toMatchInlineSnapshot(`
    [
      "table: Tabelle oder Export: Bitte wählen",
      "table: Tabelle oder Export: Diese Tabell",
      "table: Tabelle oder Export: In den erste",
      "table: Tabelle oder Export: Unter den Sp",
      "table: Tabelle oder Export: Diese Tabell",
      "table: Tabelle oder Export: Dieses JSON ",
      "table: Tabelle oder Export: In diesem JS",
      "table: Tabelle oder Export: Höchstens 50",
      "table: Tabelle oder Export: Höchstens 50",
      "table: Tabelle oder Export: In den erste",
      "file: Dateien: Das ZIP ist beschädigt od",
      "file: Dateien: Das ZIP ist mit einem Ken",
      "file: Dateien: Das ZIP ist beschädigt od",
      "table: Tabelle oder Export: Höchstens 50",
      "file: Dateien: Ausgepackt wären es mehr ",
      "file: Dateien: Ausgepackt wären es mehr ",
    ]
  `)
  expect(await world.sql('select count(*)::int as n from intakes')).toEqual([{ n: 1 }])
})

test('letters that are none go on the way in, and a long name is cut between letters', async ({ world }) => {
  const office = await world.person('office')
  const title =
    '{"titles":[{"title":"L\\u0000ärm \\ud83d\\ude80 \\ud83d\\n\\"nachts\\"\\b \\\\u0000"}],"publisher":"Amt\\u202e"}'
  await begun(world, office, await sent(world, office, title))
  const long = `${'a'.repeat(199)}🚀`
  const at = await sent(world, office, `Titel;${long};Datei\n;x;Lärm🚀.txt\n`, {
    'a.zip': archive({ 'Lärm\u0000🚀.txt': 'Nachts ist es laut.' }),
    [`${long}${long}.txt`]: Buffer.from('x'),
  })
  await begun(world, office, at)
  expect((await documentsOf(world)).map((one) => one.title).sort()).toEqual([
    'Lärm 🚀 \ufffd "nachts" \\u0000',
    'Lärm🚀',
  ])
})

test('a file that is refused is named, and its row with it', async ({ world }) => {
  const office = await world.person('office')
  const at = await sent(world, office, 'Titel;Datei\nA;a.svg\nB;\n', { 'a.svg': Buffer.from('<svg><script/></svg>') })
  const before = plain((await world.get(at, office)).body)
  expect(before).toContain('a.svg : SVG-Bilder können Programme enthalten')
  expect(before).toContain('Zeile 2 (a.svg): Diese Datei ist nicht mitgekommen oder ließ sich nicht annehmen.')
  expect(plain(await begun(world, office, at))).toContain('Ein Entwurf ist neu.')
})

test('while it runs the page says how far it is; what is discarded leaves nothing', async ({ world }) => {
  const office = await world.person('office')
  const at = await sent(world, office, `Titel;Datei\n${Array.from({ length: 30 }, (_, n) => `T${n};`).join('\n')}\n`, {
    'uebrig.txt': Buffer.from('Niemand nennt diese Datei.'),
  })
  await world.post(`${at}/beginn`, {}, office)
  const { body } = await world.get(at, office)
  expect(plain(body)).toContain('0 von 30 Zeilen bearbeitet.')
  expect(body).toContain('Noch einmal nachsehen')
  expect(await world.queued()).toEqual(['runIntake'])
  await workedThrough(world)
  expect((await documentsOf(world)).length).toBe(30)
  expect((await world.post(`${at}/loeschen`, {}, office)).statusCode).toBe(303)
  await workedThrough(world)
  expect(
    await world.sql('select (select count(*) from intakes)::int as i, (select count(*) from files)::int as f'),
  ).toEqual([{ i: 0, f: 0 }])
})
