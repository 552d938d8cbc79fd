export const kinds = ['theses', 'demands', 'report'] as const
export type Kind = (typeof kinds)[number]

export const states = ['draft', 'amending', 'adopted', 'handed_over'] as const
export type State = (typeof states)[number]

/** Every move of a paper: open to amendments, back again, adopted for good, handed over to the congress. */
export const moves = [
  { from: 'draft', to: 'amending' },
  { from: 'amending', to: 'draft' },
  { from: 'amending', to: 'adopted' },
  { from: 'adopted', to: 'handed_over' },
] as const satisfies readonly { from: State; to: State }[]

export const nextStates = (state: State): State[] => moves.flatMap(({ from, to }) => (from === state ? [to] : []))

/** Whether its wording never changes any more. */
export const isFixed = (state: State) => state === 'adopted' || state === 'handed_over'

export const amendmentStates = ['open', 'accepted', 'accepted_changed', 'declined', 'withdrawn'] as const
export type AmendmentState = (typeof amendmentStates)[number]

/** What was adopted, as it is kept. */
export type Content = { title: string; kind: Kind; sections: { id: string; title: string; text: string }[] }

export const longestText = 50_000
