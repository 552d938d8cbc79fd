import type { Language } from '../../platform/language.ts'
import { queueMail } from '../../platform/outbox.ts'
import type { Change } from '../../platform/visit.ts'

export type RegistrationMail =
  | 'registration.confirmed'
  | 'registration.waiting'
  | 'registration.changed'
  | 'registration.cancelled'

/** Queues a mail to the person about their registration, in the language they registered in. */
export const queueRegistrationMail = (
  change: Change,
  template: RegistrationMail,
  to: { id: string; editionId: string; email: string; language: Language },
) => queueMail(change, { template, about: to.id, edition: to.editionId, recipient: to.email, language: to.language })
