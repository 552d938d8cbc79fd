import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { clean } from '../../platform/clean.ts'
import { packageRoot } from '../../platform/package-root.ts'
import type { Reading } from '../model/reading.ts'

export type Limits = { seconds: number; megabytes: number }
const usual: Limits = { seconds: 60, megabytes: 256 }
const mostAnswerBytes = 40 * 1024 * 1024
const mostHeapMegabytes = 192

// The source runs as it is in tests and scripts; the built program has the reader built beside it.
const program = join(packageRoot, import.meta.filename.endsWith('.ts') ? 'src/library/reader/read.ts' : 'dist/read.js')
const flags = [
  '--permission',
  '--allow-fs-read=*',
  `--max-old-space-size=${mostHeapMegabytes}`,
  '--disable-warning=ExperimentalWarning',
]

/**
 * What stands in a file of this kind, its ending, read by a process of its own that ends after so many seconds and takes
 * no more memory than this; it may read files, but write none and start nothing. A file that makes it crash is `broken`,
 * one that makes it wait or grow without end `too_large`. Throws when the process cannot be started at all.
 */
export async function readFile(file: string, kind: string, limits: Limits = usual): Promise<Reading> {
  const pages: string[] = []
  let end: Reading | undefined
  const how = await runReader([file, kind, String(limits.megabytes)], limits.seconds, async (output, stop) => {
    let bytes = 0
    for await (const line of linesOf(output)) {
      bytes += line.length
      if (bytes > mostAnswerBytes) return stop()
      const said = JSON.parse(line) as { page: string } | Reading
      if ('page' in said) pages.push(said.page)
      else end = said
    }
  })
  if (how === 'stopped') return { state: 'too_large' }
  if (!end) return { state: 'broken' }
  if (end.state !== 'read') return end
  const outline = end.outline.map((heading) => ({ ...heading, title: clean(heading.title) }))
  return { ...end, pages, title: clean(end.title), outline: outline.filter(({ title }) => title) }
}

const recognising: Limits = { seconds: 120, megabytes: 384 }

/** The text recognised on a page of a PDF, in such a process; undefined where that took too much or broke it. */
export async function recogniseInFile(file: string, page: number): Promise<string | undefined> {
  const given = [file, 'recognising', recognising.megabytes, page].map(String)
  let text: string | undefined
  const how = await runReader(given, recognising.seconds, async (output) => {
    for await (const line of linesOf(output)) text = (JSON.parse(line) as { page: string }).page
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
 * Draws pages of a PDF in such a process, and gives each to `keep`, one at a time. Tells whether it came to its end; what
 * was kept until then is good.
 */
export async function drawFile(
  file: string,
  { first, last, width }: { first: number; last: number; width: number },
  keep: (drawn: Drawn) => Promise<void>,
): Promise<boolean> {
  const given = [file, 'drawing', usual.megabytes, first, last, width].map(String)
  let pages = 0
  const how = await runReader(given, usual.seconds, async (output, stop) => {
    const take = takingFrom(output)
    for (let head = await take(12); head; head = await take(12)) {
      const [page, height, length] = [head.readUInt32LE(0), head.readUInt32LE(4), head.readUInt32LE(8)]
      if (height > 4 * width || length > mostLineBytes) return stop()
      const pixels = await take(height * width * 4)
      const lines = await take(length)
      if (!pixels || !lines) return
      await keep({ page, height, pixels, lines })
      pages++
    }
  })
  return how === 'ended' && pages > 0
}

const mostLineBytes = 2 * 1024 * 1024

/** Takes exactly so many bytes at a time from a stream; undefined once there are not as many left. */
function takingFrom(output: Readable) {
  const pieces = output[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let rest: Buffer = Buffer.alloc(0)
  return async (count: number): Promise<Buffer | undefined> => {
    const parts = [rest]
    let length = rest.length
    while (length < count) {
      const { value, done } = await pieces.next()
      if (done) return undefined
      parts.push(value)
      length += value.length
    }
    const all = parts.length === 1 ? rest : Buffer.concat(parts)
    rest = all.subarray(count)
    return all.subarray(0, count)
  }
}

/** Runs the reader, hands on what it says, and tells how it ended. */
async function runReader(
  given: readonly string[],
  seconds: number,
  take: (output: Readable, stop: () => void) => Promise<void>,
): Promise<'ended' | 'stopped'> {
  const child = spawn(process.execPath, [...flags, program, ...given], { env: {}, stdio: ['ignore', 'pipe', 'ignore'] })
  let isStopped = false
  const stop = () => {
    isStopped = true
    child.kill('SIGKILL')
  }
  const timer = setTimeout(stop, seconds * 1000)
  const closed = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  try {
    await take(child.stdout, stop)
    const code = await closed
    return isStopped || code === outOfMemory ? 'stopped' : 'ended'
  } finally {
    clearTimeout(timer)
    if (child.exitCode === null) child.kill('SIGKILL')
  }
}

/** How a process ends whose heap has become too large: aborted, which the shell counts as 128 + 6. */
const outOfMemory = 134

async function* linesOf(output: Readable): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of output.setEncoding('utf8')) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}
