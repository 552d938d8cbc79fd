import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commandAs, serverUser } from '../../src/platform/postgres-user.ts'
import { freePort, newPlace, startProgram } from './program.ts'
import { openForm, registerBy } from './registering.ts'

let place: Awaited<ReturnType<typeof newPlace>>
beforeEach(async () => {
  place = await newPlace()
})
afterEach(() => place.leave())

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
async function until(isTrue: () => Promise<boolean> | boolean) {
  for (let tries = 0; tries < 600; tries++) {
    if (await isTrue()) return
    await wait(50)
  }
  throw new Error('it did not come about within 30 seconds')
}

/** The distribution's own PostgreSQL, the oldest that is installed: an operator's server, not the one that we ship. */
function outsideServer(port: number) {
  const [oldest] = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(a) - Number(b))
  const program = (name: string) => `/usr/lib/postgresql/${oldest}/bin/${name}`
  const folder = mkdtempSync(join(tmpdir(), 'metropol-outside-'))
  chmodSync(folder, 0o755)
  const data = join(folder, 'db')
  mkdirSync(data)
  const user = serverUser(data)
  if (user) chownSync(data, user.uid, user.gid)
  const init = commandAs(user, program('initdb'), ['-D', data, '-U', 'metropol', '-A', 'trust', '--locale=C.UTF-8'])
  execFileSync(init.file, init.args, init.as)
  const options = ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', '', '-c', 'fsync=off']
  let server: ReturnType<typeof spawn> | undefined
  const stop = async () => {
    const ended = new Promise((resolve) => server?.once('exit', resolve))
    server?.kill('SIGINT')
    if (server) await ended
    server = undefined
  }
  return {
    version: Number(oldest),
    url: `postgres://metropol@127.0.0.1:${port}/postgres`,
    start() {
      const { file, args, as } = commandAs(user, program('postgres'), options)
      server = spawn(file, args, { stdio: 'ignore', ...as })
    },
    stop,
    async leave() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

test('an older server of the operator’s own serves too: it is waited for, and may go away for a while', async () => {
  const server = outsideServer(await freePort())
  try {
    const starting = startProgram(place, { DATABASE_URL: server.url })
    await until(() => place.said().includes('Metropol wartet auf sie'))
    server.start()
    const program = await starting
    const form = await openForm(program.url)
    expect((await registerBy(form, 'before@landkreis.example', { ticket: form.tickets[2]! })).status).toBe(303)

    await server.stop()
    const without = await Promise.all([fetch(form.address), fetch(`${program.url}/healthz`)])
    expect(without.map(({ status }) => status)).toEqual([503, 503])
    server.start()
    await until(async () => (await fetch(`${program.url}/healthz`)).ok)
    expect((await registerBy(form, 'after@landkreis.example', { ticket: form.tickets[2]! })).status).toBe(303)

    const client = new pg.Client(server.url)
    await client.connect()
    const { rows } = await client.query(`select email, substr(id::text, 15, 1) as version,
      current_setting('server_version_num')::int / 10000 as server, r.created_at > now() - interval '1 hour' as is_recent
      from registrations r where email like '%@landkreis.example' order by id`)
    await until(async () => {
      const unsent = `select 1 from mails where recipient like '%@landkreis.example' and state <> 'kept'`
      return (await client.query(unsent)).rowCount === 0
    })
    await client.end()
    const row = { version: '7', server: server.version, is_recent: true }
    expect(rows).toEqual([
      { email: 'before@landkreis.example', ...row },
      { email: 'after@landkreis.example', ...row },
    ])
    expect(server.version).toBeLessThan(18)

    const more = (n: number) => registerBy(form, `late-${n}@landkreis.example`, { ticket: form.tickets[2]! })
    await Promise.allSettled([...Array.from({ length: 12 }, (_, n) => more(n)), wait(400).then(server.stop)])
    expect(await Promise.race([program.stop(), wait(20_000)])).toBe(0)
  } finally {
    await place.leave()
    await server.leave()
  }
}, 120_000)

const refusedStarts: [what: string, prepare: (data: string) => string, said: RegExp][] = [
  ['nobody may write to', () => '/sys/metropol', /darf Metropol nicht schreiben/],
  [
    'is a file',
    (data) => {
      writeFileSync(data, '')
      return data
    },
    /ist kein Ordner/,
  ],
  [
    'belongs to a newer version',
    (data) => {
      mkdirSync(data)
      writeFileSync(join(data, 'version'), '99\n')
      return data
    },
    /gehört zu einer neueren Fassung von Metropol/,
  ],
]
test.for(refusedStarts)('a data folder that %s is refused in words', async ([, prepare, said]) => {
  const data = prepare(place.data)
  await expect(startProgram(Object.assign(place, { data }))).rejects.toThrow(said)
  expect(place.said()).not.toMatch(/ at .*\d+:\d+/)
})

test('a second start is told that the installation runs and how to end it, on its port too; the first goes on', async () => {
  const program = await startProgram(place)
  const runs = new RegExp(`läuft schon: Prozess ${program.pid} .*kill ${program.pid}\\n`, 's')
  for (const port of [await freePort(), place.port]) {
    const env = { PATH: process.env.PATH, PORT: String(port), METROPOL_DATA: place.data }
    const args = [join(import.meta.dirname, '../../dist/server.js'), 'start']
    const second = spawnSync(process.execPath, args, { env, encoding: 'utf8', timeout: 60_000 })
    expect(second.stderr).toMatch(runs)
  }
  expect((await fetch(`${program.url}/healthz`)).status).toBe(200)
})

// Only root may mount a disk small enough to be filled.
test.skipIf(process.getuid?.() !== 0)(
  'a full disk refuses in words, loses nothing, and all goes on when there is room',
  async () => {
    mkdirSync(place.data, { mode: 0o711 })
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300m,mode=711', 'tmpfs', place.data])
    try {
      const program = await startProgram(place)
      const form = await openForm(program.url)
      const filler = join(place.data, 'filler')
      execFileSync('sh', ['-c', `dd if=/dev/zero of=${filler} bs=1M 2>/dev/null || true`])
      const answered: string[] = []
      let refused = ''
      for (let n = 0; n < 200 && !refused; n++) {
        const email = `full-${String(n).padStart(3, '0')}@landkreis.example`
        const answer = await registerBy(form, email, { ticket: form.tickets[2]! })
        if (answer.status === 303) answered.push(email)
        else refused = `${answer.status} ${answer.html}`
      }
      expect(refused).toMatch(/^503 .*Gerade kann nichts gespeichert werden/s)
      rmSync(filler)
      await until(async () => {
        const answer = await registerBy(form, 'room@landkreis.example', { ticket: form.tickets[2]! })
        return answer.status === 303
      })
      const client = new pg.Client(program.databaseUrl())
      await client.connect()
      const { rows } = await client.query(`select email from registrations where email like 'full-%' order by email`)
      await client.end()
      expect(rows.map(({ email }) => email)).toEqual(answered)
      expect(await program.stop()).toBe(0)
    } finally {
      await place.running?.stop()
      execFileSync('umount', ['-l', place.data])
    }
  },
  120_000,
)
