import { sql } from 'kysely'
import { frozenAddress } from '../../atlas/index.ts'
import { editions } from '../../congress/index.ts'
import { letGoOrganisations } from '../../people/index.ts'
import { changedOf } from '../../platform/changed-values.ts'
import type { Bilingual } from '../../platform/language.ts'
import { firstFree, slugFrom } from '../../platform/slug.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import { type NewSource, sourceIdOf } from '../../region/index.ts'
import type { Kind } from '../model.ts'
import { mayChange, mustKeep, mustWork } from '../permissions.ts'
import { type Belongings, belongingsOf, changeBelongings, joinBelongings } from './belongings.ts'
import { keptWording } from './kept-wording.ts'

/** What is said about a piece. */
export type PieceInput = Belongings & {
  kind: Kind
  title: Bilingual
  text: Bilingual | null
  reason: Bilingual | null
  addressee: Bilingual | null
  fieldId: string | null
  /** A result's congress; the group has to be one of it. */
  editionId: string | null
  groupId: string | null
  starts: string | null
  ends: string | null
  link: string | null
  /** A position's consultation or file. */
  reference?: string | null
  /** Addresses of views of the atlas that a position quotes. */
  figures?: readonly string[]
  sourceId: string | null
  source?: NewSource | undefined
  isExample?: boolean
  slug?: string
}

/**
 * Enters a piece as a draft. Refuses `editionMissing` for a result without a congress that the viewer may enter results
 * for, `groupElsewhere`, an unknown source, and `figureUnknown`.
 */
