import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { codeOf } from './problem.ts'
import type { Range } from './range.ts'

/** Bytes, or a file on this machine that has them: how many, and their SHA-256. */
export type Content = Buffer | { file: string; bytes: number; sha256: Buffer }

/** Where bytes lie under names: whole or not at all, never changed. Names are hashes in a folder of their first letters. */
export type FileStore = {
  put(name: string, bytes: Content): Promise<void>
  /** The bytes, or a part of them; undefined where there are none. */
  open(name: string, range?: Range): Promise<Readable | undefined>
  /** How many bytes there are; undefined where there are none. */
  size(name: string): Promise<number | undefined>
  /** Takes away what is called so, and everything that is called so with something after it. */
  remove(name: string): Promise<void>
  /** All names, also of what a broken write has left, each with when it came. */
  all(): AsyncIterable<{ name: string; at: number }>
}

/** A folder as a place for files. */
export const folderStore = (folder: string): FileStore => ({
  put: (name, bytes) => keepWhole(join(folder, name), bytes),
  async open(name, range) {
    try {
      return (await open(join(folder, name), 'r')).createReadStream(range)
    } catch (error) {
      return ifThere(error)
    }
  },
  size: (name) => stat(join(folder, name)).then(({ size }) => size, ifThere),
  async remove(name) {
    const place = dirname(join(folder, name))
    for (const one of await readdir(place).catch(() => []))
      if (one.startsWith(basename(name))) await rm(join(place, one), { force: true })
  },
  async *all() {
    for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
      const found = await stat(join(folder, name)).catch(ifThere)
      if (found?.isFile()) yield { name, at: found.mtimeMs }
    }
  },
})

function ifThere(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}

/** Writes a file so that it is there whole or not at all, also after a power cut. */
async function keepWhole(file: string, bytes: Content) {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomUUID()}.part`
  try {
    await synced(await open(draft, 'wx', 0o600), bytes)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await synced(await open(dirname(file), 'r'))
}

async function synced(handle: FileHandle, bytes?: Content) {
  try {
    if (bytes) await handle.writeFile(Buffer.isBuffer(bytes) ? bytes : createReadStream(bytes.file))
    await handle.sync()
  } finally {
    await handle.close()
  }
}
