import type { Job } from '../platform/room.ts'
import { inChange } from '../platform/visit.ts'
import { eraseOldContacts } from './commands/contacts.ts'
import { eraseOldInvitations } from './commands/stewards.ts'

/** Deletes invitations and contacts that waited too long for an answer. */
export const eraseUnanswered: Job = async ({ db, ...visit }) => {
  await inChange(db, visit, async (change) => {
    await eraseOldInvitations(change)
    await eraseOldContacts(change)
    return { done: true }
  })
}
