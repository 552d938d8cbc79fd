import { type Bilingual, dates, inLanguage, type Language } from '../../platform/language.ts'
import { lastsDays } from '../model.ts'
import { text } from '../text/public.ts'

type Timed = { startsAt: Date | null; endsAt: Date | null }
type Dated = Timed & { dateText: Bilingual | null }

/** The day or days of an edition without times: “20. September 2022”, “Oktober 2026”, or that it is not known. */
export function dayText(language: Language, zone: string, { startsAt, endsAt, dateText }: Dated): string {
  if (dateText) return inLanguage(language, dateText)
  if (!startsAt) return text[language].noDate
  const { day, days, iso } = dates(language, zone)
  return endsAt && iso(startsAt) !== iso(endsAt) ? days(startsAt, endsAt) : day(startsAt)
}

/** Day and times, as far as they are known. */
export function whenText(language: Language, zone: string, dated: Dated): string {
  const { startsAt, endsAt } = dated
  const on = dayText(language, zone, dated)
  if (!startsAt) return on
  const { time, weekday } = dates(language, zone)
  const t = text[language]
  if (!endsAt) return t.at(on, time(startsAt))
  if (lastsDays(dated, dates('de', zone).iso))
    return dated.dateText ? on : t.span(momentText(language, zone, startsAt), momentText(language, zone, endsAt))
  return t.from(dated.dateText ? on : weekday(startsAt), timeAlone(language, time(startsAt)), time(endsAt))
}

/** From – to of a session: “9.30 bis 10.15 Uhr”; where it ends on another day, with that day. */
export function timesText(language: Language, zone: string, startsAt: Date, endsAt: Date | null): string {
  const { time, iso } = dates(language, zone)
  if (!endsAt) return time(startsAt)
  const begin = iso(startsAt) === iso(endsAt) ? timeAlone(language, time(startsAt)) : time(startsAt)
  return `${begin} ${text[language].until(endText(language, zone, startsAt, endsAt))}`
}

/** When a session ends: the time, on another day than it began with that day. */
export function endText(language: Language, zone: string, startsAt: Date, endsAt: Date): string {
  const { time, iso } = dates(language, zone)
  return iso(startsAt) === iso(endsAt) ? time(endsAt) : momentText(language, zone, endsAt)
}

/** The same for where no day stands above it: an edition of several days names the day. */
export function sessionTimesText(language: Language, edition: Timed & { zone: string }, session: Timed): string {
  const { zone } = edition
  const { startsAt, endsAt } = session
  if (!startsAt) return text[language].noTimes
  const times = timesText(language, zone, startsAt, endsAt)
  const { iso, weekday } = dates(language, zone)
  return lastsDays(edition, iso) ? `${weekday(startsAt)}, ${times}` : times
}

/** A moment within an edition: its time, and where the edition lasts several days its day. */
export function timeText(language: Language, edition: Timed & { zone: string }, at: Date): string {
  const { time, iso } = dates(language, edition.zone)
  return lastsDays(edition, iso) ? momentText(language, edition.zone, at) : time(at)
}

/** A moment in words: “4. Mai 2026, 12.00 Uhr”. */
export function momentText(language: Language, zone: string, at: Date): string {
  const { day, time } = dates(language, zone)
  return text[language].at(day(at), time(at))
}

const timeAlone = (language: Language, time: string) => (language === 'de' ? time.replace('\u00a0Uhr', '') : time)
