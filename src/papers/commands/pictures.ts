import { picturesAlone } from '../../platform/file-content.ts'
import { storeFile } from '../../platform/files.ts'
import { type Change, isRefusal, personOf, refuse } from '../../platform/visit.ts'
import { mostPictures, pictureMark } from '../model.ts'
import type { Which } from './papers.ts'
import { lockedSection, tooMuchFor, writeVersion, writtenPaper } from './sections.ts'

type Sent = { bytes: Buffer; name: string }
type Input = Which & { id: string; file: Sent | undefined; alt: string; caption: string; credit: string }

/**
 * Puts a picture at the end of a section, which becomes a new version: whoever writes there at the same time has it put
 * together with theirs. Who sees the paper sees it, and nobody else. Refuses `fileMissing`, `tooManyPictures`,
 * `tooLong` and `paperTooLong`, and what `storeFile` refuses of what is no picture.
 */
export async function addPicture(change: Change, { id, file, alt, caption, credit, ...which }: Input) {
  const { group } = await writtenPaper(change, which)
  const section = await lockedSection(change, { ...which, id })
  if (!file) return refuse('fileMissing', 'file')
  const no = (await picturesSoFar(change, which.paperId)) + 1
  if (no > mostPictures) return refuse('tooManyPictures', 'file')
  const mark = pictureMark(no, { alt, below: credit ? `${caption} (${credit})`.trim() : caption })
  const text = section.text ? `${section.text}\n\n${mark}` : mark
  const wrong = await tooMuchFor(change, section, text)
  if (wrong) return refuse(wrong, 'file')
  const stored = await storeFile(change, { ...file, isPublic: false, kinds: picturesAlone })
  if (isRefusal(stored)) return stored
  await change.write
    .insertInto('paperPictures')
    .values({ paperId: which.paperId, no, fileId: stored.id, alt, at: change.now, byPerson: personOf(change) })
    .execute()
  await writeVersion(change, section, { title: section.title, text })
  await change.record('paper.picture_added', which.paperId, { edition: group.editionId, after: { no } })
  return { id }
}

/** How many pictures a locked paper has; none is taken away while it is there. */
async function picturesSoFar({ write }: Change, paperId: string) {
  const { count } = await write
    .selectFrom('paperPictures')
    .where('paperId', '=', paperId)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
