export const kinds = ['result', 'project', 'position'] as const
/** A piece of the thread: what a group handed over, what is done, what is demanded. */
export type Kind = (typeof kinds)[number]

/** What can happen with a piece; a note changes nothing but shows that it moves. */
export const eventKinds = [
  'note',
  'planned',
  'begun',
  'paused',
  'resumed',
  'completed',
  'abandoned',
  'handed_over',
  'heard',
  'answered',
] as const
export type EventKind = (typeof eventKinds)[number]

export type State =
  | 'idea'
  | 'planned'
  | 'under_way'
  | 'paused'
  | 'completed'
  | 'abandoned'
  | 'handed_over'
  | 'heard'
  | 'answered'

export const projectStates = ['idea', 'planned', 'under_way', 'paused', 'completed', 'abandoned'] as const

/** Whether nothing more is to come of it. */
export const isOver = (state: State) => state === 'completed' || state === 'abandoned'

/** Every move of a piece: what happens to which kind, from which states, and where it leads. */
export const moves = [
  { kind: 'project', event: 'planned', from: ['idea'], to: 'planned' },
  { kind: 'project', event: 'begun', from: ['idea', 'planned'], to: 'under_way' },
  { kind: 'project', event: 'paused', from: ['under_way'], to: 'paused' },
  { kind: 'project', event: 'resumed', from: ['paused'], to: 'under_way' },
  { kind: 'project', event: 'completed', from: ['idea', 'planned', 'under_way'], to: 'completed' },
  { kind: 'project', event: 'abandoned', from: ['idea', 'planned', 'under_way', 'paused'], to: 'abandoned' },
  { kind: 'position', event: 'handed_over', from: ['idea'], to: 'handed_over' },
  { kind: 'position', event: 'heard', from: ['handed_over'], to: 'heard' },
  { kind: 'position', event: 'answered', from: ['handed_over', 'heard'], to: 'answered' },
  { kind: 'position', event: 'abandoned', from: ['idea', 'handed_over', 'heard'], to: 'abandoned' },
  { kind: 'result', event: 'completed', from: ['idea'], to: 'completed' },
  { kind: 'result', event: 'abandoned', from: ['idea'], to: 'abandoned' },
] as const satisfies readonly { kind: Kind; event: EventKind; from: readonly State[]; to: State }[]

type Dated = { kind: EventKind; plannedFor: string | null; happenedOn: string | null }

/** Whether it is still ahead: planned, and not yet known to have happened. */
export const isAhead = ({ plannedFor, happenedOn }: Omit<Dated, 'kind'>) => plannedFor !== null && happenedOn === null

/** Events in the order of time: what has no date first, as it is older than what is known; what is ahead last. */
export const inOrder = <E extends Dated>(events: readonly E[]): E[] =>
  events.toSorted(
    (a, b) =>
      Number(isAhead(a)) - Number(isAhead(b)) ||
      sortKey(a.happenedOn ?? a.plannedFor).localeCompare(sortKey(b.happenedOn ?? b.plannedFor)),
  )
// A year alone comes after the days known of it, a month after its days.
const sortKey = (dated: string | null) => (dated ?? '').padEnd(dated ? 10 : 0, '~')

/** The state that follows from what has happened, in the order of time. */
export function stateOf(kind: Kind, events: readonly Dated[]): State {
  let state: State = 'idea'
  for (const event of inOrder(events).filter((one) => !isAhead(one)))
    state = moveFrom(kind, state, event.kind)?.to ?? state
  return state
}

/** Whether these events, in the order of time, are all moves that there are: a project is not paused before it begins. */
export function isPossible(kind: Kind, events: readonly Dated[]): boolean {
  let state: State = 'idea'
  for (const event of inOrder(events).filter((one) => !isAhead(one) && one.kind !== 'note')) {
    const move = moveFrom(kind, state, event.kind)
    if (!move) return false
    state = move.to
  }
  return true
}

const moveFrom = (kind: Kind, state: State, event: EventKind) =>
  moves.find((move) => move.kind === kind && move.event === event && (move.from as readonly State[]).includes(state))

/** The events that may be entered for a kind of piece. */
export const eventsOf = (kind: Kind): EventKind[] => [
  'note',
  ...moves.filter((move) => move.kind === kind).map(({ event }) => event),
]

export const verdicts = ['taken_up', 'partly', 'not', 'open'] as const
export type Verdict = (typeof verdicts)[number]

/** What became of something, in four words; `open` means that nothing is known here. */
export const outcomes = ['carried_out', 'under_way', 'not_taken_up', 'open'] as const
export type Outcome = (typeof outcomes)[number]

type Piece = { kind: Kind; state: State; verdicts: readonly Verdict[] }

/**
 * What became of a project or position. A position is judged by its lines: taken up all, not at all, or in between, as
 * soon as one has a verdict.
 */
export function outcomeOf({ kind, state, verdicts }: Piece): Outcome {
  if (state === 'completed') return 'carried_out'
  if (state === 'abandoned') return 'not_taken_up'
  if (kind === 'position' && verdicts.some((one) => one !== 'open')) {
    if (verdicts.every((one) => one === 'taken_up')) return 'carried_out'
    return verdicts.every((one) => one === 'not') ? 'not_taken_up' : 'under_way'
  }
  return state === 'idea' ? 'open' : 'under_way'
}

/**
 * What became of a result: what its projects and positions tell. Work that goes on counts before work that is done, and
 * either before what came to nothing; its own word counts only where there is no work to tell. That work was made of it
 * is known, even where it has not begun.
 */
export const outcomeOfResult = (own: Outcome, work: readonly Outcome[]): Outcome =>
  (['under_way', 'carried_out', 'not_taken_up'] as const).find((one) => work.includes(one)) ??
  (own === 'open' && work.length > 0 ? 'under_way' : own)

export const relationKinds = [
  'led_to',
  'carries_out',
  'answers',
  'presented_at',
  'supersedes',
  'comes_from',
  'same_topic',
] as const
export type RelationKind = (typeof relationKinds)[number]
/** Relations that make the other piece work on a result, whichever way they are said. */
export const isWork = (kind: RelationKind) => kind === 'led_to' || kind === 'carries_out'

export const organisationParts = ['lead', 'partner'] as const
export type OrganisationPart = (typeof organisationParts)[number]

/** How many of each outcome. */
export const countsOf = (list: readonly Outcome[]) =>
  Object.fromEntries(outcomes.map((one) => [one, list.filter((other) => other === one).length])) as Record<
    Outcome,
    number
  >

const yearMs = 365 * 24 * 3_600_000
/** Whether nothing has moved for a year with something that is not over. */
export const isStill = (outcome: Outcome, movedAt: Date, now: Date) =>
  (outcome === 'under_way' || outcome === 'open') && now.getTime() - movedAt.getTime() > yearMs

/** What is said about an event, a position's line, a consultation; whoever changes it has seen these. */
export const said = {
  event: ['kind', 'title', 'text', 'place', 'plannedFor', 'happenedOn', 'sourceId'],
  consultation: ['title', 'text', 'addressee', 'reference', 'link', 'due', 'isPublic'],
  point: ['text', 'verdict', 'evidence', 'evidenceDocumentId', 'evidencePage', 'evidenceLink', 'sourceId'],
} as const

/** The answer to a position, where what was entered has its words. */
export const answerIn = <E extends { kind: EventKind; text: unknown }>(events: readonly E[]) =>
  events.findLast(({ kind, text }) => kind === 'answered' && text)
