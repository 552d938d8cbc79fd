import type { Language } from '../../platform/language.ts'

export const fundKinds = ['budget', 'funding', 'own'] as const
export type FundKind = (typeof fundKinds)[number]
export const materialKinds = ['picture', 'document', 'report'] as const
export type MaterialKind = (typeof materialKinds)[number]

/** How long the office waits before it asks again how a project goes. */
export const askAgainDays = 7
/** After so many days without a value an indicator's next one is overdue. */
export const valueDueDays = 400

/**
 * A number as people type it: in German thousands by points and a comma before decimals, in English the other way
 * round, and spaces anywhere; empty is none. Undefined for anything else.
 */
export function numberTyped(language: Language, typed: string): number | null | undefined {
  const [thousands, comma] = language === 'de' ? ['.', ','] : [',', '.']
  const bare = typed.replaceAll(/\s/g, '').replace('−', '-')
  if (bare === '') return null
  const grouped = new RegExp(`^-?\\d{1,3}(\\${thousands}\\d{3})+(\\${comma}\\d+)?$`)
  const plain = grouped.test(bare) ? bare.replaceAll(thousands, '') : bare
  const read = plain.replace(comma, '.')
  return /^-?\d{1,13}(\.\d{1,6})?$/.test(read) ? Number(read) : undefined
}

/** A number as it is typed into a form. */
export const numberToType = (language: Language, value: number | null) =>
  value === null ? '' : language === 'de' ? String(value).replace('.', ',') : String(value)

/** The digits behind the comma that a number needs, two at most. */
export const digitsOf = (value: number) => (Number.isInteger(value) ? 0 : Number.isInteger(value * 10) ? 1 : 2)

export type Pace = 'early' | 'on_time' | 'late' | 'overdue' | 'ahead'
type Planned = { plannedFor: string; happenedOn: string | null; today: string }

/**
 * How reality went against the plan, as exactly as both are known: a plan for 2026 is kept by any day of 2026. What has
 * not happened is ahead until the planned time is over, and overdue from then on.
 */
export function paceOf({ plannedFor, happenedOn, today }: Planned): Pace {
  const order = compared(happenedOn ?? today, plannedFor)
  if (happenedOn === null) return order > 0 ? 'overdue' : 'ahead'
  return order > 0 ? 'late' : order < 0 ? 'early' : 'on_time'
}

function compared(dated: string, plan: string) {
  const length = Math.min(dated.length, plan.length)
  const [one, other] = [dated.slice(0, length), plan.slice(0, length)]
  return one === other ? 0 : one > other ? 1 : -1
}

/** The instant at which a date begins that may be a year or month alone. */
export const beginOf = (dated: string) => Date.parse(dated.padEnd(10, '-01'))

/** What is said about a thing of a project; whoever changes it has seen these. */
export const said = {
  indicator: ['organisationId', 'name', 'unit', 'target', 'targetOn'],
  milestone: ['organisationId', 'title', 'text', 'plannedFor', 'happenedOn'],
  fund: ['organisationId', 'kind', 'programme', 'amountCents', 'ratePercent', 'isPublic'],
  value: ['measuredOn', 'value', 'note'],
} as const
