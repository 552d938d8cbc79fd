import { sql } from 'kysely'
import { queueMail } from '../../platform/outbox.ts'
import { type Change, type House, linkSecret, NotFound, refuse } from '../../platform/visit.ts'
import { allowed } from '../model.ts'
import { emailChanges, registrationsOf } from '../permissions/email.ts'
import { whyNotConfirm, whyNotKeep } from '../queries/email.ts'
import { replaceLink } from './link.ts'
import { queueRegistrationMail } from './mail.ts'
import { lockOne, lockOwn } from './own.ts'

const hourMs = 3_600_000
/** So many may be asked for in a day, by one registration and for one address: nobody fills a stranger's mailbox. */
const mostPerDay = 5

/** The secrets of both mails about an asked change. */
export const emailSecrets = (house: House, id: string) => ({
  confirm: linkSecret(house, 'new address', id, 1),
  keep: linkSecret(house, 'old address', id, 1),
})

/**
 * Asks for another address of the holder's own registration: it gets a link to confirm, the old one a link to object.
 * Nothing changes yet. Refuses with `over`, `sameEmail` and `tooManyAddresses`.
 */
export async function askForEmail(change: Change, { email }: { email: string }) {
  const { mine, edition } = await lockOwn(change)
  if (!allowed(mine.state, { isOpen: false, endsAt: edition.endsAt }, change.now).change) return refuse('over')
  if (email.toLowerCase() === mine.email.toLowerCase()) return refuse('sameEmail', 'email')
  if ((await askedToday(change, mine.id, email)) >= mostPerDay) return refuse('tooManyAddresses', 'email')
  const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(change.write)
  const { id } = rows[0]!
  const { confirm, keep } = emailSecrets(change.house, id)
  await change.write
    .insertInto('emailChanges')
    .values({
      id,
      registrationId: mine.id,
      oldEmail: mine.email,
      newEmail: email,
      confirmHash: confirm.hash,
      keepHash: keep.hash,
      askedAt: change.now,
    })
    .execute()
  await change.record('registration.email_asked', mine.id, { edition: mine.editionId, after: { email } })
  const about = { about: mine.id, edition: mine.editionId, language: mine.language, values: { change: id } }
  await queueMail(change, { ...about, template: 'registration.new_email', recipient: email })
  if (mine.email) await queueMail(change, { ...about, template: 'registration.old_email', recipient: mine.email })
  return { id }
}

/** How many mails about a change this registration has caused today, and how many this address has been sent. */
async function askedToday({ read, now }: Change, registrationId: string, email: string) {
  const { own, others } = await read
    .selectFrom('mails')
    .where('template', '=', 'registration.new_email')
    .where('queuedAt', '>', new Date(now.getTime() - 24 * hourMs))
    .select([
      sql<number>`count(*) filter (where about = ${registrationId})`.as('own'),
      sql<number>`count(*) filter (where lower(recipient) = lower(${email}))`.as('others'),
    ])
    .executeTakeFirstOrThrow()
  return Math.max(own, others)
}

/**
 * Confirms the new address by its link: only now it changes, and the personal link is renewed. Gives the new secret.
 * Refuses with `emailDone`, `emailReplaced` where another one was asked for since, `emailExpired`, and `over`.
 */
export async function confirmEmail(change: Change) {
  const { mine, edition } = await lockOne(change, registrationsOf(change, 'confirmHash'))
  const asked = await emailChanges(change, 'confirmHash').selectAll().executeTakeFirst()
  if (!asked) throw new NotFound()
  const refused = await whyNotConfirm(change, asked)
  if (refused) return refuse(refused)
  if (!allowed(mine.state, { isOpen: false, endsAt: edition.endsAt }, change.now).change) return refuse('over')
  await change.write.updateTable('emailChanges').set({ confirmedAt: change.now }).where('id', '=', asked.id).execute()
  await writeEmail(change, mine, asked.newEmail)
  const { secret } = await replaceLink(change, mine)
  await queueRegistrationMail(change, 'registration.changed', { ...mine, email: asked.newEmail })
  return { secret }
}

/**
 * The holder of the old address keeps it: what was asked for since is void, what was confirmed is taken back, and the
 * personal link is renewed, because somebody else seems to have it. Gives the new secret. Refuses with `emailExpired`.
 */
export async function keepEmail(change: Change) {
  const { mine } = await lockOne(change, registrationsOf(change, 'keepHash'))
  const asked = await emailChanges(change, 'keepHash').selectAll().executeTakeFirst()
  if (!asked) throw new NotFound()
  const refused = whyNotKeep(change, asked)
  if (refused) return refuse(refused)
  await change.write
    .deleteFrom('emailChanges')
    .where('registrationId', '=', mine.id)
    .where('id', '>=', asked.id)
    .execute()
  await change.record('registration.email_kept', mine.id, { edition: mine.editionId })
  if (mine.email !== asked.oldEmail) await writeEmail(change, mine, asked.oldEmail)
  const { secret } = await replaceLink(change, mine)
  await queueRegistrationMail(change, 'registration.changed', { ...mine, email: asked.oldEmail })
  return { secret }
}

type Mine = Awaited<ReturnType<typeof lockOne>>['mine']

async function writeEmail(change: Change, { id, editionId, version, email: before }: Mine, email: string) {
  await change.write
    .updateTable('registrations')
    .set({ email, changedAt: change.now, version: version + 1 })
    .where('id', '=', id)
    .execute()
  await change.record('registration.changed', id, {
    edition: editionId,
    before: { email: before },
    after: { email },
  })
}

/** What was asked for by links that others decide about now is void: the office has given an address or a new link. */
export const dropEmailChanges = ({ write }: Change, registrationId: string) =>
  write.deleteFrom('emailChanges').where('registrationId', '=', registrationId).execute()
