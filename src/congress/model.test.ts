import { expect, test } from 'vitest'
import { byDay, type EditionDates, hasOwnPage, moves, placesOf, slots, stateAt } from './model.ts'

const none: EditionDates = {
  stateByHand: null,
  announcedAt: null,
  opensAt: null,
  closesAt: null,
  endsAt: null,
  documentedAt: null,
}
const all: EditionDates = {
  stateByHand: null,
  announcedAt: new Date('2026-01-01T00:00:00Z'),
  opensAt: new Date('2026-02-01T00:00:00Z'),
  closesAt: new Date('2026-03-01T00:00:00Z'),
  endsAt: new Date('2026-04-01T00:00:00Z'),
  documentedAt: new Date('2026-05-01T00:00:00Z'),
}

for (const { from, to, at } of moves) {
  test(`a ${from} edition becomes ${to} in the very millisecond of ${at}, not before`, () => {
    const moment = all[at]!
    expect(stateAt(all, new Date(moment.getTime() - 1))).toBe(from)
    expect(stateAt(all, moment)).toBe(to)
  })
}

test('an edition without dates is a draft', () => {
  expect(stateAt(none, new Date())).toBe('draft')
})

test('nothing is public before it is announced, whatever the other dates say', () => {
  expect(stateAt({ ...all, announcedAt: null }, new Date('2027-01-01'))).toBe('draft')
  expect(stateAt({ ...all, announcedAt: new Date('2027-01-02') }, new Date('2027-01-01'))).toBe('draft')
})

test('a date that is not set is stepped over', () => {
  const unregistered = { ...none, announcedAt: all.announcedAt, endsAt: all.endsAt }
  expect(stateAt(unregistered, new Date('2026-03-15'))).toBe('announced')
  expect(stateAt(unregistered, all.endsAt!)).toBe('held')
})

test('the state set by hand wins over every date', () => {
  for (const { to } of moves) expect(stateAt({ ...all, stateByHand: to }, new Date('2026-01-15'))).toBe(to)
  expect(stateAt({ ...all, stateByHand: 'draft' }, new Date('2027-01-01'))).toBe('draft')
})

const session = (id: string, startsAt: string | null) => ({
  id,
  startsAt: startsAt ? new Date(startsAt) : null,
  endsAt: null,
})

test('a programme falls into days and slots; what has no time comes last and alone', () => {
  const programme = [
    session('a', '2026-11-12T08:30:00Z'),
    session('b', '2026-11-12T10:00:00Z'),
    session('c', '2026-11-12T10:00:00Z'),
    session('d', '2026-11-13T08:30:00Z'),
    session('e', null),
    session('f', null),
  ]
  const days = byDay(programme, (at) => at.toISOString().slice(0, 10))
  expect(days.map(({ day }) => day)).toEqual(['2026-11-12', '2026-11-13', undefined])
  const ids = days.map(({ sessions }) => slots(sessions).map((slot) => slot.sessions.map(({ id }) => id)))
  expect(ids).toEqual([[['a'], ['b', 'c']], [['d']], [['e'], ['f']]])
})

test('places left never fall below nothing, and without a limit there is no number', () => {
  expect(placesOf(10, 4)).toEqual({ seats: 10, left: 6 })
  expect(placesOf(10, 12)).toEqual({ seats: 10, left: 0 })
  expect(placesOf(null, null)).toBeUndefined()
})

test('a programme of one day keeps what has no time in that day', () => {
  const programme = [session('a', '2026-11-12T08:30:00Z'), session('b', null)]
  const days = byDay(programme, (at) => at.toISOString().slice(0, 10))
  expect(days).toEqual([{ day: '2026-11-12', sessions: programme }])
  expect(byDay([session('b', null)], () => '')).toEqual([{ day: undefined, sessions: [session('b', null)] }])
  expect(byDay([], () => '')).toEqual([])
})

test('a point has a page of its own where there is more to say than its line does', () => {
  const timed = { startsAt: new Date(), endsAt: new Date(), isBookable: false, abstract: null, format: 'talk' } as const
  const long = { de: 'Mehr. '.repeat(60) }
  expect(hasOwnPage(timed, 'open')).toBe(true)
  expect(hasOwnPage({ ...timed, format: 'break' }, 'open')).toBe(false)
  expect(hasOwnPage({ ...timed, format: 'other' }, 'open')).toBe(false)
  expect(hasOwnPage({ ...timed, endsAt: null }, 'open')).toBe(false)
  expect(hasOwnPage(timed, 'held')).toBe(false)
  expect(hasOwnPage({ ...timed, abstract: { de: 'Ein Satz.' } }, 'held')).toBe(false)
  expect(hasOwnPage({ ...timed, abstract: long }, 'held')).toBe(true)
  expect(hasOwnPage({ ...timed, isBookable: true }, 'held')).toBe(true)
})
