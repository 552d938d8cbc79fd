import { randomBytes, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import pg from 'pg'
import type { Statement } from './house.ts'

const atOnce = 10
const measureMs = 6000

/** Runs `one` again and again, `atOnce` at a time, for some seconds after a warm-up; gives runs a second. */
async function rateOf(one: (worker: number) => Promise<void>): Promise<number> {
  const during = async (ms: number) => {
    const end = performance.now() + ms
    let count = 0
    const worker = async (n: number) => {
      while (performance.now() < end) {
        await one(n)
        count++
      }
    }
    await Promise.all(Array.from({ length: atOnce }, (_, n) => worker(n)))
    return count
  }
  await during(1000)
  return (await during(measureMs)) / (measureMs / 1000)
}

/** Sends the statements of one registration with ids, hashes and codes of its own, over and over, with pg alone. */
export async function replay(databaseUrl: string, statements: Statement[]): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: atOnce }, async () => {
      const client = new pg.Client(databaseUrl)
      await client.connect()
      return client
    }),
  )
  const insert = statements.find(({ text }) => /insert into "registrations"/.test(text))
  const id = String(insert?.values.find((value) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(String(value))))
  const code = String(insert?.values.find((value) => /^[2-9A-Z]{6}$/.test(String(value))))
  const rate = await rateOf(async (n) => {
    const fresh = { id: randomUUID(), code: Array.from(randomBytes(6), (byte) => alphabet[byte % 29]).join('') }
    for (const { text, values } of statements)
      await clients[n]?.query(
        text,
        values.map((value) => renewed(value, { id, code }, fresh)),
      )
  })
  for (const client of clients) await client.end()
  return rate
}

const alphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ'
type Named = { id: string; code: string }

function renewed(value: unknown, before: Named, fresh: Named): unknown {
  const isBytes = typeof value === 'object' && value !== null && (value as { type?: string }).type === 'Buffer'
  if (isBytes) return randomBytes((value as { data: number[] }).data.length)
  if (typeof value !== 'string') return value
  return value === before.code ? fresh.code : value.replaceAll(before.id, fresh.id)
}

const agent = new Agent({ keepAlive: true, maxSockets: 400 })

/** Sends one registration; gives how long the answer took. Throws when it was not taken. */
function post(address: string, body: string): Promise<number> {
  const payload = body.replace('EMAIL', `${randomUUID()}%40landkreis.example`)
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(payload),
    'idempotency-key': randomUUID(),
  }
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    request(address, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 303) resolve(performance.now() - begun)
        else reject(new Error(`a registration was answered with ${answer.statusCode}`))
      })
    })
      .once('error', reject)
      .end(payload)
  })
}

/** Registrations a second over HTTP. */
export const registrations = (address: string, body: string): Promise<number> =>
  rateOf(async () => void (await post(address, body)))

/** Many at the same moment: the 99th percentile of their answers, in milliseconds. */
export async function whileMany(address: string, body: string, count: number) {
  const times = await Promise.all(Array.from({ length: count }, () => post(address, body)))
  return { p99: times.sort((a, b) => a - b)[Math.floor(count * 0.99)] ?? 0 }
}

/** Waits until all mails and tickets have been made, so that nothing else is measured with the lists. */
export async function jobsDone(databaseUrl: string) {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  const waiting = `select count(*)::int as n from graphile_worker.jobs where run_at <= now()`
  while ((await client.query(waiting)).rows[0].n > 0) await new Promise((resolve) => setTimeout(resolve, 500))
  await client.end()
}

/**
 * The office's list and its search, in milliseconds (median of 25), with 600 and with 60,000 registrations, and all of
 * these as XLSX.
 */
export async function longLists(
  program: { url: string; signInLink(): string; databaseUrl(): string },
  edition: string,
): Promise<{ lists: Record<string, [number, number]>; sheetMs: number }> {
  const cookie = await signedIn(program)
  const list = `${program.url}/verwaltung${edition}/anmeldungen`
  const pages = { 'office’s list': list, 'office’s search with a typing error': `${list}?q=Landkreis+Clw+599` }
  const times = async (address: string) => {
    const all: number[] = []
    for (let n = 0; n < 30; n++) {
      const begun = performance.now()
      const answer = await fetch(address, { headers: { cookie } })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${address} was answered with ${answer.status}`)
      all.push(performance.now() - begun)
    }
    return all.slice(5).sort((a, b) => a - b)[12] ?? 0
  }
  const found: Record<string, [number, number]> = {}
  await filled(program.databaseUrl(), 600)
  for (const [name, address] of Object.entries(pages)) found[name] = [await times(address), 0]
  await filled(program.databaseUrl(), 60_000)
  for (const [name, address] of Object.entries(pages)) found[name] = [found[name]?.[0] ?? 0, await times(address)]
  const begun = performance.now()
  const sheet = await fetch(`${list}/liste.xlsx`, { headers: { cookie } })
  const { byteLength } = await sheet.arrayBuffer()
  if (sheet.status !== 200 || byteLength < 1_000_000) throw new Error(`the XLSX was answered with ${sheet.status}`)
  return { lists: found, sheetMs: performance.now() - begun }
}

async function signedIn(program: { signInLink(): string }) {
  const link = program.signInLink()
  const html = await (await fetch(link)).text()
  const body = new URLSearchParams({ formKey: /name="formKey" value="([^"]+)"/.exec(html)?.[1] ?? '' })
  const answer = await fetch(link, { method: 'POST', body, redirect: 'manual' })
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

/** Brings the example edition to so many registrations, taking away those that were measured with before. */
async function filled(databaseUrl: string, count: number) {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  await client.query(`delete from registrations where email like '%@landkreis.example'`).catch(() => undefined)
  await client.query(
    `insert into registrations (edition_id, ticket_type_id, number, code, state, name, email, organisation, function,
       language, secret_hash, created_at, changed_at)
     select e.id, (select id from ticket_types t where t.edition_id = e.id order by position limit 1),
       1000000 + n + (select count(*) from registrations), 'X' || lpad((n + (select count(*) from registrations))::text, 8, '0'), 'confirmed', 'Vertretung ' || n,
       'person-' || n || '-' || gen_random_uuid() || '@liste.example', 'Landkreis Calw ' || n, 'Planung', 'de', decode(md5(n::text || gen_random_uuid()) || md5(n::text), 'hex'), now(), now()
     from editions e, generate_series(1, $1 - (select count(*)::int from registrations r, editions x
       where x.is_example and r.edition_id = x.id)) n where e.is_example`,
    [count],
  )
  await client.query('analyze')
  await client.end()
}
