import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { printable } from '../../platform/clean.ts'
import { isArchive } from './file.ts'
import { loneTable } from './packed.ts'
import { Unreadable } from './problem.ts'
import { partsOf } from './workbook.ts'

export type Prepared = { file: string; bytes: number; isPacked: boolean }

/** An archive is opened in memory; what comes out of it is not. */
const mostPacked = 64 * 1024 * 1024
const mostUnpacked = 1024 * 1024 * 1024

/**
 * Gives a file on the disk as it may be kept to `run`: text in UTF-8, whatever the office's machine wrote it in, a table out of
 * its archive, a workbook as it came. No more of a text is in memory than a piece. Throws Unreadable for what is neither.
 */
export async function withPrepared<T>(sent: { file: string; bytes: number }, run: (prepared: Prepared) => Promise<T>) {
  const folder = await mkdtemp(join(tmpdir(), 'metropol-table-'))
  try {
    return await run(await preparedIn(join(folder, 'text'), sent))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function preparedIn(target: string, { file, bytes }: { file: string; bytes: number }): Promise<Prepared> {
  if (!(await beginsPacked(file))) return written(target, () => createReadStream(file))
  if (bytes > mostPacked) throw new Unreadable('tooLarge')
  const parts = await partsOf(await readFile(file))
  const table = loneTable(parts.names)
  return table ? written(target, () => parts.bytes(table)) : { file, bytes, isPacked: true }
}

async function beginsPacked(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const head = Buffer.alloc(4)
    await handle.read(head, 0, 4, 0)
    return isArchive(head)
  } finally {
    await handle.close()
  }
}

type Open = () => AsyncIterable<Buffer>

/** Writes a text anew: as UTF-8 where it is that from beginning to end, else as Windows-1252. */
async function written(target: string, from: Open): Promise<Prepared> {
  const encoding = (await isUtf8(from)) ? 'utf-8' : 'windows-1252'
  let bytes = 0
  const pieces = async function* () {
    const decoder = new TextDecoder(encoding)
    for await (const piece of from()) {
      const text = decoder.decode(piece, { stream: true })
      // Letters no office writes: the file is no text at all, or one in two bytes a letter.
      if (/[^\P{Cc}\t\n\r]/u.test(text)) throw new Unreadable('notText')
      const clean = Buffer.from(printable(text))
      bytes += clean.length
      if (bytes > mostUnpacked) throw new Unreadable('tooLarge')
      yield clean
    }
  }
  await pipeline(pieces, createWriteStream(target, { mode: 0o600 }))
  if (bytes === 0) throw new Unreadable('empty')
  return { file: target, bytes, isPacked: false }
}

async function isUtf8(from: Open): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of from()) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
