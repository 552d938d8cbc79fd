import { sql } from 'kysely'
import { queueMail } from '../../platform/outbox.ts'
import { type Change, linkSecret, NotFound } from '../../platform/visit.ts'
import { reminders } from '../permissions.ts'
import type { Responsible } from '../queries/still.ts'

const day = 86_400_000
/** Nobody is asked about the same piece more often than once in so many days. */
export const reminderDays = 365
const keptDays = 730

/** The secret of the link with which somebody ends these mails. */
export const reminderSecret = (house: Change['house'], id: string) => linkSecret(house, 'piece-reminder', id, 1)

/**
 * Asks somebody by mail what became of a piece; not again within a year, and never where they wanted no such mail any
 * more, whichever piece they said it of. Tells whether a mail was queued.
 */
export async function remind(change: Change, { pieceId, organisationId, email, language }: Responsible) {
  const { write, now, house } = change
  const address = email.toLowerCase()
  // One at a time for an address, so that an end that comes in between is seen.
  await sql`select pg_advisory_xact_lock(hashtext(${`reminder ${address}`}))`.execute(write)
  const ended = await write
    .selectFrom('pieceReminders')
    .where('email', '=', address)
    .where('endedAt', 'is not', null)
    .select('id')
    .executeTakeFirst()
  if (ended) return { isAsked: false }
  const id = crypto.randomUUID()
  const row = { pieceId, organisationId, email: address, language, askedAt: now }
  const asked = await write
    .insertInto('pieceReminders')
    .values({ ...row, id, secretHash: reminderSecret(house, id).hash })
    .onConflict((conflict) =>
      conflict
        .columns(['pieceId', 'email'])
        .doUpdateSet({ askedAt: now })
        .where('pieceReminders.askedAt', '<', new Date(now.getTime() - reminderDays * day)),
    )
    .returning('id')
    .executeTakeFirst()
  if (!asked) return { isAsked: false }
  await queueMail(change, { template: 'thread.still', about: asked.id, recipient: address, language })
  await change.record('reminder.sent', pieceId)
  return { isAsked: true }
}

/** Ends these mails for the address whose link the viewer holds. */
export async function endReminders(change: Change) {
  const row = await reminders(change).select(['id', 'email', 'pieceId']).executeTakeFirst()
  if (!row || change.viewer.kind !== 'holder') throw new NotFound()
  await sql`select pg_advisory_xact_lock(hashtext(${`reminder ${row.email}`}))`.execute(change.write)
  await change.write
    .updateTable('pieceReminders')
    .set({ endedAt: change.now })
    .where('email', '=', row.email)
    .where('endedAt', 'is', null)
    .execute()
  await change.record('reminder.ended', row.pieceId)
  return { ended: true }
}

/** Forgets who was asked long ago; who wanted no more of it is kept, so that it stays so. */
export async function forgetReminders(change: Change) {
  const gone = await change.write
    .deleteFrom('pieceReminders')
    .where('endedAt', 'is', null)
    .where('askedAt', '<', new Date(change.now.getTime() - keptDays * day))
    .returning('id')
    .execute()
  return { forgotten: gone.length }
}
