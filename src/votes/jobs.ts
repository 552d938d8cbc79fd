import type { Job } from '../platform/room.ts'
import { inChange } from '../platform/visit.ts'
import { closeDueVote } from './commands/closing.ts'
import { destroyUrn as destroy } from './urn.ts'

/** Closes a vote at its deadline. One whose urn cannot be opened stays as it is: its lead sees why, and cancels it. */
export const closeVote: Job = async ({ db, ...visit }, { vote }) => {
  await inChange(db, visit, (change) => closeDueVote(change, String(vote)))
}

/**
 * The same for every vote whose deadline has passed all the same: its job came too early, failed, or was lost. One that
 * cannot be counted keeps no other open.
 */
export const closeDueVotes: Job = async ({ db, ...visit }) => {
  const due = await db
    .selectFrom('votes')
    .where('state', '=', 'open')
    .where('closesAt', '<=', visit.now)
    .select('id')
    .execute()
  const failed: unknown[] = []
  for (const { id } of due) {
    try {
      await inChange(db, visit, (change) => closeDueVote(change, id))
    } catch (error) {
      failed.push(error)
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, 'votes that cannot be counted')
}

/** Takes the key of an urn away, once its vote has ended. */
export const destroyUrn: Job = async ({ house }, { vote }) => destroy(house, String(vote))
