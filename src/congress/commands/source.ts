import { type Change, isRefusal } from '../../platform/visit.ts'
import { type NewSource, sourceIdOf } from '../../region/index.ts'

/** The values with their source; those that name none stay as they are. Refuses as `sourceIdOf` does. */
export async function withSource<V extends object>(change: Change, values: V, source: NewSource | undefined) {
  const { sourceId } = values as { sourceId?: string | null }
  if (!source && !sourceId) return values
  const named = await sourceIdOf(change, { sourceId: sourceId ?? null, source })
  return isRefusal(named) ? named : { ...values, ...named }
}
