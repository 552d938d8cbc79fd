import type { de } from './email.de.ts'

export const en: typeof de = {
  ask: {
    title: 'Change your e-mail address',
    lead: 'Your address only changes once you confirm it in the mail we send to the new one.',
    old: 'Current address',
    none: 'none',
    email: 'New e-mail address',
    next: 'What happens next',
    steps: [
      'We send a confirmation link to the new address. It works for 48 hours.',
      'We let the current address know straight away, so that nobody can quietly take over your registration.',
      'Once you confirm, a new personal link replaces the current one. You will find it in the mail you then receive.',
    ],
    send: 'Send the link to the new address',
    back: 'Back without changing anything',
  },
  confirm: {
    title: 'Confirm your new address',
    text: (email, congress) =>
      `From now on, mail about the registration for the ${congress} will go to ${email}. The current personal link will stop working; we will send a new one to this address.`,
    send: 'Confirm this address',
  },
  keep: {
    title: 'Keep your current address',
    open: (email) =>
      `Somebody with the personal link to your registration wants to move it to ${email}. If that was not you, you can stop it here.`,
    done: (email) =>
      `Somebody with the personal link to your registration has moved it to ${email}. If that was not you, you can undo it here.`,
    text: (email) =>
      `Your registration will then belong to ${email} alone. The current personal link will be blocked; we will send a new one to this address.`,
    send: 'Keep my address',
  },
  stopped: {
    title: 'This link no longer works',
    emailDone: 'The new address has already been confirmed. Your personal link is in the last mail about it.',
    emailReplaced: 'Another address has been given since. Please use the mail that was sent there.',
    emailExpired: 'The time limit has passed.',
    over: 'The congress has already taken place or the registration has been cancelled.',
    lost: 'Send the link to my registration again',
  },
  own: {
    change: 'Change your e-mail address',
    pending: 'A new address is waiting to be confirmed',
    pendingText: (email) => `We have sent a link to ${email}. Until it is confirmed, everything stays as it is.`,
  },
  refused: {
    sameEmail: 'This is already your address.',
    tooManyAddresses: 'You have done this five times today. Please try again tomorrow.',
    emailDone: 'The new address has already been confirmed.',
    emailReplaced: 'Another address has been given since.',
    emailExpired: 'The time limit has passed.',
    over: 'The congress has already taken place or the registration has been cancelled.',
  },
  mail: {
    new: {
      title: 'Confirm a new address',
      subject: 'Please confirm your new address: {{congress}}',
      body: `Hello,

somebody asked us to link this address to a registration for the {{congress}}. Please confirm this within 48 hours.

{{link}}

If you did not ask for this, simply delete this mail. Nothing will change.`,
      button: 'Confirm this address',
    },
    old: {
      title: 'Address about to change (to the current one)',
      subject: 'Your e-mail address is about to change: {{congress}}',
      body: `Dear {{name}},

a new address has been given for your registration for the {{congress}}: {{address}}. It will apply as soon as it is confirmed.

**If that was you, there is nothing to do.** If not, keep your address here and block the current link. You can do so for 14 days, even after the new address has been confirmed.

{{link}}`,
      button: 'That was not me',
    },
    example: {
      name: 'First name Last name',
      congress: '5th Metropolitan Congress',
      address: 'first.last@organisation.example',
    },
    footer: 'This link is yours alone. Please do not pass this mail on.',
  },
  deeds: {
    'registration.email_asked': 'New address given',
    'registration.email_kept': 'Current address kept',
    'registration.email_changes_erased': 'Old address changes erased',
  },
}
