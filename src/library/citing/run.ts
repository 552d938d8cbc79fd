import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../platform/package-root.ts'
import type { Answer, Question } from './question.ts'

const mostSeconds = 60
const idleSeconds = 60
const mostKept = 500

// The source runs as it is in tests and scripts; the built program has it built beside itself.
const program = join(packageRoot, import.meta.filename.endsWith('.ts') ? 'src/library/citing/cite.ts' : 'dist/cite.js')
const flags = [
  '--permission',
  '--allow-fs-read=*',
  '--max-old-space-size=256',
  '--max-semi-space-size=2',
  '--optimize-for-size',
  '--disable-warning=ExperimentalWarning',
]

type Asked = Omit<Question, 'id'>
const kept = new Map<string, Promise<string>>()

/**
 * The citation of an item, made by a process of its own that may read files, write none and start nothing, and that ends
 * when it has not been asked for a minute. Throws when it takes longer than `seconds`.
 */
export function cited(asked: Asked, seconds = mostSeconds): Promise<string> {
  const key = JSON.stringify(asked)
  const known = kept.get(key)
  if (known) return known
  const made = ask(asked, seconds)
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  return made
}

type Citer = { child: ChildProcess; waiting: Map<number, PromiseWithResolvers<string>>; idle?: NodeJS.Timeout }
let citer: Citer | undefined
let count = 0

async function ask(asked: Asked, seconds: number): Promise<string> {
  citer ??= start()
  const mine = citer
  const { child, waiting } = mine
  clearTimeout(mine.idle)
  const id = ++count
  const answer = Promise.withResolvers<string>()
  waiting.set(id, answer)
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
  child.send({ ...asked, id } satisfies Question)
  try {
    return await answer.promise
  } finally {
    clearTimeout(timer)
    waiting.delete(id)
    if (waiting.size === 0) rest(mine)
  }
}

function start(): Citer {
  const child = spawn(process.execPath, [...flags, program], { env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const mine: Citer = { child, waiting: new Map() }
  const end = (error: Error) => {
    if (citer === mine) citer = undefined
    for (const { reject } of mine.waiting.values()) reject(error)
  }
  child.on('message', ({ id, text }: Answer) => mine.waiting.get(id)?.resolve(text))
  child.on('error', end)
  child.on('exit', (code, signal) => end(new Error(`the process that cites has ended (${signal ?? code})`)))
  child.unref()
  child.channel?.unref()
  return mine
}

/** Lets the process go when nobody has asked for a while. */
function rest(resting: Citer) {
  if (citer !== resting) return
  resting.idle = setTimeout(() => {
    if (citer === resting) citer = undefined
    resting.child.disconnect()
  }, idleSeconds * 1000)
  resting.idle.unref()
}
