import { type FileInput, storeFile } from '../platform/files.ts'
import { codeOf } from '../platform/problem.ts'
import { type Change, isRefusal, NotFound, refuse } from '../platform/visit.ts'
import { files, mayKeepFiles, mayTakeIn } from './permissions.ts'

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
  const row = await files(change).where('id', '=', file).select(['id', 'name', 'sha256']).executeTakeFirst()
  if (!row) throw new NotFound()
  if (await isWrittenIn(change, file)) return refuse('fileInUse')
  try {
    await change.write.deleteFrom('files').where('id', '=', file).execute()
  } catch (error) {
    if (codeOf(error) === foreignKeyViolation) return refuse('fileInUse')
    throw error
  }
  await change.record('file.removed', file, { before: { name: row.name } })
  await change.queue('dropFileBytes', { sha256: row.sha256.toString('hex') })
  return { id: file }
}

const foreignKeyViolation = '23503'

/** Whether a version of a written page shows the file; rows that name it are guarded by the database. */
async function isWrittenIn({ read }: Change, file: string): Promise<boolean> {
  const page = await read
    .selectFrom('pageVersions')
    .select('version')
    .where((eb) => eb(eb.cast<string>('text', 'text'), 'like', `%/dateien/${file}/%`))
    .limit(1)
    .executeTakeFirst()
  return page !== undefined
}
