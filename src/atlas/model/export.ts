import type { Status } from './indicator.ts'
import { type Land, type Values, whole } from './values.ts'

/** One line of what is handed out: a territory in a year. */
export type ExportRow = {
  key: string
  level: 'municipality' | 'district' | 'region' | 'whole'
  year: number
  value: number | null
  status: Status
  asOf: string
  isOwn: boolean
  sourceId: string
}

/** All that is known of an indicator, by year and territory: the whole, regions, districts. */
export function exportRows(id: string, values: Values, land: Land, years: readonly number[]): ExportRow[] {
  const keys = [
    { key: whole, level: 'whole' as const },
    ...land.regions.map((one) => ({ key: one.id, level: 'region' as const })),
    ...land.districts.map(({ key }) => ({ key, level: 'district' as const })),
  ]
  return years.flatMap((year) => {
    const cells = values.cells(id, year)
    return keys.flatMap(({ key, level }) => {
      const cell = cells.get(key)
      return cell ? [{ key, level, year, ...cell }] : []
    })
  })
}

/** The same of municipalities alone: what they add up to is not theirs to tell. */
export function municipalityRows(
  id: string,
  values: Values,
  keys: readonly string[],
  years: readonly number[],
): ExportRow[] {
  return years.flatMap((year) => {
    const cells = values.cells(id, year)
    return keys.flatMap((key) => {
      const cell = cells.get(key)
      return cell ? [{ key, level: 'municipality' as const, year, ...cell }] : []
    })
  })
}

type StatInput = {
  label: string
  updated: string
  source: string
  id: string
  unit: string
  decimals: number
  places: readonly { key: string; name: string }[]
  years: readonly number[]
  rows: readonly ExportRow[]
  words: { place: string; year: string; statuses: Readonly<Record<Status, string>> }
}

const numbered = (keys: readonly string[]) => Object.fromEntries(keys.map((key, index) => [key, index]))

/** A data set as JSON-stat 2.0 (https://json-stat.org/full/): values in the order of territory, then year. */
export function jsonStat({ label, updated, source, id, unit, decimals, places, years, rows, words }: StatInput) {
  const at = new Map(rows.map((row) => [`${row.key} ${row.year}`, row]))
  const all = places.flatMap(({ key }) => years.map((year) => at.get(`${key} ${year}`)))
  const statuses = all.flatMap((row, index) => (row && row.status !== 'final' ? [[index, row.status] as const] : []))
  const used = new Set(statuses.map(([, status]) => status))
  return {
    version: '2.0',
    class: 'dataset',
    label,
    updated,
    source,
    id: ['territory', 'year', 'indicator'],
    size: [places.length, years.length, 1],
    role: { geo: ['territory'], time: ['year'], metric: ['indicator'] },
    dimension: {
      territory: {
        label: words.place,
        category: {
          index: numbered(places.map(({ key }) => key)),
          label: Object.fromEntries(places.map(({ key, name }) => [key, name])),
        },
      },
      year: {
        label: words.year,
        category: { index: numbered(years.map(String)) },
      },
      indicator: {
        category: { index: { [id]: 0 }, label: { [id]: label }, unit: { [id]: { label: unit, decimals } } },
      },
    },
    value: all.map((row) => row?.value ?? null),
    ...(statuses.length > 0 ? { status: Object.fromEntries(statuses) } : {}),
    ...(used.size > 0
      ? { extension: { status: Object.fromEntries([...used].map((one) => [one, words.statuses[one]])) } }
      : {}),
  }
}
