import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
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
  return end.state === 'read' ? { ...end, pages } : end
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
