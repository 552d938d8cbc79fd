// `npm run bench -- library`: how well and how fast the library is searched, and how fast files are taken in.
// Arguments narrow it: `quality`, `speed`, `reading`; `speed` goes up to a million pages with `million`.
import { openMeasured } from './house.ts'
import { quality } from './quality.ts'

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
