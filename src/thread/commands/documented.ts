import type { Change } from '../../platform/visit.ts'
import { mustKeep, pieces } from '../permissions.ts'
import { movedNow } from './pieces.ts'

/** Says in which projects a document is read up, in place of what was said before; those that it joins have moved. */
export async function putDocument(change: Change, document: string, ids: readonly string[]) {
  mustKeep(change)
  const { write } = change
  const own = pieces(change).where('pieces.kind', '=', 'project').select('pieces.id')
  const chosen = ids.length === 0 ? [] : await own.where('pieces.id', 'in', ids).execute()
  const wanted = chosen.map(({ id }) => id)
  const before = await write
    .selectFrom('relations')
    .where('toDocumentId', '=', document)
    .where('kind', '=', 'presented_at')
    .where('fromId', 'in', own)
    .select(['id', 'fromId'])
    .execute()
  const gone = before.filter(({ fromId }) => !wanted.includes(fromId))
  const added = wanted.filter((id) => !before.some(({ fromId }) => fromId === id))
  for (const { id, fromId } of gone) {
    await write.deleteFrom('relations').where('id', '=', id).execute()
    await change.record('relation.removed', fromId, { before: { relation: 'presented_at' } })
  }
  for (const fromId of added) {
    const row = { fromId, kind: 'presented_at', toDocumentId: document, createdAt: change.now } as const
    await write.insertInto('relations').values(row).execute()
    await write.updateTable('pieces').set(movedNow(change)).where('id', '=', fromId).execute()
    await change.record('relation.added', fromId, { after: { relation: 'presented_at' } })
  }
}
