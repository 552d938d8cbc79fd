import type { de } from './checklist.de.ts'

export const en: typeof de = {
  checklist: 'What is missing before registration opens?',
  checksOpen: (count) =>
    count === 0 ? 'Nothing is missing.' : count === 1 ? 'One item is open.' : `${count} items are open.`,
  openChecks: (title, count) =>
    `${title}: ${count === 1 ? 'one item' : `${count} items`} still to be completed before registration opens.`,
  done: 'done',
  checks: {
    date: 'Start and end are set',
    place: 'Town and venue are set',
    address: 'The address is given',
    arrival: 'Arrival by public transport is described',
    stepFree: 'Step-free access is described',
    programme: 'The programme has sessions with times',
    ticketTypes: 'There are ticket types',
    quotas: 'The number of places is limited',
    consents: 'There are consent texts',
    opening: 'Dates are set for the announcement and for the opening of registration',
    english: 'All texts are available in English',
  },
  englishLead: (count) =>
    count === 0
      ? 'All texts are available in English.'
      : count === 1
        ? 'One text has no translation yet.'
        : `${count} texts have no translation yet.`,
  translate: 'Translate',
}
