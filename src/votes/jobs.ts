import type { Job } from '../platform/room.ts'
import { inChange } from '../platform/visit.ts'
import { closeDueVote } from './commands/closing.ts'
import { destroyUrn as destroy } from './urn.ts'

/** Closes a vote at its deadline. One whose urn cannot be opened stays as it is: its lead sees why, and cancels it. */
export const closeVote: Job = async ({ db, ...visit }, { vote }) => {
  await inChange(db, visit, (change) => closeDueVote(change, String(vote)))
}

/** Takes the key of an urn away, once its vote has ended. */
export const destroyUrn: Job = async ({ house }, { vote }) => destroy(house, String(vote))
