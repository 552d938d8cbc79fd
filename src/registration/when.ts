import { placeText, timesText } from '../congress/index.ts'
import { type Bilingual, dates, inLanguage, type Language } from '../platform/language.ts'
import type { Own } from './queries/own.ts'
import { text } from './text.ts'

type Timed = { startsAt: Date | null; endsAt: Date | null }
type Edition = Timed & { zone: string; bookable: readonly Timed[] }

/** Whether an edition or what can be booked in it takes more than one day of its place. */
export function isOfSeveralDays({ zone, startsAt, endsAt, bookable }: Edition): boolean {
  const { iso } = dates('de', zone)
  const moments = [startsAt, endsAt, ...bookable.map((session) => session.startsAt)]
  return new Set(moments.flatMap((at) => (at ? [iso(at)] : []))).size > 1
}

/** When a session is, with its day where the edition has several: “Do., 19.10., 9.15 bis 10.00 Uhr”. */
export function sessionTimes(language: Language, edition: Edition, { startsAt, endsAt }: Timed): string {
  if (!startsAt) return ''
  const times = timesText(language, edition.zone, startsAt, endsAt)
  return isOfSeveralDays(edition) ? `${dates(language, edition.zone).weekdayShort(startsAt)}, ${times}` : times
}

const isOnline = ({ attendance }: Pick<Own, 'attendance'>) => attendance === 'online'

/** Where this person takes part: venue and address, or online. */
export function whereText(own: Own, language: Language): string {
  const { venue, address } = own.edition
  if (isOnline(own)) return text[language].own.online
  return address ? [venue, address].filter(Boolean).join(', ') : placeText(own.edition)
}

/** Who tells the link to who takes part online. Undefined on site. */
export const linkText = (own: Own, language: Language): string | undefined =>
  isOnline(own) ? text[language].own.onlineLink : undefined

/** Titles in a sentence: “Water”, “Economy”. */
export const namesIn = (language: Language, sessions: readonly { title: Bilingual }[]) =>
  sessions.map(({ title }) => text[language].quoted(inLanguage(language, title))).join(', ')

/** A room's name; a number in it stays beside its word. */
export const roomText = (language: Language, room: Bilingual) =>
  inLanguage(language, room).replace(/ (?=\d)/g, '\u00a0')
