import type { Language } from '../../platform/language.ts'
import { pdf } from '../../platform/pdf.ts'
import { qrSvg } from '../../platform/qr.ts'
import { de } from './text.de.ts'
import { en } from './text.en.ts'
import { ticketTemplate } from './ticket.typ.ts'

export type TicketRegion = {
  no: number
  name: string /** #rrggbb */
  colour: string /** Text on it, #rrggbb. */
  on: string
}

/** What is printed on one person's ticket, in the words of the person's language. */
export type TicketData = {
  language: Language
  installation: string
  /** In the order of their lines, at least one. */
  regions: readonly TicketRegion[]
  /** The line that branches off: the person's region, or the host's where the person comes from outside. */
  line: number
  /** The person's region, named at the foot of the badge; a guest has none. */
  home?: number | undefined
  /** „5. Metropolkongress Pforzheim“ on the ticket. */
  title: string
  /** „5. Metropolkongress“ on the badge. */
  series: string
  /** Day, doors, begin, venue: as many lines as there is something to say about, at most five. */
  facts: readonly { term: string; text: string }[]
  name: string
  organisation: string
  number: string
  code: string
  /** What the scanner at the door reads. */
  payload: string
  /** `day` heads the first session of each day, where there are several; `isBooked` what the person has chosen. */
  sessions: readonly {
    day?: string | undefined
    time: string
    title: string
    room?: string | undefined
    isBooked?: boolean
  }[]
  /** Who takes part online needs neither badge nor code, but this: how the link comes. */
  online?: string | undefined
  note?: { term: string; text: string } | undefined
  isExample: boolean
}

const words = { de, en }
/** So many fit beside the fold in a size that can still be read. */
const longestDay = 14
/** With the headings of several days among them. */
const longestDays = 10

/** The ticket as a PDF/UA-1 of one A4 page. Throws a RangeError when the line is none of the regions. */
export function ticketPdf(ticket: TicketData): Promise<Buffer> {
  const text = words[ticket.language]
  const own = ticket.regions.find((region) => region.no === ticket.line)
  const kind = ticket.online ? text.onlineTicket : text.ticket
  if (!own) throw new RangeError(`ticketPdf: no region ${ticket.line}`)
  const data = {
    ...ticket,
    home: ticket.home ?? null,
    note: ticket.note ?? null,
    online: ticket.online ?? null,
    sessions: dayOf(ticket.sessions, text.more),
    qr: qrSvg(ticket.payload),
    words: {
      ...text,
      ticket: kind,
      day: ticket.sessions.some(({ day }) => day) ? text.days : text.day,
      more: '',
      code: text.code(ticket.number),
      lines: text.lines(ticket.regions.length, own.name),
    },
  }
  const title = `${kind} ${ticket.number}, ${ticket.title}`
  return pdf(ticketTemplate, data, { language: ticket.language, title, author: ticket.installation })
}

function dayOf(sessions: TicketData['sessions'], more: (count: number) => string) {
  const all = sessions.map(({ day = '', time, title, room = '', isBooked = false }) => ({
    day,
    time,
    title,
    room,
    isBooked,
  }))
  const most = all.some(({ day }) => day) ? longestDays : longestDay
  if (all.length <= most) return all
  const shown = all.slice(0, most - 1)
  return [...shown, { day: '', time: '', title: more(all.length - shown.length), room: '', isBooked: false }]
}
