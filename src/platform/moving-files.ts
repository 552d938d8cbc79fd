import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FileStore } from './file-store.ts'
import { Problem } from './problem.ts'

export type Way = { from: FileStore; to: FileStore }
/** `damaged`: names whose bytes are not those of their hash; they stay where they are. */
export type Copied = { copied: number; there: number; damaged: string[] }

/**
 * Copies every file to another place where it is not yet, each whole or not at all, and takes nothing away: broken off
 * anywhere, the next run goes on. What is called by its hash must have it.
 */
export async function copyFiles({ from, to }: Way, told: (done: number, all: number) => void): Promise<Copied> {
  const names = await namesIn(from)
  const result: Copied = { copied: 0, there: 0, damaged: [] }
  const folder = await mkdtemp(join(tmpdir(), 'metropol-move-'))
  try {
    for (const [index, name] of names.entries()) {
      told(index, names.length)
      if (await hasSame({ from, to }, name)) result.there++
      else if (await copied({ from, to }, name, join(folder, 'file'))) result.copied++
      else result.damaged.push(name)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return result
}

/**
 * Takes away at the old place what lies whole at the new one: of a file its bytes are read there and have its hash, of
 * what was made from it the length is the same. Gives how many went, and what stays. Nobody may write at the old place
 * meanwhile.
 */
export async function removeCopied({ from, to }: Way): Promise<{ removed: number; left: string[] }> {
  const names = await namesIn(from)
  const safe = new Set<string>()
  for (const name of names) {
    const isSafe = isHash(name) ? (await hashAt(to, name)) === hashOf(name) : await hasSame({ from, to }, name)
    if (isSafe) safe.add(name)
  }
  // A file goes with all that was made from it: not before all of that is there.
  const staying = new Set(names.filter((name) => !safe.has(name)).map(hashOf))
  const going = new Set(names.map(hashOf).filter((hash) => !staying.has(hash)))
  for (const hash of going) await from.remove(`${hash.slice(0, 2)}/${hash}`)
  const left = names.filter((name) => staying.has(hashOf(name)))
  return { removed: names.length - left.length, left }
}

const pattern = /^[0-9a-f]{2}[/\\]([0-9a-f]{64})(-[^/\\]+)?$/
const isHash = (name: string) => pattern.exec(name)?.[2] === undefined
const hashOf = (name: string) => pattern.exec(name)![1]!

/** What lies there, without what a broken write has left. */
async function namesIn(store: FileStore): Promise<string[]> {
  const names: string[] = []
  for await (const { name } of store.all()) if (pattern.test(name) && !name.endsWith('.part')) names.push(name)
  return names.sort()
}

async function hasSame({ from, to }: Way, name: string) {
  const there = await to.size(name)
  return there !== undefined && there === (await from.size(name))
}

async function copied({ from, to }: Way, name: string, file: string): Promise<boolean> {
  const stream = await from.open(name)
  if (!stream) return true
  const hash = createHash('sha256')
  let bytes = 0
  const counted = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  await pipeline(stream, counted, createWriteStream(file, { mode: 0o600 }))
  const sha256 = hash.digest()
  if (isHash(name) && sha256.toString('hex') !== hashOf(name)) return false
  await to.put(name, { file, bytes, sha256 })
  if ((await to.size(name)) !== bytes) throw new Problem(`${name} ist am neuen Ort nicht angekommen.`)
  return true
}

async function hashAt(store: FileStore, name: string): Promise<string | undefined> {
  const stream = await store.open(name)
  if (!stream) return undefined
  const hash = createHash('sha256')
  for await (const piece of stream) hash.update(piece as Buffer)
  return hash.digest('hex')
}
