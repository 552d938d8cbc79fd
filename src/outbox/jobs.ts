import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFolder } from '../platform/data-folder.ts'
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
    const old = await db
      .selectFrom('mails')
      .select(['id', 'keptAs'])
      .where('state', '<>', 'queued')
      .where('recipient', '<>', '')
      .where((eb) => eb(eb.fn.coalesce('sentAt', 'queuedAt'), '<', before))
      .limit(mostAtOnce)
      .execute()
    for (const { keptAs } of old) if (keptAs) await rm(join(dataFolder(house.data).mail, keptAs), { force: true })
    if (old.length > 0)
      await db
        .updateTable('mails')
        .set({ recipient: '', subject: null, body: null, lastError: null, keptAs: null, values: '{}' })
        .where(
          'id',
          'in',
          old.map(({ id }) => id),
        )
        .where('state', '<>', 'queued')
        .execute()
    if (old.length < mostAtOnce) return
  }
}
