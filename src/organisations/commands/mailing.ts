import { sql } from 'kysely'
import type { Language } from '../../platform/language.ts'
import { queueMail } from '../../platform/outbox.ts'
import { type Change, refuse } from '../../platform/visit.ts'
import { mailsADay } from '../model.ts'

type OrganisationMail = {
  organisationId: string
  template: 'organisations.invited' | 'organisations.contact'
  about: string
  recipient: string
  language: Language
  values: object
}

/**
 * Mails somebody in an organisation's name. Refuses what would be one too many for this address today
 * (`tooManyMails`): nobody fills a stranger's mailbox. The organisation's row is locked, so that all are counted.
 */
export async function mailFor(change: Change, { organisationId, values, ...mail }: OrganisationMail) {
  const { count } = await change.read
    .selectFrom('mails')
    .where('template', 'in', ['organisations.invited', 'organisations.contact'])
    .where((eb) => eb(eb.fn('lower', ['recipient']), '=', mail.recipient.toLowerCase()))
    .where(sql`values ->> 'organisation'`, '=', organisationId)
    .where('queuedAt', '>', new Date(change.now.getTime() - 86_400_000))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) >= mailsADay) return refuse('tooManyMails', 'email')
  await queueMail(change, { ...mail, values: { ...values, organisation: organisationId } })
  return undefined
}
