import { type Bilingual, dates, inLanguage, type Language } from '../../platform/language.ts'
import { text } from '../text/public.ts'

type Dated = { startsAt: Date | null; endsAt: Date | null; dateText: Bilingual | null }

/** The day or days of an edition without times: “20. September 2022”, “Oktober 2026”, or that it is not known. */
export function dayText(language: Language, zone: string, { startsAt, endsAt, dateText }: Dated): string {
  if (dateText) return inLanguage(language, dateText)
  if (!startsAt) return text[language].noDate
  const { day, iso } = dates(language, zone)
  return endsAt && iso(startsAt) !== iso(endsAt) ? text[language].span(day(startsAt), day(endsAt)) : day(startsAt)
}

/** Day and times, as far as they are known. */
export function whenText(language: Language, zone: string, dated: Dated): string {
  const { startsAt, endsAt } = dated
  const on = dayText(language, zone, dated)
  if (!startsAt) return on
  const { time, iso, weekday } = dates(language, zone)
  const t = text[language]
  if (!endsAt) return t.at(on, time(startsAt))
  if (iso(startsAt) !== iso(endsAt)) return on
  return t.from(dated.dateText ? on : weekday(startsAt), timeAlone(language, time(startsAt)), time(endsAt))
}

/** From – to of a session on one day: “9.30 bis 10.15 Uhr”. */
export function timesText(language: Language, zone: string, startsAt: Date, endsAt: Date | null): string {
  const { time } = dates(language, zone)
  if (!endsAt) return time(startsAt)
  return `${timeAlone(language, time(startsAt))} ${text[language].until(time(endsAt))}`
}

/** A moment in words: “4. Mai 2026, 12.00 Uhr”. */
export function momentText(language: Language, zone: string, at: Date): string {
  const { day, time } = dates(language, zone)
  return text[language].at(day(at), time(at))
}

const timeAlone = (language: Language, time: string) => (language === 'de' ? time.replace('\u00a0Uhr', '') : time)
