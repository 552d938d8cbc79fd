import { expect } from 'vitest'
import { z } from 'zod'
import { test as base, openWorld, type World } from '../../test/world.ts'
import { field, readForm } from './forms.ts'
import { path } from './paths.ts'
import { type Change, isRefusal, refuse } from './visit.ts'
import type { Web } from './web.tsx'

const notes = path('/notizen', '/en/notes')
const twice = path('/zweimal', '/en/twice')
const note = path('/notizen/:name', '/en/notes/:name')
let ran = 0

/** A room that keeps organisations by name: enough to see what the web promises to every room. */
function routes(web: Web) {
  web.get(notes, async (visit) => {
    const rows = await visit.read.selectFrom('organisations').select('name').orderBy('name').execute()
    return { page: <p>{rows.map(({ name }) => name).join(', ') || 'none'}</p> }
  })
  web.get(note, async (visit, { params }) => ({ page: <p>{`${params.name} for ${visit.viewer.kind}`}</p> }))
  web.post(twice, async (visit) => {
    const add = (name: string) => async (change: Change) => {
      await change.write.insertInto('organisations').values({ name, kind: 'other' }).execute()
      await change.record('organisation.created', null, { after: { name } })
      return { name }
    }
    const next = () => ({ seeOther: notes.at(visit.language) })
    await visit.change(add('eins'), next)
    return visit.change(add('zwei'), next)
  })
  web.post(notes, async (visit, { body }) => {
    const read = readForm(z.object({ name: field.line(20) }), body, visit.language)
    if (!read.data) return { status: 422, page: <p>{read.form.problems.map(({ message }) => message).join()}</p> }
    const { name } = read.data
    const answer = await visit.change(
      async (change: Change) => {
        ran++
        if (body.unique) {
          const first = await change.read.selectFrom('organisations').where('name', '=', name).executeTakeFirst()
          if (first) return refuse('taken', 'name')
        }
        await change.write.insertInto('organisations').values({ name, kind: 'other' }).execute()
        if (name !== 'unrecorded') await change.record('organisation.created', null, { after: { name } })
        await change.queue('nothing', {})
        return name === 'refused' ? refuse('taken', 'name') : { name }
      },
      (done) => ({ seeOther: note.at(visit.language, { name: done.name }) }),
    )
    if (isRefusal(answer)) return { status: 409, page: <p>{answer.refused}</p> }
    return answer
  })
}

const test = base.extend<{ notes: World }>({
  notes: async ({}, use) => {
    ran = 0
    const world = await openWorld({ isCaching: true, rooms: [{ name: 'notes', routes }] })
    await use(world)
    await world.close()
  },
})
const names = async (world: World) =>
  (await world.db.selectFrom('organisations').select('name').orderBy('name').execute()).map((row) => row.name)

