// `npm run bench -- atlas`: how fast pages of the atlas are made when nothing is kept, at 20 and at 120 districts, and
// what loading a million flows takes.
import { fillIndicators, readLoad, takeIn } from '../src/atlas/index.ts'
import { fillAtlas, fillExample } from '../src/example/index.ts'
import { inChange } from '../src/platform/visit.ts'
import { addFlows, newVersion, publishVersion } from '../src/region/index.ts'
import { type Measured, openMeasured, timesOf } from './library/house.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)
/** What is in use, whether or not it could be given back. */
const megabytes = () => {
  const { heapUsed, external } = process.memoryUsage()
  return Math.round((heapUsed + external) / 1024 / 1024)
}
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

/** A list of flows between all districts as an office would send it, kept as the file of a load that waits to be read. */
async function fileOfFlows({ open, client, folder }: Measured): Promise<{ id: string; rows: number }> {
  const { rows } = await client.query<{ key: string }>('select key from districts order by key')
  const keys = rows.map(({ key }) => key)
  const lines = keys.flatMap((home, n) =>
    keys.flatMap((work, m) => (m === n ? [] : `${home};${work};${10 + ((n * 7 + m) % 990)}`)),
  )
  const bytes = Buffer.from(`von;nach;pendler\n${lines.join('\n')}\n`)
  const sent = { name: 'pendler', bytes, source: { de: 'Probe' }, asOf: '2026-06-30' }
  const load = await inChange(open.db, base(folder), (change) => takeIn(change, sent))
  if (!('id' in load)) throw new Error(JSON.stringify(load))
  say(`a file of ${(bytes.length / 1024 / 1024).toFixed(1)} MB`)
  return { id: load.id, rows: lines.length }
}

/** Reads a file of a million flows by the job, and looks every 50 ms at how much memory that takes. */
async function millionRead(house: Measured) {
  const { id, rows } = await fileOfFlows(house)
  globalThis.gc?.()
  const before = megabytes()
  let peak = before
  const looking = setInterval(() => {
    peak = Math.max(peak, megabytes())
  }, 50)
  const begun = performance.now()
  const { db } = house.open
  await readLoad({ ...base(house.folder), db, read: db as never }, { id })
  clearInterval(looking)
  const seconds = (performance.now() - begun) / 1000
  const { rows: found } = await house.client.query('select state, rows_read from imports where version_id = $1', [id])
  say(
    `${rows} flows read in ${seconds.toFixed(0)} s (${Math.round(rows / seconds)} rows a second); ${before} MB before, ${peak} MB at most; ${JSON.stringify(found[0])}`,
  )
}

const house = await openMeasured()
try {
  await fillExample(house.open.db, new Date())
  for (const fill of [fillIndicators, fillAtlas]) await inChange(house.open.db, base(house.folder), fill)
  say('| page | median ms | p95 ms | processor ms |\n| --- | --- | --- | --- |')
  await measured(house, '20 districts')
  await grown(house, 120)
  const some = await flowsBetweenAll(house)
  await measured(house, `120 districts, ${some} flows`)
  await grown(house, 1001)
  await millionRead(house)
} finally {
  await house.leave()
}
