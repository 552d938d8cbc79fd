import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildProgram, nodeFlags, nodeMemory } from '../../bin/prepare.mjs'
import { dataFolder } from '../../src/platform/data-folder.ts'
import { runningPostgres } from '../../src/platform/postgres.ts'
import { openSecrets } from '../../src/platform/secrets.ts'

const root = join(import.meta.dirname, '../..')

export const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/**
 * A place for an installation: a data folder and a port that stay the same over many starts. `leave` stops what still
 * runs there and takes everything away.
 */
export async function newPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'metropol-story-'))
  chmodSync(folder, 0o755)
  const place: Place = { data: join(folder, 'data'), port: await freePort(), running: undefined, said: () => '' }
  const leave = async () => {
    await place.running?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return Object.assign(place, { leave })
}
type Place = { data: string; port: number; running: { stop(): Promise<unknown> } | undefined; said(): string }

/** The built program, started as an operator starts it, answering. */
export async function startProgram(place: Place, settings: Record<string, string> = {}) {
  buildProgram(process.execPath)
  const { data, port } = place
  const begun = performance.now()
  const own = { PATH: process.env.PATH, PORT: String(port), METROPOL_DATA: data, LOG_LEVEL: 'error' }
  const env = { ...nodeMemory, ...own, RATE_LIMIT_WRITES: '100000', ...settings }
  const called = (...args: string[]) => [...nodeFlags, join(root, 'dist/server.js'), ...args]
  const child = spawn(process.execPath, called('start'), {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const stop = async () => {
    child.kill('SIGTERM')
    return ended
  }
  place.running = { stop }
  place.said = () => said
  const url = `http://localhost:${port}`
  await ready(child, url, () => said)
  const startMs = performance.now() - begun
  return {
    url,
    startMs,
    pid: child.pid ?? 0,
    said: () => said,
    /** The one-time link it prints while nobody has signed in. */
    signInLink: () => linkIn(said),
    /** The one that `metropol invite` prints. */
    invited: async (email: string) =>
      linkIn((await promisify(execFile)(process.execPath, called('invite', email), { cwd: root, env })).stdout),
    databaseUrl: () =>
      runningPostgres(dataFolder(data).postgres, openSecrets(data).databasePassword) ?? 'postgres://not-running',
    stop,
    /** As when the power goes: the program and its database at once, without a word. */
    async kill() {
      const database = Number(readFileSync(join(dataFolder(data).postgres, 'postmaster.pid'), 'utf8').split('\n')[0])
      child.kill('SIGKILL')
      process.kill(database, 'SIGKILL')
      await ended
    },
  }
}
export type Program = Awaited<ReturnType<typeof startProgram>>

const linkIn = (said: string) => /https?:\/\/\S+\/zugang\/link\/\S+/.exec(said)?.[0] ?? ''

async function ready(child: ChildProcess, url: string, said: () => string) {
  for (let tries = 0; tries < 3000; tries++) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended:\n${said()}`)
    const isReady = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    // Its last line, so that the link before it can be read.
    if (isReady && said().includes('Beenden:')) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`it did not get ready:\n${said()}`)
}
