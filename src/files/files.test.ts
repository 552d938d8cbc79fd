import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect } from 'vitest'
import { keptFiles, upload } from '../../test/files.ts'
import { workedThrough } from '../../test/people.ts'
import { test, type World } from '../../test/world.ts'

const here = '/verwaltung/dateien'
const png = (width = 900) =>
  sharp({ create: { width, height: 30, channels: 3, background: '#6f1450' } })
    .png()
    .toBuffer()
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
const described = { altDe: 'Der volle Saal', isPublic: 'on' }

const rowsOf = ({ db }: World) => db.selectFrom('files').selectAll().orderBy('createdAt').orderBy('id').execute()
const addressOf = ({ id, name }: { id: string; name: string }) => `/dateien/${id}/${encodeURIComponent(name)}`

test('a picture is taken in, shown to everybody, and its Markdown stands in the list', async ({ world }) => {
  const office = await world.person('office')
  const answer = await upload(world, here, office, { name: 'Saal.gif.png', bytes: await png() }, described)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `${here}?info=stored`])
  const [row] = await rowsOf(world)
  const hex = row!.sha256.toString('hex')
  expect(await keptFiles(world)).toEqual([`${hex.slice(0, 2)}/${hex}`])
  const shown = await world.get(addressOf(row!))
  expect(shown.statusCode).toBe(200)
  expect(shown.rawPayload.equals(await readFile(join(world.data, 'files', hex.slice(0, 2), hex)))).toBe(true)
  expect({
    type: shown.headers['content-type'],
    policy: shown.headers['content-security-policy'],
    nosniff: shown.headers['x-content-type-options'],
    cache: shown.headers['cache-control'],
    disposition: shown.headers['content-disposition'],
  }).toEqual({
    type: 'image/png',
    policy: "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
    nosniff: 'nosniff',
    cache: 'public, max-age=31536000, immutable',
    disposition: `inline; filename="Saal.gif.png"; filename*=UTF-8''Saal.gif.png`,
  })
  const { body } = await world.get(`${here}?info=stored`, office)
  expect(body).toContain(`![Der volle Saal](/dateien/${row!.id}/Saal.gif.png)`)
  expect(body).toContain('Die Datei ist aufgenommen')
})

test('a picture comes narrower as WebP in three widths, in no other', async ({ world }) => {
  const office = await world.person('office')
  await upload(world, here, office, { name: 'saal.png', bytes: await png() }, described)
  const address = addressOf((await rowsOf(world))[0]!)
  const widthOf = async (query: string) => {
    const { rawPayload, headers } = await world.get(address + query)
    return [headers['content-type'], (await sharp(rawPayload).metadata()).width]
  }
  expect([await widthOf('?breite=400'), await widthOf('?breite=400'), await widthOf('?breite=800')]).toEqual([
    ['image/webp', 400],
    ['image/webp', 400],
    ['image/webp', 800],
  ])
  expect([await widthOf('?breite=1600'), await widthOf('?breite=7'), await widthOf('?breite=../x')]).toEqual([
    ['image/png', 900],
    ['image/png', 900],
    ['image/png', 900],
  ])
  expect(await keptFiles(world)).toHaveLength(3)
})

test('a file that is not public is there for the office alone', async ({ world }) => {
  const office = await world.person('office')
  await upload(world, here, office, { name: 'entwurf.pdf', bytes: pdf })
  const address = addressOf((await rowsOf(world))[0]!)
  const seen = await world.get(address, office)
  expect([seen.statusCode, seen.headers['content-type'], seen.headers['cache-control']]).toEqual([
    200,
    'application/pdf',
    'private, no-cache',
  ])
  const others = [undefined, await world.person('author'), await world.person('delegate')]
  expect(await Promise.all(others.map(async (who) => (await world.get(address, who)).statusCode))).toEqual([
    404, 404, 404,
  ])
})

test('an address that is no id of a file leads nowhere', async ({ world }) => {
  const statuses = await Promise.all(
    [
      '/dateien/..%2f..%2fsecrets.json/x',
      '/dateien/%2e%2e/secrets.json',
      '/dateien/01890a5d-ac96-774b-bcce-b302099a8057/saal.png',
      '/dateien/x/y',
    ].map(async (path) => (await world.get(path)).statusCode),
  )
  expect(statuses).toEqual([404, 404, 404, 404])
})

