import { type PrintedPicture, printedPicture } from '../../files/index.ts'
import { filePath } from '../../platform/files.ts'
import { markdownBlocks } from '../../platform/markdown-blocks.ts'
import type { Visit } from '../../platform/visit.ts'

/** Pictures by the address that the text shows them with. */
export type Pictures = ReadonlyMap<string, PrintedPicture>
const mostPictures = 100
/** How addresses of files begin. */
export const ofFiles = filePath.de.slice(0, filePath.de.indexOf(':'))

/** The pictures that a paper shows and that everybody may see. */
export async function picturesIn(visit: Visit, sections: readonly { text: string }[]): Promise<Pictures> {
  const addresses = new Set<string>()
  for (const { text } of sections)
    if (text.includes(ofFiles))
      JSON.stringify(markdownBlocks(text), (_, node: { kind?: string; src?: string } | null) => {
        if (node?.kind === 'picture' && node.src) addresses.add(node.src)
        return node
      })
  const pictures = new Map<string, PrintedPicture>()
  for (const address of [...addresses].slice(0, mostPictures)) {
    if (!address.startsWith(ofFiles)) continue
    const picture = await printedPicture(visit, address.slice(ofFiles.length).split('/')[0] ?? '')
    if (picture) pictures.set(address, picture)
  }
  return pictures
}
