import type { Job } from '../platform/room.ts'
import { inChange } from '../platform/visit.ts'
import { remindTasks } from './commands/agreements.ts'

/** Mails those whose tasks are due. */
export const remindOfTasks: Job = async ({ db, ...visit }) => {
  await inChange(db, visit, async (change) => {
    await remindTasks(change)
    return { done: true }
  })
}
