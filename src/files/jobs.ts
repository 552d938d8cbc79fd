import { dropBytes } from '../platform/files.ts'
import type { Job } from '../platform/room.ts'

/** Takes the bytes of a removed file away, unless another row has the same content. */
export const dropFileBytes: Job = async ({ db, house }, payload) => {
  const sha256 = Buffer.from(String(payload.sha256), 'hex')
  const other = await db.selectFrom('files').select('id').where('sha256', '=', sha256).executeTakeFirst()
  if (!other) await dropBytes(house, sha256)
}
