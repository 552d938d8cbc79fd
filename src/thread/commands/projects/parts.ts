import type { Bilingual } from '../../../platform/language.ts'
import { markOf } from '../../../platform/meanwhile.ts'
import { type Change, NotFound, refuse } from '../../../platform/visit.ts'
import { keptParts } from '../../permissions/projects.ts'
import { mayKeep } from '../../permissions.ts'
import { movedNow } from '../pieces.ts'

/** Whose part of a project something is: an organisation's, or the whole's. */
export type PartOf = { piece: string; organisationId: string | null }

/** The project, locked until the change ends; who changes its parts waits here. Throws NotFound where there is none. */
export async function lockProject({ write }: Change, piece: string) {
  const row = await write
    .selectFrom('pieces')
    .where('id', '=', piece)
    .where('kind', '=', 'project')
    .select(['id', 'slug', 'title', 'publishedAt'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/**
 * Throws NotFound for who may not change this part of a locked project: the office may change all, also the whole; a
 * steward the part of an organisation that they look after, `from` before the change and `to` after it.
 */
export async function mustKeepPart(change: Change, piece: string, { from, to }: { from?: Owner; to?: Owner }) {
  const kept = await keptParts(change).where('pieceId', '=', piece).select('organisationId').execute()
  const isKept = (owner: Owner) =>
    owner === null ? mayKeep(change) : kept.some(({ organisationId }) => organisationId === owner)
  // The office may clear up what belongs to an organisation that takes part no longer.
  const isFree = from === undefined || mayKeep(change) || isKept(from)
  if (!isFree || (to !== undefined && !isKept(to))) throw new NotFound()
}
type Owner = string | null

/** Notes that something moved with the project. */
export const moved = (change: Change, piece: string) =>
  change.write.updateTable('pieces').set(movedNow(change)).where('id', '=', piece).execute()

/** The place behind all that a project has in a table. */
export async function nextPosition({ write }: Change, table: Exclude<Table, 'pieceEvents'>, piece: string) {
  const { last } = await write
    .selectFrom(table)
    .where('pieceId', '=', piece)
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/**
 * Whether an organisation, or the whole, has as many of these in a project as each may have: so nobody takes another's
 * room. What stays with the one who had it `before` fits.
 */
export const boundOf =
  (table: Table, atMost: number) =>
  async ({ write }: Change, { piece, organisationId }: PartOf, before?: { organisationId: string | null }) => {
    if (before?.organisationId === organisationId) return false
    const { count } = await write
      .selectFrom(table as 'pieceEvents')
      .where('pieceId', '=', piece)
      .where('organisationId', 'is not distinct from', organisationId)
      .$if(table === 'pieceEvents', (rows) => rows.where('kind', '=', 'note'))
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return count >= atMost
  }
type Table = 'projectIndicators' | 'projectFunds' | 'projectMaterials' | 'pieceEvents'

type PartInput = { piece: string; organisationId: string; task: Bilingual | null; seen: string }

/** Writes what an organisation contributes to a project. Refuses `changedMeanwhile`. */
export async function describePart(change: Change, { piece, organisationId, task, seen }: PartInput) {
  const row = await lockProject(change, piece)
  await mustKeepPart(change, piece, { to: organisationId })
  const own = { pieceId: piece, organisationId }
  const before = await change.write
    .selectFrom('pieceOrganisations')
    .where(({ and }) => and(own))
    .select('task')
    .executeTakeFirst()
  if (!before) throw new NotFound()
  if (markOf(before) !== seen) return refuse('changedMeanwhile')
  await change.write
    .updateTable('pieceOrganisations')
    .set({ task })
    .where(({ and }) => and(own))
    .execute()
  await moved(change, piece)
  await change.record('part.described', piece, { before, after: { organisation: organisationId, task } })
  return row
}
