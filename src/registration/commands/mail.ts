import type { Language } from '../../platform/language.ts'
import { queueMail } from '../../platform/outbox.ts'
import type { Change } from '../../platform/visit.ts'

export type RegistrationMail =
  | 'registration.confirmed'
  | 'registration.waiting'
  | 'registration.changed'
  | 'registration.cancelled'

/** Queues a mail to the person about their registration, in their language; none for who has no address. */
export const queueRegistrationMail = async (
  change: Change,
  template: RegistrationMail,
  to: { id: string; editionId: string; email: string; language: Language },
) => {
  if (!to.email) return
  const { id: about, editionId: edition, email: recipient, language } = to
  await queueMail(change, { template, about, edition, recipient, language })
}
