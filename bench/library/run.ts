// `npm run bench -- library`: how well and how fast the library is searched, and how fast files are taken in. Arguments
// narrow it: `quality`, `reading` (and pages of documents), `speed` (100,000 pages); `million` asks for a million pages too.
// What is measured is added to bench/RESULTS.md. BENCH_FOLDER: where filled libraries stay, to be measured again.
import { appendFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { type Measured, openMeasured } from './house.ts'
import { pageRates } from './pages.ts'
import { quality } from './quality.ts'
import { readingTimes, type Taken } from './reading.ts'
import { fillWithPages, times } from './speed.ts'

const wanted = process.argv.slice(2)
const isWanted = (what: string) => wanted.length === 0 || wanted.includes(what)
const lines: string[] = []
const say = (text: string) => {
  lines.push(text)
  process.stdout.write(`${text}\n`)
}
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  say(
    [
      '',
      `| ${head.join(' | ')} |`,
      `| ${head.map(() => '---').join(' | ')} |`,
      ...rows.map((row) => `| ${row.join(' | ')} |`),
      '',
    ].join('\n'),
  )

async function measure(run: (house: Measured) => Promise<void>, options = {}) {
  const house = await openMeasured(options)
  try {
    await run(house)
  } finally {
    await house.leave()
  }
}

async function answers(house: Measured) {
  const { rows, documents, weak } = await quality(house)
  say(`Quality: ${documents} documents (Debian’s German and English handbooks by section, short ones of a region).`)
  const shown = rows.map(({ kind, count, ndcg, recall, first }) => [
    kind,
    count,
    ndcg.toFixed(3),
    recall.toFixed(3),
    first.toFixed(2),
  ])
  table(['questions', 'count', 'nDCG@10 (wanted: ≥ 0.9)', 'recall@20', 'best one first'], shown)
  process.stdout.write(`${weak.join('\n')}\n`)
}

const fewer = 100_000
const before = new Map<string, number>()

const speedsAt = (size: number) => async (house: Measured) => {
  const begun = performance.now()
  await fillWithPages(house, size)
  const load = loadavg()[0]!.toFixed(1)
  say(
    `Speed: ${size.toLocaleString('de-DE')} pages, ready after ${Math.round((performance.now() - begun) / 1000)} s; load ${load}. Whole pages of the library as a visitor gets them, in milliseconds.`,
  )
  const shown = (await times(house)).map(({ kind, median, p95, own }) => {
    const growth = before.has(kind) ? `${(p95 / before.get(kind)!).toFixed(1)}×` : ''
    before.set(kind, p95)
    return [kind, median.toFixed(0), p95.toFixed(0), growth, own.toFixed(0)]
  })
  const p95 = size > fewer ? 'p95' : 'p95 (wanted: ≤ 50)'
  table(['asked', 'median', p95, 'to 100,000 (wanted: ≤ 4×)', 'processor time'], shown)
}

/** BENCH_FOLDER: the filled libraries stay there, each in a folder named by its pages, and are not filled again. */
const keptAt = (size: number) =>
  process.env.BENCH_FOLDER ? { kept: join(process.env.BENCH_FOLDER, String(size)) } : {}

async function speeds(size: number) {
  await measure(speedsAt(size), { isThrowaway: true, ...keptAt(size) })
}

async function files(house: Measured) {
  const percent = (part: number, whole: number) => `${Math.round((part / whole) * 100)} %`
  const both = ({ clock, own }: Taken) => `${clock.toFixed(2)} (${own.toFixed(2)})`
  const to = (one: Taken, other: Taken) => `${percent(one.clock, other.clock)} (${percent(one.own, other.own)})`
  say('Reading: seconds on the clock, in brackets of processor time; readers are running before.')
  const shown = (await readingTimes(house)).map(({ name, pages, pdftotext, read, whole }) => [
    ...[name, pages, both(pdftotext), both(read), both(whole)],
    ...[to(pdftotext, read), to(pdftotext, whole)],
  ])
  const wanted = ['reading to pdftotext (> 100 %)', 'whole to pdftotext (≥ 60 %)']
  table(['file', 'pages', 'pdftotext', 'read', 'taken in', ...wanted], shown)
  const rates = (await pageRates(house)).map(({ pages, kilobytes, kept, anew }) =>
    [pages, kilobytes, kept, anew].map((value) => Math.round(value).toLocaleString('de-DE')),
  )
  table(['page of a document with pages', 'kB', 'requests a second', 'with nothing kept'], rates)
}

say(`\n## ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, library\n`)
say(
  `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}; load ${loadavg()[0]!.toFixed(1)}.\n`,
)
if (isWanted('quality')) await measure(answers)
if (isWanted('reading')) await measure(files)
if (isWanted('speed') || isWanted('million')) await speeds(fewer)
if (wanted.includes('million')) await speeds(1_000_000)
appendFileSync('bench/RESULTS.md', `${lines.join('\n')}\n`)
