import { type Change, refuse } from '../../platform/visit.ts'
import { addSource } from '../../region/index.ts'
import type { NewSource } from '../matters/source.ts'

type Named = { sourceId?: string | null }

/**
 * The values with their source: a new one is entered in the register. Refuses one that the register does not have, and
 * an address without a title.
 */
export async function withSource<V extends object>(change: Change, values: V, source: NewSource | undefined) {
  if (source && !source.title.de) return refuse('sourceTitleMissing', 'sourceTitleDe')
  if (source) return { ...values, sourceId: await addSource(change, source) }
  const { sourceId } = values as Named
  if (!sourceId) return values
  const known = await change.read.selectFrom('sources').where('id', '=', sourceId).select('id').executeTakeFirst()
  return known ? values : refuse('sourceUnknown', 'sourceId')
}
