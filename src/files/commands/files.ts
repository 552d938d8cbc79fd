import { sql } from 'kysely'
import { type FileInput, storeFile } from '../../platform/files.ts'
import { codeOf } from '../../platform/problem.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import { files, mayKeepFiles, mayTakeIn } from '../permissions.ts'

/**
 * Takes in a file for written pages and documents. Refuses what `storeFile` refuses, and with `altMissing` at `altDe`
 * a picture that nobody has described.
 */
export async function takeIn(change: Change, input: FileInput) {
  if (!mayTakeIn(change)) throw new NotFound()
  const isPublic = input.isPublic || !mayKeepFiles(change)
  const file = await storeFile(change, { ...input, isPublic })
  if (isRefusal(file)) return file
  if (file.isPicture && !input.alt) return refuse('altMissing', 'altDe')
  const { id, name, mediaType } = file
  await change.record('file.stored', id, { after: { name, mediaType, isPublic } })
  return file
}

/** Removes a file; its bytes go once no other row has them. Refuses with `fileInUse` while something shows it. */
export async function removeFile(change: Change, { file }: { file: string }) {
  if (!mayKeepFiles(change)) throw new NotFound()
  const row = await files(change).where('id', '=', file).select(['id', 'name']).executeTakeFirst()
  if (!row) throw new NotFound()
  if (await isWrittenIn(change, file)) return refuse('fileInUse')
  if (!(await dropped(change, file))) return refuse('fileInUse')
  await change.record('file.removed', file, { before: { name: row.name } })
  return { id: file }
}

/** Removes a file that its owner shows no longer, unless something else shows it. The caller records why. */
export async function letGo(change: Change, file: string | null | undefined) {
  if (file && !(await isWrittenIn(change, file))) await dropped(change, file)
}

/** Deletes the row, its bytes following; false, with nothing changed, where another row names it. */
async function dropped({ write, queue }: Change, id: string): Promise<boolean> {
  await sql`savepoint dropping`.execute(write)
  try {
    const gone = await write.deleteFrom('files').where('id', '=', id).returning('sha256').executeTakeFirst()
    await sql`release savepoint dropping`.execute(write)
    if (gone) await queue('dropFileBytes', { sha256: gone.sha256.toString('hex') })
    return true
  } catch (error) {
    if (codeOf(error) !== foreignKeyViolation) throw error
    await sql`rollback to savepoint dropping`.execute(write)
    return false
  }
}

const foreignKeyViolation = '23503'

/** Keeps what the comparison with their hashes gave; a file found whole again is damaged no longer. */
export async function keepChecked(change: Change, checked: readonly { sha256: Buffer; isDamaged: boolean }[]) {
  for (const isDamaged of [false, true]) {
    const hashes = checked.filter((one) => one.isDamaged === isDamaged).map(({ sha256 }) => sha256)
    if (hashes.length === 0) continue
    const set = { checkedAt: change.now, isDamaged }
    await change.write.updateTable('files').set(set).where('sha256', 'in', hashes).execute()
  }
  const damaged = checked.filter((one) => one.isDamaged).length
  await change.record('file.checked', null, { after: { files: checked.length, damaged } })
}

/** Whether a text of a written page, of a congress or of its programme shows the file; rows are guarded by the database. */
async function isWrittenIn({ write }: Change, file: string): Promise<boolean> {
  const address = `%/dateien/${file}/%`
  const { rows } = await sql`select from page_versions where text::text like ${address}
    union all select from editions where concat(text, arrival, step_free) like ${address}
    union all select from sessions where abstract::text like ${address} limit 1`.execute(write)
  return rows.length > 0
}
