import { isId } from '../../platform/id.ts'
import type { Bilingual } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { collectionDocuments, collections, documents, readable } from '../permissions.ts'
import { type Card, cardColumns } from './documents.ts'

export type CollectionRow = {
  id: string
  slug: string
  title: Bilingual
  introduction: Bilingual | null
  editionId: string | null
  isPublished: boolean
  isExample: boolean
  revision: number
  documents: number
}
export type Collection = Omit<CollectionRow, 'documents'> & { documents: Card[] }

const columns = [
  'collections.id',
  'collections.slug',
  'collections.title',
  'introduction',
  'collections.editionId',
  'isPublished',
  'collections.isExample',
  'collections.revision',
] as const

/** The collections the viewer may see, newest first, each with how many of its documents they may read. */
export async function allCollections(visit: Visit): Promise<CollectionRow[]> {
  const [rows, counts] = await Promise.all([
    collections(visit).select(columns).orderBy('createdAt', 'desc').orderBy('collections.id').execute(),
    collectionDocuments(visit)
      .select(({ fn }) => ['collectionId', fn.countAll<number>().as('count')])
      .groupBy('collectionId')
      .execute(),
  ])
  const countOf = new Map(counts.map(({ collectionId, count }) => [collectionId, count]))
  return rows.map((row) => ({ ...row, documents: countOf.get(row.id) ?? 0 }))
}

/** Published collections with the ids of the documents in them that the viewer may read, in their order, newest first. */
export async function collectionsWithDocuments(visit: Visit) {
  const [rows, put] = await Promise.all([
    collections(visit)
      .where('isPublished', '=', true)
      .select(['collections.id', 'collections.slug', 'collections.title', 'introduction'])
      .orderBy('createdAt', 'desc')
      .orderBy('collections.id')
      .execute(),
    collectionDocuments(visit).select(['collectionId', 'documentId']).orderBy('position').execute(),
  ])
  const inside = Map.groupBy(put, ({ collectionId }) => collectionId)
  return rows.map((row) => ({ ...row, documents: (inside.get(row.id) ?? []).map(({ documentId }) => documentId) }))
}

/** A collection with its documents in their order. Throws NotFound for what is not there or not for the viewer. */
export async function collectionAt(visit: Visit, slug: string): Promise<Collection> {
  const row = await collections(visit).where('collections.slug', '=', slug).select(columns).executeTakeFirst()
  if (!row) throw new NotFound()
  const cards = await collectionDocuments(visit)
    .innerJoin('documents', 'documents.id', 'documentId')
    .where('collectionId', '=', row.id)
    .select(cardColumns)
    .orderBy('position')
    .execute()
  return { ...row, documents: cards }
}

/** The published collections of editions with these ids; what is no id is no edition's. */
export async function collectionsOf(visit: Visit, ids: readonly string[]) {
  const editions = ids.filter(isId)
  if (editions.length === 0) return []
  return collections(visit)
    .where('isPublished', '=', true)
    .where('collections.editionId', 'in', editions)
    .select(['collections.id', 'collections.slug', 'collections.title', 'collections.editionId'])
    .orderBy('createdAt')
    .execute()
}

/** Documents by the last parts of their addresses, in this order; what the viewer may not read is left out. */
export async function cardsAt(visit: Visit, slugs: readonly string[]): Promise<Card[]> {
  if (slugs.length === 0) return []
  const rows = await readable(visit)
    .where('documents.state', '=', 'published')
    .where('slug', 'in', slugs)
    .select(cardColumns)
    .execute()
  return slugs.flatMap((slug) => rows.find((row) => row.slug === slug) ?? [])
}

/** The ids of documents with these addresses, in this order, and the addresses that none has. */
export async function idsAt(visit: Visit, slugs: readonly string[]) {
  const rows =
    slugs.length === 0 ? [] : await documents(visit).where('slug', 'in', slugs).select(['id', 'slug']).execute()
  const found = slugs.flatMap((slug) => rows.find((row) => row.slug === slug)?.id ?? [])
  return { ids: [...new Set(found)], unknown: slugs.filter((slug) => !rows.some((row) => row.slug === slug)) }
}
