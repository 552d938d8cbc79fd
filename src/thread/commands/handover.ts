import { plainText } from '../../platform/plain-text.ts'
import type { Handover, Taken } from '../../platform/room.ts'
import { type Change, isRefusal } from '../../platform/visit.ts'
import { addPiece } from './pieces.ts'

const words = (de: string) => (de ? { de } : null)

/** Enters the results that a working group hands over as drafts, each coming from the paper; the office publishes them. */
export async function takeHandover(change: Change, { results, ...of }: Handover, taken: Taken): Promise<Taken> {
  const { editionId, groupId, isExample } = of
  for (const { title, text, reason, addressee, responsible, until } of results) {
    const piece = await addPiece(change, {
      ...{ kind: 'result', editionId, groupId, isExample, fieldId: null, link: null, sourceId: null },
      ...{
        title: { de: title },
        text: words(plainText(text)),
        reason: words(plainText(reason)),
        addressee: words(addressee),
      },
      ...{ starts: null, ends: until || null, districts: [] },
      organisations: responsible ? [{ name: responsible, part: 'lead' }] : [],
    })
    if (isRefusal(piece)) throw new Error(`the thread did not take a result: ${piece.refused}`)
    if (!taken.documentId) continue
    await change.write
      .insertInto('relations')
      .values({ fromId: piece.id, kind: 'comes_from', toDocumentId: taken.documentId, createdAt: change.now })
      .execute()
  }
  return taken
}
