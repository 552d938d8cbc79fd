export const mailStates = ['queued', 'sent', 'kept', 'failed', 'useless'] as const
export type MailState = (typeof mailStates)[number]

/** From which states a mail can be sent once more; what waits is sent anyway, and a reason that has passed stays past. */
export const resendable: readonly MailState[] = ['sent', 'kept', 'failed']

/** How long recipient and text of a mail are kept. */
export const keptForDays = 90
