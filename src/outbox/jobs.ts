import { eraseMails } from '../platform/outbox.ts'
import type { Job } from '../platform/room.ts'
import { keptForDays } from './model.ts'

const mostAtOnce = 1000

/**
 * Takes recipient, text and the kept file of mails away 90 days after they were sent or given up; the row stays to be
 * counted.
 */
export const eraseOldMails: Job = async ({ db, now, house }) => {
  const before = new Date(now.getTime() - keptForDays * 86_400_000)
  for (;;) {
    const count = await db.transaction().execute(async (write) => {
      const old = await write
        .selectFrom('mails')
        .select(['id', 'keptAs'])
        .where('state', '<>', 'queued')
        .where('recipient', '<>', '')
        .where((eb) => eb(eb.fn.coalesce('sentAt', 'queuedAt'), '<', before))
        .limit(mostAtOnce)
        .forUpdate()
        .execute()
      await eraseMails(write, house, old)
      return old.length
    })
    if (count < mostAtOnce) return
  }
}
