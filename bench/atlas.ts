// `npm run bench -- atlas`: how fast pages of the atlas are made when nothing is kept, at 20 and at 120 districts, and
// what loading a million flows takes.
import { fillIndicators } from '../src/atlas/index.ts'
import { fillAtlas, fillExample } from '../src/example/index.ts'
import { inChange } from '../src/platform/visit.ts'
import { addFlows, newVersion, publishVersion } from '../src/region/index.ts'
import { type Measured, openMeasured } from './library/house.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)
const megabytes = () => Math.round(process.memoryUsage().rss / 1024 / 1024)
const base = (folder: string) =>
  ({
    house: { publicUrl: 'http://localhost', key: Buffer.alloc(32, 7), data: folder },
    now: new Date(),
    language: 'de',
    viewer: { kind: 'system' },
  }) as const

/** Median and 95th percentile of a page, in milliseconds. */
async function timesOf({ get }: Measured, path: string) {
  const all: number[] = []
  for (let n = 0; n < 45; n++) {
    const begun = performance.now()
    await get(path)
    if (n >= 5) all.push(performance.now() - begun)
  }
  all.sort((a, b) => a - b)
  return `${all[20]!.toFixed(0)} | ${all[37]!.toFixed(0)}`
}

const pages = {
  overview: '/atlas',
  'indicator, areas': '/atlas/kennzahlen/density',
  'indicator, circles': '/atlas/kennzahlen/population',
  territory: '/atlas/gebiete/08416',
  flows: '/atlas/pendeln',
  story: '/atlas/warum',
}

async function measured(house: Measured, what: string) {
  for (const [name, path] of Object.entries(pages)) say(`| ${name}, ${what} | ${await timesOf(house, path)} |`)
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

/** A flow between all districts, some thousand at once, as an import puts them in; gives how many. */
async function flowsBetweenAll({ open, client, folder }: Measured): Promise<number> {
  const { rows } = await client.query<{ key: string }>('select key from districts order by key')
  let count = 0
  await inChange(open.db, base(folder), async (change) => {
    const id = await newVersion(change, { kind: 'commuters', asOf: '2026-06-30', sourceId: 'ba-pendler-2023' })
    let batch: { home: string; work: string; people: number }[] = []
    for (const { key: home } of rows)
      for (const { key: work } of rows) {
        if (home === work) continue
        batch.push({ home, work, people: 10 + ((count * 7) % 990) })
        count++
        if (batch.length < 10_000) continue
        await addFlows(change, id, batch)
        batch = []
      }
    await addFlows(change, id, batch)
    await publishVersion(change, id)
    await change.record('atlas.imported', null, { after: { rows: count } })
  })
  return count
}

const house = await openMeasured()
try {
  await fillExample(house.open.db, new Date())
  for (const fill of [fillIndicators, fillAtlas]) await inChange(house.open.db, base(house.folder), fill)
  say('| page | median ms | p95 ms |\n| --- | --- | --- |')
  await measured(house, '20 districts')
  await grown(house, 120)
  const some = await flowsBetweenAll(house)
  await measured(house, `120 districts, ${some} flows`)
  await grown(house, 1001)
  const before = megabytes()
  const begun = performance.now()
  const many = await flowsBetweenAll(house)
  say(
    `${many} flows loaded in ${((performance.now() - begun) / 1000).toFixed(0)} s; ${before} MB before, ${megabytes()} MB after`,
  )
} finally {
  await house.leave()
}
