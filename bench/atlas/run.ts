// `npm run bench -- atlas`: how fast pages of the atlas are made when nothing is kept, at 20 districts and at 120 with
// 11,000 municipalities, and what loading those and a million flows takes in time and memory.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { fillIndicators, readLoad, takeIn } from '../../src/atlas/index.ts'
import { fillAtlas, fillExample } from '../../src/example/index.ts'
import { inChange } from '../../src/platform/visit.ts'
import { publishVersion } from '../../src/region/index.ts'
import { type Measured, openMeasured, timesOf } from '../library/house.ts'
import { boundaries, flowList, flowWorkbook, municipalitiesIn, type Place, people } from './files.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)
setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
/** What is in use, whether or not it could be given back, in bytes. */
const inUse = () => {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
const mega = (bytes: number) => Math.round(bytes / 1024 / 1024)
const base = (folder: string) =>
  ({
    house: { publicUrl: 'http://localhost', key: Buffer.alloc(32, 7), data: folder },
    now: new Date(),
    language: 'de',
    viewer: { kind: 'system' },
  }) as const

const pages = {
  overview: '/atlas',
  'indicator, areas': '/atlas/kennzahlen/density',
  'indicator, circles': '/atlas/kennzahlen/population',
  territory: '/atlas/gebiete/08416',
  flows: '/atlas/pendeln',
  story: '/atlas/warum',
}
const finePages = {
  municipality: '/atlas/gebiete/08416005',
  'indicator by municipality, a district': '/atlas/kennzahlen/density/gemeinden?kreis=08416',
  'indicator by municipality, all': '/atlas/kennzahlen/population/gemeinden',
}

async function measured(house: Measured, what: string, paths: Readonly<Record<string, string>>) {
  for (const [name, path] of Object.entries(paths)) say(`| ${name}, ${what} | ${await timesOf(house, path)} |`)
}

/** Districts without boundaries in the first region, with values of the population, up to this many in all. */
async function grown({ client }: Measured, count: number) {
  await client.query(
    `insert into districts (key, region_id, name, kind, label, short, latitude, longitude)
      select (20000 + n)::text, 'region-stuttgart', 'Kreis ' || n, 'district', 'Kreis ' || n, 'K' || n, 48 + (n / 40) * 0.1, 8 + (n % 40) * 0.1
      from generate_series(1, $1) n on conflict do nothing`,
    [count - 20],
  )
  await client.query(`insert into indicator_values (version_id, indicator_id, year, district_key, value, as_of)
    select distinct on (v.indicator_id, v.year, d.key) v.version_id, v.indicator_id, v.year, d.key, v.value, v.as_of
    from indicator_values v, districts d where d.key like '2____' on conflict do nothing`)
}

const districtsOf = async ({ client }: Measured) =>
  (await client.query<Place>('select key, longitude, latitude from districts order by key')).rows

/** Sends a file as the office does, reads it by the job, and looks every 20 ms at how much memory that takes. */
async function imported(house: Measured, name: string, make: () => Buffer | Promise<Buffer>) {
  const { open, client, folder } = house
  const sent = { name, bytes: await make(), source: { de: 'Probe' }, asOf: '2026-01-01' }
  const size = (sent.bytes.length / 1024 / 1024).toFixed(1)
  const load = await inChange(open.db, base(folder), (change) => takeIn(change, sent))
  if (!('id' in load)) throw new Error(JSON.stringify(load))
  sent.bytes = Buffer.alloc(0)
  collect()
  const before = inUse()
  let peak = before
  const looking = setInterval(() => {
    peak = Math.max(peak, inUse())
  }, 20)
  const begun = performance.now()
  await readLoad({ ...base(folder), db: open.db, read: open.db as never }, { id: load.id })
  clearInterval(looking)
  const seconds = (performance.now() - begun) / 1000
  collect()
  const { rows } = await client.query('select state, rows_read, findings from imports where version_id = $1', [load.id])
  const [{ state, rows_read: read, findings }] = rows
  if (state !== 'read' || read === 0) throw new Error(`${name}: ${state} ${JSON.stringify(findings)}`)
  await inChange(open.db, base(folder), async (change) => {
    await publishVersion(change, load.id)
    await change.record('atlas.published', null, { after: { name } })
  })
  say(
    `| ${name} | ${size} MB | ${read} | ${seconds.toFixed(1)} s | ${mega(before)} | +${mega(peak - before)} | +${mega(inUse() - before)} |`,
  )
}

const importHead =
  '\n| import | file | rows | time | MB before | at most | left |\n| --- | --- | --- | --- | --- | --- | --- |'

const house = await openMeasured()
try {
  await fillExample(house.open.db, new Date())
  for (const fill of [fillIndicators, fillAtlas]) await inChange(house.open.db, base(house.folder), fill)
  const pageHead = '\n| page | median ms | p95 ms | processor ms |\n| --- | --- | --- | --- |'
  say(pageHead)
  await measured(house, '20 districts', pages)
  await grown(house, 120)
  const districts = await districtsOf(house)
  const places = municipalitiesIn(districts, 92)
  const keys = districts.map(({ key }) => key)
  say(importHead)
  await imported(house, `${places.length} municipalities, GeoJSON`, () => boundaries(places))
  await imported(house, 'their people in one year, GENESIS flat', () => people(places, [2025]))
  await imported(house, 'their people in ten years, GENESIS flat', () =>
    people(places, [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024]),
  )
  await imported(house, 'flows between 120 districts, list', () => flowList(keys, Number.POSITIVE_INFINITY))
  say(pageHead)
  await measured(house, `120 districts, ${places.length} municipalities`, { ...pages, ...finePages })
  await grown(house, 1001)
  const many = (await districtsOf(house)).map(({ key }) => key)
  say(importHead)
  for (const count of [250_000, 1_000_000]) {
    await imported(house, `${count} flows, list`, () => flowList(many, count))
    await imported(house, `${count} flows, workbook`, () => flowWorkbook(many, count))
  }
} finally {
  await house.leave()
}
