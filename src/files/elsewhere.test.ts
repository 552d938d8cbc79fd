import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { test as base, expect } from 'vitest'
import { upload } from '../../test/files.ts'
import { aPdf } from '../../test/library.ts'
import { workedThrough } from '../../test/people.ts'
import { aBucket } from '../../test/s3.ts'
import { openWorld, type World } from '../../test/world.ts'
import { files } from './index.ts'

const here = '/verwaltung/dateien'
type Bucket = Awaited<ReturnType<typeof aBucket>>
const test = base.extend<{ bucket: Bucket; world: World }>({
  bucket: async ({}, use) => {
    const bucket = await aBucket()
    await use(bucket)
    await bucket.close()
  },
  world: async ({ bucket }, use) => {
    const world = await openWorld({ filesUrl: bucket.url })
    await use(world)
    await world.close()
  },
})

const png = () =>
  sharp({ create: { width: 900, height: 30, channels: 3, background: '#6f1450' } })
    .png()
    .toBuffer()
const aText = async () => aPdf('Bericht', [{ heading: 'Anlass', text: 'Die Züge sind am Morgen voll.' }])
const run = ({ db, house, clock }: World, job: keyof NonNullable<typeof files.jobs>, payload = {}, now = clock.now) =>
  files.jobs![job]!({ db, house, read: db as never, viewer: { kind: 'system' }, now, language: 'de' }, payload)

test('files lie in the bucket under their hash, and are given back whole, in part and narrower', async ({
  world,
  bucket,
}) => {
  const office = await world.person('office')
  const bytes = await aText()
  await upload(world, here, office, { name: 'bericht.pdf', bytes }, { isPublic: 'on' })
  await upload(world, here, office, { name: 'saal.png', bytes: await png() }, { isPublic: 'on', altDe: 'Der Saal' })
  const [pdf, picture] = await world.db.selectFrom('files').selectAll().orderBy('name').execute()
  const hex = pdf!.sha256.toString('hex')
  expect(bucket.objects.get(`metropol/${hex.slice(0, 2)}/${hex}`)!.bytes.equals(bytes)).toBe(true)
  expect(await readdir(join(world.data, 'files')).catch(() => [])).toEqual([])
  const address = `/dateien/${pdf!.id}/bericht.pdf`
  const whole = await world.get(address)
  expect([whole.statusCode, whole.rawPayload.equals(bytes)]).toEqual([200, true])
  const part = await world.get(address, undefined, { range: 'bytes=100-199' })
  expect([part.statusCode, part.headers['content-range'], part.rawPayload.equals(bytes.subarray(100, 200))]).toEqual([
    206,
    `bytes 100-199/${bytes.length}`,
    true,
  ])
  const narrow = async () =>
    (await sharp((await world.get(`/dateien/${picture!.id}/saal.png?breite=400`)).rawPayload).metadata()).width
  expect([await narrow(), await narrow()]).toEqual([400, 400])
  expect(bucket.objects.size).toBe(3)
  await upload(world, here, office, { name: 'nochmal.pdf', bytes }, { isPublic: 'on' })
  expect(bucket.objects.size).toBe(3)
})

test('a document is read and drawn from there, and its pictures lie there', async ({ world, bucket }) => {
  const office = await world.person('office')
  await upload(world, '/verwaltung/bibliothek', office, { name: 'bericht.pdf', bytes: await aText() })
  await workedThrough(world)
  expect(await world.sql('select reading, drawing from document_versions')).toEqual([
    { reading: 'read', drawing: 'drawn' },
  ])
  expect([...bucket.objects.keys()].map((name) => name.replace(/^.*\/\w{64}/, '')).sort()).toEqual([
    '',
    '-cover.webp',
    '-page-1.json',
    '-page-1.webp',
  ])
})

test('what goes, goes there with all that was made of it; strays go a day later', async ({ world, bucket }) => {
  const office = await world.person('office')
  await upload(world, here, office, { name: 'saal.png', bytes: await png() }, { isPublic: 'on', altDe: 'Der Saal' })
  const [row] = await world.db.selectFrom('files').selectAll().execute()
  await world.get(`/dateien/${row!.id}/saal.png?breite=400`)
  await world.post(`${here}/${row!.id}/loeschung`, {}, office)
  await workedThrough(world)
  expect(bucket.objects.size).toBe(0)
  await upload(world, here, office, { name: 'ohne.png', bytes: await png() }, { isPublic: 'on' })
  expect(bucket.objects.size).toBe(1)
  await run(world, 'dropStrayBytes', {}, new Date(Date.now() + 23 * 3_600_000))
  expect(bucket.objects.size).toBe(1)
  await run(world, 'dropStrayBytes', {}, new Date(Date.now() + 25 * 3_600_000))
  expect(bucket.objects.size).toBe(0)
})

test('damage there is found; while the service is away nothing is taken for damaged, nor for stored', async ({
  world,
  bucket,
}) => {
  const office = await world.person('office')
  await upload(world, here, office, { name: 'a.pdf', bytes: await aText() }, { isPublic: 'on' })
  const [row] = await world.db.selectFrom('files').selectAll().execute()
  const isDamaged = async () => (await world.sql('select is_damaged from files'))[0]!.is_damaged
  bucket.state.fail = 2
  await run(world, 'checkFiles')
  expect(await isDamaged()).toBe(false)
  bucket.state.fail = 1000
  await expect(run(world, 'checkFiles')).rejects.toThrow('503')
  expect(await isDamaged()).toBe(false)
  const answers = [
    await world.get(`/dateien/${row!.id}/a.pdf`),
    await upload(world, here, office, { name: 'b.pdf', bytes: await aPdf('B', []) }, { isPublic: 'on' }),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503])
  expect(await world.sql('select name from files')).toEqual([{ name: 'a.pdf' }])
  bucket.state.fail = 0
  const [name] = [...bucket.objects.keys()]
  bucket.objects.set(name!, { bytes: Buffer.from('anderes'), at: new Date() })
  await run(world, 'checkFiles')
  expect(await isDamaged()).toBe(true)
})

test('with the wrong secret or without the bucket nothing is stored, and nothing is lost', async ({ bucket }) => {
  for (const filesUrl of [bucket.urlWith('falsch'), bucket.urlWith('geheim/nis+', 'fehlt')]) {
    const world = await openWorld({ filesUrl })
    const office = await world.person('office')
    const { statusCode } = await upload(
      world,
      here,
      office,
      { name: 'a.pdf', bytes: await aText() },
      { isPublic: 'on' },
    )
    expect([statusCode, await world.sql('select name from files')]).toEqual([503, []])
    await world.close()
  }
  expect(bucket.objects.size).toBe(0)
})
