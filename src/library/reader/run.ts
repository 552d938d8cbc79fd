import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../platform/package-root.ts'
import type { Reading } from '../model/reading.ts'

export type Limits = { seconds: number; megabytes: number }
const usual: Limits = { seconds: 60, megabytes: 512 }
const mostAnswerBytes = 40 * 1024 * 1024

// The source runs as it is in tests and scripts; the built program has the reader built beside it.
const program = join(
  packageRoot,
  import.meta.filename.endsWith('.ts') ? 'src/library/reader/read-pdf.ts' : 'dist/read-pdf.js',
)

/**
 * What stands in a PDF, read by a process of its own that ends after so many seconds and takes no more memory than this;
 * it may read files, but write none and start nothing. A file that makes it crash is `broken`, one that makes it wait or
 * grow without end `too_large`. Throws when the process cannot be started at all.
 */
export function readPdf(file: string, { seconds, megabytes }: Limits = usual): Promise<Reading> {
  const flags = [
    '--permission',
    '--allow-fs-read=*',
    '--max-old-space-size=512',
    '--disable-warning=ExperimentalWarning',
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, program, file, String(megabytes)], {
      env: {},
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const parts: Buffer[] = []
    let bytes = 0
    let isTooMuch = false
    const stop = () => {
      isTooMuch = true
      child.kill('SIGKILL')
    }
    const timer = setTimeout(stop, seconds * 1000)
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes > mostAnswerBytes) stop()
      else parts.push(part)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      if (isTooMuch) resolve({ state: 'too_large' })
      else if (code === 0) resolve(JSON.parse(Buffer.concat(parts).toString('utf8')) as Reading)
      else resolve({ state: 'broken' })
    })
  })
}
