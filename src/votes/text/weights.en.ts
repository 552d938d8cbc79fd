import type { weights as de } from './weights.de.ts'

export const weights: typeof de = {
  title: 'Vote weights',
  lead: 'How many votes an organisation has under the statute. A version never changes; to change something, enter a new one. Every vote keeps the version it was opened with.',
  add: 'Enter a new version',
  none: 'No version has been entered yet.',
  from: (day) => `From ${day}`,
  organisation: 'Organisation',
  weight: 'Votes',
  inForceOn: 'Holds from',
  source: 'From where',
  sourceHint: 'Statute with paragraph and date, or the resolution.',
  lines: 'Organisations with their votes',
  linesHint: 'One on each line: “name; votes”. The name as it stands in the register of organisations.',
  lost: ({ day, source, stays, goes }) =>
    `Voting weights from ${day} (${source}): both have votes. ${stays} stay, the ${goes} of the other are lost. If they are to add up, enter a new version afterwards.`,
  save: 'Enter version',
}
