import { dayText, placeText, type Session } from '../../congress/index.ts'
import { dates, inLanguage, type Language } from '../../platform/language.ts'
import { linesOf, type Region } from '../../region/index.ts'
import type { Own } from '../queries/own.ts'
import { text } from '../text.ts'
import { isOfSeveralDays, linkText, roomText } from '../when.ts'
import type { TicketData } from './ticket.ts'

/** What stands on a person's ticket. The code that the door scans names edition, number and code, and nothing personal. */
export function ticketData(own: Own, language: Language, regions: readonly Region[], installation: string): TicketData {
  const { edition } = own
  const t = text[language].own.facts
  const { time, weekday, iso } = dates(language, edition.zone)
  const online = linkText(own, language)
  const hasDays = isOfSeveralDays(edition)
  const fact = (term: string, value: string | null | undefined | false) => (value ? [{ term, text: value }] : [])
  return {
    language,
    installation,
    regions: linesOf(regions, language),
    line: own.regionNo ?? edition.regionNo ?? regions[0]?.no ?? 1,
    home: own.regionNo ?? undefined,
    title: [inLanguage(language, edition.title), edition.town].filter(Boolean).join(' '),
    series: inLanguage(language, edition.title),
    facts: [
      ...fact(t.when, dayOf(own, language)),
      ...fact(t.doors, !online && edition.doorsAt && time(edition.doorsAt)),
      ...fact(t.begin, edition.startsAt && time(edition.startsAt)),
      ...fact(t.where, online ? text[language].own.online : placeText(edition)),
      ...fact(t.ticket, inLanguage(language, own.ticketName)),
    ],
    name: own.name,
    organisation: own.organisation,
    number: own.number === null ? '–' : String(own.number),
    code: own.code,
    payload: `METROPOL ${edition.slug} ${own.number ?? ''} ${own.code}`,
    sessions: pointsOf(own).map(({ id, title, startsAt, room }, at, all) => ({
      day: hasDays && startsAt && isNewDay(all[at - 1]?.startsAt, startsAt, iso) ? weekday(startsAt) : undefined,
      time: startsAt ? time(startsAt) : '',
      title: inLanguage(language, title),
      room: room && !online ? roomText(language, room) : undefined,
      isBooked: own.sessions.some((session) => session.id === id),
    })),
    online,
    isExample: edition.isExample,
  }
}

/** The day with its weekday, as far as it is known. */
function dayOf({ edition }: Own, language: Language) {
  const { weekday, iso } = dates(language, edition.zone)
  const { startsAt, endsAt, dateText, zone } = edition
  const isOneDay = startsAt && !dateText && (!endsAt || iso(startsAt) === iso(endsAt))
  return isOneDay ? weekday(startsAt) : dayText(language, zone, edition)
}

/** What the person has booked, and between it what is for everybody: no pauses, nothing with something beside it. */
function pointsOf({ edition: { programme, startsAt }, sessions, attendance }: Own): Session[] {
  const isHome = attendance === 'online'
  const open = programme.filter(
    ({ isBookable, format, startsAt: at }) =>
      !isBookable && format !== 'break' && !(isHome && at && startsAt && at < startsAt),
  )
  const isForAll = ({ id, startsAt: at, format }: Session) =>
    !(isHome && (format === 'meal' || format === 'excursion')) &&
    !open.some((other) => other.id !== id && at && other.startsAt?.getTime() === at.getTime())
  return programme.filter(
    (point) => sessions.some(({ id }) => id === point.id) || (open.includes(point) && isForAll(point)),
  )
}

const isNewDay = (before: Date | null | undefined, at: Date, dayOf: (at: Date) => string) =>
  !before || dayOf(before) !== dayOf(at)
