import type { de } from './text.de.ts'

export const en: typeof de = {
  title: 'Search by mail',
  lead: (search) => `We write to you when something new comes into the library: ${search}. One mail a day at most.`,
  running: (search) => `You get a mail when something new comes in: ${search}. One a day at most.`,
  everything: 'all documents',
  narrowed: 'the chosen documents',
  quoted: (words) => `“${words}”`,
  both: (words) => `“${words}” in the chosen documents`,
  fields: { email: 'E-mail address', search: 'Search' },
  privacy:
    'First you get a mail with a link to confirm. Every mail has a link to unsubscribe; after that, address and search are deleted.',
  send: 'Request the link to confirm',
  confirm: 'Confirm',
  end: 'Unsubscribe',
  library: 'To the library',
  said: {
    sent: {
      title: 'Please look into your mail',
      lead: 'A mail is on its way with a link that confirms the search. Who gets this search already gets no further mail.',
    },
    ended: { title: 'Unsubscribed', lead: 'Address and search are deleted.' },
  },
  mail: {
    example: '“hydrogen”',
    exampleDocument: 'Study',
    why: 'You have asked for this search in the library.',
    end: 'Unsubscribe',
    ignore: 'Did you not ask for this? Then you need not do anything; the address is deleted after two weeks.',
    confirm: {
      title: 'Confirm a search',
      subject: 'Please confirm: search by mail',
      body: `With this link you confirm that you want to get what is new in the library: {{search}}

{{link}}`,
      button: 'Confirm the search',
    },
    found: {
      title: 'New in a search',
      subject: 'New in the library: {{search}}',
      body: `New in the library:

{{documents}}`,
    },
  },
  deeds: {
    'alert.asked': 'Search by mail asked for',
    'alert.confirmed': 'Search by mail confirmed',
    'alert.ended': 'Search by mail ended',
    'alert.told': 'New documents of a search mailed',
  },
  recorded: { documents: 'Documents' },
}
