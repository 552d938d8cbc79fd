import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { dataFolder } from '../platform/data-folder.ts'
import { codeOf } from '../platform/problem.ts'
import type { House } from '../platform/visit.ts'

/** Where what has come of a file lies. */
export const partOf = (house: House, id: string) => join(dataFolder(house.data).uploads, id)

/** How much of it has come. */
export const sizeSoFar = (house: House, id: string) =>
  stat(partOf(house, id)).then(
    ({ size }) => size,
    (error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error
      return 0
    },
  )

const beingWritten = new Set<string>()

/**
 * Adds a piece behind what has come, and gives how much there is now; it lies on the disk when this returns. What came of a piece
 * that breaks off stays. Gives `busy` while another one is being written, `elsewhere` where the piece does not follow.
 */
export async function addPiece(
  house: House,
  { id, offset, bytes }: { id: string; offset: number; bytes: number },
  piece: Readable,
): Promise<number | 'busy' | 'elsewhere' | 'tooMuch'> {
  if (beingWritten.has(id)) return 'busy'
  beingWritten.add(id)
  try {
    if ((await sizeSoFar(house, id)) !== offset) return 'elsewhere'
    await mkdir(dataFolder(house.data).uploads, { recursive: true, mode: 0o700 })
    return await append(partOf(house, id), { offset, bytes }, piece)
  } finally {
    beingWritten.delete(id)
  }
}

async function append(file: string, { offset, bytes }: { offset: number; bytes: number }, piece: Readable) {
  let size = offset
  const within = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const one of pieces) {
      if (size + one.length > bytes) return
      size += one.length
      yield one
    }
  }
  try {
    await pipeline(piece, within, createWriteStream(file, { flags: 'a', mode: 0o600 }))
  } finally {
    await onDisk(file)
  }
  return size
}

async function onDisk(file: string) {
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Takes away what has come of files that are on their way no longer. */
export async function dropParts(house: House, isOnItsWay: (id: string) => boolean) {
  const folder = dataFolder(house.data).uploads
  for (const id of await readdir(folder).catch(() => []))
    if (!isOnItsWay(id)) await rm(join(folder, id), { force: true })
}
