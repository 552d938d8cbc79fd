import type { Ring } from '../model/area.ts'
import type { Number } from './number.ts'

import { Unreadable } from './problem.ts'

export type { Ring } from '../model/area.ts'

/** `row` is counted as a spreadsheet counts; `measure` is the column's code, `label` what it is called. */
export type ValueCell = {
  row: number
  key: string
  year: number
  asOf: string
  measure: string
  label: string
  number: Number
}
export type FlowCell = { row: number; from: string; to: string; number: Number }
/**
 * An area with its boundary, or without one where a list tells its middle alone; `area` in square kilometres where the
 * file tells it. `level` is told by the name of its key, `parents` are keys of which one may be its district's.
 */
export type AreaCell = {
  row: number
  key: string
  level: 'boundaries' | 'municipalities' | undefined
  parents: string[]
  name: string
  nameEn: string | null
  kind: string | null
  area: number | null
  polygons: Ring[][]
  middle?: { longitude: number; latitude: number }
}
export type Measure = { code: string; label: string }

/** A head that was found: its cells in small letters and as they are, where it stands, and what is above it. */
export type Head = {
  names: readonly string[]
  cells: readonly string[]
  row: number
  above: readonly (readonly string[])[]
  sheet: string
}
/** The rows below the head, each with its number. */
export type Body = AsyncIterable<readonly [row: number, cells: string[]]>

export type Reader<Format extends string, Cell> = {
  format: Format
  fits: (head: Head) => boolean
  read: (head: Head, body: Body) => AsyncGenerator<Cell>
  /** The day that flows stand for, where the file tells it. */
  asOf?: (head: Head) => string | null
}

/** The rows that are as wide as the head; the first one of another kind is a footer and ends them. */
export async function* wide(body: Body, width: number): Body {
  for await (const [row, cells] of body) {
    if (cells.every((one) => one === '')) continue
    if (/^(_{3,}|©|\(c\)|stand:|quelle)/i.test(cells.find((one) => one !== '') ?? '')) return
    if (cells.length < width) throw new Unreadable({ row, column: '', value: cells.join(' ') })
    yield [row, cells]
  }
}

/** The year of a day, a winter semester or a year, and the period as precisely as it is told. */
export function yearOf(text: string, row: number, column: string): { year: number; asOf: string } {
  const day = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text)
  if (day) return { year: +day[3]!, asOf: `${day[3]}-${day[2]}-${day[1]}` }
  const iso = /^(\d{4})-\d{2}-\d{2}$/.exec(text)
  if (iso) return { year: +iso[1]!, asOf: text }
  const winter = /^(?:WS|Wintersemester)?\s*(\d{4})\/\d{2}$/.exec(text)
  if (winter) return { year: +winter[1]!, asOf: text.replace(/^\D+/, '') }
  if (/^(18|19|20|21)\d{2}$/.test(text)) return { year: +text, asOf: text }
  throw new Unreadable({ row, column, value: text })
}

/** Where the first of these names stands, else −1. */
export const first = ({ names }: Pick<Head, 'names'>, ...wanted: string[]) =>
  wanted.map((name) => names.indexOf(name)).find((at) => at >= 0) ?? -1

/** The last day of a month. */
export const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
