import type { Job } from '../platform/room.ts'
import { inChange } from '../platform/visit.ts'
import { forgetContributors, remindContributors } from './commands/consultations.ts'
import { forgetReminders, remind } from './commands/reminders.ts'
import { responsibleForStill } from './queries/still.ts'

/** Asks by mail about what has stood still for a year, each in a change of its own. */
export const askAboutStill: Job = async (visit) => {
  for (const one of await responsibleForStill(visit)) await inChange(visit.db, visit, (change) => remind(change, one))
}

/** Reminds who was asked for a contribution that is due in three days. */
export const remindOfContributions: Job = async (visit) => {
  await inChange(visit.db, visit, remindContributors)
}

/** Forgets addresses that were asked long ago. */
export const forgetAsked: Job = async (visit) => {
  await inChange(visit.db, visit, async (change) => ({
    ...(await forgetContributors(change)),
    ...(await forgetReminders(change)),
  }))
}
