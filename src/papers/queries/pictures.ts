import { drawnForPrint, type PrintedPicture, printedPicture } from '../../files/index.ts'
import type { Group } from '../../groups/index.ts'
import { filePath } from '../../platform/files.ts'
import { isId } from '../../platform/id.ts'
import type { OwnPictures } from '../../platform/markdown.ts'
import { markdownBlocks } from '../../platform/markdown-blocks.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { type Content, nameOfPicture, showsPicture } from '../model.ts'
import { paths } from '../paths.ts'
import { pictures } from '../permissions.ts'

/** Pictures by the address that the text shows them with. */
export type Pictures = ReadonlyMap<string, PrintedPicture & { alt: string; href: string }>
const mostPictures = 100
/** How addresses of files begin. */
export const ofFiles = filePath.de.slice(0, filePath.de.indexOf(':'))

const rowsOf = (visit: Visit, paperId: string) =>
  pictures(visit)
    .innerJoin('papers', 'papers.id', 'paperPictures.paperId')
    .innerJoin('files', 'files.id', 'paperPictures.fileId')
    .where('papers.id', '=', paperId)
    .select(['paperPictures.id', 'paperPictures.no', 'paperPictures.alt', 'papers.groupId', 'papers.content'])
    .select(['files.sha256', 'files.name', 'files.mediaType', 'files.width', 'files.height'])

const hrefOf = ({ id, groupId }: { id: string; groupId: string }, paper: string) =>
  paths.picture.at('de', { group: groupId, paper, picture: id })

/** The pictures of a paper by the names that its texts have for them. */
export async function ownPictures(visit: Visit, paperId: string): Promise<OwnPictures> {
  const rows = await rowsOf(visit, paperId).execute()
  return new Map(rows.map((row) => [nameOfPicture(row.no), { ...row, href: hrefOf(row, paperId) }]))
}

/** A picture of a paper as a file: for those outside only where the adopted text shows it. Throws NotFound else. */
export async function pictureAt(visit: Visit, group: Group, { paper, picture }: { paper: string; picture: string }) {
  const areIds = isId(paper) && isId(picture)
  const row = areIds
    ? await rowsOf(visit, paper)
        .where('paperPictures.id', '=', picture)
        .where('papers.groupId', '=', group.id)
        .executeTakeFirst()
    : undefined
  const content = row?.content as unknown as Content | null | undefined
  const isShown = row && content?.sections.some(({ text }) => showsPicture(text, row.no))
  if (!row || (group.standing === 'outside' && !isShown)) throw new NotFound()
  return row
}

/** The pictures that sections of a paper show: its own, and those that everybody may see. */
export async function picturesIn(
  visit: Visit,
  { paperId, sections }: { paperId: string; sections: readonly { text: string }[] },
): Promise<Pictures> {
  const own = new Map((await rowsOf(visit, paperId).execute()).map((row) => [nameOfPicture(row.no), row]))
  const found = new Map<string, PrintedPicture & { alt: string; href: string }>()
  for (const address of addressesIn(sections)) {
    const row = own.get(address)
    const picture = row
      ? await drawnForPrint(visit.house, row.sha256)
      : address.startsWith(ofFiles) && (await printedPicture(visit, address.slice(ofFiles.length).split('/')[0] ?? ''))
    const [alt, href] = row ? [row.alt, hrefOf(row, paperId)] : ['', address]
    if (picture) found.set(address, { ...picture, alt, href })
  }
  return found
}

/** The addresses that texts show pictures with, each once. */
function addressesIn(sections: readonly { text: string }[]): string[] {
  const addresses = new Set<string>()
  for (const { text } of sections)
    if (text.includes('!['))
      JSON.stringify(markdownBlocks(text), (_, node: { kind?: string; src?: string } | null) => {
        if (node?.kind === 'picture' && node.src) addresses.add(node.src)
        return node
      })
  return [...addresses].slice(0, mostPictures)
}