test('a path nobody knows is 404, with the strict policy', async ({ notes: world }) => {
  const answer = await world.get('/en/nothing-here')
  expect(answer.statusCode).toBe(404)
  expect(answer.headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
})

test('the same form sent twice acts once and gets the same answer', async ({ notes: world }) => {
  const fields = { formKey: world.formKey(), name: 'Aalen' }
  const answers = await world.together(5, () => world.post('/notizen', fields))
  expect(answers.map((answer) => [answer.statusCode, answer.headers.location])).toEqual(
    Array(5).fill([303, '/notizen/Aalen']),
  )
  expect([await names(world), ran, await world.queued()]).toEqual([['Aalen'], 1, ['nothing']])
  expect((await world.db.selectFrom('audit').select('what').execute()).map((row) => row.what)).toEqual([
    'organisation.created',
  ])
})

test('a form that writes and records nothing is a bug, and nothing of it stays', async ({ notes: world }) => {
  expect((await world.post('/notizen', { name: 'unrecorded' })).statusCode).toBe(500)
  expect([await names(world), await world.queued()]).toEqual([[], []])
})

test('who was second at the same moment is refused in words, not by an error', async ({ notes: world }) => {
  await world.sql('create unique index one_of_a_name on organisations (name)')
  const answers = await world.together(2, () => world.post('/notizen', { name: 'Aalen', unique: 'on' }))
  expect([answers.map(({ statusCode }) => statusCode).sort(), await names(world)]).toEqual([[303, 409], ['Aalen']])
})

test('the same key with other content is refused and changes nothing', async ({ notes: world }) => {
  const formKey = world.formKey()
  await world.post('/notizen', { formKey, name: 'Aalen' })
  expect((await world.post('/notizen', { formKey, name: 'Calw' })).statusCode).toBe(409)
  expect(await names(world)).toEqual(['Aalen'])
})

test('what is kept of an answer can’t be read without the sender’s key', async ({ notes: world }) => {
  await world.post('/notizen', { name: 'Geheimnis' })
  const [kept] = await world.db.selectFrom('answers').selectAll().execute()
  expect(kept!.sealed!.length).toBeGreaterThan(28)
  expect(kept!.sealed!.toString('latin1')).not.toContain('Geheimnis')
})

test('a refusal stores nothing, and the same form may be sent again', async ({ notes: world }) => {
  const fields = { formKey: world.formKey(), name: 'refused' }
  expect((await world.post('/notizen', fields)).statusCode).toBe(409)
  expect([
    await names(world),
    await world.queued(),
    await world.db.selectFrom('answers').selectAll().execute(),
  ]).toEqual([[], [], []])
  expect((await world.post('/notizen', fields)).statusCode).toBe(409)
  expect(ran).toBe(2)
})

test('a write from another site, with another sign-in’s key or with none is refused; what was typed here comes back', async ({
  notes: world,
}) => {
  const office = await world.person('office')
  const send = (headers: Record<string, string>, formKey: string, name = 'Calw') =>
    world.app.inject({
      method: 'POST',
      url: '/notizen',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      cookies: { metropol: office.secret },
      payload: new URLSearchParams({ name, formKey }).toString(),
    })
  const key = world.formKey(office)
  const answers = [
    await send({ 'sec-fetch-site': 'cross-site' }, key),
    await send({ 'sec-fetch-site': 'same-site' }, key),
    await send({ origin: 'https://evil.example' }, key),
    await send({ origin: 'null' }, key),
    await send({}, world.formKey()),
    await send({}, ''),
    await send({ 'idempotency-key': 'x' }, ''),
  ]
  expect(answers.map((answer) => answer.statusCode)).toEqual(Array(7).fill(403))
  expect(await names(world)).toEqual([])
  const typed = 'Ein langer Satz, <b>nicht</b> verloren.'
  const shown = [await send({}, '', typed), await send({ 'sec-fetch-site': 'cross-site' }, '', typed)]
  expect(shown.map(({ body }) => body.includes('Ein langer Satz, &lt;b>nicht'))).toEqual([true, false])
  expect((await send({ origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }, key)).statusCode).toBe(303)
})

test('a program without cookie sends JSON and its own key', async ({ notes: world }) => {
  const send = (name: string) =>
    world.app.inject({
      method: 'POST',
      url: '/en/notes',
      headers: { 'idempotency-key': 'b3e1c1de-77aa-4c7e-9f0e-3a5d9d1f0a17' },
      payload: { name },
    })
  expect([
    (await send('Calw')).headers.location,
    (await send('Calw')).headers.location,
    (await send('Aalen')).statusCode,
  ]).toEqual(['/en/notes/Calw', '/en/notes/Calw', 409])
})

test('a page for signed-out visitors is kept until what it shows changes', async ({ notes: world }) => {
  const first = await world.get('/notizen')
  const statements = world.statements()
  expect((await world.get('/notizen')).body).toBe(first.body)
  expect((await world.get('/notizen', undefined, { 'if-none-match': first.headers.etag as string })).statusCode).toBe(
    304,
  )
  expect(world.statements()).toBe(statements)
  await world.post('/notizen', { name: 'Aalen' })
  await expect.poll(async () => (await world.get('/notizen')).body).toContain('Aalen')
})

test('what another process changes empties the page too', async ({ notes: world }) => {
  await world.get('/notizen')
  await world.sql("insert into organisations (name, kind) values ('Horb', 'municipality')")
  await expect.poll(async () => (await world.get('/notizen')).body).toContain('Horb')
})

test('a page that was being made while its table changed is not kept', async ({ notes: world }) => {
  const begun = world.open.cache.begin()
  world.open.cache.tableChanged('organisations')
  const page = {
    type: 'text/html',
    etag: '"x"',
    headers: {},
    bodies: { br: Buffer.of(1), gzip: Buffer.of(1), identity: Buffer.of(1) },
  }
  world.open.cache.keep('/alt', { ...page, words: new Set(['organisations']) }, begun, world.clock.now)
  world.open.cache.keep('/neu', { ...page, words: new Set(['regions']) }, begun, world.clock.now)
  expect([world.open.cache.get('/alt', world.clock.now), world.open.cache.get('/neu', world.clock.now)?.etag]).toEqual([
    undefined,
    '"x"',
  ])
})

test('a signed-in person never gets the page of a signed-out visitor, nor the other way round', async ({
  notes: world,
}) => {
  const office = await world.person('office')
  expect((await world.get('/notizen/x', office)).body).toContain('x for person')
  expect((await world.get('/notizen/x')).body).toContain('x for nobody')
  const again = await world.get('/notizen/x', office)
  expect([again.body.includes('x for person'), again.headers['cache-control']]).toEqual([true, 'no-store'])
})

test('a form field that is missing, too long or full of control characters is told at its field', async ({
  notes: world,
}) => {
  const said = async (name: string) => (await world.post('/notizen', { name })).body
  expect(await said(' \u0000\u202e ')).toContain('Bitte füllen Sie dieses Feld aus.')
  expect(await said('x'.repeat(21))).toContain('Höchstens 20 Zeichen')
  expect(ran).toBe(0)
})

test('pages are sent compressed to whom accepts it', async ({ notes: world }) => {
  const sent = async (accept: string) =>
    (await world.get('/notizen', undefined, { 'accept-encoding': accept })).headers['content-encoding']
  expect([await sent('gzip, deflate, br'), await sent('gzip'), await sent('br;q=0'), await sent('')]).toEqual([
    'br',
    'gzip',
    undefined,
    undefined,
  ])
})

test('a key that somebody could guess is refused, and another client’s key gives nothing away', async ({
  notes: world,
}) => {
  const send = (key: string, remoteAddress: string, name = 'Calw') =>
    world.app.inject({
      method: 'POST',
      url: '/en/notes',
      remoteAddress,
      headers: { 'idempotency-key': key },
      payload: { name },
    })
  expect((await send('1', '192.0.2.1')).statusCode).toBe(400)
  const key = 'b3e1c1de-77aa-4c7e-9f0e-3a5d9d1f0a17'
  expect((await send(key, '192.0.2.1')).headers.location).toBe('/en/notes/Calw')
  const other = await send(key, '192.0.2.1', 'Horb')
  expect([other.statusCode, other.body.includes('/en/notes/Calw')]).toEqual([409, false])
  expect((await send(key, '192.0.2.2', 'Horb')).headers.location).toBe('/en/notes/Horb')
})

test('a page with a form is never kept: its key is for one visitor', async ({ notes: world }) => {
  const key = async () => /name="formKey" value="([^"]+)"/.exec((await world.get('/barriere-melden')).body)?.[1]
  const [one, two] = [await key(), await key()]
  expect([typeof one, one === two]).toEqual(['string', false])
})

