import type { Job } from '../platform/room.ts'
import { inChange } from '../platform/visit.ts'
import { eraseGuests } from './commands/replies.ts'

/** Deletes guests of meetings a year ago. */
export const eraseMeetingGuests: Job = async ({ db, ...visit }) => {
  await inChange(db, visit, async (change) => {
    await eraseGuests(change)
    return { done: true }
  })
}
