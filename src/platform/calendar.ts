/** An appointment. `id` never changes and `version` grows with every change, so a calendar updates what it has. */
export type Appointment = {
  id: string
  version: number
  title: string
  begin: Date
  end: Date
  description?: string | undefined
  url?: string | undefined
  place?: { name: string; address?: string | undefined; geo?: { lat: number; lon: number } | undefined } | undefined
  isCancelled?: boolean | undefined
}

export type Calendar = {
  name: string
  /** The installation's address; its host makes the ids unique in the world. */
  publicUrl: string
  /** When this was said: the moment of asking. */
  stamp: Date
  zone?: string
  appointments: readonly Appointment[]
}

/**
 * An iCalendar file (RFC 5545) of an edition, its sessions or one person's bookings.
 * Times in Europe/Berlin carry their zone with its rules, so that a calendar shows the place's wall clock; times of
 * other zones are written in UTC. It is written here and not by a package because the one at hand reads wall clocks in
 * the zone of the machine and writes DTSTAMP in local time, which the standard forbids.
 */
export function calendar({ name, publicUrl, stamp, zone = berlin, appointments }: Calendar): string {
  const host = new URL(publicUrl).hostname
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Metropol//Metropol//DE',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...(zone === berlin ? berlinRules : []),
    ...appointments.flatMap((appointment) => event(appointment, { host, stamp, zone })),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const berlin = 'Europe/Berlin'
const berlinRules = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Berlin',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

function event(appointment: Appointment, { host, stamp, zone }: { host: string; stamp: Date; zone: string }): string[] {
  const { id, version, title, begin, end, description, url, place, isCancelled } = appointment
  const optional = (isThere: unknown, line: string) => (isThere ? [line] : [])
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(`${id}@${host}`)}`,
    `SEQUENCE:${version}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART${moment(begin, zone)}`,
    `DTEND${moment(end, zone)}`,
    `SUMMARY:${escaped(title)}`,
    ...optional(description, `DESCRIPTION:${escaped(description ?? '')}`),
    ...optional(place, `LOCATION:${escaped([place?.name, place?.address].filter(Boolean).join(', '))}`),
    ...optional(place?.geo, `GEO:${place?.geo?.lat};${place?.geo?.lon}`),
    ...optional(url, `URL:${url?.replace(/\p{Cc}/gu, '')}`),
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

const utc = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone: berlin, dateStyle: 'short', timeStyle: 'medium' })

function moment(at: Date, zone: string): string {
  if (zone !== berlin) return `:${utc(at)}`
  return `;TZID=${berlin}:${wallClock.format(at).replace(/[-:]/g, '').replace(' ', 'T')}`
}

const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[^\P{Cc}\t]/gu, '')

/** Lines of at most 75 octets, never cut inside a letter (RFC 5545, 3.1). */
function folded(line: string): string {
  const rows = ['']
  for (const letter of line) {
    const row = rows.at(-1) ?? ''
    if (Buffer.byteLength(row + letter) > 75) rows.push(` ${letter}`)
    else rows[rows.length - 1] = row + letter
  }
  return rows.join('\r\n')
}