test('what is refused stands at its field, keeps what was typed, and leaves nothing behind', async ({ world }) => {
  const office = await world.person('office')
  const tried = async (name: string, bytes: Buffer, fields: Record<string, string> = described) => {
    const { statusCode, body } = await upload(world, here, office, { name, bytes }, fields)
    return [statusCode, /href="#f-(\w+)"/.exec(body)?.[1], body.includes('value="Der volle Saal"')]
  }
  expect(await tried('saal.png', Buffer.from('<!doctype html><script>alert(1)</script>'))).toEqual([409, 'file', true])
  expect(await tried('logo.svg', Buffer.from('<svg><script/></svg>'))).toEqual([409, 'file', true])
  expect(await tried('leer.pdf', Buffer.alloc(0))).toEqual([409, 'file', true])
  expect(await tried('saal.png', await png(), {})).toEqual([409, 'altDe', false])
  expect((await tried('gross.pdf', Buffer.alloc(21 * 1024 * 1024, '%PDF-1.7')))[0]).toBe(413)
  expect(await rowsOf(world)).toEqual([])
})

test('the same content lies in the folder once; it goes with the last file that has it', async ({ world }) => {
  const office = await world.person('office')
  await upload(world, here, office, { name: 'a.pdf', bytes: pdf }, { isPublic: 'on' })
  await upload(world, here, office, { name: 'b.pdf', bytes: pdf }, { isPublic: 'on' })
  const [a, b] = await rowsOf(world)
  const left = async () => [(await rowsOf(world)).length, (await keptFiles(world)).length]
  expect(await left()).toEqual([2, 1])
  expect((await world.post(`${here}/${a!.id}/loeschung`, {}, office)).statusCode).toBe(303)
  await workedThrough(world)
  expect(await left()).toEqual([1, 1])
  expect((await world.post(`${here}/${b!.id}/loeschung`, {}, office)).statusCode).toBe(303)
  await workedThrough(world)
  expect(await left()).toEqual([0, 0])
})

test('a file that a page or the installation shows cannot be deleted', async ({ world }) => {
  const office = await world.person('office')
  for (const name of ['logo.png', 'seite.png'])
    await upload(world, here, office, { name, bytes: await png(name.length) }, described)
  const [logo, inPage] = await rowsOf(world)
  const region = { name: { de: 'Region' }, short: 'R', logoFileId: logo!.id }
  await world.db.insertInto('installation').values(region).execute()
  const page = {
    seen: '0',
    titleDe: 'Der Saal',
    textDe: `![Saal](${addressOf(inPage!)})`,
    slugDe: 'saal',
    slugEn: 'hall',
  }
  await world.post('/verwaltung/seiten/neu', { ...page, menu: 'none', position: '0' }, office)
  for (const { id } of [logo!, inPage!]) {
    const { statusCode, body } = await world.post(`${here}/${id}/loeschung`, {}, office)
    expect([statusCode, body.includes('Diese Datei wird noch gezeigt')]).toEqual([409, true])
  }
  expect((await rowsOf(world)).length).toBe(2)
})

test('authors take in public files and delete none; everybody else finds no page', async ({ world }) => {
  const author = await world.person('author')
  const answer = await upload(world, here, author, { name: 'saal.png', bytes: await png() }, { altDe: 'Der Saal' })
  const [row] = await rowsOf(world)
  expect([answer.statusCode, row!.isPublic]).toEqual([303, true])
  expect((await world.post(`${here}/${row!.id}/loeschung`, {}, author)).statusCode).toBe(404)
  const door = await world.person('door')
  expect([
    (await world.get(here)).statusCode,
    (await world.get('/en/office/files', door)).statusCode,
    (await upload(world, here, door, { name: 'a.pdf', bytes: pdf })).statusCode,
  ]).toEqual([404, 404, 404])
})

test('the same form sent again with another file does not take it for the first', async ({ world }) => {
  const office = await world.person('office')
  const formKey = world.formKey(office)
  const send = async (bytes: Buffer) =>
    (await upload(world, here, office, { name: 'a.pdf', bytes }, { formKey, isPublic: 'on' })).statusCode
  const other = Buffer.from(pdf.toString().replace('1 0 obj', '2 0 obj'))
  expect([await send(pdf), await send(pdf), await send(other)]).toEqual([303, 303, 409])
  expect((await rowsOf(world)).length).toBe(1)
})
