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
