import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type Appointment, calendar } from './calendar.ts'

const session: Appointment = {
  id: 'session-1',
  version: 3,
  title: 'Wasser; Hochwasser, Trinkwasser\\Abwasser',
  begin: new Date('2028-10-19T07:00:00Z'),
  end: new Date('2028-10-19T08:30:00Z'),
  description: `Zeile eins\nZeile zwei ${'ü'.repeat(100)}`,
  url: 'https://kongress.example/kongresse/2028/programm',
  place: { name: 'CongressCentrum', address: 'Am Waisenhausplatz 1–3, Pforzheim', geo: { lat: 48.8897, lon: 8.7046 } },
}
const stamp = new Date('2028-09-01T10:00:00Z')
const written = (appointments: readonly Appointment[], zone?: string) =>
  calendar({ name: 'Kongress', publicUrl: 'https://kongress.example', stamp, appointments, ...(zone ? { zone } : {}) })

function readBack(file: string) {
  const component = new ICAL.Component(ICAL.parse(file))
  for (const zone of component.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return component.getAllSubcomponents('vevent').map((event) => {
    const value = (name: string) => event.getFirstPropertyValue(name) as { toString(): string } | null
    return {
      event: new ICAL.Event(event),
      dtstamp: String(value('dtstamp')),
      status: value('status'),
      url: value('url'),
      geo: value('geo'),
      zone: event.getFirstProperty('dtstart')?.getParameter('tzid'),
    }
  })
}

test('a calendar program reads back what was written', () => {
  const [read] = readBack(written([session]))
  expect(read).toMatchObject({
    dtstamp: '2028-09-01T10:00:00Z',
    status: 'CONFIRMED',
    url: session.url,
    geo: [48.8897, 8.7046],
    zone: 'Europe/Berlin',
  })
  const { event } = read!
  expect([event.uid, event.sequence, event.summary]).toEqual(['session-1@kongress.example', 3, session.title])
  expect(event.description).toBe(session.description)
  expect(event.location).toBe('CongressCentrum, Am Waisenhausplatz 1–3, Pforzheim')
  expect([event.startDate.toString(), event.startDate.toJSDate()]).toEqual(['2028-10-19T09:00:00', session.begin])
})

test('winter has its own hour; another zone is told in UTC', () => {
  const winter = { ...session, begin: new Date('2028-12-01T08:00:00Z'), end: new Date('2028-12-01T09:00:00Z') }
  expect(readBack(written([winter]))[0]?.event.startDate.toString()).toBe('2028-12-01T09:00:00')
  const abroad = written([session], 'Europe/Lisbon')
  expect(abroad).toContain('DTSTART:20281019T070000Z')
  expect(abroad).not.toContain('VTIMEZONE')
})

test('what is off is still told, as cancelled', () => {
  expect(readBack(written([{ ...session, isCancelled: true }]))[0]?.status).toBe('CANCELLED')
})

test('no text adds a line of its own, and no line is longer than 75 octets', () => {
  const evil = 'a\r\nATTENDEE:mailto:x@y\nEND:VEVENT\rb'
  const file = written([{ ...session, title: evil, id: evil, description: evil, place: { name: evil } }])
  expect(file).not.toMatch(/^(ATTENDEE|b$)/m)
  expect(file.match(/^END:VEVENT/gm)).toHaveLength(1)
  expect(readBack(file)[0]?.event.summary).toBe('a\nATTENDEE:mailto:x@y\nEND:VEVENT\nb')
  expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
})
