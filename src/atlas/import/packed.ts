import { isArchive } from './file.ts'
import { Unreadable } from './problem.ts'
import { partsOf } from './workbook.ts'

/** As much as may be sent unpacked. */
const mostBytes = 20 * 1024 * 1024

/**
 * The table in an archive that holds nothing else, as GENESIS hands it out (Destatis, „Das neue Flatfile CSV-Format“: one
 * file in each archive); everything else as it came. Throws Unreadable where it is too large.
 */
export async function unpackedTable(sent: Buffer): Promise<Buffer> {
  if (!isArchive(sent)) return sent
  const { names, bytes } = await partsOf(sent)
  const name = loneTable(names)
  if (!name) return sent
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of bytes(name)) {
    length += piece.length
    if (length > mostBytes) throw new Unreadable('tooLarge')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** The name of the one table in an archive; undefined where it holds anything else. */
export function loneTable(names: readonly string[]): string | undefined {
  const [name, ...others] = names.filter((one) => !one.endsWith('/'))
  return name && others.length === 0 && /\.(csv|txt|json|geojson|topojson)$/i.test(name) ? name : undefined
}
