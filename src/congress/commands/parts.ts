import { letGo } from '../../files/index.ts'
import { changedOf } from '../../platform/changed-values.ts'
import { inLanguage } from '../../platform/language.ts'
import { markOf, only } from '../../platform/meanwhile.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import type { NewSource } from '../../region/index.ts'
import { type Part, parts } from '../matters/parts.ts'
import { lockEdition } from './change.ts'
import { type FileChange, takeDocument } from './files.ts'
import { movedUp } from './order.ts'
import { withSource } from './source.ts'

type PartChange = { edition: string; part: Part }
/** Of a document: a new file, null to take the one there is out, undefined to leave it. */
type WithFile = { file?: FileChange | undefined }
/** A source that is to be entered first; else the one the values name. */
type WithSource = { source?: NewSource | undefined }
type Row = { id: string; editionId: string; position: number }
/** What a part's form gives; which columns they are, the part says. */
type Values = object

// The tables differ in their own columns only; what is written here, all of them have.
const tableOf = (part: Part) => parts[part].table as 'rooms'

/** Adds a part at the end of its list. Refuses a file that may not be kept. */
export async function addPart(change: Change, input: PartChange & WithFile & WithSource & { values: Values }) {
  const edition = await lockEdition(change, input.edition)
  const last = (await inOrder(change, input.part, edition.id)).at(-1)
  const position = input.part === 'milestones' ? {} : { position: (last?.position ?? 0) + 1 }
  const file = await fileIn(change, input)
  if (isRefusal(file)) return file
  const sourced = await withSource(change, input.values, input.source)
  if (isRefusal(sourced)) return sourced
  const values = { ...sourced, ...file }
  const { id } = await change.write
    .insertInto(tableOf(input.part))
    .values({ ...values, ...position, editionId: edition.id } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.record(`${input.part}.added`, id, { edition: edition.id, after: values })
  return { id, slug: edition.slug }
}

/** Changes a part, if nobody changed it since the form was shown (`changedMeanwhile`). */
export async function changePart(
  change: Change,
  input: PartChange & WithFile & WithSource & { id: string; values: Values; seen: string },
) {
  const edition = await lockEdition(change, input.edition)
  const row = await lockPart(change, input.part, edition.id, input.id)
  if (markOf(only(row, parts[input.part].columns as readonly never[])) !== input.seen) return refuse('changedMeanwhile')
  const file = await fileIn(change, input)
  if (isRefusal(file)) return file
  const sourced = await withSource(change, input.values, input.source)
  if (isRefusal(sourced)) return sourced
  const values = { ...sourced, ...file }
  const changed = changedOf(only(row, Object.keys(values) as (keyof Row)[]), values)
  if (!changed) return { id: row.id, slug: edition.slug }
  await change.write
    .updateTable(tableOf(input.part))
    .set(values as object)
    .where('id', '=', row.id)
    .execute()
  if (file) await letGo(change, fileOf(row))
  await change.record(`${input.part}.changed`, row.id, { edition: edition.id, ...changed })
  return { id: row.id, slug: edition.slug }
}

/** The column that a file sent for a document changes; undefined where the file stays as it is. */
async function fileIn(change: Change, { part, file }: PartChange & WithFile) {
  if (part !== 'documents' || file === undefined) return undefined
  const taken = file && (await takeDocument(change, file))
  return isRefusal(taken) ? taken : { fileId: taken?.id ?? null }
}

const fileOf = (row: object) => (row as { fileId?: string | null }).fileId

/** Takes a part away. Refuses a room or track that sessions stand in, naming the first of them, and a group that works (`groupWorks`). */
export async function removePart(change: Change, input: PartChange & { id: string }) {
  const edition = await lockEdition(change, input.edition)
  const row = await lockPart(change, input.part, edition.id, input.id)
  const used = await sessionsIn(change, input.part, row.id)
  if (used.length) {
    const [first] = used
    return refuse('partInUse', undefined, inLanguage(change.language, first!.title), String(used.length - 1))
  }
  if (input.part === 'groups' && (row as { state?: string | null }).state) return refuse('groupWorks')
  await change.write.deleteFrom(tableOf(input.part)).where('id', '=', row.id).execute()
  await letGo(change, fileOf(row))
  await change.record(`${input.part}.removed`, row.id, {
    edition: edition.id,
    before: only(row, parts[input.part].columns as readonly never[]),
  })
  return { slug: edition.slug }
}

/** Moves a part one place up in its list; the first one stays. */
export async function movePartUp(change: Change, input: PartChange & { id: string }) {
  const edition = await lockEdition(change, input.edition)
  if (input.part === 'milestones') throw new NotFound()
  const rows = await inOrder(change, input.part, edition.id)
  const { at, order } = movedUp(
    rows.map(({ id }) => id),
    input.id,
  )
  if (at === 0) return { slug: edition.slug }
  for (const [index, id] of order.entries())
    await change.write
      .updateTable(tableOf(input.part))
      .set({ position: index + 1 })
      .where('id', '=', id)
      .execute()
  await change.record(`${input.part}.moved`, input.id, {
    edition: edition.id,
    before: { position: at + 1 },
    after: { position: at },
  })
  return { slug: edition.slug }
}

const inOrder = (change: Change, part: Part, editionId: string): Promise<{ id: string; position: number }[]> =>
  part === 'milestones'
    ? Promise.resolve([])
    : change.write
        .selectFrom(tableOf(part))
        .where('editionId', '=', editionId)
        .select(['id', 'position'])
        .orderBy('position')
        .orderBy('id')
        .execute()

async function lockPart(change: Change, part: Part, editionId: string, id: string) {
  const row = await change.write
    .selectFrom(tableOf(part))
    .where('editionId', '=', editionId)
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

async function sessionsIn(change: Change, part: Part, id: string) {
  if (part !== 'rooms' && part !== 'tracks') return []
  return change.write
    .selectFrom('sessions')
    .where(part === 'rooms' ? 'roomId' : 'trackId', '=', id)
    .select('title')
    .orderBy('startsAt')
    .execute()
}
