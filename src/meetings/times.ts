import { dates, type Language, type Zone } from '../platform/language.ts'

type Span = { startsAt: Date; endsAt: Date }

/** Donnerstag, 19. Oktober 2028, 9.30 Uhr – 11 Uhr (MESZ): with the zone's name, because readers may be elsewhere. */
export function spanText(language: Language, zone: Zone, { startsAt, endsAt }: Span): string {
  const f = dates(language, zone)
  const isSameDay = f.iso(startsAt) === f.iso(endsAt)
  const end = isSameDay ? f.time(endsAt) : `${f.weekday(endsAt)}, ${f.time(endsAt)}`
  return `${f.weekday(startsAt)}, ${f.time(startsAt)} – ${end} (${zoneName(language, zone, startsAt)})`
}

/** What the zone is called all year: Mitteleuropäische Zeit. */
export const zoneText = (language: Language, zone: Zone) => zoneName(language, zone, new Date(0), 'longGeneric')

/** What the zone is called at this instant: MEZ, MESZ; GMT+1 where it has no short name in the language. */
function zoneName(language: Language, timeZone: Zone, at: Date, timeZoneName: 'short' | 'longGeneric' = 'short') {
  const locale = language === 'de' ? 'de-DE' : 'en-GB'
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
