import sharp from 'sharp'
import { expect } from 'vitest'
import { anAtlas } from '../../test/atlas.ts'
import { anEdition } from '../../test/congress.ts'
import { aGroup, aMember } from '../../test/groups.ts'
import { aDocument } from '../../test/library.ts'
import { anOrganisation } from '../../test/organisations.ts'
import { aPiece } from '../../test/thread.ts'
import { test, type World } from '../../test/world.ts'
import { fillAtlas, fillExample } from '../example/index.ts'
import { inChange } from '../platform/visit.ts'
import { fillIndicators } from './index.ts'

async function theExample({ db, house, clock }: World) {
  await fillExample(db, clock.now)
  const base = { house, now: clock.now, language: 'de', viewer: { kind: 'system' } } as const
  await inChange(db, base, fillIndicators)
  await inChange(db, base, fillAtlas)
}

type Told = { values: { territory: string; year: number; value: number | null; status: string }[] }
async function numbers(world: World, indicator: string, year: number) {
  const { values } = (await world.get(`/atlas/kennzahlen/${indicator}/json`)).json<Told>()
  return Object.fromEntries(values.filter((one) => one.year === year).map(({ territory, value }) => [territory, value]))
}

test('the example’s figures add up to the published and hand-computed ones', async ({ world }) => {
  await theExample(world)
  // Regionalstatistik 12411-01-01-4, 31.12.2025, added up by hand: 5,495,161; the Region Stuttgart 2,771,797.
  expect(await numbers(world, 'population', 2025)).toMatchObject({
    all: 5_495_161,
    'region-stuttgart': 2_771_797,
    'heilbronn-franken': 935_761,
    'neckar-alb': 720_216,
    nordschwarzwald: 615_984,
    ostwuerttemberg: 451_403,
    '08416': 233_593,
  })
  const area = await numbers(world, 'area', 2018)
  expect([area.all, area['region-stuttgart'], area.ostwuerttemberg].map((one) => one!.toFixed(2))).toEqual([
    '15425.28',
    '3653.56',
    '2138.52',
  ])
  expect((await numbers(world, 'density', 2025))['08111']!.toFixed(0)).toBe('2939')
  expect((await numbers(world, 'gdp', 2018))['region-stuttgart']!.toFixed(3)).toBe('155810.633')
  // Statistik der BA, June 2023: Stuttgart 275,210 in, 100,780 out.
  expect(await numbers(world, 'commuter-balance', 2023)).toMatchObject({ '08111': 174_430 })
  expect(await numbers(world, 'out-commuters', 2023)).toMatchObject({ all: 953_810 })
})

