import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { takeInFiles } from '../../src/library/commands/versions.ts'
import { readFile } from '../../src/library/reader/run.ts'
import { inChange } from '../../src/platform/visit.ts'
import { bookFiles } from './corpus.ts'
import { type Measured, processorTime } from './house.ts'

/** Seconds on the clock and of processor time, here, in the readers and in the database. */
export type Taken = { clock: number; own: number }
export type Read = { name: string; pages: number; pdftotext: Taken; read: Taken; whole: Taken }
const rounds = 3

/**
 * What each book takes: with pdftotext, read by a reader that is running, and taken in whole by the house's own jobs
 * (stored, read, indexed, found); the best of three rounds, in each of which all three follow each other. The last row:
 * all books one after the other with pdftotext, and at once for the house.
 */
export async function readingTimes(house: Measured): Promise<Read[]> {
  await house.open.work()
  await house.client.query(withoutPictures)
  const books = bookFiles()
  const all: Read[] = []
  for (const { name, file } of books) {
    const pages = await pagesIn(file)
    const row = await best(async () => ({
      pdftotext: pdftotext(file),
      read: await timed(house, () => readFile(file, 'pdf')),
      whole: await takenIn(house, [file]),
    }))
    all.push({ name, pages, ...row })
  }
  const files = books.map(({ file }) => file)
  const { whole } = await best(async () => ({ whole: await takenIn(house, files) }))
  const sum = (what: 'pdftotext' | 'read') => ({
    clock: all.reduce((total, row) => total + row[what].clock, 0),
    own: all.reduce((total, row) => total + row[what].own, 0),
  })
  const pages = all.reduce((total, row) => total + row.pages, 0)
  return [...all, { name: 'all five', pages, pdftotext: sum('pdftotext'), read: sum('read'), whole }]
}

/** Pictures of pages are made when a document has long been found: here not at all. */
const withoutPictures = `create function without_pictures() returns trigger language plpgsql as $$ begin new.drawing = 'none'; return new; end $$;
  create trigger without_pictures before update on document_versions for each row execute function without_pictures()`

/** The least of several rounds, of each measure by itself, so that what else runs weighs less. */
async function best<Row extends Record<string, Taken>>(round: () => Promise<Row>): Promise<Row> {
  const rows: Row[] = []
  for (let no = 0; no < rounds; no++) rows.push(await round())
  const least = (name: string, what: keyof Taken) => Math.min(...rows.map((row) => row[name]![what]))
  return Object.fromEntries(
    Object.keys(rows[0]!).map((name) => [name, { clock: least(name, 'clock'), own: least(name, 'own') }]),
  ) as Row
}

async function timed(house: Measured, run: () => Promise<unknown>): Promise<Taken> {
  const before = await processorTime(house)
  const begun = performance.now()
  await run()
  const clock = (performance.now() - begun) / 1000
  return { clock, own: ((await processorTime(house)) - before) / 1000 }
}

function pdftotext(file: string): Taken {
  const script = `TIMEFORMAT='%R %U %S'; time pdftotext '${file}' /dev/null`
  const said = execFileSync('bash', ['-c', `{ ${script}; } 2>&1`], { env: { ...process.env, LC_ALL: 'C' } }).toString()
  const [clock = 0, user = 0, system = 0] = said.trim().split('\n').at(-1)!.split(' ').map(Number)
  return { clock, own: user + system }
}

async function pagesIn(file: string): Promise<number> {
  const reading = await readFile(file, 'pdf')
  return reading.state === 'read' ? reading.pages.length : 0
}

const base = { now: new Date(), language: 'de', viewer: { kind: 'system' } } as const

/** From the files' bytes to all of them being found; pictures of their pages come later. */
async function takenIn(house: Measured, files: readonly string[]): Promise<Taken> {
  // Files that the house has not seen before.
  const sent = files.map((file, no) => ({
    name: `buch-${no}.pdf`,
    bytes: Buffer.concat([readFileSync(file), Buffer.from(`\n%${Math.random()}\n`)]),
  }))
  const taken = await timed(house, async () => {
    await inChange(house.open.db, { ...base, house: house.house }, (change) => takeInFiles(change, sent))
    while (await isWaiting(house)) await wait(5)
  })
  while ((await house.client.query('select from graphile_worker.jobs where run_at <= now()')).rowCount) await wait(20)
  return taken
}

const isWaiting = async ({ client }: Measured) =>
  (await client.query(`select from document_versions where reading = 'waiting' limit 1`)).rowCount === 1
