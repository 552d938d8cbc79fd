import type { de } from './checklist.de.ts'

export const en: typeof de = {
  checklist: 'What is still to be done',
  checksOpen: (count) =>
    count === 0 ? 'Everything needed is there.' : count === 1 ? 'One item is open.' : `${count} items are open.`,
  openChecks: (title, count) =>
    `${title}: ${count === 1 ? 'one item' : `${count} items`} still to be completed before registration opens.`,
  made: {
    created: 'The congress has been created',
    copied: 'The copy has been made',
    text: 'The new congress is a draft that only the office can see. The list tells what is still missing.',
  },
  dateAbout: (day) => `Set beginning and end; so far only the approximate day is noted: ${day}`,
  checks: {
    date: 'Set start and end',
    place: 'Enter town and venue',
    address: 'Enter the address',
    arrival: 'Describe arrival by public transport',
    stepFree: 'Describe step-free access',
    programme: 'Add sessions with times',
    ticketTypes: 'Add ticket types',
    quotas: 'Limit the number of places',
    consents: 'Write consent texts',
    opening: 'Set dates for the announcement and for the opening of registration',
    english: 'Add missing English texts',
  },
  englishLead: (count) =>
    count === 0
      ? 'All texts are available in English.'
      : count === 1
        ? 'One text has no translation yet.'
        : `${count} texts have no translation yet.`,
  translate: 'Translate',
}
