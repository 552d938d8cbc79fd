import type { Bilingual } from '../../platform/language.ts'

export const topics = ['people', 'work', 'economy', 'science', 'land'] as const
export type Topic = (typeof topics)[number]
export const statuses = ['final', 'preliminary', 'estimated', 'secret'] as const
export type Status = (typeof statuses)[number]

/** How an indicator comes about: counted and added up, stated and never added up, or one divided by another. */
export const ways = ['counted', 'stated', 'computed'] as const
export type Way = (typeof ways)[number]

export const directions = ['more', 'less', 'none'] as const
export const sexes = ['women', 'men'] as const

export type Indicator = {
  id: string
  topic: Topic
  name: Bilingual
  definition: Bilingual
  unit: Bilingual
  method: Bilingual | null
  /** A count is drawn as circles; coloured areas are for shares and heads only. */
  kind: 'count' | 'ratio'
  decimals: number
  direction: 'more' | 'less' | 'none'
  aggregation: 'sum' | 'mean' | 'none'
  weightId: string | null
  derivation: 'ratio' | 'difference' | null
  firstId: string | null
  secondId: string | null
  factor: number
  frequency: 'year' | 'once'
  /** Of people of an age: women or men, from and to how many years, open above without `ageTo`. */
  sex: 'women' | 'men' | null
  ageFrom: number | null
  ageTo: number | null
}

/** What is needed to tell an indicator: itself, and all it is computed from. */
export function basesOf(id: string, all: readonly Indicator[]): string[] {
  const found = new Set<string>()
  const add = (one: string | null) => {
    if (!one || found.has(one)) return
    found.add(one)
    const indicator = all.find((other) => other.id === one)
    for (const base of [indicator?.firstId, indicator?.secondId, indicator?.weightId]) add(base ?? null)
  }
  add(id)
  return [...found]
}
