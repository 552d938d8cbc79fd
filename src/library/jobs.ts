import { extensionOf } from '../platform/file-content.ts'
import { placeOf } from '../platform/files.ts'
import type { Job } from '../platform/room.ts'
import { inChange } from '../platform/visit.ts'
import { keepReading } from './commands/reading.ts'
import { readFile } from './reader/run.ts'

/** Reads the text of a version that waits for it. A file that cannot be read ends in a state that the office sees. */
export const readDocument: Job = async (visit, payload) => {
  const { db, house } = visit
  const document = String(payload.document)
  const version = Number(payload.version)
  const waiting = await db
    .selectFrom('documentVersions')
    .innerJoin('files', 'files.id', 'fileId')
    .where('documentId', '=', document)
    .where('version', '=', version)
    .where('reading', '=', 'waiting')
    .select(['files.sha256', 'files.name', 'files.mediaType'])
    .executeTakeFirst()
  if (!waiting) return
  const reading = await readFile(placeOf(house, waiting.sha256), extensionOf(waiting.mediaType))
  await inChange(db, visit, (change) => keepReading(change, { document, version, fileName: waiting.name, reading }))
}
