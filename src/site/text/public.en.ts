import { counted } from '../../platform/language.ts'
import type { de } from './public.de.ts'

const inWords = (count: number) => counted('en', count).replace(/^./, (first) => first.toUpperCase())

export const en: typeof de = {
  found: { name: 'Pages', kind: 'Page' },
  home: {
    start: 'Home',
    empty: 'This installation is still empty',
    begin: 'How to set it up',
    nothingYet: 'No congress has been announced here yet, and no result published',
    lead: (regions, districts) =>
      `${inWords(regions)} regions with ${districts} districts work together. Here you can read what they are planning, what they have decided and what has come of it.`,
    leadPlain: 'Here you can read what the region is planning, what it has decided and what has come of it.',
    districts: (count) => (count === 1 ? '1 district' : `${count} districts`),
    planTitle: 'Network plan of commuters',
    planText:
      'Every district is a stop. The wider a section, the more people commute along it. The table below gives all the figures.',
    howToRead: 'How to read the plan.',
    reading: (from, to, people) =>
      `Each stop is a district. The width shows how many people commute to work along a section, the colour which region they live in. Between ${from} and ${to} there are ${people}. Every journey is drawn along the shortest way through neighbouring districts.`,
    own: (asOf) => `As of ${asOf}, own calculation.`,
    asOf: (day) => `As of ${day}.`,
    table: 'All sections as a table',
    tableCaption: 'Commuters by section, both directions, by region of residence',
    section: 'Section',
    total: 'together',
    binds: 'What connects the region',
    oneScale: (count) => `${inWords(count)} figures, one scale: all bars are drawn in proportion to each other.`,
    register: 'Register',
    programme: 'Programme',
    toCongress: 'To the congress',
    when: 'When',
    where: 'Where',
    until: 'Register until',
    seats: 'Places',
    source: 'Source',
    full: 'All places on site are taken. There is a waiting list.',
    waitingList: 'Join the waiting list',
    states: {
      draft: 'Draft',
      announced: 'The congress has been announced. Registration is not open yet.',
      open: 'Registration is open.',
      closed: 'Registration is closed.',
      held: 'The congress is over.',
      documented: 'The congress is documented.',
    },
    results: 'Latest results',
    resultsText:
      'Papers, studies and documentation from the congresses. Each page says what is available and where the original is found.',
    allDocuments: 'All documents',
  },
  page: {
    changed: (day) => `As of ${day}`,
    without: { vat_number: 'none', accessibility_known_gaps: 'We know of no barriers at present.' },
    gap: 'to be added',
    blanks: 'The operator of these pages has yet to add what is underlined with dashes.',
    tell: 'Add the details now',
    draft: 'This draft is not published yet.',
    edit: 'Edit',
  },
  report: {
    title: { barrier: 'Report a barrier', question: 'Ask a question' },
    lead: {
      barrier:
        'Are you stuck somewhere, or do you need some content in a form that you can use? Write to us. If you give an address, you will get an answer within four weeks.',
      question: 'The office will answer you by mail.',
    },
    kinds: { barrier: 'Report a barrier instead', question: 'Ask a question instead' },
    page: 'On which page?',
    pageHint: 'The address or the title of the page',
    text: { barrier: 'What happened?', question: 'Your question' },
    email: 'E-mail address for the answer',
    emailHint: {
      barrier: 'Without an address we read your report as well, but cannot answer you.',
      question: 'We send the answer there and nowhere else.',
    },
    privacy: 'We delete your message after one year.',
    send: 'Send',
    thanksTitle: 'Your message has arrived',
    thanks: 'Thank you. The office will read it, and answer if you have given an address.',
    home: 'To the home page',
  },
  error: {
    404: { title: 'This page does not exist', text: 'Perhaps the address is incomplete, or the page has moved.' },
    403: {
      title: 'That did not work',
      text: 'This input did not come from a valid form. Please open the page again and try once more.',
    },
    keyGone: {
      title: 'Not saved yet',
      text: 'Most likely you have been signed out meanwhile. Your text stands below: copy it, sign in and open the form again. If your browser has kept it, it is offered to you there.',
    },
    toForm: 'After signing in: back to the form',
    409: {
      title: 'This form has been sent already',
      text: 'What you sent first has been saved. To change it, please open the page again.',
    },
    413: {
      title: 'That is too large',
      text: 'What was sent is larger than is allowed here. A form carries 20 files at most, up to 20 MB each and 25 MB in all.',
    },
    429: { title: 'That was too many attempts', text: 'Please wait a minute and then try again.' },
    500: {
      title: 'Something went wrong here',
      text: 'The error is ours and has been recorded. Nothing that was saved before is lost.',
    },
    503: {
      title: 'Nothing can be stored at the moment',
      text: 'Your last input did not arrive; what was stored before is not lost. Please try again in a few minutes.',
    },
    other: { title: 'That did not work', text: 'We cannot answer this request.' },
    number: (id) => `Request number: ${id}`,
    home: 'To the home page',
    congresses: 'To the congresses',
    signIn: 'Sign in',
    findLink: 'Send the link to the registration again',
  },
  feed: { title: (name) => `News from: ${name}`, example: (title) => `${title} (example)` },
  menu: {
    congresses: 'Congresses',
    thread: 'What became of it?',
    projects: 'Projects',
    positions: 'Positions',
    search: 'Search',
    library: 'Library',
    atlas: 'Atlas',
    report: 'Report a barrier',
    access: 'Account sign-in',
  },
  note: 'Metropol is free software for metropolitan regions.',
  exampleNote: 'Anything marked “example” is fictitious.',
}
