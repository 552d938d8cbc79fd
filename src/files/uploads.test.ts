import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { aPdf } from '../../test/library.ts'
import { workedThrough } from '../../test/people.ts'
import { openWorld, test, type World } from '../../test/world.ts'
import { cookieName } from '../platform/web-parts.ts'
import { files } from './index.ts'

const here = '/verwaltung/dateien/teile'
type Person = Awaited<ReturnType<World['person']>>
const tus = { 'tus-resumable': '1.0.0', 'sec-fetch-site': 'same-origin' }
const cookies = (world: World, who: Person) => ({ [cookieName(world.house.publicUrl)]: who.secret })
const named = (name: string) => `filename ${Buffer.from(name).toString('base64')}`

const begun = (world: World, who: Person, length: number | string, headers: Record<string, string> = tus) =>
  world.app.inject({
    method: 'POST',
    url: here,
    cookies: cookies(world, who),
    headers: { ...headers, 'upload-length': String(length), 'upload-metadata': named('groß.pdf') },
  })
const sent = (
  world: World,
  who: Person,
  at: string,
  offset: number,
  bytes: Buffer,
  more: Record<string, string> = {},
) =>
  world.app.inject({
    method: 'PATCH',
    url: at,
    cookies: cookies(world, who),
    headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset), ...more },
    payload: bytes,
  })
const soFar = async (world: World, who: Person, at: string) => {
  const { statusCode, headers } = await world.app.inject({
    method: 'HEAD',
    url: at,
    cookies: cookies(world, who),
    headers: tus,
  })
  return [statusCode, headers['upload-offset'], headers['upload-length']]
}
const aReport = () => aPdf('Bericht', [{ heading: 'Anlass', text: 'Die Züge sind am Morgen voll.' }])
/** A real PDF made long by what lies behind it, larger than a form may carry. */
const aLargePdf = async () => Buffer.concat([await aReport(), Buffer.alloc(30 * 1024 * 1024), Buffer.from('\n%%EOF\n')])
const partsIn = (world: World) => readdir(join(world.data, 'uploads')).catch(() => [])

