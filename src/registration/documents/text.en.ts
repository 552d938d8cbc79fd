import type { de } from './text.de.ts'

export const en: typeof de = {
  ticket: 'Admission ticket',
  onlineTicket: 'Online ticket',
  onlineTitle: 'Taking part online',
  example: 'Example',
  day: 'The day',
  days: 'The days',
  guest: 'Guest',
  code: (number) => `Check code of ticket ${number}`,
  lines: (count, name) =>
    count === 1 ? `One line: ${name}.` : `${count} lines; that of the region ${name} branches off to a stop.`,
  more: (count) => (count === 1 ? 'and one more item' : `and ${count} more items`),
}
