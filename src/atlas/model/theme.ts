import { breaksOf, type ClassMethod, classOf } from './classes.ts'
import type { Indicator } from './indicator.ts'
import type { Cells } from './values.ts'

export type Level = 'districts' | 'regions'
export const levels = ['districts', 'regions'] as const

/** How a map shows an indicator: areas in steps for ratios, circles for counts. */
export type Theme = {
  steps?: Readonly<Record<string, number>>
  breaks: readonly number[]
  /** How many territories lie in each class. */
  counts: readonly number[]
  circles?: { key: string; radius: number; isNegative: boolean }[]
  /** Circles of round numbers for the legend. */
  scale: { radius: number; value: number }[]
  /** Districts that stay empty. */
  unknown: string[]
}

type Land = { districts: readonly { key: string; regionId: string }[]; regions: readonly { id: string }[] }

/**
 * The look of a map. On the level of regions every district takes its region's step; counts stay with districts.
 * Classes and circles are those of all `overYears`, so that one year's map can be compared with another's.
 */
export function themeOf(
  { kind }: Pick<Indicator, 'kind'>,
  cells: Cells,
  land: Land,
  { level, method, overYears = [cells] }: { level: Level; method: ClassMethod; overYears?: readonly Cells[] },
): Theme {
  const valueOf = (key: string) => cells.get(key)?.value ?? undefined
  const shown =
    level === 'districts' || kind === 'count' ? land.districts.map(({ key }) => key) : land.regions.map(({ id }) => id)
  const known = shown.flatMap((key) => valueOf(key) ?? [])
  const pool = overYears.flatMap((one) => shown.flatMap((key) => one.get(key)?.value ?? []))
  const own = (district: Land['districts'][number]) =>
    valueOf(level === 'regions' && kind === 'ratio' ? district.regionId : district.key)
  const unknown = land.districts.filter((one) => own(one) === undefined).map(({ key }) => key)
  if (kind === 'count') return { ...circlesOf(shown, valueOf, pool), breaks: [], counts: [], unknown }
  const breaks = breaksOf(pool, method).map((from) => roundest(Math.max(...pool.filter((value) => value < from)), from))
  const counts = Array.from(
    { length: breaks.length + 1 },
    (_, step) => known.filter((value) => classOf(value, breaks) === step).length,
  )
  const entries = land.districts.flatMap((one) => {
    const value = own(one)
    return value === undefined ? [] : [[one.key, stepOf(classOf(value, breaks), breaks.length + 1)] as const]
  })
  return { steps: Object.fromEntries(entries), breaks, counts, scale: [], unknown }
}

/**
 * Fewer than five classes are spread over the five greys, from the lightest to the darkest: a sequential scheme, one
 * colour growing darker (M. Harrower, C. A. Brewer, ColorBrewer.org, The Cartographic Journal 40 (2003), pp. 27–37).
 */
export const stepOf = (index: number, classes: number) => (classes < 2 ? 2 : Math.round((index * 4) / (classes - 1)))

/** The number with the fewest digits above `below` and not above `from`: the same classes, read more easily. */
export function roundest(below: number, from: number): number {
  for (let step = 10 ** Math.ceil(Math.log10(Math.abs(from) || 1)); step > 1e-6; step /= 10) {
    const round = Number((Math.floor(from / step) * step).toPrecision(12))
    if (round > below && round <= from) return round
  }
  return from
}

/** The largest circle, in units of a map 730 wide. */
const largest = 62

/** Circles whose surface is the number: radius by the square root (J. Bertin, Sémiologie graphique, Paris 1967: size is the variable that shows amounts). */
function circlesOf(keys: readonly string[], valueOf: (key: string) => number | undefined, known: readonly number[]) {
  const most = Math.max(...known.map(Math.abs), 0)
  const radius = (value: number) => Math.round(Math.sqrt(Math.abs(value) / most) * largest * 2) / 2
  const circles = keys
    .flatMap((key) => {
      const value = valueOf(key)
      return value ? [{ key, radius: Math.max(2, radius(value)), isNegative: value < 0 }] : []
    })
    .sort((a, b) => b.radius - a.radius)
  const round = most > 0 ? roundBelow(most) : 0
  const scale = most > 0 ? [round, round / 4].map((value) => ({ value, radius: radius(value) })) : []
  return { circles, scale }
}

/** The largest of 1, 2, 4 times a power of ten that is not more. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([4, 2, 1].find((factor) => factor * power <= value) ?? 1) * power
}
