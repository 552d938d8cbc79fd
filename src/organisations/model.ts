/** What a contact may agree to show. */
export const pieces = ['name', 'task', 'email', 'phone'] as const
export type Piece = (typeof pieces)[number]

/** How long an invitation, and a contact who was asked, wait for the answer. */
export const answerDays = 60
/** So many of one organisation may wait for an answer, and so many contacts it may have: nobody fills mailboxes with it. */
export const waitingAtMost = 10
export const contactsAtMost = 20
