import { sql } from 'kysely'
import type { Bilingual } from '../../platform/language.ts'
import { slugFrom } from '../../platform/slug.ts'
import { type Change, NotFound, refuse } from '../../platform/visit.ts'
import { mustKeep } from '../permissions.ts'

export type SubjectInput = { name: Bilingual; concept: string | null }

/** Adds a subject at the end of the vocabulary. Refuses with `subjectTaken` where one has this name. */
export async function addSubject(change: Change, { name, concept }: SubjectInput) {
  mustKeep(change)
  const rows = await inOrder(change)
  const id = slugFrom(name.en ?? name.de, 'subject')
    .slice(0, 40)
    .replace(/-+$/, '')
  if (rows.some((row) => row.id === id || row.name.de === name.de)) return refuse('subjectTaken', 'nameDe')
  await change.write
    .insertInto('subjects')
    .values({ id, name, concept, position: rows.length + 1 })
    .execute()
  await change.record('subject.added', null, { after: { subject: id, name } })
  return { id }
}

/** Renames a subject; documents keep it. Their words for the search follow. Refuses with `subjectTaken`. */
export async function changeSubject(change: Change, { id, name, concept }: SubjectInput & { id: string }) {
  mustKeep(change)
  const rows = await inOrder(change)
  const row = rows.find((one) => one.id === id)
  if (!row) throw new NotFound()
  if (rows.some((one) => one.id !== id && one.name.de === name.de)) return refuse('subjectTaken', 'nameDe')
  await change.write.updateTable('subjects').set({ name, concept }).where('id', '=', id).execute()
  for (const language of ['de', 'en'] as const) {
    const [before, after] = [row.name[language], name[language]]
    if (before && after && before !== after)
      await sql`update documents set keywords = array_to_string(array_replace(string_to_array(keywords, '; '), ${before}, ${after}), '; ')
        where id in (select document_id from document_subjects where subject_id = ${id})`.execute(change.write)
  }
  await change.record('subject.changed', null, { before: { name: row.name }, after: { subject: id, name } })
  return { id }
}

/** Moves a subject before the one above it. */
export async function moveSubjectUp(change: Change, { id }: { id: string }) {
  mustKeep(change)
  const rows = await inOrder(change)
  const at = rows.findIndex((one) => one.id === id)
  if (at < 0) throw new NotFound()
  const order = rows.map((row) => row.id)
  if (at > 0) order.splice(at - 1, 2, order[at]!, order[at - 1]!)
  for (const [index, one] of order.entries())
    await change.write
      .updateTable('subjects')
      .set({ position: index + 1 })
      .where('id', '=', one)
      .execute()
  await change.record('subject.moved', null, { after: { subject: id } })
  return { id }
}

/** The whole vocabulary; one at a time changes it, so that names are unique and positions without gaps. */
async function inOrder({ write }: Change) {
  await sql`select pg_advisory_xact_lock(hashtext('subjects'))`.execute(write)
  return write.selectFrom('subjects').select(['id', 'name']).orderBy('position').orderBy('id').execute()
}
