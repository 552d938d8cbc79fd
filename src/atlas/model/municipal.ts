import type { Indicator } from './indicator.ts'
import type { Cells, Given } from './values.ts'

/** More municipalities than these are not drawn on one map: then a district is chosen first. */
export const mostOnMap = 1500

/** Municipalities by key, each with its district. */
export type Parts = readonly { key: string; districtKey: string }[]

/**
 * Hides what a subtraction would give away: where a district's total is published and all of its municipalities but one
 * are known, the smallest of the known ones becomes secret as well. The total stays, as its source has published it
 * (primary and secondary suppression: Handbook on Statistical Disclosure Control, Eurostat 2010, chapter 4; the smallest
 * cell loses the least information). Only what adds up can be subtracted.
 */
export function withoutSubtraction(
  { aggregation }: Pick<Indicator, 'aggregation'>,
  given: readonly Given[],
  { parts, totals }: { parts: Parts; totals: Cells },
): Given[] {
  if (aggregation !== 'sum') return [...given]
  const told = new Map(given.map((one) => [one.territory, one]))
  const hidden = new Set<string>()
  for (const [district, own] of Map.groupBy(parts, ({ districtKey }) => districtKey)) {
    if (typeof totals.get(district)?.value !== 'number') continue
    const cells = own.map(({ key }) => told.get(key))
    const isLone = cells.every(Boolean) && cells.filter((cell) => cell?.value === null).length === 1
    const known = cells.flatMap((cell) =>
      cell && cell.value !== null ? [{ key: cell.territory, value: cell.value }] : [],
    )
    const smallest = known.toSorted((a, b) => Math.abs(a.value) - Math.abs(b.value))[0]
    if (isLone && smallest) hidden.add(smallest.key)
  }
  return given.map((one) => (hidden.has(one.territory) ? { ...one, value: null, status: 'secret' } : one))
}
