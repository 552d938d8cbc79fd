import { allEditions, type EditionCard, editions } from '../../congress/index.ts'
import { readableDocuments } from '../../library/index.ts'
import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { isWork, outcomeOfResult, type RelationKind } from '../model.ts'
import { pieces, relations } from '../permissions.ts'
import { type Card, cardColumns } from './pieces.ts'

/** A piece at the other end of a relation; `isFrom`: the sentence begins with the other one. */
export type Linked = Card & { relationId: string; relation: RelationKind; isFrom: boolean }
/** A document or edition that a piece points to. */
export type LinkedPlace = {
  relationId: string
  relation: RelationKind
  id: string
  kind: 'document' | 'edition'
  slug: string
  title: Bilingual
  dated: string | null
}
/** A result with what became of it, and what works on it. */
export type ResultCard = Card & { group: Bilingual | null; work: Card[]; sameTopic: Card[] }

/** The pieces that these are linked with, by the id of the one asked for. */
export async function linkedWith(visit: Visit, ids: readonly string[]): Promise<Map<string, Linked[]>> {
  const found = new Map<string, Linked[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return found
  const links = await relations(visit)
    .where('toPieceId', 'is not', null)
    .where((row) => row.or([row('fromId', 'in', ids), row('toPieceId', 'in', ids)]))
    .select(['id', 'fromId', 'kind', 'toPieceId'])
    .orderBy('createdAt')
    .execute()
  const ends = [...new Set(links.flatMap(({ fromId, toPieceId }) => [fromId, toPieceId as string]))]
  const cards = await pieces(visit)
    .where('pieces.id', 'in', ends.length > 0 ? ends : [ids[0]!])
    .select(cardColumns)
    .execute()
  const byId = new Map(cards.map((card) => [card.id, card]))
  for (const { id, fromId, toPieceId, kind } of links)
    for (const [own, other, isFrom] of [
      [fromId, toPieceId, false],
      [toPieceId, fromId, true],
    ] as const) {
      const card = byId.get(other as string)
      if (card) found.get(own as string)?.push({ ...card, relationId: id, relation: kind, isFrom })
    }
  return found
}

/** The documents and editions that a piece points to and that the viewer may see. */
export async function placesOf(visit: Visit, id: string): Promise<LinkedPlace[]> {
  const [toDocuments, toEditions] = await Promise.all([
    relations(visit)
      .innerJoin('documents', 'documents.id', 'toDocumentId')
      .where('fromId', '=', id)
      .where('documents.state', '=', 'published')
      .where('documents.id', 'in', readableDocuments(visit).select('documents.id'))
      .select(['relations.id as relationId', 'relations.kind as relation', 'documents.id', 'slug', 'title', 'dated'])
      .execute(),
    relations(visit)
      .innerJoin('editions', 'editions.id', 'toEditionId')
      .where('fromId', '=', id)
      .where('editions.id', 'in', editions(visit).select('editions.id'))
      .select([
        'relations.id as relationId',
        'relations.kind as relation',
        'editions.id',
        'slug',
        'title',
        'sortOn as dated',
      ])
      .execute(),
  ])
  return [
    ...toDocuments.map((row) => ({ ...row, kind: 'document' as const, title: { de: row.title } })),
    ...toEditions.map((row) => ({ ...row, kind: 'edition' as const })),
  ]
}

/** The public pieces that point to a document that the viewer may read. */
export const piecesOfDocument = (visit: Visit, slug: string): Promise<Card[]> =>
  pieces(visit)
    .where('pieces.publishedAt', 'is not', null)
    .where(
      'pieces.id',
      'in',
      relations(visit)
        .where(
          'toDocumentId',
          'in',
          readableDocuments(visit)
            .where('documents.slug', '=', slug)
            .where('documents.state', '=', 'published')
            .select('documents.id'),
        )
        .select('fromId'),
    )
    .select(cardColumns)
    .orderBy('pieces.id')
    .execute()

/** Results with their outcome as their projects and positions tell it, in the order of groups. */
export async function resultsOf(visit: Visit, editionIds: readonly string[]): Promise<ResultCard[]> {
  if (editionIds.length === 0) return []
  const rows = await pieces(visit)
    .leftJoin('workingGroups', 'workingGroups.id', 'pieces.groupId')
    .where('pieces.kind', '=', 'result')
    .where('pieces.editionId', 'in', editionIds)
    .where('pieces.publishedAt', 'is not', null)
    .select([...cardColumns, 'workingGroups.name as group'])
    .orderBy('workingGroups.position')
    .orderBy('pieces.createdAt')
    .orderBy('pieces.id')
    .execute()
  return withWork(visit, rows)
}

/** Puts what works on results beside them, and their outcome as this tells it. */
export async function withWork<C extends Card>(visit: Visit, rows: readonly C[]) {
  const links = await linkedWith(
    visit,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const own = links.get(row.id) ?? []
    const work = own.filter(({ relation }) => isWork(relation))
    const told = work.filter(({ publishedAt }) => publishedAt !== null).map(({ outcome }) => outcome)
    const outcome = row.kind === 'result' ? outcomeOfResult(row.outcome, told) : row.outcome
    const sameTopic = own.filter(({ relation, kind }) => relation === 'same_topic' && kind === 'project')
    const movedAt = new Date(Math.max(row.movedAt.getTime(), ...work.map((one) => one.movedAt.getTime())))
    return { ...row, outcome, work, sameTopic, movedAt }
  })
}

/** Editions that have results, the newest first, each with them. */
export async function editionsWithResults(visit: Visit): Promise<{ edition: EditionCard; results: ResultCard[] }[]> {
  const cards = await allEditions(visit)
  const results = await resultsOf(
    visit,
    cards.map(({ id }) => id),
  )
  return cards
    .toReversed()
    .map((edition) => ({ edition, results: results.filter(({ editionId }) => editionId === edition.id) }))
    .filter((one) => one.results.length > 0)
}

/** The last congress before this one that has results, with them: what it begins from. */
export async function beforeEdition(visit: Visit, slug: string) {
  const all = await allEditions(visit)
  const at = all.findIndex((edition) => edition.slug === slug)
  const earlier = all.slice(0, Math.max(0, at)).filter(({ isExample }) => !isExample)
  const results = await resultsOf(
    visit,
    earlier.map(({ id }) => id),
  )
  const edition = earlier.findLast(({ id }) => results.some(({ editionId }) => editionId === id))
  return edition && { edition, results: results.filter(({ editionId }) => editionId === edition.id) }
}

/** The public results of a field of cooperation, with what became of them. */
export async function resultsOfField(visit: Visit, fieldId: string): Promise<ResultCard[]> {
  const rows = await pieces(visit)
    .leftJoin('workingGroups', 'workingGroups.id', 'pieces.groupId')
    .where('pieces.kind', '=', 'result')
    .where('pieces.fieldId', '=', fieldId)
    .where('pieces.publishedAt', 'is not', null)
    .select([...cardColumns, 'workingGroups.name as group'])
    .orderBy('pieces.createdAt', 'desc')
    .orderBy('pieces.id')
    .execute()
  return withWork(visit, rows)
}
