import { editions } from '../../congress/index.ts'
import type { Bilingual } from '../../platform/language.ts'
import { slugFrom } from '../../platform/slug.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import { mustKeep } from '../permissions.ts'
import { idsAt } from '../queries/collections.ts'

export type CollectionInput = {
  /** Empty: made from the title. */
  slug: string
  title: Bilingual
  introduction: Bilingual | null
  editionId: string | null
  isPublished: boolean
  /** The documents by the last parts of their addresses, in their order. */
  documents: readonly string[]
}

/** Enters a collection. Refuses with `slugTaken`, or `documentUnknown` for an address that no document has. */
export async function addCollection(change: Change, { documents, ...input }: CollectionInput) {
  mustKeep(change)
  const values = await valuesOf(change, input)
  if (isRefusal(values)) return values
  const { id } = await change.write
    .insertInto('collections')
    .values({ ...values, createdAt: change.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const put = await putTogether(change, id, documents)
  if (isRefusal(put)) return put
  await change.record('collection.added', id, { after: { title: values.title } })
  return { slug: values.slug }
}

/** Changes a collection, if nobody did since `seen`. Refuses as `addCollection` does, and with `changedMeanwhile`. */
export async function changeCollection(
  change: Change,
  { id, seen, documents, ...input }: CollectionInput & { id: string; seen: number },
) {
  mustKeep(change)
  const row = await change.write
    .selectFrom('collections')
    .where('id', '=', id)
    .select(['revision', 'title'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  if (row.revision !== seen) return refuse('changedMeanwhile')
  const values = await valuesOf(change, input, id)
  if (isRefusal(values)) return values
  await change.write
    .updateTable('collections')
    .set({ ...values, revision: seen + 1 })
    .where('id', '=', id)
    .execute()
  const put = await putTogether(change, id, documents)
  if (isRefusal(put)) return put
  await change.record('collection.changed', id, { before: { title: row.title }, after: { title: values.title } })
  return { slug: values.slug }
}

/** Takes a collection apart; its documents stay. */
export async function removeCollection(change: Change, { id }: { id: string }) {
  mustKeep(change)
  const gone = await change.write.deleteFrom('collections').where('id', '=', id).returning('title').executeTakeFirst()
  if (!gone) throw new NotFound()
  await change.record('collection.removed', id, { before: { title: gone.title } })
  return { id }
}

async function valuesOf(change: Change, input: Omit<CollectionInput, 'documents'>, own?: string) {
  const slug = input.slug || slugFrom(input.title.de, 'sammlung')
  const taken = await change.read
    .selectFrom('collections')
    .where('slug', '=', slug)
    .where('id', 'is distinct from', own ?? null)
    .select('id')
    .executeTakeFirst()
  if (taken || slug === 'neu' || slug === 'new') return refuse('slugTaken', 'slug')
  const edition =
    input.editionId === null
      ? undefined
      : await editions(change).where('editions.id', '=', input.editionId).select('id').executeTakeFirst()
  return { ...input, slug, editionId: edition?.id ?? null, changedAt: change.now }
}

async function putTogether(change: Change, collectionId: string, slugs: readonly string[]) {
  const { ids, unknown } = await idsAt(change, slugs)
  if (unknown.length > 0) return refuse('documentUnknown', 'documents', unknown[0]!)
  await change.write.deleteFrom('collectionDocuments').where('collectionId', '=', collectionId).execute()
  const rows = ids.map((documentId, index) => ({ collectionId, documentId, position: index + 1 }))
  if (rows.length > 0) await change.write.insertInto('collectionDocuments').values(rows).execute()
  return undefined
}
