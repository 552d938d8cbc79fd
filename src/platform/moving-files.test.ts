import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from 'vitest'
import { aBucket } from '../../test/s3.ts'
import { type FileStore, folderStore } from './file-store.ts'
import { copyFiles, removeCopied } from './moving-files.ts'
import { bodyOf, bucketOf } from './s3.ts'

type Places = { folder: string; inFolder: FileStore; bucket: Awaited<ReturnType<typeof aBucket>>; inBucket: FileStore }
const test = base.extend<{ places: Places }>({
  places: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'metropol-moving-'))
    const bucket = await aBucket()
    await use({ folder, inFolder: folderStore(folder), bucket, inBucket: bucketOf(bucket.url) })
    await bucket.close()
    await rm(folder, { recursive: true })
  },
})

/** Files under their hashes, each with something made from it; gives all by name. */
async function filled(store: FileStore, count: number) {
  const all = new Map<string, Buffer>()
  for (let no = 0; no < count; no++) {
    const bytes = randomBytes(20_000 + no)
    const hex = createHash('sha256').update(bytes).digest('hex')
    all.set(`${hex.slice(0, 2)}/${hex}`, bytes)
    all.set(`${hex.slice(0, 2)}/${hex}-cover.webp`, randomBytes(500))
  }
  for (const [name, bytes] of all) await store.put(name, bytes)
  return all
}

async function contentOf(store: FileStore) {
  const all = new Map<string, Buffer>()
  for await (const { name } of store.all()) all.set(name, await bodyOf((await store.open(name))!))
  return all
}
const sorted = (files: Map<string, Buffer>) =>
  [...files].map(([name, bytes]) => [name, bytes.toString('hex')]).sort(([a], [b]) => (a! < b! ? -1 : 1))
const quietly = () => {}

test('all files go into the bucket and back, with what was made from them, and are the same', async ({ places }) => {
  const { inFolder, inBucket } = places
  const files = await filled(inFolder, 5)
  const there = { from: inFolder, to: inBucket }
  expect(await copyFiles(there, quietly)).toEqual({ copied: 10, there: 0, damaged: [] })
  expect(sorted(await contentOf(inFolder))).toEqual(sorted(files))
  expect(await removeCopied(there)).toEqual({ removed: 10, left: [] })
  expect([(await contentOf(inFolder)).size, sorted(await contentOf(inBucket))]).toEqual([0, sorted(files)])
  const back = { from: inBucket, to: inFolder }
  await copyFiles(back, quietly)
  expect(await removeCopied(back)).toEqual({ removed: 10, left: [] })
  expect([sorted(await contentOf(inFolder)), (await contentOf(inBucket)).size]).toEqual([sorted(files), 0])
})

test('broken off anywhere nothing is lost, and the next run goes on', async ({ places }) => {
  const { inFolder, inBucket, bucket } = places
  const files = await filled(inFolder, 4)
  const way = { from: inFolder, to: inBucket }
  for (const at of [1, 3, 6]) {
    const stop = (done: number) => {
      if (done === at) throw new Error('gone')
    }
    await expect(copyFiles(way, stop)).rejects.toThrow('gone')
    expect([(await contentOf(inFolder)).size, bucket.objects.size]).toEqual([8, at])
  }
  expect((await removeCopied(way)).removed).toBe(6)
  expect(await copyFiles(way, quietly)).toEqual({ copied: 2, there: 0, damaged: [] })
  expect(await removeCopied(way)).toEqual({ removed: 2, left: [] })
  expect(sorted(await contentOf(inBucket))).toEqual(sorted(files))
})

test('what is damaged stays, here or there: nothing is taken away that does not lie whole at the other place', async ({
  places,
}) => {
  const { folder, inFolder, inBucket, bucket } = places
  const files = await filled(inFolder, 3)
  const [first, second] = [...files.keys()].filter((name) => !name.includes('-')) as [string, string]
  await writeFile(join(folder, first), 'anderes')
  const way = { from: inFolder, to: inBucket }
  expect((await copyFiles(way, quietly)).damaged).toEqual([first])
  bucket.objects.set(`metropol/${second}`, { bytes: Buffer.alloc(files.get(second)!.length), at: new Date() })
  const { removed, left } = await removeCopied(way)
  expect([removed, left]).toEqual([2, [first, second].flatMap((name) => [name, `${name}-cover.webp`]).sort()])
  expect((await contentOf(inFolder)).get(second)!.equals(files.get(second)!)).toBe(true)
})
