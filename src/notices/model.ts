/** How often somebody wants to be told. */
export const paces = ['at_once', 'daily', 'weekly', 'never'] as const
export type Pace = (typeof paces)[number]
/** Nobody has chosen yet: one mail a day, where there is something. */
export const standardPace: Pace = 'daily'

/** What there is to be told of. */
export const kinds = ['vote', 'meeting', 'minutes', 'paper'] as const
export type Kind = (typeof kinds)[number]

/** How many new things there are of each kind. */
export type Counts = Partial<Record<Kind, number>>
