/** How often somebody wants to be told. */
export const paces = ['at_once', 'daily', 'weekly', 'never'] as const
export type Pace = (typeof paces)[number]
/** Nobody has chosen yet: one mail a day, where there is something. */
export const standardPace: Pace = 'daily'

/** What there is to be told of. */
export const kinds = ['vote', 'task', 'meeting', 'minutes', 'paper'] as const
export type Kind = (typeof kinds)[number]

/** How many new things there are of each kind, and until when the next vote of them lasts. */
export type News = Partial<Record<Kind, number>> & { until?: string }
