import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { keepReading } from '../../src/library/commands/reading.ts'
import { readFile } from '../../src/library/reader/run.ts'
import { inChange } from '../../src/platform/visit.ts'
import { bookFiles } from './corpus.ts'
import { fillLibrary, type Measured } from './house.ts'

export type Read = { name: string; megabytes: number; pages: number; pdftotext: number; read: number; whole: number }

/**
 * Seconds that each book takes: with pdftotext, read by our reader, and taken in whole (read, stored, indexed, found). The
 * best of three, so that a busy machine weighs less.
 */
export async function readingTimes(house: Measured): Promise<Read[]> {
  const all: Read[] = []
  for (const { name, file } of bookFiles()) {
    const best = async (run: () => unknown) => {
      const taken: number[] = []
      for (let times = 0; times < 3; times++) {
        const begun = performance.now()
        await run()
        taken.push((performance.now() - begun) / 1000)
      }
      return Math.min(...taken)
    }
    const pdftotext = await best(() => execFileSync('pdftotext', [file, '/dev/null']))
    let pages = 0
    const read = await best(async () => {
      const reading = await readFile(file, 'pdf', { seconds: 120, megabytes: 512 })
      pages = reading.state === 'read' ? reading.pages.length : 0
    })
    const whole = await best(() => takenIn(house, file))
    all.push({ name, megabytes: statSync(file).size / 2 ** 20, pages, pdftotext, read, whole })
  }
  return all
}

/** What the job does with a new file, to the commit after which it is found. */
async function takenIn(house: Measured, file: string) {
  const title = `Buch ${Math.random()}`
  await fillLibrary(house, [{ id: title, title, language: 'de', pages: [] }])
  const { rows } = await house.client.query(`select id from documents where title = $1`, [title])
  const document = String(rows[0].id)
  await house.client.query(`update document_versions set reading = 'waiting' where document_id = $1`, [document])
  const reading = await readFile(file, 'pdf', { seconds: 120, megabytes: 512 })
  const { db } = house.open
  const base = { house: house.house, now: new Date(), language: 'de', viewer: { kind: 'system' } } as const
  await inChange(db, base, (change) =>
    keepReading(change, { document, version: 1, fileName: 'buch.pdf', mediaType: 'application/pdf', reading }),
  )
}
