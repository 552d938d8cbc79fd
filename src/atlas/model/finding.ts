import { type Cells, whole } from './values.ts'

export type Known = { key: string; value: number }
/** What a table of districts says in a sentence: the highest, the lowest, the whole, and the change since a first year. */
export type Finding = {
  highest: Known
  lowest: Known
  whole: number | undefined
  /** How many districts are known, of how many. */
  known: number
  all: number
  first?: { year: number; value: number } | undefined
}

/** Undefined where nothing is known of any district. */
export function findingOf(
  keys: readonly string[],
  cells: Cells,
  first?: { year: number; cells: Cells },
): Finding | undefined {
  const known = knownOf(keys, cells)
  if (known.length === 0) return undefined
  const before = first?.cells.get(whole)?.value
  return {
    highest: known[0]!,
    lowest: known.at(-1)!,
    whole: cells.get(whole)?.value ?? undefined,
    known: known.length,
    all: keys.length,
    ...(first && before !== undefined && before !== null ? { first: { year: first.year, value: before } } : {}),
  }
}

/** The territories that have a value, the highest first; equal ones in the order of the keys. */
export const knownOf = (keys: readonly string[], cells: Cells): Known[] =>
  keys
    .flatMap((key) => {
      const value = cells.get(key)?.value
      return value === undefined || value === null ? [] : [{ key, value }]
    })
    .sort((a, b) => b.value - a.value)
