import { type Change, refuse } from '../../platform/visit.ts'
import type { NamedRelation } from '../model/document.ts'

/**
 * Writes down what a document is to others, in place of what was there. Refuses with `relationUnknown` for an address
 * that no other document has, and with `relationCircle` where the other is the same to this one.
 */
export async function relate(change: Change, documentId: string, relations: readonly NamedRelation[]) {
  const { write } = change
  await write.deleteFrom('documentRelations').where('documentId', '=', documentId).execute()
  for (const { kind, slug } of relations) {
    const other = await write
      .selectFrom('documents')
      .where('slug', '=', slug)
      .where('id', '<>', documentId)
      .select('id')
      .executeTakeFirst()
    if (!other) return refuse('relationUnknown', kind, slug)
    const reverse = await write
      .selectFrom('documentRelations')
      .where('documentId', '=', other.id)
      .where('kind', '=', kind)
      .where('otherId', '=', documentId)
      .select('kind')
      .executeTakeFirst()
    if (reverse) return refuse('relationCircle', kind, slug)
    await write
      .insertInto('documentRelations')
      .values({ documentId, kind, otherId: other.id })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return undefined
}
