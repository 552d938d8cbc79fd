import { eraseMails } from '../../platform/outbox.ts'
import type { Change } from '../../platform/visit.ts'
import { keepDays } from '../permissions/email.ts'

const dayMs = 86_400_000

/** Forgets after a day from which network a registration came. */
export async function eraseNetworks(change: Change) {
  const { numUpdatedRows } = await change.write
    .updateTable('registrations')
    .set({ fromNetwork: null })
    .where('fromNetwork', 'is not', null)
    .where('createdAt', '<', new Date(change.now.getTime() - dayMs))
    .executeTakeFirst()
  if (numUpdatedRows > 0n)
    await change.record('registration.networks_erased', null, { after: { count: Number(numUpdatedRows) } })
}

/** Deletes food and access needs one day after their edition has ended. */
export async function eraseNeeds(change: Change) {
  const { numDeletedRows } = await change.write
    .deleteFrom('registrationNeeds')
    .where('registrationId', 'in', ended(change, new Date(change.now.getTime() - dayMs)))
    .executeTakeFirst()
  if (numDeletedRows > 0n)
    await change.record('registration.needs_erased', null, { after: { count: Number(numDeletedRows) } })
}

/** Deletes asked changes of an address when the old one can no longer object. */
export async function eraseEmailChanges(change: Change) {
  const { numDeletedRows } = await change.write
    .deleteFrom('emailChanges')
    .where('askedAt', '<', new Date(change.now.getTime() - keepDays * dayMs))
    .executeTakeFirst()
  if (numDeletedRows > 0n)
    await change.record('registration.email_changes_erased', null, { after: { count: Number(numDeletedRows) } })
}

/**
 * Takes the personal data out of registrations six months (183 days) after their edition has ended: the row stays for
 * the counts, with its entries in the audit log emptied and its link gone.
 */
export async function eraseRegistrations(change: Change) {
  const gone = await change.write
    .updateTable('registrations')
    .set((eb) => ({
      name: '–',
      email: '–',
      organisation: '',
      organisationId: null,
      function: '',
      isListed: false,
      secretHash: eb.fn('sha256', [eb.fn('uuid_send', [eb.fn('uuidv7')])]),
      erasedAt: change.now,
    }))
    .where('erasedAt', 'is', null)
    .where('id', 'in', ended(change, new Date(change.now.getTime() - 183 * dayMs)))
    .returning('id')
    .execute()
  if (gone.length === 0) return
  const ids = gone.map(({ id }) => id)
  await change.write.updateTable('audit').set({ before: null, after: null }).where('about', 'in', ids).execute()
  await change.write.deleteFrom('consents').where('registrationId', 'in', ids).execute()
  await change.write.deleteFrom('emailChanges').where('registrationId', 'in', ids).execute()
  const mails = await change.read.selectFrom('mails').where('about', 'in', ids).select(['id', 'keptAs']).execute()
  await eraseMails(change.write, change.house, mails)
  await change.record('registration.erased', null, { after: { count: ids.length } })
}

const ended = ({ read }: Change, before: Date) =>
  read
    .selectFrom('registrations as past')
    .innerJoin('editions', 'editions.id', 'past.editionId')
    .where('editions.endsAt', '<', before)
    .select('past.id')
