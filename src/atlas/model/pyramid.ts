import type { Indicator } from './indicator.ts'
import type { Cell } from './values.ts'

/** People of these ages, both included; open above without `to`. */
export type Age = { from: number; to: number | null; women: Cell | undefined; men: Cell | undefined }

/** What is known by age and sex, the youngest first: of the indicators that the office says to count such people. */
export function ageBands(indicators: readonly Indicator[], cellOf: (id: string) => Cell | undefined): Age[] {
  const bands = new Map<string, Age>()
  for (const { id, sex, ageFrom, ageTo } of indicators) {
    if (!sex || ageFrom === null) continue
    const key = `${ageFrom} ${ageTo}`
    const band = bands.get(key) ?? { from: ageFrom, to: ageTo, women: undefined, men: undefined }
    bands.set(key, { ...band, [sex]: cellOf(id) })
  }
  return [...bands.values()].sort((a, b) => a.from - b.from)
}
