export const answers = ['yes', 'if_need_be', 'no'] as const
/** Whether a date suits somebody. */
export type Answer = (typeof answers)[number]

export type State = 'polling' | 'planned' | 'held' | 'cancelled'

/** Every move of a meeting: fixing the date, taking attendance, calling it off. */
export const moves = [
  { from: 'polling', to: 'planned' },
  { from: 'planned', to: 'held' },
  { from: 'polling', to: 'cancelled' },
  { from: 'planned', to: 'cancelled' },
] as const satisfies readonly { from: State; to: State }[]

/** So many dates are asked about at most, so many items an agenda has, so many minutes a meeting lasts. */
export const mostOptions = 8
export const mostItems = 30
export const longestMinutes = 1440

/** How long guests' names and addresses are kept after a meeting. */
export const guestsKeptDays = 365

export type Tally = Record<Answer, number>

/**
 * The dates that suit best, by their places in the list: fewest who cannot, then most who can without reservation. None
 * while nobody has answered.
 */
export function bestOf(tallies: readonly Tally[]): number[] {
  if (tallies.every(({ yes, if_need_be, no }) => yes + if_need_be + no === 0)) return []
  const rank = ({ no, yes }: Tally) => no * 10_000 - yes
  const best = Math.min(...tallies.map(rank))
  return tallies.flatMap((tally, index) => (rank(tally) === best ? [index] : []))
}
