import type { Indicator, Status } from './indicator.ts'
import { hiddenBeside, type Shown, type Sum } from './secrecy.ts'

/** The whole metropolitan region among the keys of territories. */
export const whole = 'all'

/** Districts by key, each with the id of its region. */
export type Land = { districts: readonly { key: string; regionId: string }[]; regions: readonly { id: string }[] }

/**
 * What is known of a territory in a year. Without a value it is secret (`status`). `isOwn`: computed here from what
 * was published. What is not known at all has no cell.
 */
export type Cell = { value: number | null; status: Status; asOf: string; isOwn: boolean; sourceId: string }
export type Given = {
  indicatorId: string
  year: number
  territory: string
  value: number | null
  status: Status
  asOf: string
  sourceId: string
}
export type Cells = ReadonlyMap<string, Cell>

/** What the published values tell: by indicator, year and territory, with everything that follows from them. */
export class Values {
  readonly #given = new Map<string, Map<number, Map<string, Cell>>>()
  readonly #indicators: ReadonlyMap<string, Indicator>
  readonly #land: Land
  readonly #made = new Map<string, Cells>()

  constructor(indicators: readonly Indicator[], land: Land, given: readonly Given[]) {
    this.#indicators = new Map(indicators.map((one) => [one.id, one]))
    this.#land = land
    for (const { indicatorId, year, territory, ...cell } of given) {
      const years = this.#given.get(indicatorId) ?? new Map<number, Map<string, Cell>>()
      const cells = years.get(year) ?? new Map<string, Cell>()
      this.#given.set(indicatorId, years.set(year, cells.set(territory, { ...cell, isOwn: false })))
    }
  }

