// A house with a library to measure: its own database, filled with documents.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'

import { openHouse } from '../../src/main.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { startPostgres } from '../../src/platform/postgres.ts'
import { slugFrom } from '../../src/platform/slug.ts'
import type { Source } from './corpus.ts'

export type Measured = Awaited<ReturnType<typeof openMeasured>>

type Options = {
  /** Its database may lose everything in a power cut. */
  isThrowaway?: boolean
  /** A folder that stays, and is taken up again as it was left. */
  kept?: string
}

/** A house that answers without a port, empty where its folder is new. `leave` takes everything away but a kept folder. */
export async function openMeasured({ isThrowaway = false, kept }: Options = {}) {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'metropol-bench-'))
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  const places = { folder: join(folder, 'db'), logFolder: join(folder, 'log') }
  const server = await startPostgres({ ...places, password: 'bench', isThrowaway })
  await migrate(server.url)
  const house = { publicUrl: 'http://localhost', key: Buffer.alloc(32, 7), data: folder }
  const open = await openOn(server.url, house, false)
  await open.app.ready()
  const client = new pg.Client(server.url)
  await client.connect()
  return {
    ...{ open, client, folder, house, url: server.url },
    get: async (path: string) => (await open.app.inject({ method: 'GET', url: path })).body,
    /** The same house once more, which keeps pages for everybody. */
    keeping: () => openOn(server.url, house, true),
    async leave() {
      await client.end()
      await open.close()
      await server.stop()
      if (!kept) rmSync(folder, { recursive: true, force: true })
    },
  }
}

const openOn = (databaseUrl: string, house: { publicUrl: string; key: Buffer; data: string }, isCaching: boolean) =>
  openHouse({
    ...{ databaseUrl, house, isCaching },
    log: pino({ level: process.env.BENCH_LOG ?? 'silent' }),
    asset: (name) => `/assets/${name}`,
    smtpUrl: undefined,
    mailFrom: 'Metropol <office@region.example>',
    trustProxy: false,
    writesPerMinute: 1_000_000,
    searchesPerMinute: 1_000_000,
  })

/** Median and 95th percentile of a page, and the processor's time it takes us in the mean, in milliseconds. */
export async function timesOf({ get }: Measured, path: string) {
  const all: number[] = []
  let used = process.cpuUsage()
  for (let n = 0; n < 45; n++) {
    if (n === 5) used = process.cpuUsage()
    const begun = performance.now()
    await get(path)
    if (n >= 5) all.push(performance.now() - begun)
  }
  const { user, system } = process.cpuUsage(used)
  all.sort((a, b) => a - b)
  return `${all[20]!.toFixed(0)} | ${all[37]!.toFixed(0)} | ${((user + system) / 1000 / all.length).toFixed(0)}`
}

/** Puts documents into the library as if their files had been read; gives the slug of each by its id. */
export async function fillLibrary({ client }: Measured, sources: readonly Source[]): Promise<Map<string, string>> {
  const slugs = new Map<string, string>()
  for (const [index, { id, title, language, pages }] of sources.entries()) {
    const slug = `${slugFrom(title, 'dokument').slice(0, 40).replace(/-+$/, '')}-${index}`
    slugs.set(slug, id)
    await client.query('begin')
    const { rows } = await client.query(
      `with file as (insert into files (sha256, bytes, media_type, name, created_at)
         values (sha256($1::bytea), 1, 'application/pdf', 'a.pdf', now()) returning id),
       document as (insert into documents (slug, title, language, type, state, published_at, created_at, changed_at, dated, current_version)
         values ($2, $3, $4, 'study', 'published', now(), now(), now(), $5, 1) returning id)
       insert into document_versions (document_id, version, file_id, at, reading, page_count)
         select document.id, 1, file.id, now(), 'read', $6 from document, file returning document_id`,
      [id, slug, title, language, String(2000 + (index % 25)), pages.length],
    )
    await client.query(
      `insert into document_pages (document_id, version, page, text)
         select $1, 1, no, text from unnest($2::text[]) with ordinality as p (text, no)`,
      [rows[0].document_id, pages],
    )
    await client.query('commit')
  }
  return slugs
}

/** Milliseconds of processor time that this process, what it has started and the database's server have taken so far. */
export async function processorTime({ client }: Measured): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => statOf(Number(name))),
  )
  const roots = [process.pid, all.get(rows[0]!.pid)?.parent ?? 0]
  const isOurs = (pid: number): boolean => roots.includes(pid) || (all.has(pid) && isOurs(all.get(pid)!.parent))
  return [...all].reduce((sum, [pid, { ticks }]) => sum + (isOurs(pid) ? ticks * 10 : 0), 0)
}

/** A process by its number: who started it, and the ticks that it and those it has seen end have taken (proc(5)). */
function statOf(pid: number): [number, { parent: number; ticks: number }][] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number)
    return [[pid, { parent: fields[1]!, ticks: fields.slice(11, 15).reduce((sum, one) => sum + one, 0) }]]
  } catch {
    // It has ended in the meantime.
    return []
  }
}
