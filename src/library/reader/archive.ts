import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Encrypted, mostUnpackedBytes, TooLarge } from './limits.ts'

const mostEntries = 10_000

/** The parts of an archive by name. Nothing is ever written where a name points to. */
export type Archive = {
  has(name: string): boolean
  names(): string[]
  /** A part in pieces of text; throws TooLarge once all that was unpacked is more than a document may have. */
  open(name: string): AsyncGenerator<string>
}

/** Opens an archive. Throws for one that is broken or whose names lead out of it; Encrypted where a part is. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const file = await fromBufferPromise(bytes, { lazyEntries: true })
  const entries = new Map<string, Entry>()
  for await (const entry of file.eachEntry()) {
    if (entries.size >= mostEntries) throw new TooLarge()
    if (entry.isEncrypted()) throw new Encrypted()
    entries.set(entry.fileName, entry)
  }
  const left = { bytes: mostUnpackedBytes }
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    async *open(name) {
      const entry = entries.get(name)
      if (entry) yield* unpacked(file, entry, left)
    },
  }
}

async function* unpacked(file: ZipFile, entry: Entry, left: { bytes: number }) {
  const decoder = new TextDecoder()
  for await (const piece of await file.openReadStreamPromise(entry)) {
    left.bytes -= (piece as Buffer).length
    if (left.bytes < 0) throw new TooLarge()
    yield decoder.decode(piece as Buffer, { stream: true })
  }
  yield decoder.decode()
}
