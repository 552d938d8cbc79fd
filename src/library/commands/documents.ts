import { sql } from 'kysely'
import { editions, sessions, workingGroups } from '../../congress/index.ts'
import { letGo } from '../../files/index.ts'
import { changedOf } from '../../platform/changed-values.ts'
import { isDated } from '../../platform/dated.ts'
import type { Bilingual } from '../../platform/language.ts'
import { firstFree, slugFrom } from '../../platform/slug.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import type { DocumentInput } from '../model/document.ts'
import { mustKeep } from '../permissions.ts'
import { joinBelongings, keywordsOf } from './belongings.ts'
import { relate } from './relations.ts'

/** Enters a document as a draft. Refuses with `slugTaken`, `datedUnclear`, `groupMissing` or as `relate` does. */
export async function addDocument(change: Change, input: DocumentInput) {
  mustKeep(change)
  const values = await valuesOf(change, input)
  if (isRefusal(values)) return values
  const slug = await freeSlug(change, input)
  if (isRefusal(slug)) return slug
  const { id } = await change.write
    .insertInto('documents')
    .values({
      ...values,
      slug,
      isExample: input.isExample ?? false,
      source: input.source ?? null,
      createdAt: change.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await joinBelongings(change, id, input)
  const related = await relate(change, id, input.relations ?? [])
  if (isRefusal(related)) return related
  await change.record('document.added', id, { after: { title: values.title } })
  return { id, slug }
}

/**
 * Changes what is said about a document, if nobody changed it since the form was shown. Refuses with `changedMeanwhile`,
 * `slugTaken`, `datedUnclear`, `groupMissing` or as `relate` does. The address of a published document stays.
 */
export async function changeDocument(
  change: Change,
  { id, seen, ...input }: DocumentInput & { id: string; seen: number },
) {
  const row = await locked(change, id)
  if (row.state === 'withdrawn') throw new NotFound()
  if (row.revision !== seen) return refuse('changedMeanwhile')
  const values = await valuesOf(change, input)
  if (isRefusal(values)) return values
  const slug = row.state === 'draft' ? await freeSlug(change, input, id) : row.slug
  if (isRefusal(slug)) return slug
  await change.write
    .updateTable('documents')
    .set({ ...values, slug, proposed: [], revision: row.revision + 1 })
    .where('id', '=', id)
    .execute()
  await joinBelongings(change, id, input)
  const related = await relate(change, id, input.relations ?? [])
  if (isRefusal(related)) return related
  const { keywords: _, changedAt: __, ...said } = { ...values, slug }
  await change.record('document.changed', id, changedOf(row, said))
  return { id, slug }
}

/** Publishes a draft; from then on its address stays. */
export async function publishDocument(change: Change, { id }: { id: string }) {
  const row = await locked(change, id)
  if (row.state !== 'draft') throw new NotFound()
  const set = {
    state: 'published',
    publishedAt: change.now,
    changedAt: change.now,
    revision: row.revision + 1,
  } as const
  await change.write
    .updateTable('documents')
    .set({ ...set, proposed: [] })
    .where('id', '=', id)
    .execute()
  await change.record('document.published', id)
  return { id, slug: row.slug }
}

/** Withdraws what was published: content and files go out of sight, the address stays and tells the reason. */
export async function withdrawDocument(change: Change, { id, reason }: { id: string; reason: Bilingual }) {
  const row = await locked(change, id)
  if (row.state !== 'published') throw new NotFound()
  await change.write
    .updateTable('documents')
    .set({ state: 'withdrawn', withdrawnAt: change.now, withdrawnReason: reason, revision: row.revision + 1 })
    .where('id', '=', id)
    .execute()
  await change.record('document.withdrawn', id, { after: { withdrawnReason: reason } })
  return { id, slug: row.slug }
}

/** Ends the embargoes whose day has come. */
export async function liftEmbargoes(change: Change) {
  const over = await change.write
    .updateTable('documents')
    .set({ embargoUntil: null })
    .where('embargoUntil', '<=', change.now)
    .returning('id')
    .execute()
  for (const { id } of over) await change.record('document.embargoEnded', id)
}

/** Deletes a draft with its files. What was published once is withdrawn instead. */
export async function removeDraft(change: Change, { id }: { id: string }) {
  const row = await locked(change, id)
  if (row.state !== 'draft') throw new NotFound()
  const files = await change.read.selectFrom('documentVersions').where('documentId', '=', id).select('fileId').execute()
  await change.write.deleteFrom('documents').where('id', '=', id).execute()
  for (const { fileId } of files) await letGo(change, fileId)
  await change.record('document.removed', id, { before: { title: row.title } })
  return { id }
}

/** The document to change, locked until the change ends. Throws NotFound unless the viewer keeps the library. */
export async function locked(change: Change, id: string) {
  mustKeep(change)
  const row = await change.write.selectFrom('documents').where('id', '=', id).selectAll().forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

async function valuesOf(change: Change, input: DocumentInput) {
  if (input.dated !== null && !isDated(input.dated)) return refuse('datedUnclear', 'dated')
  const { type, language, title, subtitle, translatedTitle, abstract, publisher, dated, licence, link, access } = input
  const { rightsNote, doi, urn, embargoUntil } = input
  const groupId = await groupOf(change, input.groupId ?? null)
  if (access === 'group' && !groupId) return refuse('groupMissing', 'groupId')
  return {
    ...{ type, language, title, subtitle, translatedTitle, abstract, publisher, dated, licence, link, access },
    ...{ rightsNote, doi, urn, embargoUntil },
    ...(await placeOf(change, input.belongsTo)),
    groupId,
    keywords: await keywordsOf(change, input),
    changedAt: change.now,
  }
}

/** The edition or session with this id that the viewer may see. */
async function placeOf(change: Change, id: string | null) {
  if (id === null) return { editionId: null, sessionId: null }
  const edition = await editions(change).where('editions.id', '=', id).select('id').executeTakeFirst()
  if (edition) return { editionId: id, sessionId: null }
  const session = await sessions(change).where('sessions.id', '=', id).select('editionId').executeTakeFirst()
  return session ? { editionId: session.editionId, sessionId: id } : { editionId: null, sessionId: null }
}

/** The working group with this id that the viewer may see. */
async function groupOf(change: Change, id: string | null) {
  const group = await workingGroups(change).where('workingGroups.id', '=', id).select('id').executeTakeFirst()
  return group?.id ?? null
}

/** The slug that was typed, if it is free; else one made from title and year. One at a time chooses. */
export async function freeSlug(change: Change, input: Pick<DocumentInput, 'slug' | 'title' | 'dated'>, own?: string) {
  await sql`select pg_advisory_xact_lock(hashtext('documents.slug'))`.execute(change.write)
  const year = input.dated?.slice(0, 4)
  const stem = input.slug || [slugFrom(input.title, 'dokument'), year].filter(Boolean).join('-')
  const taken = await change.read
    .selectFrom('documents')
    .where('slug', 'like', `${stem}%`)
    .where('id', 'is distinct from', own ?? null)
    .select('slug')
    .execute()
  const isTaken = (slug: string) => taken.some((one) => one.slug === slug) || reserved.includes(slug)
  if (input.slug && isTaken(stem)) return refuse('slugTaken', 'slug')
  return firstFree(stem, isTaken)
}

/** Last parts of addresses that are pages of their own. */
const reserved = [
  'neu',
  'new',
  'barrierefreiheit',
  'accessibility',
  'sammlungen',
  'collections',
  'themen',
  'subjects',
  'leseliste',
  'reading-list',
  'suche-per-mail',
  'search-by-mail',
  'einlesen',
  'import',
]
