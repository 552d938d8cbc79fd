import type { Job } from '../platform/room.ts'
import { inChange } from '../platform/visit.ts'
import { eraseOldInvitations } from './commands/invitations.ts'
import { takeJoinRequest as take } from './commands/joining.ts'

/** Takes up what somebody asked from outside: a mail to confirm the address. */
export const takeJoinRequest: Job = async ({ db, ...visit }, payload) => {
  await inChange(db, visit, async (change) => {
    await take(change, payload as Parameters<typeof take>[1])
    return { done: true }
  })
}

/** Deletes invitations and requests that waited too long. */
export const eraseGroupInvitations: Job = async ({ db, ...visit }) => {
  await inChange(db, visit, async (change) => {
    await eraseOldInvitations(change)
    return { done: true }
  })
}
