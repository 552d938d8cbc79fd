import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { packageRoot } from '../../platform/package-root.ts'
import type { Question } from './question.ts'
import { endOfAnswer } from './say.ts'

const mostHeapMegabytes = 192
/** A process is replaced after so many files, and ends when none has come for so long. */
const mostFiles = 100
const restSeconds = 20
/** So many read at once, so many rest: more would only take the processors from each other. */
const mostAtOnce = Math.max(2, availableParallelism())
/** The largest part of an answer: a picture of a page. */
const mostPartBytes = 16 * 1024 * 1024

// The source runs as it is in tests and scripts; the built program has the reader built beside it.
const program = join(packageRoot, import.meta.filename.endsWith('.ts') ? 'src/library/reader/read.ts' : 'dist/read.js')
const flags = [
  '--permission',
  '--allow-fs-read=*',
  `--max-old-space-size=${mostHeapMegabytes}`,
  '--disable-warning=ExperimentalWarning',
]

type Reader = {
  child: ChildProcess
  /** So many bytes of what it says; undefined where it says no more. */
  take: (count: number) => Promise<Buffer | undefined>
  closed: Promise<number | null>
  files: number
}
const resting: Reader[] = []
let busy = 0
const waiting: (() => void)[] = []

/** Waits until one more may read. */
const turn = () => (++busy <= mostAtOnce ? undefined : new Promise<void>((go) => waiting.push(go)))

/** What is done with the parts of an answer; `stop` ends the process. It may be begun twice. */
type Take = (parts: AsyncGenerator<Buffer>, stop: () => void) => Promise<void>

/**
 * Asks a process that reads files, and tells how it ended. A process that rests after other files is taken where there is
 * one; a file with which that one ends is given to a new one as well, so that no file has a say in what becomes of another
 * one. Throws when no process can be started.
 */
export async function ask(question: Question, seconds: number, take: Take): Promise<'ended' | 'stopped'> {
  await turn()
  try {
    return await askAny(question, { seconds, take })
  } finally {
    waiting.shift()?.()
    busy--
  }
}

async function askAny(question: Question, { seconds, take }: { seconds: number; take: Take }) {
  const used = resting.pop()
  const how = used && (await askOf(used, question, { seconds, take }))
  const answer = !how || how === 'ended' ? await askOf(started(), question, { seconds, take }) : how
  return answer === 'stopped' ? 'stopped' : 'ended'
}

/** `whole`: the answer came to its end and the process rests; `ended`: the process has ended; `stopped`: it was ended by us. */
async function askOf(reader: Reader, question: Question, { seconds, take }: { seconds: number; take: Take }) {
  const { child, closed } = reader
  const state = { isWhole: false, isStopped: false }
  const stop = () => {
    state.isStopped = true
    child.kill('SIGKILL')
  }
  const timer = setTimeout(stop, seconds * 1000)
  try {
    hold(reader)
    child.stdin!.write(`${JSON.stringify(question)}\n`)
    await take(partsOf(reader, state, stop), stop)
    if (state.isWhole) return 'whole'
    const code = await closed
    return state.isStopped || code === outOfMemory ? 'stopped' : 'ended'
  } finally {
    clearTimeout(timer)
    if (state.isWhole) rest(reader)
    else if (child.exitCode === null) child.kill('SIGKILL')
  }
}

/** How a process ends whose heap has become too large: aborted, which the shell counts as 128 + 6. */
const outOfMemory = 134

async function* partsOf({ take }: Reader, state: { isWhole: boolean }, stop: () => void): AsyncGenerator<Buffer> {
  for (let head = await take(4); head; head = await take(4)) {
    const length = head.readUInt32LE()
    if (length === endOfAnswer) {
      state.isWhole = true
      return
    }
    if (length > mostPartBytes) return stop()
    const part = await take(length)
    if (!part) return
    yield part
  }
}

function started(): Reader {
  const child = spawn(process.execPath, [...flags, program], { env: {}, stdio: ['pipe', 'pipe', 'ignore'] })
  const closed = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  const reader: Reader = { child, take: takingFrom(child.stdout!), closed, files: 0 }
  closed.catch(() => undefined).finally(() => leave(reader))
  // That it is gone is seen by what it says.
  child.stdin!.on('error', () => undefined)
  return reader
}

function hold({ child }: Reader) {
  for (const one of handlesOf(child)) one.ref()
}

/** Keeps a process for the next file, which does not keep this program from ending. */
function rest(reader: Reader) {
  const { child } = reader
  reader.files++
  if (reader.files >= mostFiles || resting.length >= mostAtOnce) return child.stdin!.end()
  for (const one of handlesOf(child)) one.unref()
  resting.push(reader)
  setTimeout(() => leave(reader), restSeconds * 1000).unref()
}

function leave(reader: Reader) {
  const at = resting.indexOf(reader)
  if (at < 0) return
  resting.splice(at, 1)
  reader.child.stdin!.end()
}

const handlesOf = (child: ChildProcess) => [child, child.stdin as Socket, child.stdout as Socket]

/** Takes exactly so many bytes at a time from a stream; undefined once there are not as many left. */
function takingFrom(output: Readable) {
  const pieces = output[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let left: Buffer = Buffer.alloc(0)
  return async (count: number): Promise<Buffer | undefined> => {
    const parts = [left]
    let length = left.length
    while (length < count) {
      const { value, done } = await pieces.next()
      if (done) return undefined
      parts.push(value)
      length += value.length
    }
    const all = parts.length === 1 ? left : Buffer.concat(parts)
    left = all.subarray(count)
    return all.subarray(0, count)
  }
}
