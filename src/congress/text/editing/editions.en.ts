import type { de } from './editions.de.ts'

export const en: typeof de = {
  noEditions: 'No congress yet',
  noEditionsHint: 'Create the first one. It remains a draft until you announce it.',
  newEdition: 'New congress',
  newEditionLead: 'It remains a draft until you announce it.',
  create: 'Create draft',
  copy: 'Copy',
  copyAsNext: 'Copy as a new congress',
  copyOf: (title) => `Copy “${title}”`,
  copyLeadExample:
    'Rooms, tracks, programme, ticket types and numbers of places are copied, and all times move to the new day. The venue, texts and hosts of the example are made up and not copied; neither are registrations, speakers, documents, facts and milestones.',
  copyLead:
    'Texts, venue, rooms, tracks, programme, ticket types and numbers of places are copied, and all times move to the new day. Registrations, speakers, documents, facts and milestones are never copied.',
  copyNow: 'Create copy',
  series: 'Congress series',
  removeEdition: 'Delete draft',
  goesWithIt: 'This also deletes:',
  going: {
    sessions: (count) => (count === 1 ? 'one session' : `${count} sessions`),
    rooms: (count) => (count === 1 ? 'one room' : `${count} rooms`),
    tracks: (count) => (count === 1 ? 'one track' : `${count} tracks`),
    facts: (count) => (count === 1 ? 'one fact' : `${count} facts`),
    milestones: (count) => (count === 1 ? 'one milestone' : `${count} milestones`),
    groups: (count) => (count === 1 ? 'one working group' : `${count} working groups`),
    documents: (count) => (count === 1 ? 'one document and its file' : `${count} documents and their files`),
    organisations: (count) =>
      count === 1
        ? 'the entry of one host or partner, which stays in the register'
        : `the entries of ${count} hosts and partners, which stay in the register`,
    ticketTypes: (count) => (count === 1 ? 'one ticket type' : `${count} ticket types`),
    roles: (count) =>
      count === 1 ? 'one role that applies to this congress only' : `${count} roles that apply to this congress only`,
  },
  openAnyway: 'Open anyway',
  opensAnyway:
    'Nothing has been saved yet. “Open anyway” at the end of this form opens registration; the items can still be completed afterwards. Not done yet:',
  byDate: 'by date',
  states: {
    draft: { name: 'draft', meaning: 'Only the office can see the congress.' },
    announced: { name: 'announced', meaning: 'The page is public; registration is not open yet.' },
    open: { name: 'registration open', meaning: 'Anyone can register.' },
    closed: { name: 'registration closed', meaning: 'The page stays online; no new registrations are accepted.' },
    held: { name: 'held', meaning: 'The page opens with the results.' },
    documented: { name: 'documented', meaning: 'The page opens with the documentation.' },
  },
  stateNow: 'now',
  undated: 'no date set',
  course: {
    title: 'The course of the congress',
    byHand: 'now, set by hand',
    since: (day) => `since ${day}`,
    from: (day) => `from ${day}`,
    next: (moment, state) => `The next step comes by date, on ${moment}: ${state}.`,
    stays: 'This status was set by hand and stays until you change it; no date replaces it.',
    change: 'Change status and places',
  },
  booked: (taken, seats) => `${taken} of ${seats}`,
  onSite: 'Places on site',
  noOrganisations: 'Nobody takes part yet.',
  organisationParts: { host: 'Host', partner: 'Partner' },
  pictures: {
    logoOf: (name: string) => `Logo: ${name}`,
    portraitOf: (name: string) => `Portrait: ${name}`,
    takeOut: 'Remove the picture',
    now: 'Current file:',
    changeLogo: 'Change logo',
    addLogo: 'Add logo',
  },
}