test('a page tells its finding, unit, source, definition and date; a count has circles, a ratio steps', async ({
  world,
}) => {
  await theExample(world)
  const density = (await world.get('/atlas/kennzahlen/density')).body
  for (const words of [
    'Den höchsten Wert hat Stuttgart mit 2\u2009\u2060939\u00a0Menschen je km²',
    'Zensus 2022',
    'Bevölkerung geteilt durch Fläche',
    'Stand 31. Dezember 2025',
    'natürlichen Brüchen',
  ])
    expect(density).toContain(words)
  expect([/<path class="step-4"/.test(density), /<circle class="symbol"/.test(density)]).toEqual([true, false])
  const people = (await world.get('/en/atlas/indicators/population')).body
  expect([/<path class="step-/.test(people), /<circle class="symbol"/.test(people)]).toEqual([false, true])
  expect((await world.get('/atlas/kennzahlen/employees')).body).toContain('Das heißt nicht null.')
})

test('the atlas opens with one topic: the commuters, or the indicator asked for, each with its finding', async ({
  world,
}) => {
  await theExample(world)
  const opened = async (path: string) => {
    const { body } = await world.get(path)
    const title = /<h2 class="huge" id="stage-title">([^<]*)/.exec(body)?.[1]
    const chosen = /aria-current="page">([^<]*)/.exec(body.slice(body.indexOf('class="topics"')))?.[1]
    return [title, chosen, (body.match(/role="img"/g) ?? []).length]
  }
  // Statistik der BA, June 2023: 215,750 of 745,680 cross from region to region.
  expect(await opened('/atlas')).toEqual([
    '29 von 100 Pendelnden arbeiten in einer anderen Region',
    'Wege zur Arbeit',
    1,
  ])
  // 609,365 + 529,559 + 544,283 of 5,495,161, added up by hand from Regionalstatistik 12411-01-01-4.
  expect(await opened('/en/atlas?thema=population')).toEqual([
    'Stuttgart, Esslingen, and Ludwigsburg together have 31%',
    'Population',
    1,
  ])
  expect((await opened('/atlas?thema=density'))[0]).toBe('Stuttgart: das 29-Fache von Main-Tauber-Kreis')
})

test('a relation that is not listed is said to be under ten, never zero', async ({ world }) => {
  await theExample(world)
  const { body } = await world.get('/atlas/gebiete/08416')
  const row = /Main-Tauber-Kreis<\/a>(.*?)<\/tr>/.exec(body.slice(body.indexOf('two-way')))?.[1] ?? ''
  expect([row.includes('unter 10'), />0</.test(row)]).toEqual([true, false])
  expect(body).toContain('Hinein 30\u2009\u2060520, hinaus 32\u2009\u2060300')
  const flows = (await world.get('/atlas/pendeln/json')).json<unknown[]>()
  expect(flows).toHaveLength(357)
})

test('flows are shown by place, direction and threshold', async ({ world }) => {
  await theExample(world)
  const shown = async (query: string) =>
    /(?:Alle (\d+) Beziehungen|(\d+) von (\d+))/.exec((await world.get(`/atlas/pendeln${query}`)).body)?.[0]
  expect(await shown('')).toBe('20 von 357')
  // Ludwigsburg, Esslingen, Rems-Murr, Böblingen → Stuttgart, Kreis → Stadt Heilbronn, Stuttgart → Esslingen and Ludwigsburg, …
  expect(await shown('?ab=10000')).toBe('Alle 16 Beziehungen')
  expect(await shown('?ort=08111&richtung=hinaus&ab=10000')).toBe('Alle 4 Beziehungen')
})

test('a citation names the sources of its figures and what was computed here; the methods have a page of their own', async ({
  world,
}) => {
  await theExample(world)
  const line = async (path: string) => /<p>([^<]*\(abgerufen am [^<]*)<\/p>/.exec((await world.get(path)).body)?.[1]
  const density = await line('/atlas/kennzahlen/density')
  expect(density).toMatch(/Quelle: Regionaldatenbank.*; eigene Berechnung\. Atlas, Datenfassung \d+\. http/)
  const source = (text: string | undefined) => /Quelle: (.*)\. Atlas, /.exec(text ?? '')?.[1]
  expect(source(await line('/atlas/ansichten/map?kennzahl=density'))).toBe(source(density))
  expect(source(await line('/atlas/ansichten/balance'))).toMatch(/Bundesagentur.*; eigene Berechnung$/)
  expect(source(await line('/atlas/vergleich?ort1=08416'))).toMatch(/Regionaldatenbank.*; eigene Berechnung$/)
  const cited = (await world.get('/en/atlas/methods')).body
  for (const doi of ['10.1068/a070509', '10.1787/d58cb34d-en', '10.1109/TVCG.2009.113']) expect(cited).toContain(doi)
})

test('a frozen address keeps its numbers when newer ones come, and says so', async ({ world }) => {
  await anAtlas(world)
  const version = /fassung=(\d+)/.exec((await world.get('/atlas/kennzahlen/population')).body)?.[1]
  const frozen = `/atlas/kennzahlen/population?jahr=2025&fassung=${version}`
  expect((await world.get(frozen)).body).not.toContain('Inzwischen gibt es neuere Daten')
  await world.sql(
    `insert into data_versions (kind, source_id, created_at, published_at) values ('values', 'amt', now(), now())`,
  )
  await world.sql(`insert into indicator_values (version_id, indicator_id, year, district_key, value, as_of)
    select id, 'population', 2025, '08121', 999999, '2025-12-31' from data_versions order by no desc limit 1`)
  const now = (await world.get('/atlas/kennzahlen/population')).body
  const then = (await world.get(frozen)).body
  const [fresh, old] = ['999\u2009\u2060999', '132\u2009\u2060516']
  expect([now.includes(fresh), now.includes(old), then.includes(fresh), then.includes(old)]).toEqual([
    true,
    false,
    false,
    true,
  ])
  expect(then).toContain('Inzwischen gibt es neuere Daten')
  await world.sql('update data_versions set withdrawn_at = now() where no = (select max(no) from data_versions)')
  expect((await world.get('/atlas/kennzahlen/population')).body).toContain(old)
})

test('up to six places stand side by side', async ({ world }) => {
  await theExample(world)
  const { body } = await world.get('/atlas/vergleich?ort1=08416&ort2=neckar-alb&ort3=all')
  const heads = [
    ...body.slice(body.lastIndexOf('<table')).matchAll(/<th scope="col"[^>]*>(?:<span[^>]*>)?([^<]*)/g),
  ].map(([, head]) => head)
  expect(heads).toEqual(['Kennzahl', 'Tübingen', 'Neckar-Alb', 'Metropolregion', 'Einheit', 'Stand'])
})

test('machines get JSON-stat 2.0, CSV and XLSX from any site', async ({ world }) => {
  await anAtlas(world)
  const answer = await world.get('/atlas/kennzahlen/population/json-stat')
  expect(answer.headers['access-control-allow-origin']).toBe('*')
  const { version, id, size, dimension, value } = answer.json()
  expect({ version, id, size, value }).toEqual({
    version: '2.0',
    id: ['territory', 'year', 'indicator'],
    size: [4, 1, 1],
    value: [248_117, 248_117, 132_516, 115_601],
  })
  expect(Object.keys(dimension.territory.category.index)).toEqual(['all', 'heilbronn-franken', '08121', '08126'])
  const csv = (await world.get('/en/atlas/indicators/population/csv')).body.split('\r\n')
  expect(csv[3]).toBe('08121;District;Stadt Heilbronn;2025;132516;Menschen;final;2025-12-31;Amt für Zahlen')
  const xlsx = await world.get('/atlas/gebiete/08121/xlsx')
  expect([xlsx.statusCode, xlsx.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  expect((await world.get('/atlas/kennzahlen/population/exe')).statusCode).toBe(404)
})

test('what the atlas’s addresses take and give is told, and each of them answers', async ({ world }) => {
  await theExample(world)
  const { paths } = (await world.get('/atlas/openapi.json')).json<{ paths: Record<string, unknown> }>()
  const values: Record<string, string> = { '{indicator}': 'population', '{territory}': '08416', '{as}': 'json' }
  const answers: Record<string, number> = {}
  for (const address of Object.keys(paths))
    answers[address] = (await world.get(address.replaceAll(/\{\w+\}/g, (name) => values[name] ?? name))).statusCode
  expect(answers).toEqual({
    '/atlas/kennzahlen/{indicator}/{as}': 200,
    '/atlas/gebiete/{territory}/{as}': 200,
    '/atlas/pendeln/{as}': 200,
    '/atlas/katalog.jsonld': 200,
    '/atlas/neues.atom': 200,
  })
})

test('an address that says more than its page shows is led to the one that says just that', async ({ world }) => {
  await theExample(world)
  const led = async (path: string) => {
    const { statusCode, headers } = await world.get(path)
    return statusCode === 303 ? headers.location : statusCode
  }
  for (const [more, less] of [
    ['/atlas?thema=patents', '/atlas'],
    ['/en/atlas?thema=density&x=1', '/en/atlas?thema=density'],
    ['/atlas/kennzahlen/density?jahr=1850&ebene=regions&fassung=999999', '/atlas/kennzahlen/density?ebene=regions'],
    ['/atlas/kennzahlen/density/csv?x=1', '/atlas/kennzahlen/density/csv'],
    ['/atlas/pendeln?ort=nirgends&ab=10000&jahr=1850', '/atlas/pendeln?ab=10000'],
    ['/atlas/zusammenhang?waagrecht=nichts&senkrecht=patents', '/atlas/zusammenhang'],
    ['/atlas/vergleich?ort1=&ort2=08416&ort3=nirgends&ort4=08416', '/atlas/vergleich?ort1=08416'],
    ['/atlas/ansichten/paths?ort=nirgends&x=1', '/atlas/ansichten/paths'],
    ['/atlas/ansichten/slope/png?kennzahl=population&von=1850', '/atlas/ansichten/slope/png?kennzahl=population'],
  ] as const)
    expect([more, await led(more), await led(less)]).toEqual([more, less, 200])
  expect(await led('/atlas/ansichten/pyramid?ort=nirgends')).toBe(404)
})

test('two indicators stand against each other: a point for each district, the strength of their relation, a table', async ({
  world,
}) => {
  await theExample(world)
  const page = async (query: string) => (await world.get(`/atlas/zusammenhang${query}`)).body
  const body = await page('?waagrecht=density&senkrecht=in-commuters-per-1000')
  // Spearman’s ρ of the twenty pairs, computed by hand from their ranks.
  expect(body).toContain('ist „Einpendelnde je 1\u2009\u2060000 Menschen“ meist hoch (Rangkorrelation 0,64)')
  // Drawn for a wide and for a narrow place.
  expect(body.match(/<circle class="symbol"/g)).toHaveLength(2 * 20)
  expect(body.match(/<tbody>.*?<\/tbody>/s)?.[0].match(/<tr/g)).toHaveLength(20)
  expect(await page('')).toContain('Streudiagramm: waagrecht Bevölkerungsdichte')
  expect((await world.get('/atlas/pendeln')).body).toContain(
    'Der stärkste Strom führt von Nordschwarzwald nach Region Stuttgart: 44\u2009\u2060230 Menschen.',
  )
})

test('a map goes elsewhere: as PNG with its finding, and embedded in any page without a cookie', async ({ world }) => {
  await theExample(world)
  const png = await world.get('/atlas/kennzahlen/density/png')
  expect([png.headers['content-type'], png.rawPayload.subarray(1, 4).toString()]).toEqual(['image/png', 'PNG'])
  expect(png.rawPayload.readUInt32BE(16)).toBe(1460)
  const svg = (await world.get('/atlas/kennzahlen/density/svg')).body
  for (const words of ['das 29-Fache von', 'unter 300 (9)', 'fest über alle Jahre', 'Regionaldatenbank']) expect(svg).toContain(words)
  const embedded = await world.get('/en/atlas/indicators/population/html')
  expect(embedded.headers['content-security-policy']).toContain('frame-ancestors *')
  expect([embedded.headers['set-cookie'], /<(script|link|iframe|form)/.test(embedded.body)]).toEqual([undefined, false])
  expect(embedded.body).toContain('together have 31')
  const page = await world.get('/atlas/kennzahlen/population')
  expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  const view = (await world.get('/atlas/ansichten/map?kennzahl=population')).body
  expect(view).toContain('/atlas/ansichten/map/html?kennzahl=population&amp;fassung=3')
})

test('every view has its finding, its table and its files; a picture tells the same as its table', async ({
  world,
}) => {
  await theExample(world)
  const words = {
    map: 'Stuttgart, Esslingen und Ludwigsburg haben zusammen 31',
    places: 'Stuttgart, Esslingen und Ludwigsburg haben zusammen 31',
    // 2022 to 2025: all but Stuttgart (612,041 → 609,365) and the Ostalbkreis (316,343 → 316,328) have risen.
    slope: 'Seit 2022 in 18 von 20 Gebieten gestiegen',
    years: 'Seit 2022 überall gestiegen',
    relation: 'Mehr „Bevölkerungsdichte“',
    regions: 'Am stärksten: von Nordschwarzwald nach Region Stuttgart',
    paths: '29 von 100 Pendelnden',
    balance: '5 von 20 Kreisen liegen über null, allen voran Stuttgart',
    pyramid: 'Dazu liegen noch keine Zahlen vor.',
  }
  for (const [view, said] of Object.entries(words)) {
    const page = (await world.get(`/atlas/ansichten/${view}`)).body
    expect.soft(page, view).toContain(said)
    const svg = (await world.get(`/atlas/ansichten/${view}/svg`)).body
    expect.soft(svg.replace(/<\/text><text[^>]*>/g, ' '), view).toContain(said)
    // A file by itself is XML, which programs read or refuse as a whole.
    expect.soft((await sharp(Buffer.from(svg)).metadata()).format, view).toBe('svg')
  }
  const csv = (await world.get('/atlas/ansichten/slope/csv?kennzahl=population')).body
  expect(csv).toContain('Stuttgart;612041;609365')
  const net = (await world.get('/atlas/ansichten/paths/csv?richtung=saldo&ort=08115')).body
  // Of two directions what is left goes one way alone.
  expect(net.match(/Stuttgart → Böblingen|Böblingen → Stuttgart/g)).toHaveLength(1)
  for (const file of ['map/nichts', 'nichts', 'map?kennzahl=nichts'])
    expect.soft((await world.get(`/atlas/ansichten/${file}`)).statusCode, file).toBe(404)
})

test('the story is computed: shares of the core, who stays inside, and which districts belong together', async ({
  world,
}) => {
  await theExample(world)
  const { body } = await world.get('/atlas/warum')
  // 3,653.56 of 15,425.28 km²; 2,771,797 of 5,495,161 people; 155,810.633 of 267,590.46 million euro; 745,680 of 953,810.
  for (const words of [
    '23,7\u00a0%',
    '50,4\u00a0%',
    '58,2\u00a0%',
    '78,2\u00a0%',
    '745\u2009\u2060680',
    '215\u2009\u2060750',
  ])
    expect(body).toContain(words)
  const groups = [...body.matchAll(/<ul class="together">(.*?)<\/ul>/g)].map(([, group = '']) =>
    [...group.matchAll(/gebiete\/(\d{5})"/g)].map(([, key]) => key),
  )
  expect(groups).toContainEqual(['08115', '08235', '08237'])
  expect(groups.flat()).toHaveLength(20)
  expect(body).toContain('Dafür fehlt die Zahl der Beschäftigten am Wohnort.')
})

/**
 * What DCAT-AP 3.0 (SEMIC, 2024, mandatory properties of Catalogue, Dataset and Distribution) and DCAT-AP.de 3.0 (GovData:
 * publisher, licence, contact with a way to it) demand, and what both recommend and is here, by class.
 */
const demanded: Readonly<Record<string, readonly string[]>> = {
  'dcat:Catalog': ['dct:title', 'dct:description', 'dct:publisher', 'dcat:dataset', 'foaf:homepage', 'dct:language'],
  'dcat:Dataset': [
    ...['dct:title', 'dct:description', 'dct:publisher', 'dcat:contactPoint', 'dcat:theme', 'dcat:keyword'],
    ...['dct:identifier', 'dct:modified', 'dct:accessRights', 'dct:spatial', 'dct:temporal', 'dcat:distribution'],
  ],
  'dcat:Distribution': [
    ...['dcat:accessURL', 'dct:title', 'dct:format', 'dcat:mediaType', 'dct:license', 'dcatap:availability'],
    'dcatde:licenseAttributionByText',
  ],
  'foaf:Agent': ['foaf:name'],
  'vcard:Organization': ['vcard:fn', 'vcard:hasEmail'],
  'dct:PeriodOfTime': ['dcat:startDate', 'dcat:endDate'],
}

/** Which demanded properties lack or are empty, anywhere in a record. */
function lacking(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(lacking)
  if (typeof node !== 'object' || node === null) return []
  const own = node as Record<string, unknown>
  const type = String(own['@type'])
  const missing = (demanded[type] ?? []).filter((name) => !own[name] || (own[name] as unknown[]).length === 0)
  return [...missing.map((name) => `${type} ${name}`), ...Object.values(own).flatMap(lacking)]
}

test('catalogues read each data set with its files; a feed tells what is new', async ({ world }) => {
  await anAtlas(world)
  await world.sql(`update sources set licence = 'Datenlizenz Deutschland – Namensnennung – 2.0' where id = 'amt'`)
  await world.db
    .insertInto('installation')
    .values({ name: { de: 'Metropol' }, short: 'M', contactEmail: 'buero@region.example' })
    .execute()
  const dcat = (await world.get('/atlas/katalog.jsonld')).json()
  expect(dcat['dcat:dataset'].map((one: Record<string, unknown>) => one['dct:identifier'])).toEqual([
    'population',
    'flows-commuters',
  ])
  expect(lacking(dcat)).toEqual([])
  const [set, flows] = dcat['dcat:dataset']
  expect([
    set['dcat:distribution'][0]['dcat:accessURL']['@id'],
    set['dcat:distribution'][0]['dct:license']['@id'],
    set['dcat:contactPoint']['vcard:hasEmail'],
    flows['dcat:distribution'].map((one: Record<string, Record<string, string>>) => one['dcat:downloadURL']?.['@id']),
  ]).toEqual([
    'http://localhost/atlas/kennzahlen/population/csv',
    'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
    { '@id': 'mailto:buero@region.example' },
    ['csv', 'xlsx', 'json'].map((as) => `http://localhost/atlas/pendeln/${as}`),
  ])
  expect((await world.get('/en/atlas/indicators/population')).body).toContain('Data licence Germany – attribution')
  const feed = (await world.get('/en/atlas/news.atom')).body
  expect([...feed.matchAll(/<title>([^<]*)/g)].map(([, title]) => title)).toEqual([
    'The atlas’s data, Metropol',
    expect.stringMatching(/^Data version \d+: Commuters$/),
    expect.stringMatching(/^Data version \d+: Indicators$/),
  ])
})

test('a territory’s page lists what belongs to it as far as the viewer may see, and each register shows as much', async ({
  world,
}) => {
  const { db } = world
  await anAtlas(world)
  const { id: editionId } = await anEdition(world, { regionId: null })
  const held = { number: 8, slug: '2028', title: { de: 'Kongress hier' }, districtKey: '08121' }
  await anEdition(world, held)
  const organisation = await anOrganisation(world, { name: 'Stadtwerke', districtKey: '08121' })
  await anOrganisation(world, { name: 'Geheimbund', districtKey: '08121', isConfirmed: false })
  const said = { isOrganisationPublic: true, organisationId: organisation }
  await aMember(world, await aGroup(world, editionId, { name: { de: 'Neckarverkehr' }, shown: ['people'] }), said)
  const hidden = await aGroup(world, editionId, { name: { de: 'Geheimgruppe' }, shown: ['people'], position: 6 })
  await aMember(world, hidden, { ...said, isOrganisationPublic: false })
  for (const [title, values] of [
    ['Nahverkehrsplan', {}],
    ['Geheimentwurf', { state: 'draft', publishedAt: null }],
    ['Nur intern', { access: 'members' }],
  ] as const) {
    const { id: documentId } = await aDocument(world, { title, ...values })
    await db.insertInto('documentDistricts').values({ documentId, districtKey: '08121' }).execute()
  }
  for (const [title, publishedAt] of [
    ['Radschnellweg', world.clock.now],
    ['Geheimprojekt', null],
  ] as const) {
    const { id: pieceId } = await aPiece(world, 'project', { title: { de: title }, publishedAt })
    await db.insertInto('pieceDistricts').values({ pieceId, districtKey: '08121' }).execute()
  }
  const listed = async (who?: Awaited<ReturnType<World['person']>>) => {
    const { body } = await world.get('/atlas/gebiete/08121', who)
    const here = body.slice(body.indexOf('Was hier geschieht'))
    return [...here.matchAll(/<h3><a href="([^"]+)">([^<]+)</g)].map(([, href, name]) => [name, href])
  }
  const everybodys = [
    ['Organisationen (1)', '/organisationen?kreis=08121'],
    ['Dokumente (1)', '/bibliothek?region=08121'],
    ['Projekte (1)', '/projekte?region=08121'],
    ['Arbeitsgruppen (1)', '/arbeitsgruppen?gebiet=08121'],
  ]
  expect((await listed()).sort()).toEqual(everybodys.toSorted())
  const page = (await world.get('/atlas/gebiete/08121')).body
  const names = ['Kongress hier', 'Stadtwerke', 'Neckarverkehr', 'Nahverkehrsplan', 'Radschnellweg']
  expect(names.filter((one) => page.includes(one))).toEqual(names)
  expect(page).not.toMatch(/Geheim|Nur intern/)
  expect((await listed(await world.person())).map(([name]) => name)).toContain('Dokumente (2)')
  for (const [index, [, href]] of everybodys.entries()) {
    const register = (await world.get(href!)).body
    expect([
      register.includes(['Stadtwerke', 'Nahverkehrsplan', 'Radschnellweg', 'Neckarverkehr'][index]!),
      /Geheim|Nur intern/.test(register),
    ]).toEqual([true, false])
  }
  expect((await world.get('/atlas/gebiete/heilbronn-franken')).body).toContain('Organisationen (1)')
})
