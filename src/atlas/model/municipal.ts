import type { Indicator } from './indicator.ts'
import { hiddenBeside } from './secrecy.ts'
import type { Cells, Given } from './values.ts'

/** More municipalities than these are not drawn on one map: then a district is chosen first. */
export const mostOnMap = 1500

/** Municipalities by key, each with its district. */
export type Parts = readonly { key: string; districtKey: string }[]

/**
 * Hides the smallest municipalities beside secret ones, where a district's total would give those away, or where the
 * municipalities would give away a secret district. The district's total stays, as its source has published it. Only
 * what adds up can be subtracted.
 */
export function withoutSubtraction(
  { aggregation }: Pick<Indicator, 'aggregation'>,
  given: readonly Given[],
  { parts, totals }: { parts: Parts; totals: Cells },
): Given[] {
  if (aggregation !== 'sum') return [...given]
  const told = new Map(given.map(({ territory, value }) => [territory, value]))
  const hidden = new Set<string>()
  for (const [district, own] of Map.groupBy(parts, ({ districtKey }) => districtKey)) {
    const keys = own.map(({ key }) => key)
    const total = totals.get(district)
    const shown = new Map<string, number | null>(
      keys.flatMap((key) => (told.has(key) ? [[key, told.get(key)!] as const] : [])),
    )
    // A city that is a district of its own has the same number twice, and the same secret.
    if (total && keys.length > 1) shown.set(totalKey, total.value)
    for (const key of hiddenBeside(shown, [{ total: totalKey, parts: keys }], 'parts')) hidden.add(key)
  }
  return given.map((one) => (hidden.has(one.territory) ? { ...one, value: null, status: 'secret' } : one))
}

/** No municipality has this key. */
const totalKey = ' '
