import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clean } from '../../platform/clean.ts'
import type { Reading } from '../model/reading.ts'
import { ask } from './process.ts'

export type Limits = { seconds: number; megabytes: number }
const usual: Limits = { seconds: 60, megabytes: 256 }
const mostAnswerBytes = 40 * 1024 * 1024

/**
 * What stands in a file of this kind, its ending, read by a process apart that is ended after so many seconds and takes no
 * more memory than this; it may read files, but write none and start nothing. A file that makes it crash is `broken`, one
 * that makes it wait or grow without end `too_large`. Throws when no process can be started at all.
 */
export async function readFile(file: string, kind: string, { seconds, megabytes }: Limits = usual): Promise<Reading> {
  let pages: string[] = []
  let end: Reading | undefined
  const how = await ask({ what: 'read', file, kind, megabytes }, seconds, async (parts, stop) => {
    let bytes = 0
    pages = []
    end = undefined
    for await (const part of parts) {
      bytes += part.length
      if (bytes > mostAnswerBytes) return stop()
      const said = JSON.parse(part.toString()) as { page: string } | Reading
      if ('page' in said) pages.push(said.page)
      else end = said
    }
  })
  // TypeScript does not see that the answer has been taken by now.
  const found = end as Reading | undefined
  if (how === 'stopped') return { state: 'too_large' }
  if (!found) return { state: 'broken' }
  if (found.state !== 'read') return found
  const outline = found.outline.map((heading) => ({ ...heading, title: clean(heading.title) }))
  const said = found.said && { author: clean(found.said.author), made: clean(found.said.made) }
  return {
    ...found,
    pages,
    title: clean(found.title),
    outline: outline.filter(({ title }) => title),
    ...(said ? { said } : {}),
  }
}

const recognising: Limits = { seconds: 120, megabytes: 384 }

/** The text recognised on a page of a PDF, in such a process; undefined where that took too much or broke it. */
export async function recogniseInFile(file: string, page: number): Promise<string | undefined> {
  const { seconds, megabytes } = recognising
  let text: string | undefined
  const how = await ask({ what: 'recognise', file, page, megabytes }, seconds, async (parts) => {
    for await (const part of parts) text = (JSON.parse(part.toString()) as { page: string }).page
  })
  return how === 'ended' ? text : undefined
}

/** The cells of a workbook's first sheet, row by row; undefined where it cannot be read. */
export async function readTable(bytes: Buffer): Promise<string[][] | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'metropol-table-'))
  try {
    const file = join(folder, 'table.xlsx')
    await writeFile(file, bytes, { mode: 0o600 })
    const reading = await readFile(file, 'table')
    return reading.state === 'read' ? reading.pages.map((row) => JSON.parse(row) as string[]) : undefined
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export type Drawn = { page: number; height: number; pixels: Buffer; lines: Buffer }

/**
 * Draws pages of a PDF in such a process, and gives each to `keep`, one at a time; a page may be given twice. Tells whether
 * it came to its end; what was kept until then is good.
 */
export async function drawFile(
  file: string,
  { first, last, width }: { first: number; last: number; width: number },
  keep: (drawn: Drawn) => Promise<void>,
): Promise<boolean> {
  const { seconds, megabytes } = usual
  let drawn = 0
  const how = await ask({ what: 'draw', file, megabytes, first, last, width }, seconds, async (parts, stop) => {
    for await (const head of parts) {
      const { page, height } = JSON.parse(head.toString()) as { page: number; height: number }
      const { value: pixels } = await parts.next()
      const { value: lines } = await parts.next()
      if (!pixels || !lines) return
      if (pixels.length !== 4 * width * height || lines.length > mostLineBytes) return stop()
      await keep({ page, height, pixels, lines })
      drawn++
    }
  })
  return how === 'ended' && drawn > 0
}

const mostLineBytes = 2 * 1024 * 1024