test('a large file comes in pieces, goes on where it broke off, and becomes a draft that is read', async ({
  world,
}) => {
  const office = await world.person('office')
  const bytes = await aLargePdf()
  const answer = await begun(world, office, bytes.length)
  expect([answer.statusCode, answer.headers['tus-resumable']]).toEqual([201, '1.0.0'])
  const at = String(answer.headers.location)
  expect(await soFar(world, office, at)).toEqual([200, '0', String(bytes.length)])
  const half = 20 * 1024 * 1024
  const first = await sent(world, office, at, 0, bytes.subarray(0, half))
  expect([first.statusCode, first.headers['upload-offset']]).toEqual([204, String(half)])
  expect((await sent(world, office, at, 5, bytes.subarray(5, 9))).statusCode).toBe(409)
  const early = await world.post('/verwaltung/bibliothek', { upload: at.replace(/^.*\//, '') }, office)
  expect([early.statusCode, await world.sql('select title from documents')]).toEqual([422, []])
  expect((await sent(world, office, at, half, bytes.subarray(half))).statusCode).toBe(204)
  const taken = await world.post('/verwaltung/bibliothek', { upload: at.replace(/^.*\//, '') }, office)
  expect([taken.statusCode, taken.headers.location]).toEqual([303, '/verwaltung/bibliothek?aufgenommen=1'])
  await workedThrough(world)
  const rows = await world.sql(`select f.name, f.bytes::int, v.reading, v.page_count from document_versions v
    join files f on f.id = file_id`)
  expect(rows).toEqual([{ name: 'groß.pdf', bytes: bytes.length, reading: 'read', page_count: 1 }])
  const [{ id } = { id: '' }] = await world.sql('select id from files')
  expect((await world.get(`/dateien/${id}/gross.pdf`, office)).rawPayload.equals(bytes)).toBe(true)
  expect([await world.sql('select id from uploads'), await partsIn(world)]).toEqual([[], []])
})

test('only who began it goes on with it, and only people who take in files begin', async ({ world }) => {
  const office = await world.person('office')
  const at = String((await begun(world, office, 10)).headers.location)
  for (const other of [await world.person('office'), await world.person('delegate')]) {
    expect(await soFar(world, other, at)).toEqual([404, undefined, undefined])
    expect((await sent(world, other, at, 0, Buffer.from('x'))).statusCode).toBe(404)
  }
  expect((await begun(world, await world.person('delegate'), 10)).statusCode).toBe(404)
  expect((await begun(world, office, 10, { ...tus, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect((await sent(world, office, at, 0, Buffer.from('x'), { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect(
    (await world.post('/verwaltung/bibliothek', { upload: at.replace(/^.*\//, '') }, await world.person('office')))
      .statusCode,
  ).toBe(422)
})

test('authors send no pieces, and twenty files on their way are the most', async ({ world }) => {
  expect((await begun(world, await world.person('author'), 10)).statusCode).toBe(404)
  const office = await world.person('office')
  for (let count = 0; count < 20; count++) expect((await begun(world, office, 2)).statusCode).toBe(201)
  expect((await begun(world, office, 2)).statusCode).toBe(429)
  expect((await begun(world, await world.person('office'), 2)).statusCode).toBe(201)
  const [{ id } = { id: '' }] = await world.sql('select id from uploads order by id limit 1')
  expect((await sent(world, office, `${here}/${id}`, 0, Buffer.from('ab'))).statusCode).toBe(204)
  expect((await begun(world, office, 2)).statusCode).toBe(201)
})

test('pieces that come without end are held up, later than forms', async () => {
  const world = await openWorld({ writesPerMinute: 2 })
  const office = await world.person('office')
  const at = String((await begun(world, office, 100)).headers.location)
  for (let count = 0; count < 40; count++)
    expect((await sent(world, office, at, count, Buffer.from('a'))).statusCode).toBe(204)
  expect((await sent(world, office, at, 40, Buffer.from('a'))).statusCode).toBe(429)
  await world.close()
})

test('what does not speak the protocol is refused, and nothing of it is kept', async ({ world }) => {
  const office = await world.person('office')
  const statuses = [
    await begun(world, office, 10, { 'sec-fetch-site': 'same-origin' }),
    await begun(world, office, 10, { ...tus, 'tus-resumable': '0.2.0' }),
    await begun(world, office, 'viel'),
    await begun(world, office, 0),
    await begun(world, office, -1),
    await begun(world, office, 1024 ** 3 + 1),
  ].map(({ statusCode }) => statusCode)
  expect(statuses).toEqual([412, 412, 400, 400, 400, 413])
  expect(await world.sql('select id from uploads')).toEqual([])
  const at = String((await begun(world, office, 10)).headers.location)
  const tried = [
    await sent(world, office, at, 0, Buffer.from('abc'), { 'tus-resumable': '9' }),
    await sent(world, office, at, 0, Buffer.from('abc'), { 'content-type': 'text/plain' }),
    await sent(world, office, at, 3, Buffer.from('abc')),
    await sent(world, office, at, 0, Buffer.alloc(11)),
    await sent(world, office, `${here}/00000000-0000-7000-8000-000000000000`, 0, Buffer.from('abc')),
    await sent(world, office, `${here}/..%2f..%2fsecrets.json`, 0, Buffer.from('abc')),
  ].map(({ statusCode }) => statusCode)
  expect(tried).toEqual([412, 415, 409, 413, 404, 404])
  expect(await soFar(world, office, at)).toEqual([200, '0', '10'])
})

test('what was never finished goes a day later', async ({ world }) => {
  const office = await world.person('office')
  const at = String((await begun(world, office, 10)).headers.location)
  await sent(world, office, at, 0, Buffer.from('abc'))
  const cleanUp = (hours: number) => {
    const { db, house, clock } = world
    const now = new Date(clock.now.getTime() + hours * 3_600_000)
    return files.jobs!.dropUploads!(
      { db, house, read: db as never, viewer: { kind: 'system' }, now, language: 'de' },
      {},
    )
  }
  await cleanUp(23)
  expect((await partsIn(world)).length).toBe(1)
  await cleanUp(25)
  expect([await partsIn(world), await world.sql('select id from uploads')]).toEqual([[], []])
})
