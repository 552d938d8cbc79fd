import type { Bilingual } from '../../platform/language.ts'
import { type Change, refuse } from '../../platform/visit.ts'
import { addSource, sources } from '../../region/index.ts'

/** A source that is not in the register yet; its German title is empty where it was not typed. */
export type NewSource = { title: Bilingual; address: string | null }

/** The source: a new one is entered in the register. Refuses one it does not have, and an address without a title. */
export async function sourceIdOf(change: Change, input: { sourceId: string | null; source?: NewSource | undefined }) {
  const { source, sourceId } = input
  if (source && !source.title.de) return refuse('sourceTitleMissing', 'sourceTitleDe')
  if (source) return { sourceId: await addSource(change, source) }
  if (sourceId && !(await sources(change)).some(({ id }) => id === sourceId)) return refuse('sourceUnknown', 'sourceId')
  return { sourceId }
}
