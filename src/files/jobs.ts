import { areWhole, bytesFrom, dropBytes } from '../platform/files.ts'
import type { Job } from '../platform/room.ts'
import { inChange } from '../platform/visit.ts'
import { keepChecked } from './commands/files.ts'
import { forgetUploads } from './commands/uploads.ts'
import { dropParts } from './sending.ts'

/** Takes the bytes of a removed file away, unless another row has the same content. */
export const dropFileBytes: Job = ({ db, house }, payload) =>
  dropBytes(db, house, Buffer.from(String(payload.sha256), 'hex'))

const day = 86_400_000

/** Takes away the bytes that no row names a day after they came: of refused forms, or of a change that broke off. */
export const dropStrayBytes: Job = async ({ db, house, now }) => {
  for (const sha256 of await bytesFrom(house, new Date(now.getTime() - day))) await dropBytes(db, house, sha256)
}

/** Takes away the pieces of files that were taken in, or that nobody has finished for a day. */
export const dropUploads: Job = async (visit) => {
  await inChange(visit.db, visit, forgetUploads)
  const rows = await visit.db.selectFrom('uploads').select('id').execute()
  const going = new Set(rows.map(({ id }) => id))
  await dropParts(visit.house, (id) => going.has(id))
}

const mostChecked = 2000
const mostCheckedBytes = 2 * 1024 ** 3

/** Compares files with their hashes, those first that have waited longest: each night so many, or so many bytes. */
export const checkFiles: Job = async (visit) => {
  const { db, house } = visit
  const rows = await db
    .selectFrom('files')
    .select(['sha256', 'bytes'])
    .distinctOn(['checkedAt', 'sha256'])
    .orderBy('checkedAt', (order) => order.asc().nullsFirst())
    .orderBy('sha256')
    .limit(mostChecked)
    .execute()
  const checked: { sha256: Buffer; isDamaged: boolean }[] = []
  let bytes = 0
  for (const row of rows) {
    bytes += Number(row.bytes)
    if (bytes > mostCheckedBytes && checked.length > 0) break
    checked.push({ sha256: row.sha256, isDamaged: !(await areWhole(house, row.sha256)) })
  }
  if (checked.length > 0) await inChange(db, visit, (change) => keepChecked(change, checked))
}
