import type { Job, JobVisit } from '../platform/room.ts'
import { inChange } from '../platform/visit.ts'
import { tellMember, waitingFor } from './commands.ts'
import type { Pace } from './model.ts'

const tell = ({ db, ...visit }: JobVisit, member: string) =>
  inChange(db, visit, async (change) => {
    await tellMember(change, member)
    return { done: true }
  })

/** Tells one member what is new. */
export const tellNotices: Job = async (visit, { member }) => {
  await tell(visit, String(member))
}

const tellAll =
  (pace: Pace): Job =>
  async (visit) => {
    for (const member of await waitingFor(visit, pace)) await tell(visit, member)
  }

/** Tells those who want it once a day, and those who want it once a week. */
export const tellDaily = tellAll('daily')
export const tellWeekly = tellAll('weekly')
