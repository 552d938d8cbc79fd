import { editions } from '../../congress/index.ts'
import { readableDocuments } from '../../library/index.ts'
import type { Bilingual } from '../../platform/language.ts'
import { slugFrom } from '../../platform/slug.ts'
import { type Change, NotFound, refuse } from '../../platform/visit.ts'
import type { RelationKind } from '../model.ts'
import { mustKeep, pieces } from '../permissions.ts'
import { locked, recorded } from './pieces.ts'

/**
 * Links a piece to another one, to a document or to an edition, whichever has this id. Refuses `targetUnknown`, and
 * `relationTwice`.
 */
export async function relate(change: Change, { piece, kind, to }: { piece: string; kind: RelationKind; to: string }) {
  const row = await locked(change, piece)
  const target = to === piece ? undefined : await targetOf(change, to)
  if (!target) return refuse('targetUnknown', 'to')
  const added = await change.write
    .insertInto('relations')
    .values({ fromId: piece, kind, ...target, createdAt: change.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return refuse('relationTwice', 'to')
  await change.write.updateTable('pieces').set({ movedAt: change.now }).where('id', '=', piece).execute()
  await change.record('relation.added', piece, recorded(row, { after: { relation: kind } }))
  return { id: added.id, slug: row.slug }
}

/** Takes a link away that was made by mistake, from whichever of its two ends. */
export async function unrelate(change: Change, { piece, id }: { piece: string; id: string }) {
  const row = await locked(change, piece)
  const gone = await change.write
    .deleteFrom('relations')
    .where('id', '=', id)
    .where((where) => where.or([where('fromId', '=', piece), where('toPieceId', '=', piece)]))
    .returning('kind')
    .executeTakeFirst()
  if (!gone) throw new NotFound()
  await change.record('relation.removed', piece, recorded(row, { before: { relation: gone.kind } }))
  return { id, slug: row.slug }
}

async function targetOf(change: Change, id: string) {
  const [piece, document, edition] = await Promise.all([
    pieces(change).where('pieces.id', '=', id).select('pieces.id').executeTakeFirst(),
    readableDocuments(change)
      .where('documents.id', '=', id)
      .where('documents.state', '=', 'published')
      .select('documents.id')
      .executeTakeFirst(),
    editions(change).where('editions.id', '=', id).select('editions.id').executeTakeFirst(),
  ])
  if (piece) return { toPieceId: id }
  if (document) return { toDocumentId: id }
  return edition ? { toEditionId: id } : undefined
}

/** Adds a field of cooperation at the end, or gives one another name. */
export async function saveField(change: Change, { id, name }: { id: string | null; name: Bilingual }) {
  mustKeep(change)
  if (id) return renameField(change, id, name)
  const { last } = await change.write
    .selectFrom('cooperationFields')
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const added = await change.write
    .insertInto('cooperationFields')
    .values({ id: slugFrom(name.de, 'feld'), name, position: (last ?? 0) + 1 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return refuse('fieldTwice', 'nameDe')
  await change.record('field.added', null, { after: { name } })
  return added
}

async function renameField(change: Change, id: string, name: Bilingual) {
  const before = await change.write
    .selectFrom('cooperationFields')
    .where('id', '=', id)
    .select('name')
    .executeTakeFirst()
  if (!before) throw new NotFound()
  await change.write.updateTable('cooperationFields').set({ name }).where('id', '=', id).execute()
  await change.record('field.changed', null, { before, after: { name } })
  return { id }
}
