import type { de } from './text.de.ts'

export const en: typeof de = {
  title: 'Notices by mail',
  lead: 'What is new in the group: votes, meetings, minutes and papers. The mail names only the group, how much there is and until when a vote lasts, no title and no text.',
  legend: 'How often',
  paces: {
    at_once: 'At once',
    daily: 'Once a day, if there is something',
    weekly: 'Once a week, on Mondays',
    never: 'Not at all',
  },
  paceHint:
    'Invitations to meetings and reminders of your own tasks come in any case. If a vote ends within three days, you are told at once.',
  save: 'Save',
  saved: 'Saved.',
  ended: 'Unsubscribed. There will be no more notices from this group.',
  heldTitle: (group) => `Notices from “${group}”`,
  home: 'Home',
  fields: { pace: 'How often' },
  news: {
    vote: (count) => (count === 1 ? 'a vote' : `${count} votes`),
    task: (count) => (count === 1 ? 'a task for you' : `${count} tasks for you`),
    meeting: (count) => (count === 1 ? 'a meeting' : `${count} meetings`),
    minutes: (count) => (count === 1 ? 'the minutes of a meeting' : `the minutes of ${count} meetings`),
    paper: (count) => (count === 1 ? 'a paper' : `${count} papers`),
  },
  until: (count, when) => (count === 1 ? `until ${when}` : `the next one until ${when}`),
  deeds: { 'notices.told': 'Notice from a group sent', 'notices.wished': 'Notices set' },
  recorded: { pace: 'How often' },
  mail: {
    title: 'News from a working group',
    why: 'You get this mail because you are in the working group.',
    change: 'Less often, more often or not at all',
    button: 'To the working group',
    subject: 'News from the working group {{group}}',
    body: 'New in the working group **{{group}}**: {{news}}.\n\n{{link}}',
    example: { group: 'Artificial intelligence' },
  },
}
