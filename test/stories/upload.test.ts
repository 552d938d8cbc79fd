import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder } from '../../src/platform/data-folder.ts'
import { aPdf } from '../library.ts'
import { openBrowser, openPage } from './browser.ts'
import { newPlace, type Program, startProgram } from './program.ts'

let place: Awaited<ReturnType<typeof newPlace>>
let browser: Browser
let cookie = ''
beforeAll(async () => {
  ;[place, browser] = await Promise.all([newPlace(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await place.leave()
})

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const office = '/verwaltung/bibliothek'

test('a large file goes on where the line broke, waits where it is told to, and the page says how far it is', async () => {
  const program = await startProgram(place)
  const { page, errors } = await openPage(browser, program.url)
  await page.goto(program.signInLink())
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL('**/verwaltung')
  cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const bytes = Buffer.concat([await aPdf('Lang', []), randomBytes(11 * 1024 * 1024), Buffer.from('\n%%EOF\n')])
  const file = join(place.data, '..', 'lang.pdf')
  writeFileSync(file, bytes)
  let pieces = 0
  await page.route('**/teile/*', (route) => {
    const isCut = route.request().method() === 'PATCH' && ++pieces === 2
    return isCut ? route.abort() : route.continue()
  })
  let begun = 0
  await page.route('**/teile', (route) => {
    const headers = { 'retry-after': '2' }
    return ++begun === 1 ? route.fulfill({ status: 429, headers }) : route.continue()
  })
  await page.goto(office)
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: 'Aufnehmen' }).click()
  await page.getByText('In 2 Sekunden geht es von selbst weiter').waitFor()
  await page.getByText(/% sind gesendet/).waitFor()
  await page.getByText('Eine Datei ist aufgenommen').waitFor()
  expect([begun, pieces, errors.filter((one) => !/ERR_FAILED|429/.test(one))]).toEqual([2, 4, []])
  await page.context().close()
  const kept = await withDatabase(program, `select encode(sha256, 'hex') as hex from files where name = 'lang.pdf'`)
  expect(kept).toEqual([{ hex: createHash('sha256').update(bytes).digest('hex') }])
  expect(await program.stop()).toBe(0)
}, 60_000)

async function withDatabase(program: Program, statement: string) {
  const client = new pg.Client(program.databaseUrl())
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows as Record<string, unknown>[]
}

async function formKey(url: string) {
  const html = await (await fetch(url + office, { headers: { cookie } })).text()
  return /name="formKey" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

const contentOf = (name: string) =>
  `# ${name}\n\n${`Was in der Datei ${name} über den Verkehr der Region steht. `.repeat(400)}`

async function sendForm(url: string, form: FormData) {
  form.append('formKey', await formKey(url))
  return fetch(url + office, { method: 'POST', body: form, headers: { cookie }, redirect: 'manual' })
}

async function sendWhole(url: string, name: string) {
  const form = new FormData()
  form.append('file', new Blob([contentOf(name)]), name)
  return sendForm(url, form)
}

async function sendInPieces(url: string, name: string) {
  const bytes = Buffer.from(contentOf(name))
  const tus = { cookie, 'tus-resumable': '1.0.0' }
  const named = { 'upload-length': String(bytes.length), 'upload-metadata': `filename ${btoa(name)}` }
  const begun = await fetch(`${url}/verwaltung/dateien/teile`, { method: 'POST', headers: { ...tus, ...named } })
  const at = begun.headers.get('location') ?? ''
  for (const [from, to] of [
    [0, 9000],
    [9000, bytes.length],
  ] as const) {
    const piece = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) }
    await fetch(url + at, { method: 'PATCH', headers: { ...tus, ...piece }, body: bytes.subarray(from, to) })
  }
  const form = new FormData()
  form.append('upload', at.replace(/^.*\//, ''))
  return sendForm(url, form)
}

/** Sends one file after the other until the program is gone, and notes those that it said to have taken in. */
async function sendUntilGone(url: string, who: string, answered: string[]) {
  const send = who.endsWith('0') ? sendInPieces : sendWhole
  for (let n = 0; ; n++) {
    const name = `${who}-${n}.md`
    const answer = await send(url, name).catch(() => undefined)
    if (!answer) return
    expect([name, answer.status]).toEqual([name, 303])
    answered.push(name)
  }
}

test('killed at any moment, it has lost no file that it took in, read none by half, and the clean-up leaves no orphan', async () => {
  const answered: string[] = []
  for (let round = 0; round < 4; round++) {
    const program = await startProgram(place)
    const runs = Array.from({ length: 4 }, (_, n) => sendUntilGone(program.url, `r${round}-${n}`, answered))
    for (const more = 4 * (round + 1); answered.length < more; ) await wait(20)
    await wait(200 + Math.random() * 800)
    await program.kill()
    await Promise.all(runs)
  }

  const program = await startProgram(place)
  const ended = async () => (await withDatabase(program, 'select 1 from graphile_worker.jobs limit 1')).length === 0
  while (!(await ended())) await wait(100)
  // A day later: what nobody names has lain there long enough.
  const { files, uploads } = dataFolder(place.data)
  const all = () => readdirSync(files, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const longAgo = Date.now() / 1000 - 2 * 86_400
  for (const { parentPath, name } of all()) utimesSync(join(parentPath, name), longAgo, longAgo)
  await withDatabase(
    program,
    `update uploads set at = at - interval '2 days';
    select graphile_worker.add_job('dropStrayBytes'), graphile_worker.add_job('dropUploads')`,
  )
  while (!(await ended())) await wait(100)

  const rows = await withDatabase(
    program,
    `select f.name, encode(f.sha256, 'hex') as hex, v.reading, v.page_count as pages,
      (select count(*)::int from document_pages p where p.document_id = v.document_id and p.version = v.version) as there
    from documents d join document_versions v on v.document_id = d.id join files f on f.id = v.file_id where f.name like 'r%-%-%.md'`,
  )
  const names = new Set(rows.map(({ name }) => name))
  expect(answered.filter((name) => !names.has(name))).toEqual([])
  expect(rows.filter(({ reading, pages, there }) => reading !== 'read' || pages !== there)).toEqual([])
  const broken = rows.filter(({ name, hex }) => {
    const bytes = readFileSync(join(files, String(hex).slice(0, 2), String(hex)))
    return !bytes.equals(Buffer.from(contentOf(String(name))))
  })
  expect(broken).toEqual([])
  const half = await withDatabase(
    program,
    `select title from documents d where state = 'draft' and title ~ '^r\\d' and current_version is null`,
  )
  expect(half).toEqual([])
  const known = await withDatabase(program, `select encode(sha256, 'hex') as hex from files`)
  const hexes = new Set(known.map(({ hex }) => hex))
  expect(
    all()
      .map(({ name }) => name)
      .filter((name) => !hexes.has(name.slice(0, 64)) || name.endsWith('.part')),
  ).toEqual([])
  expect([readdirSync(uploads), await withDatabase(program, 'select id from uploads')]).toEqual([[], []])
  expect(await program.stop()).toBe(0)
}, 180_000)