export async function addPiece(change: Change, input: PieceInput) {
  const values = await valuesOf(change, input)
  if (isRefusal(values)) return values
  const slug = await freeSlug(change, input.slug ?? slugFrom(input.title.de, input.kind))
  const { id } = await change.write
    .insertInto('pieces')
    .values({ ...values, slug, kind: input.kind, isExample: input.isExample ?? false, ...enteredAt(change) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await joinBelongings(change, id, input)
  await change.record(`${input.kind}.added`, id, recorded(values, { after: { title: values.title } }))
  return { id, slug, kind: input.kind }
}

/** Changes what is said about a piece, if nobody changed it since the form was shown. Refuses `changedMeanwhile` too. */
export async function changePiece(change: Change, { id, seen, ...input }: PieceInput & { id: string; seen: number }) {
  const row = await locked(change, id)
  if (row.revision !== seen) return refuse('changedMeanwhile')
  const values = await valuesOf(change, { ...input, kind: row.kind })
  if (isRefusal(values)) return values
  await change.write
    .updateTable('pieces')
    .set({ ...values, changedAt: change.now, revision: row.revision + 1 })
    .where('id', '=', id)
    .execute()
  const { before, after } = await changeBelongings(change, id, input)
  const changed = changedOf({ ...row, ...before }, { ...values, ...after })
  await change.record(`${row.kind}.changed`, id, recorded(row, changed))
  return { id, slug: row.slug, kind: row.kind }
}

/** Makes a draft public; its address stays from then on, and a position's wording is kept. */
export async function publishPiece(change: Change, { id }: { id: string }) {
  const row = await locked(change, id)
  if (row.publishedAt) throw new NotFound()
  await change.write
    .updateTable('pieces')
    .set({ publishedAt: change.now, ...movedNow(change), revision: row.revision + 1 })
    .where('id', '=', id)
    .execute()
  if (row.kind === 'position') await keptWording(change, row, '')
  await change.record(`${row.kind}.published`, id, recorded(row))
  return { id, slug: row.slug, kind: row.kind }
}

/** Deletes a draft, and the organisations that it alone has brought into the register. What was public once stays: what became of it is told by an event. */
export async function removePiece(change: Change, { id }: { id: string }) {
  const row = await locked(change, id)
  if (row.publishedAt) throw new NotFound()
  const { ids } = await belongingsOf(change, id)
  await change.write.deleteFrom('pieces').where('id', '=', id).execute()
  await letGoOrganisations(change, ids)
  await change.record(`${row.kind}.removed`, id, recorded(row, { before: { title: row.title } }))
  return { id }
}

/**
 * Makes a draft project or position of a result in one step: it carries the text, the field, who is responsible and
 * where, and the link that tells its origin.
 */
export async function makeOfResult(change: Change, { id, kind }: { id: string; kind: 'project' | 'position' }) {
  mustKeep(change)
  const row = await locked(change, id)
  if (row.kind !== 'result') throw new NotFound()
  const slug = await freeSlug(change, `${row.slug}-${kind === 'project' ? 'projekt' : 'position'}`)
  const { title, text, reason, addressee, fieldId, isExample } = row
  const made = await change.write
    .insertInto('pieces')
    .values({ kind, slug, title, text, reason, addressee, fieldId, isExample, ...enteredAt(change) })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [table, column] of [
    ['piece_organisations', 'organisation_id, part, position'],
    ['piece_districts', 'district_key'],
  ] as const)
    await sql`insert into ${sql.table(table)} (piece_id, ${sql.raw(column)})
      select ${made.id}, ${sql.raw(column)} from ${sql.table(table)} where piece_id = ${id}`.execute(change.write)
  await change.write
    .insertInto('relations')
    .values({ fromId: id, kind: 'led_to', toPieceId: made.id, createdAt: change.now })
    .execute()
  if (kind === 'position' && text)
    await change.write.insertInto('positionPoints').values({ pieceId: made.id, text, position: 1 }).execute()
  await change.record(`${kind}.made`, made.id, { after: { title, origin: row.title } })
  return { id: made.id, slug, kind }
}

/** The piece to change, locked until the change ends. Throws NotFound for all who may not change it. */
export async function locked(change: Change, id: string) {
  const row = await change.write.selectFrom('pieces').where('id', '=', id).selectAll().forUpdate().executeTakeFirst()
  if (!row || !mayChange(change, row)) throw new NotFound()
  return row
}

/** What of it is changed, and the mark of what its form showed. */
export type Seen = { id: string; seen: string }

/** When something happened with it last; who only corrects its words changes `changedAt` alone. */
export const movedNow = ({ now }: Pick<Change, 'now'>) => ({ changedAt: now, movedAt: now })
const enteredAt = (change: Change) => ({ createdAt: change.now, ...movedNow(change) })

/** What an entry in the log says, with the edition that a result belongs to. */
export const recorded = (
  { editionId }: { editionId: string | null },
  detail: { before?: object; after?: object } = {},
) => ({
  ...(editionId ? { edition: editionId } : {}),
  ...detail,
})

async function valuesOf(change: Change, input: PieceInput) {
  const { kind, title, text, reason, addressee, starts, ends, link, groupId } = input
  mustWork(change)
  const editionId = kind === 'result' ? input.editionId : null
  if (kind !== 'result') mustKeep(change)
  else if (!(await mayEnterFor(change, editionId))) return refuse('editionMissing', 'editionId')
  if (kind === 'result' && groupId && !(await isGroupOf(change, groupId, editionId)))
    return refuse('groupElsewhere', 'groupId')
  const field = await change.read
    .selectFrom('cooperationFields')
    .where('id', '=', input.fieldId)
    .select('id')
    .executeTakeFirst()
  if (input.fieldId && !field) return refuse('fieldUnknown', 'fieldId')
  if (starts && ends && ends.slice(0, starts.length) < starts.slice(0, ends.length)) return refuse('endsBefore', 'ends')
  const sourceId = await sourceIdOf(change, input)
  if (isRefusal(sourceId)) return sourceId
  const values = { title, text, reason, addressee, fieldId: input.fieldId, editionId, starts, ends, link, ...sourceId }
  const own = await ofPosition(change, input)
  if (isRefusal(own)) return own
  return { ...values, ...own, groupId: kind === 'result' ? groupId : null }
}

/** What only a position has. Refuses `figureUnknown` for an address that shows no view. */
async function ofPosition(change: Change, { kind, reference, figures = [] }: PieceInput) {
  if (kind !== 'position') return { reference: null, figures: [] }
  const frozen = await Promise.all(figures.map((address) => frozenAddress(change, address)))
  const known = frozen.filter((address) => address !== undefined)
  if (known.length < frozen.length) return refuse('figureUnknown', 'figures')
  return { reference: reference || null, figures: [...new Set(known)] }
}

async function mayEnterFor(change: Change, editionId: string | null) {
  if (editionId === null || !mayChange(change, { editionId })) return false
  return (
    (await editions(change).where('editions.id', '=', editionId).select('editions.id').executeTakeFirst()) !== undefined
  )
}

const isGroupOf = async ({ read }: Change, id: string, editionId: string | null) =>
  (await read
    .selectFrom('workingGroups')
    .where('id', '=', id)
    .where('editionId', '=', editionId)
    .select('id')
    .executeTakeFirst()) !== undefined

/** The stem, or with a number where it is taken. One at a time chooses. */
async function freeSlug(change: Change, stem: string) {
  await sql`select pg_advisory_xact_lock(hashtext('pieces.slug'))`.execute(change.write)
  const taken = await change.read.selectFrom('pieces').where('slug', 'like', `${stem}%`).select('slug').execute()
  return firstFree(stem, (slug) => reserved.includes(slug) || taken.some((one) => one.slug === slug))
}
/** Last parts of addresses that are pages of their own. */
const reserved = ['neu', 'new', 'felder', 'fields']