  /** The years an indicator has something for, the earliest first. */
  yearsOf(id: string): number[] {
    const { derivation, firstId, secondId } = this.#indicators.get(id) ?? {}
    if (!derivation) return [...(this.#given.get(id)?.keys() ?? [])].sort((a, b) => a - b)
    return this.yearsOf(firstId!).filter((year) => this.#yearBeside(secondId!, year) !== undefined)
  }

  /** What is known of all territories in a year: districts, regions and the whole. */
  cells(id: string, year: number): Cells {
    const key = `${id} ${year}`
    const made = this.#made.get(key) ?? this.#cells(id, year)
    this.#made.set(key, made)
    return made
  }

  /** Where what is known of these indicators is from. */
  sourcesOf(ids: readonly string[]): string[] {
    const cells = ids.flatMap((id) => [...(this.#given.get(id)?.values() ?? [])].flatMap((one) => [...one.values()]))
    return [...new Set(cells.map(({ sourceId }) => sourceId))].sort()
  }

  /** Where what is known of an indicator in a year is from, what it is computed from included. */
  sourcesIn(id: string, year: number): string[] {
    const { derivation, firstId, secondId } = this.#indicators.get(id) ?? {}
    if (derivation) {
      const beside = this.#yearBeside(secondId!, year)
      const second = beside === undefined ? [] : this.sourcesIn(secondId!, beside)
      return [...new Set([...this.sourcesIn(firstId!, year), ...second])].sort()
    }
    const cells = this.#given.get(id)?.get(year)?.values() ?? []
    return [...new Set([...cells].map(({ sourceId }) => sourceId))].sort()
  }

  #cells(id: string, year: number): Cells {
    const indicator = this.#indicators.get(id)
    if (!indicator) return new Map()
    if (indicator.derivation) return this.#derived(indicator, year)
    const given = this.#given.get(id)?.get(year) ?? new Map<string, Cell>()
    const weights = indicator.weightId ? this.#beside(indicator.weightId, year) : undefined
    return withTotals(given, this.#land, (parts) => aggregate(indicator, parts, weights))
  }

  #derived({ derivation, firstId, secondId, factor }: Indicator, year: number): Cells {
    const seconds = this.#beside(secondId!, year)
    const cells = new Map<string, Cell>()
    for (const [territory, first] of this.cells(firstId!, year)) {
      const second = seconds.get(territory)
      if (!second) continue
      const value = derivation === 'ratio' ? divided(first, second, factor) : subtracted(first, second)
      if (value === undefined) continue
      const status = value === null ? 'secret' : weakest([first, second])
      cells.set(territory, { ...first, value, status, isOwn: true })
    }
    return cells
  }

  /** The same year's, or of what hardly changes the nearest one's. */
  #beside(id: string, year: number): Cells {
    const beside = this.#yearBeside(id, year)
    return beside === undefined ? new Map() : this.cells(id, beside)
  }

  #yearBeside(id: string, year: number): number | undefined {
    const years = this.yearsOf(id)
    if (years.includes(year) || this.#indicators.get(id)?.frequency !== 'once')
      return years.includes(year) ? year : undefined
    return years.findLast((one) => one <= year) ?? years[0]
  }
}

const divided = (first: Cell, second: Cell, factor: number) => {
  if (first.value === null || second.value === null) return null
  return second.value === 0 ? undefined : (first.value / second.value) * factor
}
const subtracted = (first: Cell, second: Cell) =>
  first.value === null || second.value === null ? null : first.value - second.value

type Part = { key: string; cell: Cell | undefined }

/** The total of parts that are all known; nothing where one is missing, secret where one is secret. */
function aggregate({ aggregation }: Indicator, parts: readonly Part[], weights: Cells | undefined): Cell | undefined {
  if (aggregation === 'none' || parts.length === 0) return undefined
  const cells = parts.flatMap(({ cell }) => (cell ? [cell] : []))
  if (cells.length < parts.length) return undefined
  const own = { status: weakest(cells), asOf: cells[0]!.asOf, isOwn: true, sourceId: cells[0]!.sourceId }
  if (cells.some(({ value }) => value === null)) return { ...own, value: null, status: 'secret' }
  if (aggregation === 'sum') return { ...own, value: sum(cells.map(({ value }) => value!)) }
  const weighed = parts.map(({ key, cell }) => ({ value: cell!.value!, weight: weights?.get(key)?.value ?? 0 }))
  const all = sum(weighed.map(({ weight }) => weight))
  if (weighed.some(({ weight }) => weight <= 0)) return undefined
  return { ...own, value: sum(weighed.map(({ value, weight }) => value * weight)) / all }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

function weakest(cells: readonly Cell[]): Status {
  for (const status of ['secret', 'estimated', 'preliminary'] as const)
    if (cells.some((cell) => cell.status === status)) return status
  return 'final'
}

/** Adds regions and the whole: as published, else computed from the districts; hides what would tell a secret number. */
function withTotals(given: Cells, land: Land, total: (parts: Part[]) => Cell | undefined): Cells {
  const partsOf = (region?: string) =>
    land.districts.flatMap(({ key, regionId }) => (region === undefined || regionId === region ? [key] : []))
  const cellOf = (key: string, parts: readonly string[]) =>
    given.get(key) ?? total(parts.map((part) => ({ key: part, cell: given.get(part) })))
  const told = [
    ...land.districts.map(({ key }) => [key, given.get(key)] as const),
    ...land.regions.map(({ id }) => [id, cellOf(id, partsOf(id))] as const),
    [whole, cellOf(whole, partsOf())] as const,
  ]
  const cells = new Map(told.flatMap(([key, cell]) => (cell ? [[key, cell] as const] : [])))
  for (const key of hiddenBeside(shownOf(cells), sumsOf(land, partsOf), 'totals'))
    cells.set(key, hidden(cells.get(key)!))
  return cells
}

/** What a sum of secrets would be is nobody’s secret: it is not known, and stays so. */
const shownOf = (cells: Cells): Shown =>
  new Map([...cells].flatMap(([key, { value, isOwn }]) => (value === null && isOwn ? [] : [[key, value] as const])))

const sumsOf = ({ regions }: Land, partsOf: (region?: string) => string[]): Sum[] => [
  { total: whole, parts: partsOf() },
  ...regions.map(({ id }) => ({ total: id, parts: partsOf(id) })),
  { total: whole, parts: regions.map(({ id }) => id) },
]

const hidden = (cell: Cell): Cell => ({ ...cell, value: null, status: 'secret' })
