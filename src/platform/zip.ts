import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

/** One file of an archive; its text comes in pieces. */
export type ZipEntry = { name: string; content: Iterable<string> | AsyncIterable<string> }

/**
 * A ZIP archive in pieces (PKWARE APPNOTE 6.3.10, deflate, sizes behind each file), so that only the piece at hand is in
 * memory. Below 4 GB in all.
 */
export async function* zip(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const local = record(0x04034b50, name, { crc: 0, packed: 0, size: 0 })
    const sums = { crc: 0, packed: 0, size: 0 }
    yield local
    for await (const piece of deflated(content, sums)) yield piece
    yield numbers([0x08074b50, 4], [sums.crc, 4], [sums.packed, 4], [sums.size, 4])
    directory.push(record(0x02014b50, name, sums, offset))
    offset += local.length + sums.packed + 16
  }
  const index = Buffer.concat(directory)
  const count = directory.length
  yield index
  yield numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [index.length, 4], [offset, 4], [0, 2])
}

type Sums = { crc: number; packed: number; size: number }

/** Packs text and counts what goes in and comes out. */
async function* deflated(content: ZipEntry['content'], sums: Sums): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw()
  const counted = (async function* () {
    for await (const text of content) {
      const piece = Buffer.from(text)
      sums.crc = crc32(piece, sums.crc)
      sums.size += piece.length
      yield piece
    }
  })()
  const written = pipeline(Readable.from(counted), deflate)
  // What goes wrong in here ends the loop below, which is where it is told.
  written.catch(() => undefined)
  for await (const piece of deflate) {
    sums.packed += piece.length
    yield piece
  }
  await written
}

const firstDay = 0x0021
/** A file's header: before its content, or in the directory at the end, where `offset` says where the first one is. */
function record(signature: number, name: string, { crc, packed, size }: Sums, offset?: number): Buffer {
  const bytes = Buffer.from(name)
  const isLocal = offset === undefined
  const version = [20, 2] as const
  return Buffer.concat([
    numbers([signature, 4], ...(isLocal ? [version] : [version, version])),
    // Sizes behind the content, names in UTF-8; deflate; 1 January 1980, as archives without a date have it.
    numbers([0x0808, 2], [8, 2], [0, 2], [firstDay, 2], [crc, 4], [packed, 4], [size, 4], [bytes.length, 2], [0, 2]),
    isLocal ? Buffer.alloc(0) : numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
    bytes,
  ])
}

/** Numbers as little-endian bytes, each with how many. */
function numbers(...list: (readonly [value: number, bytes: number])[]): Buffer {
  const buffer = Buffer.alloc(list.reduce((sum, [, bytes]) => sum + bytes, 0))
  let at = 0
  for (const [value, bytes] of list) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}
