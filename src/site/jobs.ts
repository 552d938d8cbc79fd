import type { Job } from '../platform/room.ts'
import { inChange } from '../platform/visit.ts'
import { eraseReports } from './commands.ts'

/** Deletes what its time has come for. */
export const eraseOldReports: Job = async ({ db, ...base }) => {
  await inChange(db, base, eraseReports)
}