test('a query that a page does not read makes no second page', async ({ notes: world }) => {
  await world.get('/notizen')
  const before = world.statements()
  for (let n = 0; n < 5; n++) await world.get(`/notizen?unsinn=${n}`)
  expect(world.statements()).toBe(before)
})

test('a form of too many fields, or files from a stranger, are refused unread', async ({ notes: world }) => {
  const send = (payload: string, type: string, cookies = {}) =>
    world.app.inject({ method: 'POST', url: '/notizen', headers: { 'content-type': type }, cookies, payload })
  const many = await send(
    Array.from({ length: 3000 }, (_, n) => `f${n}=1`).join('&'),
    'application/x-www-form-urlencoded',
  )
  const parts = '--x\r\ncontent-disposition: form-data; name="a"; filename="a"\r\n\r\nx\r\n--x--\r\n'
  const files = await send(parts, 'multipart/form-data; boundary=x')
  const unread = await send(parts, 'multipart/form-data; boundary=x', { metropol: 'ein-erfundenes-geheimnis' })
  const deep = await send(`{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'application/json')
  expect([many, files, unread, deep].map(({ statusCode }) => statusCode)).toEqual([413, 415, 415, 400])
})

test('only who may send files to an address can send much there: not everybody with an account, and nobody elsewhere', async ({
  world,
}) => {
  const [office, delegate] = [await world.person('office'), await world.person('delegate')]
  const send = (url: string, megabytes: number, { secret }: { secret: string }, asField = false) => {
    const part = (name: string, content: string) =>
      `--x\r\ncontent-disposition: form-data; name="${name}"${content}\r\n`
    const content = 'x'.repeat(megabytes * 1024 * 1024)
    return world.open.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin' },
      cookies: { metropol: secret },
      payload: `${part('formKey', `\r\n\r\n${world.formKey({ secret } as never)}`)}${part('file', `${asField ? '' : '; filename="a.txt"'}\r\n\r\n${content}`)}--x--\r\n`,
    })
  }
  const files = '/verwaltung/dateien'
  const answers = [
    await send(files, 2, office),
    await send(files, 30, office),
    await send('/barriere-melden', 2, office),
    await send(files, 2, delegate),
    await send(files, 0, delegate),
    await send('/barriere-melden', 2, delegate, true),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([409, 413, 413, 413, 404, 413])
})

test('a request makes one change: a second one is an error of ours, and nothing of it is stored', async ({
  notes: world,
}) => {
  expect((await world.post('/zweimal')).statusCode).toBe(500)
  expect(await names(world)).toEqual(['eins'])
})
