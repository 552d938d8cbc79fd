import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { Unreadable } from './problem.ts'
import { textOf } from './table.ts'
import { type Parts, partsOf } from './workbook.ts'

/** A file that is read: an archive by its parts, any other as text in pieces or all at once. */
export type Source = { parts?: () => Promise<Parts>; pieces: () => AsyncIterable<string>; text: () => Promise<string> }

export const isArchive = (bytes: Buffer) => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'

/** A file as it was sent. Throws Unreadable for what is no text. */
export function sentSource(bytes: Buffer): Source {
  const text = isArchive(bytes) ? '' : textOf(bytes)
  return {
    ...(isArchive(bytes) ? { parts: () => partsOf(bytes) } : {}),
    pieces: async function* () {
      for (let at = 0; at < text.length; at += pieceLetters) {
        yield text.slice(at, at + pieceLetters)
        // Others have their turn between the pieces.
        await setImmediate()
      }
    },
    text: async () => text,
  }
}

const pieceLetters = 64 * 1024
/** JSON that is read whole: JSON-stat and TopoJSON. */
const mostAtOnce = 64 * 1024 * 1024

/** A file as it was kept: its text is UTF-8 and printable. No more of it is in memory than a piece. */
export const keptSource = (file: string, isPacked: boolean): Source => ({
  ...(isPacked ? { parts: async () => partsOf(await readFile(file)) } : {}),
  pieces: () => createReadStream(file, { encoding: 'utf8', highWaterMark: pieceLetters }),
  async text() {
    const { size } = await stat(file)
    if (size > mostAtOnce) throw new Unreadable('tooLarge')
    return readFile(file, 'utf8')
  },
})
