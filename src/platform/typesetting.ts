import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from './package-root.ts'
import type { Answer, Sent, Sheet } from './typeset.ts'

export type Bounds = { seconds: number; megabytes: number }
const usual: Bounds = { seconds: 60, megabytes: 768 }
/** So many set at once, so that a long paper does not hold up the tickets; one of them stays for the next. */
const mostAtOnce = 2
const mostResting = 1
/** A process ends when nothing has come for so long. */
const restSeconds = 300

/** A document took more time or memory than it may. */
export class SettingStopped extends Error {}

// The source runs as it is in tests and scripts; the built program has this one built beside it.
const program = join(packageRoot, import.meta.filename.endsWith('.ts') ? 'src/platform/typeset.ts' : 'dist/typeset.js')
// Typst is native code, which these rights do not bind: they bind what stands around it.
const flags = ['--permission', '--allow-fs-read=*', '--allow-addons', '--allow-worker', '--no-warnings']

type Setter = { child: ChildProcess; timer?: NodeJS.Timeout }
const resting: Setter[] = []
let busy = 0
const waiting: (() => void)[] = []

/** Waits until one more may set. */
const turn = () => (++busy <= mostAtOnce ? undefined : new Promise<void>((go) => waiting.push(go)))

/**
 * Sets a document in a process of its own, which stays for the next one. Throws with Typst's own words for what is wrong
 * with it, and `SettingStopped` where it took more than this.
 */
export async function typeset(sheet: Sheet, bounds: Bounds = usual): Promise<Buffer> {
  await turn()
  try {
    const used = resting.pop()
    // One that ended while it rested has set nothing: a new one is asked.
    const first = used && (await answerOf(used, sheet, bounds))
    const answer = first && first !== 'ended' ? first : await answerOf(started(), sheet, bounds)
    if (answer === 'stopped') throw new SettingStopped('pdf: the document took too much time or memory')
    if (answer === 'ended') throw new Error('pdf: the process that sets documents has ended')
    if ('error' in answer) throw new Error(`pdf: ${answer.error}`)
    return Buffer.from(answer.pdf)
  } finally {
    waiting.shift()?.()
    busy--
  }
}

/** `stopped`: by us or by its own bounds; `ended`: by itself, without an answer. */
async function answerOf(setter: Setter, sheet: Sheet, { seconds, megabytes }: Bounds) {
  const { child } = setter
  clearTimeout(setter.timer)
  child.ref()
  child.channel?.ref()
  const sent: Sent = { ...sheet, mostBytes: megabytes * 1024 * 1024 }
  const answer = await new Promise<Answer | 'stopped' | 'ended'>((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve('stopped')
      child.kill('SIGKILL')
    }, seconds * 1000)
    const done = (how: Answer | 'stopped' | 'ended') => {
      clearTimeout(timer)
      child.removeAllListeners()
      resolve(how)
    }
    child.on('message', (message) => done(message as Answer))
    child.on('error', reject)
    child.on('exit', (_, signal) => done(signal === 'SIGKILL' ? 'stopped' : 'ended'))
    if (child.connected) child.send(sent, () => undefined)
    else done('ended')
  })
  // What a large document has taken is not given back: the next one would be stopped for it.
  if (typeof answer === 'object' && answer.bytes < sent.mostBytes / 2) rest(setter)
  else if (child.connected) child.disconnect()
  return answer
}

const started = (): Setter => ({
  child: fork(program, [], {
    execArgv: flags,
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  }),
})

/** Keeps a process for the next document, which does not keep this program from ending. */
function rest(setter: Setter) {
  const { child } = setter
  if (resting.length >= mostResting) return child.disconnect()
  resting.push(setter)
  child.unref()
  child.channel?.unref()
  child.on('error', () => undefined)
  setter.timer = setTimeout(() => leave(setter), restSeconds * 1000).unref()
}

function leave(setter: Setter) {
  const at = resting.indexOf(setter)
  if (at < 0) return
  resting.splice(at, 1)
  setter.child.disconnect()
}
