import type { Job } from '../platform/room.ts'
import { inChange } from '../platform/visit.ts'
import { eraseOldInvitations } from './commands/joining.ts'

/** Deletes invitations that waited too long. */
export const eraseGroupInvitations: Job = async ({ db, ...visit }) => {
  await inChange(db, visit, async (change) => {
    await eraseOldInvitations(change)
    return { done: true }
  })
}
