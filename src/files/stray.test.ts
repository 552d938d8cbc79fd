import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect } from 'vitest'
import { keptFiles, upload } from '../../test/files.ts'
import { test, type World } from '../../test/world.ts'
import { files } from './index.ts'

const here = '/verwaltung/dateien'
const png = (background: string) =>
  sharp({ create: { width: 900, height: 30, channels: 3, background } })
    .png()
    .toBuffer()
const cleanUp = (world: World, now: Date) => {
  const { db, house } = world
  return files.jobs!.dropStrayBytes!(
    { db, house, read: db as never, viewer: { kind: 'system' }, now, language: 'de' },
    {},
  )
}
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

test('bytes of a refused upload go a day later, what a row names stays with its widths', async ({ world }) => {
  const office = await world.person('office')
  const kept = { name: 'saal.png', bytes: await png('#6f1450') }
  await upload(world, here, office, kept, { altDe: 'Der Saal', isPublic: 'on' })
  const [row] = await world.db.selectFrom('files').selectAll().execute()
  await world.get(`/dateien/${row!.id}/saal.png?breite=400`)
  const before = await keptFiles(world)
  expect(before).toHaveLength(2)
  const refused = await upload(
    world,
    here,
    office,
    { name: 'ohne.png', bytes: await png('#1673d1') },
    { isPublic: 'on' },
  )
  expect(refused.statusCode).toBe(409)
  expect(await keptFiles(world)).toHaveLength(3)
  await cleanUp(world, inHours(23))
  expect(await keptFiles(world)).toHaveLength(3)
  await cleanUp(world, inHours(25))
  expect(await keptFiles(world)).toEqual(before)
})

test('what a broken write has left goes too', async ({ world }) => {
  const office = await world.person('office')
  await upload(world, here, office, { name: 'a.png', bytes: await png('#6f1450') }, { altDe: 'Der Saal' })
  const [whole] = await keptFiles(world)
  const draft = join(world.data, 'files', `${whole}.7d0e.part`)
  await writeFile(draft, 'halb')
  await utimes(draft, 0, 0)
  await cleanUp(world, inHours(0))
  expect(await keptFiles(world)).toEqual([whole])
})

test('who takes in the same content meanwhile keeps their bytes', async ({ world }) => {
  const office = await world.person('office')
  const sent = { name: 'a.png', bytes: await png('#6f1450') }
  await upload(world, here, office, sent, {})
  const [stray] = await keptFiles(world)
  await world.together(2, async (n) => {
    if (n === 0) return upload(world, here, office, sent, { altDe: 'Der Saal' })
    await new Promise((resolve) => setTimeout(resolve, 400))
    return cleanUp(world, inHours(25))
  })
  expect(await world.sql('select name from files')).toEqual([{ name: 'a.png' }])
  expect(await keptFiles(world)).toEqual([stray])
})
