import type { de } from './programme.de.ts'

export const en: typeof de = {
  formats: {
    opening: 'Opening',
    talk: 'Talk',
    panel: 'Panel',
    workshop: 'Workshop',
    working_group: 'Working group',
    presentation: 'Presentation',
    handover: 'Handover',
    break: 'Break',
    meal: 'Meal',
    excursion: 'Excursion',
    other: 'Other',
  },
  languages: { de: 'German', en: 'English' },
  session: 'Session',
  newSession: 'Add session',
  noSessions: 'No programme yet',
  proposals: {
    waiting: (edition, count) =>
      count === 1
        ? `${edition}: a working group proposes something for the programme`
        : `${edition}: ${count} proposals of working groups for the programme`,
    caption: 'Proposed by working groups',
    title: 'Title',
    group: 'Working group',
    decide: 'Decide',
    take: 'Take into the programme',
    decline: 'Put aside',
  },
  timeless: 'no time set',
  overlaps: (people) =>
    people === 1
      ? 'One person has booked something else at the same time'
      : `${people} people have booked something else at the same time`,
  bookable: 'can be booked',
  speaker: {
    legend: (no) => `Person ${no}`,
    name: 'Name',
    function: 'Position or role',
    organisation: 'Organisation',
  },
}
