// `npm run bench`: measures how fast it is, each number beside what it is compared with, in one run, the
// client in a process of its own. The result is appended to bench/RESULTS.md with machine and date.
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { serverOptions } from '../scripts/build.ts'
import { newPlace, startProgram } from '../test/stories/program.ts'
import { openForm } from '../test/stories/registering.ts'
import { jobsDone, longLists, registrations, replay, whileMany } from './measures.ts'

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)
const say = (text: string) => process.stdout.write(`${text}\n`)
const houseFile = join(root, 'dist/bench-house.js')
const rows: [what: string, found: string, wanted: string][] = []
const note = (what: string, found: string, wanted = '') => {
  rows.push([what, found, wanted])
  say(`${what}: ${found}${wanted && `  (${wanted})`}`)
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** Starts a server of the bench and waits for its first line. */
async function started(file: string, ...args: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  return child
}

/** Requests a second and the 99th percentile in milliseconds, with 20 connections. */
async function load(url: string, seconds = 6) {
  const args = [join(root, 'node_modules/autocannon/autocannon.js'), '--json', '-c', '20', '-d', String(seconds)]
  const { stdout } = await run(process.execPath, [...args, '-H', 'accept-encoding=br', url], { maxBuffer: 1e8 })
  const result = JSON.parse(stdout) as { requests: { average: number; total: number }; latency: { p99: number } }
  if (result.requests.total === 0) throw new Error(`${url} did not answer within ${seconds} s`)
  return { perSecond: result.requests.average, p99: result.latency.p99 }
}

const percent = (part: number, whole: number) => `${Math.round((part / whole) * 100)} %`
const whole = (value: number) => Math.round(value).toLocaleString('de-DE')
const memory = (pid: number, field: 'VmRSS' | 'VmHWM') =>
  Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

async function pages(url: string, path: string, databaseUrl: string) {
  const answer = await fetch(url + path, { headers: { 'accept-encoding': 'identity' } })
  const folder = mkdtempSync(join(tmpdir(), 'metropol-bench-'))
  const file = join(folder, 'page')
  const args = ['-s', '-H', 'accept-encoding: br', '-o', file, url + path]
  execFileSync('curl', args)
  const bare = await freePort()
  const kept = ['etag', 'vary', 'content-type', 'cache-control', 'content-security-policy', 'referrer-policy']
  const headers = Object.fromEntries(kept.flatMap((name) => [[name, answer.headers.get(name) ?? '']]))
  const plain = await started(join(root, 'bench/bare.ts'), String(bare), file, JSON.stringify(headers))
  const off = await freePort()
  const anew = await started(houseFile, 'serve', databaseUrl, String(off))
  await load(url + path, 2)
  const rates = {
    bare: await load(`http://127.0.0.1:${bare}${path}`),
    kept: await load(url + path),
    anew: await load(`http://127.0.0.1:${off}${path}`),
  }
  plain.kill()
  anew.kill()
  rmSync(folder, { recursive: true })
  note('bare Fastify route, same bytes', `${whole(rates.bare.perSecond)} requests/s`)
  const found = `${whole(rates.kept.perSecond)} requests/s, ${percent(rates.kept.perSecond, rates.bare.perSecond)} of it`
  note('congress page for signed-out visitors', found, '≥ 60 %')
  note('the same with nothing kept', `${whole(rates.anew.perSecond)} requests/s`)
}

async function registering(url: string, databaseUrl: string) {
  const form = await openForm(url)
  const body = new URLSearchParams({ name: 'Vertretung Landkreis Calw', email: 'EMAIL', place: 'outside' })
  body.set('ticket', form.tickets[2] ?? '')
  for (const consent of form.consents) body.append('consents', consent)
  const path = new URL(form.address).pathname
  const { stdout } = await run(process.execPath, [houseFile, 'statements', databaseUrl, '0', path, `${body}`])
  const port = await freePort()
  const quiet = await started(houseFile, 'serve', databaseUrl, String(port))
  const alone = await replay(databaseUrl, JSON.parse(stdout))
  const ours = await registrations(`http://127.0.0.1:${port}${path}`, `${body}`)
  quiet.kill()
  const withJobs = await registrations(form.address, `${body}`)
  note('the SQL of a registration through pg alone', `${whole(alone)} /s`)
  note('complete registration over HTTP', `${whole(ours)} /s, ${percent(ours, alone)} of it`, '≥ 30 %')
  note('the same while mails and tickets are being made', `${whole(withJobs)} /s, ${percent(withJobs, alone)} of it`)
  const page = load(form.address.replace(/\/anmeldung$/, ''), 8)
  const posts = await whileMany(form.address, `${body}`, 300)
  note('300 register at once: form answered, p99', `${whole(posts.p99)} ms`)
  note('meanwhile the congress page, p99', `${whole((await page).p99)} ms`)
}

async function main() {
  await build({ ...serverOptions, entryPoints: { 'bench-house': 'bench/house.ts' } })
  const begun = loadavg()[0] ?? 0
  const place = await newPlace()
  const first = await startProgram(place)
  note('first start, filling the example, to the first answer', `${whole(first.startMs)} ms`)
  await first.stop()
  const program = await startProgram(place)
  note('start of a filled installation to the first answer', `${whole(program.startMs)} ms`, '≤ 3 s')
  try {
    const form = await openForm(program.url)
    note('memory of the Node process after the start', `${whole(memory(program.pid, 'VmRSS'))} MB`)
    await pages(program.url, form.edition, program.databaseUrl())
    await registering(program.url, program.databaseUrl())
    await jobsDone(program.databaseUrl())
    note('peak memory of the Node process by then', `${whole(memory(program.pid, 'VmHWM'))} MB`, '≤ 250 MB')
    const { stdout } = await run(process.execPath, [houseFile, 'tickets'])
    note('tickets as PDF/UA, one core', `${whole(JSON.parse(stdout).perSecond)} /s`, '≥ 200')
    const { lists, sheetMs } = await longLists(program, form.edition)
    for (const [what, [few, many]] of Object.entries(lists))
      note(
        `${what} at 600 and at 60,000`,
        `${few.toFixed(1)} and ${many.toFixed(1)} ms, ${(many / few).toFixed(1)}×`,
        '≤ 2×',
      )
    note('60,000 registrations as XLSX', `${whole(sheetMs)} ms`)
    const peak = memory(program.pid, 'VmHWM')
    note(
      'memory of the Node process after all this',
      `${whole(memory(program.pid, 'VmRSS'))} MB, peak ${whole(peak)} MB`,
      '≤ 250 MB',
    )
  } finally {
    await place.leave()
    rmSync(houseFile, { force: true })
    rmSync(`${houseFile}.map`, { force: true })
  }
  append(begun)
}

function append(loadBefore: number) {
  const file = join(root, 'bench/RESULTS.md')
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${whole(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`
  const lines = rows.map(([what, found, wanted]) => `| ${what} | ${found} | ${wanted} |`)
  const head = `## ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC\n\n${machine}; load before the run ${loadBefore.toFixed(1)}; client and servers on the same machine.\n`
  const table = ['| measured | found | wanted |', '| --- | --- | --- |', ...lines].join('\n')
  try {
    readFileSync(file)
  } catch {
    writeFileSync(
      file,
      '# Measured\n\nBy `npm run bench`, the newest last. Ratios hold within one run; absolute numbers belong to the machine.\n',
    )
  }
  appendFileSync(file, `\n${head}\n${table}\n`)
}

const own: Readonly<Record<string, string>> = {
  library: 'bench/library/run.ts',
  atlas: 'bench/atlas/run.ts',
  thread: 'bench/thread.ts',
}

/** The library, the atlas and the thread are measured by programs of their own. */
async function ofItsOwn(what: string, entry: string, wanted: readonly string[]) {
  const { server: _, ...beside } = serverOptions.entryPoints
  await build({ ...serverOptions, entryPoints: { [`bench-${what}`]: entry, ...beside } })
  const file = join(root, `dist/bench-${what}.js`)
  execFileSync(process.execPath, ['--enable-source-maps', file, ...wanted], { cwd: root, stdio: 'inherit' })
  rmSync(file, { force: true })
  rmSync(`${file}.map`, { force: true })
}

const [what = '', ...wanted] = process.argv.slice(2)
if (own[what]) await ofItsOwn(what, own[what], wanted)
else await main()
