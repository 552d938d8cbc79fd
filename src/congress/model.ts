import type { Bilingual } from '../platform/language.ts'

/** The states of an edition in their order; an edition only moves on, unless the office sets it back by hand. */
export const states = ['draft', 'announced', 'open', 'closed', 'held', 'documented'] as const
export type State = (typeof states)[number]

/** What decides about the state of an edition. */
export type EditionDates = {
  stateByHand: State | null
  announcedAt: Date | null
  opensAt: Date | null
  closesAt: Date | null
  endsAt: Date | null
  documentedAt: Date | null
}

/** Every move: from which state to which, and the date that makes it. */
export const moves = [
  { from: 'draft', to: 'announced', at: 'announcedAt' },
  { from: 'announced', to: 'open', at: 'opensAt' },
  { from: 'open', to: 'closed', at: 'closesAt' },
  { from: 'closed', to: 'held', at: 'endsAt' },
  { from: 'held', to: 'documented', at: 'documentedAt' },
] as const satisfies readonly { from: State; to: State; at: keyof EditionDates }[]

/**
 * The state by hand, else the furthest one whose date has come (at the very moment: already). A date that is not set
 * is stepped over, but nothing is public before `announcedAt`.
 */
export function stateAt(edition: EditionDates, now: Date): State {
  if (edition.stateByHand) return edition.stateByHand
  const reached = moves.filter(({ at }) => isReached(edition[at], now))
  return reached[0]?.from === 'draft' ? reached.at(-1)!.to : 'draft'
}

/** Whether it is over, so that results come first. */
export const isOver = (state: State) => state === 'held' || state === 'documented'

const isReached = (at: Date | null, now: Date) => at !== null && at <= now

export const formats = [
  'opening',
  'talk',
  'panel',
  'workshop',
  'working_group',
  'presentation',
  'handover',
  'break',
  'meal',
  'excursion',
  'other',
] as const
export type Format = (typeof formats)[number]

/** Points of a programme of which nobody wants to know more than the time, and that no search finds. */
export const pauses = ['break', 'meal'] as const satisfies readonly Format[]
export const isPause = (format: Format) => (pauses as readonly Format[]).includes(format)

type Point = Timed & { format: Format; isBookable: boolean; abstract: Bilingual | null }

/** Whether the text about it is so short that it stands in the programme itself: one paragraph, a few lines. */
export const isBrief = ({ de }: Bilingual) => de.length <= 280 && !/\n|[*_#[\]|]/.test(de)

/**
 * Whether a point of the programme has more to say than its line: it can be booked, its text is long, or, while the
 * edition is not over, its time can go into a calendar; not that of what is of no kind, such as the opening of the doors.
 */
export const hasOwnPage = (session: Point, state: State) =>
  !isPause(session.format) &&
  (session.isBookable ||
    (session.abstract !== null && !isBrief(session.abstract)) ||
    (session.format !== 'other' && !isOver(state) && session.startsAt !== null && session.endsAt !== null))

/** A number of places; `left` never below 0. */
export type Places = { seats: number; left: number }
export const placesOf = (seats: number | null, taken: number | null): Places | undefined =>
  seats === null || taken === null ? undefined : { seats, left: Math.max(0, seats - taken) }

/** How many people are in two places at once. */
export const peopleIn = (overlaps: readonly { registrationId: string }[]) =>
  new Set(overlaps.map(({ registrationId }) => registrationId)).size

/** Whether registration is open while nothing is left but the waiting list. */
export const isFull = ({ state, places }: { state: State; places: Places | undefined }) =>
  state === 'open' && places?.left === 0

type Timed = { startsAt: Date | null; endsAt: Date | null }

/**
 * Days of a programme in its zone, each with its points in order; points without a time come last:
 * within the only day there is, else under `undefined`.
 * `dayOf` gives the day in the zone as 2028-10-19.
 */
export function byDay<T extends Timed>(sessions: readonly T[], dayOf: (at: Date) => string) {
  const days = new Map<string | undefined, T[]>()
  for (const session of sessions) {
    const day = session.startsAt ? dayOf(session.startsAt) : undefined
    days.set(day, [...(days.get(day) ?? []), session])
  }
  const timeless = days.get(undefined)
  days.delete(undefined)
  if (timeless && days.size < 2)
    return [{ day: [...days.keys()][0], sessions: [...([...days.values()][0] ?? []), ...timeless] }]
  return [
    ...[...days].map(([day, sessions]) => ({ day, sessions })),
    ...(timeless ? [{ day: undefined, sessions: timeless }] : []),
  ]
}

/** Whether it ends on another day than it begins. `dayOf` as for `byDay`. */
export const lastsDays = ({ startsAt, endsAt }: Timed, dayOf: (at: Date) => string) =>
  startsAt !== null && endsAt !== null && dayOf(startsAt) !== dayOf(endsAt)

/** Points of one day that begin together, as one slot each; a point without a time is a slot of its own. */
export function slots<T extends Timed>(sessions: readonly T[]) {
  const result: { startsAt: Date | null; sessions: T[] }[] = []
  for (const session of sessions) {
    const last = result.at(-1)
    if (session.startsAt && last?.startsAt?.getTime() === session.startsAt.getTime()) last.sessions.push(session)
    else result.push({ startsAt: session.startsAt, sessions: [session] })
  }
  return result
}
