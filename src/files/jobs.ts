import { bytesFrom, dropBytes } from '../platform/files.ts'
import type { Job } from '../platform/room.ts'

/** Takes the bytes of a removed file away, unless another row has the same content. */
export const dropFileBytes: Job = ({ db, house }, payload) =>
  dropBytes(db, house, Buffer.from(String(payload.sha256), 'hex'))

const day = 86_400_000

/** Takes away the bytes that no row names a day after they came: of refused forms, or of a change that broke off. */
export const dropStrayBytes: Job = async ({ db, house, now }) => {
  for (const sha256 of await bytesFrom(house, new Date(now.getTime() - day))) await dropBytes(db, house, sha256)
}
