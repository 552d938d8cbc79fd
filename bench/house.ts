// A house of its own for what the built program does not offer: without kept pages, without jobs, watched at the SQL.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { openHouse } from '../src/main.ts'
import { openAssets } from '../src/platform/assets.ts'
import { ticketPdf } from '../src/registration/documents/ticket.ts'

/** One statement of a registration, as it went to PostgreSQL. */
export type Statement = { text: string; values: unknown[] }

const [task = '', databaseUrl = '', port = '0', path = '', form = ''] = process.argv.slice(2)
const answer = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`)

async function house() {
  const assets = await openAssets()
  return openHouse({
    databaseUrl,
    house: { publicUrl: `http://localhost:${port}`, key: Buffer.alloc(32, 7), data: '/nonexistent' },
    log: pino({ level: 'silent' }),
    asset: assets.href,
    smtpUrl: undefined,
    mailFrom: 'Metropol <office@region.example>',
    trustProxy: false,
    writesPerMinute: 1_000_000,
    isCaching: false,
  })
}

/** Answers like the program, but makes every page anew and works on no jobs. */
async function serve() {
  const { app } = await house()
  await app.listen({ port: Number(port), host: '127.0.0.1' })
  answer({ isReady: true })
}

/** Registers once and tells the statements of that transaction. */
async function statements() {
  const seen: Statement[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [what, values] = given as [{ text?: string; values?: unknown[] } | string, unknown[] | undefined]
    const text = typeof what === 'string' ? what : (what.text ?? '')
    const all = (typeof what === 'string' ? values : (what.values ?? values)) ?? []
    seen.push({ text, values: Array.isArray(all) ? all : [] })
    return Reflect.apply(query, this, given) as never
  } as never
  const { app, close } = await house()
  await app.ready()
  const send = () =>
    app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': randomUUID() },
      payload: form.replace('EMAIL', `${randomUUID()}@landkreis.example`),
    })
  await send()
  seen.length = 0
  const { statusCode } = await send()
  if (statusCode !== 303) throw new Error(`the registration was answered with ${statusCode}`)
  const begun = seen.findIndex(({ text }) => /^\s*(begin|start transaction)/i.test(text))
  const done = seen.findLastIndex(({ text }) => /^\s*commit/i.test(text))
  answer(seen.slice(begun, done + 1))
  await close()
}

/** Prints tickets one after the other for four seconds. */
async function tickets() {
  const regions = ['Stuttgart', 'Heilbronn-Franken', 'Nordschwarzwald', 'Neckar-Alb', 'Ostwürttemberg'].map(
    (name, index) => ({ no: index + 1, name, colour: '#6f1450', on: '#ffffff' }),
  )
  const one = (n: number) =>
    ticketPdf({
      language: 'de',
      installation: 'Europäische Metropolregion Stuttgart',
      regions,
      line: 1 + (n % 5),
      title: '5. Metropolkongress Pforzheim',
      series: '5. Metropolkongress',
      facts: [
        { term: 'Wann', text: 'Donnerstag, 11. Februar 2027' },
        { term: 'Wo', text: 'Rathaus, Pforzheim' },
      ],
      name: `Teilnehmende Nummer ${n}`,
      organisation: 'Landkreis Calw',
      number: String(n),
      code: String(100_000 + n),
      payload: `METROPOL 2027-pforzheim ${n} ${100_000 + n}`,
      sessions: [{ time: '11.30–13.00', title: 'Regionale Kooperation' }],
      isExample: true,
    })
  await one(0)
  const begun = performance.now()
  let count = 0
  while (performance.now() - begun < 4000) await one(++count)
  answer({ perSecond: count / ((performance.now() - begun) / 1000) })
}

await ({ serve, statements, tickets }[task] ?? serve)()
