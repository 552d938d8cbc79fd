import type { Schema } from '../platform/schema.ts'

export type State = Schema['registrations']['state']
export type Attendance = Schema['ticketTypes']['attendance']
/** All of them, in the order the office chooses from. */
export const states = ['confirmed', 'waiting', 'cancelled'] as const satisfies readonly State[]
export const attendances = ['on_site', 'online'] as const satisfies readonly Attendance[]

/** The moves a registration may make; the office can take a cancellation back. */
export const moves = {
  waiting: ['confirmed', 'cancelled'],
  confirmed: ['cancelled'],
  cancelled: ['confirmed'],
} as const satisfies Record<State, readonly State[]>
export const mayMove = (from: State, to: State) => (moves[from] as readonly State[]).includes(to)

/** What the holder of a secret link may still do: rebook while registration is open, change and cancel until the end. */
export type Allowed = { rebook: boolean; change: boolean }

/** `endsAt` null: the end is not known, so it is ahead. */
export function allowed(state: State, edition: { isOpen: boolean; endsAt: Date | null }, now: Date): Allowed {
  const isAhead = state !== 'cancelled' && (edition.endsAt === null || edition.endsAt > now)
  return { rebook: isAhead && edition.isOpen, change: isAhead }
}

type Timed = { startsAt: Date | null; endsAt: Date | null }

/** The first two that take place at the same time; one that begins when the other ends does not. */
export function overlapping<T extends Timed>(sessions: readonly T[]): [T, T] | undefined {
  for (const [n, a] of sessions.entries())
    for (const b of sessions.slice(n + 1))
      if (a.startsAt && a.endsAt && b.startsAt && b.endsAt && a.startsAt < b.endsAt && b.startsAt < a.endsAt)
        return [a, b]
  return undefined
}

/** From the first beginning to the last end. */
export type Slot<T extends Timed> = Timed & { sessions: readonly T[]; isOneOf: boolean }

/**
 * What can be booked, by the choices to be made: sessions that all take place at one time are one choice (`isOneOf`).
 * Where one only overlaps some of the others, those at the very same times are; the rest stand each by itself.
 */
export function slotsOf<T extends Timed>(sessions: readonly T[]): Slot<T>[] {
  const knots: T[][] = []
  for (const session of [...sessions].sort((a, b) => startOf(a) - startOf(b))) {
    const knot = knots.find((others) => others.some((other) => overlapping([other, session])))
    if (knot) knot.push(session)
    else knots.push([session])
  }
  return knots
    .flatMap((knot) => (isClique(knot) ? [knot] : [...Map.groupBy(knot, timesOf).values()]))
    .map((members) => ({ sessions: members, isOneOf: members.length > 1, ...spanOf(members) }))
}

function spanOf(sessions: readonly Timed[]): Timed {
  const last = sessions.reduce((late, one) => (Number(one.endsAt) > Number(late.endsAt) ? one : late))
  return { startsAt: sessions[0]!.startsAt, endsAt: last.endsAt }
}

const startOf = ({ startsAt }: Timed) => startsAt?.getTime() ?? Number.POSITIVE_INFINITY
const timesOf = ({ startsAt, endsAt }: Timed) => `${startsAt?.getTime()} ${endsAt?.getTime()}`
/** Times all overlap one another when every two do. */
const isClique = (knot: readonly Timed[]) =>
  knot.every((one, n) => knot.slice(n + 1).every((other) => overlapping([one, other])))

/** Letters and digits that nobody confuses when reading them out or typing them in: no 0 O, 1 I L, U V. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ'
export const codeLength = 6

/** Places left of a number of seats, never below none; undefined where there is no limit. */
export const placesLeft = (seats: number | null, taken: number | null) =>
  seats === null || taken === null ? undefined : Math.max(0, seats - taken)

/** The letter of A to Z under which a name is looked up, by its last word and without dots; `#` for any other. */
export function letterOf(name: string): string {
  const last = name.trim().split(/\s+/).at(-1) ?? ''
  const letter = last.normalize('NFD').charAt(0).toUpperCase()
  return /[A-Z]/.test(letter) ? letter : '#'
}

/** The orders of the office's list. */
/** Since when a registration has come, with the days before today that it reaches back. */
export const receivedDays = { today: 0, yesterday: 1, week: 6 } as const
export type Received = keyof typeof receivedDays
export const receiveds = Object.keys(receivedDays) as Received[]

export const sorts = ['newest', 'oldest', 'name', 'organisation'] as const
export type Sort = (typeof sorts)[number]
export const rowsPerPage = 50
/** Counting and paging end here; who needs more filters or exports. */
export const pagesAtMost = 100
export const countedAtMost = rowsPerPage * pagesAtMost

/** How somebody tells the office that they agree. */
export const consentWays = ['phone', 'writing', 'in_person'] as const
export type ConsentWay = (typeof consentWays)[number]

/** The first text that must be agreed to and is not among those given. */
export const missingConsent = <T extends { id: string; isRequired: boolean }>(
  texts: readonly T[],
  given: readonly string[],
): T | undefined => texts.find(({ id, isRequired }) => isRequired && !given.includes(id))

/** A text one agrees to as a name in a sentence: its first words, without links and other marks. */
export function consentName(text: string): string {
  const plain = text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_#]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.length > 90 ? `${plain.slice(0, plain.lastIndexOf(' ', 88))} …` : plain.replace(/\.$/, '')
}
