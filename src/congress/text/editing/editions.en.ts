import type { de } from './editions.de.ts'

export const en: typeof de = {
  noEditions: 'No congress yet',
  noEditionsHint: 'Create the first one. It stays a draft until you announce it.',
  newEdition: 'New congress',
  newEditionLead: 'It stays a draft until you announce it.',
  create: 'Create draft',
  copy: 'Copy',
  copyOf: (title) => `Copy “${title}”`,
  copyLead:
    'Texts, place, rooms, tracks, programme, ticket types and numbers of places are taken over, times moved to the new day. Registrations, speakers, documents, facts and milestones are never taken over.',
  copyNow: 'Create copy',
  series: 'Congress series',
  removeEdition: 'Delete draft',
  goesWithIt: 'The following is deleted with it:',
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
      count === 1 ? 'one role that holds for this congress only' : `${count} roles that hold for this congress only`,
  },
  openAnyway: 'Open anyway',
  opensAnyway:
    'Nothing has been saved yet. “Open anyway” opens registration; the points can still be dealt with later.',
  byDate: 'by date',
  states: {
    draft: { name: 'draft', meaning: 'Only the office sees the congress.' },
    announced: { name: 'announced', meaning: 'The page is public, registration is not yet.' },
    open: { name: 'registration open', meaning: 'Everybody can register.' },
    closed: { name: 'registration closed', meaning: 'The page stays, there are no new registrations.' },
    held: { name: 'held', meaning: 'The page begins with the results.' },
    documented: { name: 'documented', meaning: 'The page begins with the documentation.' },
  },
  stateNow: 'now',
  booked: (taken, seats) => `${taken} of ${seats}`,
  onSite: 'Places on site',
  organisationParts: { host: 'Host', partner: 'Partner' },
  pictures: {
    logoOf: (name: string) => `Logo: ${name}`,
    portraitOf: (name: string) => `Portrait: ${name}`,
    takeOut: 'Take the picture out',
    now: 'Now:',
    changeLogo: 'Change the logo',
    addLogo: 'Add a logo',
  },
}
