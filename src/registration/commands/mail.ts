import type { Language } from '../../platform/language.ts'
import { queueMail } from '../../platform/outbox.ts'
import { type Change, holds } from '../../platform/visit.ts'
import { may } from '../permissions.ts'
import { gatherLinks } from './lost.ts'

const templates = [
  'registration.confirmed',
  'registration.waiting',
  'registration.changed',
  'registration.cancelled',
] as const
export type RegistrationMail = (typeof templates)[number]

/**
 * Queues a mail to the person about their registration, in their language; none for who has no address. Anybody can type
 * a stranger's address: beyond ten such mails in an hour there is one with the links of all registrations. `dropped`:
 * sessions that the person has lost by their change.
 */
export const queueRegistrationMail = async (
  change: Change,
  template: RegistrationMail,
  to: { id: string; editionId: string; email: string; language: Language; dropped?: readonly string[] },
) => {
  if (!to.email) return
  const { id: about, editionId: edition, email: recipient, language, dropped = [] } = to
  if (!holds(change.viewer, may.work, edition) && (await mailsLately(change, recipient)) >= mostMails)
    return gatherLinks(change, { email: recipient, language })
  const values = dropped.length > 0 ? { dropped } : {}
  await queueMail(change, { template, about, edition, recipient, language, values })
}

const mostMails = 10

async function mailsLately({ read, now }: Change, recipient: string) {
  const { n } = await read
    .selectFrom('mails')
    .where('template', 'in', templates)
    .where((eb) => eb(eb.fn('lower', ['recipient']), '=', recipient.toLowerCase()))
    .where('queuedAt', '>', new Date(now.getTime() - 3_600_000))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}
