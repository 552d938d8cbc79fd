import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Bilingual } from '../../platform/language.ts'
import { type Change, demand, NotFound, refuse } from '../../platform/visit.ts'
import { keepers } from '../permissions.ts'

/** A source as a form has it; the German title is empty where it was not typed. */
export type SourceInput = { title: Bilingual; address: string | null; licence?: string | null }

/**
 * The id of the source that a form names, of the register or new, null where none is; a new one is entered. Refuses one that the register does not
 * have, and an address without a title. Who may name sources, the caller decides, and records what for.
 */
export async function sourceIdOf(
  change: Change,
  { sourceId, source }: { sourceId: string | null; source?: SourceInput | undefined },
) {
  if (source && !source.title.de) return refuse('sourceTitleMissing', 'sourceTitleDe')
  if (source) return { sourceId: await addSource(change, source) }
  if (!sourceId) return { sourceId: null }
  const known = await change.read.selectFrom('sources').where('id', '=', sourceId).select('id').executeTakeFirst()
  return known ? { sourceId } : refuse('sourceUnknown', 'sourceId')
}

/** Enters a source; one of this title that is there already is taken as it is, but for a licence it lacked. Gives its id. */
async function addSource(change: Change, { title, address, licence = null }: SourceInput) {
  const known = await ofTitle(change, title)
  if (known && licence)
    await change.write
      .updateTable('sources')
      .set({ licence })
      .where('id', '=', known.id)
      .where('licence', 'is', null)
      .execute()
  if (known) return known.id
  const id = randomUUID()
  await change.write.insertInto('sources').values({ id, title, address, licence }).execute()
  return id
}

/** Corrects a source wherever it is named. Refuses the title of another one. */
export async function changeSource(change: Change, { id, ...input }: SourceInput & { id: string }) {
  demand(change.viewer, keepers)
  const before = await locked(change, id)
  const same = await ofTitle(change, input.title)
  if (same && same.id !== id) return refuse('sourceTwice', 'titleDe')
  await change.write.updateTable('sources').set(input).where('id', '=', id).execute()
  await change.record('source.changed', null, { before, after: input })
  return { done: true as const }
}

/** Deletes a source that nothing names; refuses one that is still named. */
export async function removeSource(change: Change, id: string) {
  demand(change.viewer, keepers)
  const before = await locked(change, id)
  try {
    await change.write.deleteFrom('sources').where('id', '=', id).execute()
  } catch (error) {
    if ((error as { code?: string }).code === '23503') return refuse('sourceInUse')
    throw error
  }
  await change.record('source.removed', null, { before })
  return { done: true as const }
}

async function locked({ write }: Change, id: string): Promise<SourceInput> {
  const row = await write
    .selectFrom('sources')
    .where('id', '=', id)
    .select(['title', 'address', 'licence'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

const ofTitle = ({ write }: Change, { de }: Bilingual) =>
  write
    .selectFrom('sources')
    .where(sql<string>`lower(title ->> 'de')`, '=', de.toLowerCase())
    .select('id')
    .executeTakeFirst()
