/** What somebody is in a group. Observers read and speak, but decide nothing. */
export const parts = ['lead', 'member', 'observer'] as const
export type Part = (typeof parts)[number]

export const states = ['forming', 'working', 'reported', 'closed'] as const
export type State = (typeof states)[number]

/** Every move of a group. One that has reported is closed, or goes on. */
export const moves = [
  { from: 'forming', to: 'working' },
  { from: 'working', to: 'reported' },
  { from: 'reported', to: 'working' },
  { from: 'forming', to: 'closed' },
  { from: 'working', to: 'closed' },
  { from: 'reported', to: 'closed' },
  { from: 'closed', to: 'working' },
] as const satisfies readonly { from: State; to: State }[]

/** Where a group can go from here. */
export const nextStates = (state: State): State[] => moves.flatMap(({ from, to }) => (from === state ? [to] : []))

/** How one becomes a member. */
export const joinings = ['invitation', 'request', 'open'] as const
export type Joining = (typeof joinings)[number]

/** Whether somebody may come by themselves now. */
export const isOpenToJoin = ({ state, joining }: { state: State | null; joining: Joining }) =>
  (state === 'forming' || state === 'working') && joining !== 'invitation'

/** The pieces of a group's inner life that its lead may show to everybody. */
export const pieces = ['state', 'mandate', 'people', 'meetings', 'minutes', 'agreements', 'papers'] as const
export type Piece = (typeof pieces)[number]

/** What somebody may do in a group; each may what those after it may. `outside` sees what the lead shows to everybody. */
export type Standing = 'lead' | 'member' | 'observer' | 'outside'

/** Where somebody is on their way into a group and out of it. */
export type Membership = 'invited' | 'asked' | 'active' | 'left'

/** How long an invitation or a request waits for its answer. */
export const invitationDays = 60
/** So many requests of one address may wait to be confirmed in a day. */
export const unconfirmedAtMost = 3
/** So many may ask to join one group from outside in an hour. */
export const requestsAtMost = 20

/** Whether somebody in this standing sees a piece of the group's inner life. */
export const shows = ({ standing, shown }: { standing: Standing; shown: readonly Piece[] }, piece: Piece) =>
  standing !== 'outside' || shown.includes(piece)
