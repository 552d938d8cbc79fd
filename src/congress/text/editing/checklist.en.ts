import type { de } from './checklist.de.ts'

export const en: typeof de = {
  checklist: 'What is missing before registration opens?',
  checksOpen: (count) =>
    count === 0 ? 'Nothing is missing.' : count === 1 ? 'One point is open.' : `${count} points are open.`,
  openChecks: (title, count) =>
    `${title}: ${count === 1 ? 'one point is' : `${count} points are`} open before registration.`,
  done: 'done',
  checks: {
    date: 'Start and end are known',
    place: 'Town and venue are known',
    address: 'The address is given',
    arrival: 'Arrival by public transport is described',
    stepFree: 'The step-free way is described',
    programme: 'The programme has sessions with times',
    ticketTypes: 'There are ticket types',
    quotas: 'Places are limited',
    consents: 'There are consent texts',
    opening: 'Announcement and opening of registration have a day',
    english: 'Every text is there in English',
  },
  englishLead: (count) =>
    count === 0
      ? 'Every text is there in English.'
      : count === 1
        ? 'One text is missing.'
        : `${count} texts are missing.`,
  translate: 'Translate',
}
