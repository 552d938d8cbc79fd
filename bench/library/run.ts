// `npm run bench -- library`: how well and how fast the library is searched, and how fast files are taken in.
// Arguments narrow it: `quality`, `speed`, `reading`; `speed` goes up to a million pages with `million`.
import { openMeasured } from './house.ts'
import { quality } from './quality.ts'
import { fillWithPages, times } from './speed.ts'

const wanted = process.argv.slice(2)
const isWanted = (what: string) => wanted.length === 0 || wanted.includes(what)
const say = (text: string) => process.stdout.write(`${text}\n`)

if (isWanted('quality')) {
  const house = await openMeasured()
  try {
    const { rows, documents, weak } = await quality(house)
    say(`${documents} documents`)
    for (const { kind, count, ndcg, recall, first } of rows)
      say(`| ${kind} | ${count} | ${ndcg.toFixed(3)} | ${recall.toFixed(3)} | ${first.toFixed(2)} |`)
    for (const line of weak) say(line)
  } finally {
    await house.leave()
  }
}

if (isWanted('speed')) {
  const house = await openMeasured()
  const sizes = [100_000, 1_000_000].slice(0, wanted.includes('million') || wanted.length === 0 ? 2 : 1)
  try {
    for (const size of sizes) {
      const begun = performance.now()
      if (!process.env.BENCH_URL) await fillWithPages(house, size)
      say(`${size} pages made in ${Math.round((performance.now() - begun) / 1000)} s`)
      for (const { kind, median, p95, own } of await times(house))
        say(`| ${kind} | ${median.toFixed(1)} | ${p95.toFixed(1)} | ${own.toFixed(1)} |`)
      if (process.env.BENCH_KEEP) {
        say(house.url)
        await new Promise((resolve) => process.stdin.once('data', resolve))
      }
    }
  } finally {
    await house.leave()
  }
}
