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
  },
}
