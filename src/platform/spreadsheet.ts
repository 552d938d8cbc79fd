import { dates, type Language, type Zone } from './language.ts'

export type Value = string | number | boolean | Date | null | undefined

/** A column: its title, what a row has in it, and how a date is meant. `width` is in characters. */
export type Column<Row> = {
  title: string
  value: (row: Row) => Value
  width?: number
  /** A day of the place, or a moment with its time of day. */
  date?: 'day' | 'moment'
}

export type Locale = { language: Language; zone?: Zone }

/**
 * A table as CSV, in pieces to be sent one after the other: UTF-8 with BOM, semicolons, CRLF, quotes doubled.
 * Days are `2028-10-19`, moments `2028-10-19 08:15` in the place's zone, decimals have a comma in German.
 *
 * Text that a spreadsheet would calculate (it begins with `=`, `+`, `-`, `@`, tab or carriage return) gets an
 * apostrophe before it. Left alone are plain numbers (`-3,5`) and telephone numbers of a plus, digits and spaces
 * (`+49 711 123`): they calculate nothing.
 */
export async function* csv<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  locale: Locale,
): AsyncGenerator<string> {
  let piece = `\ufeff${line(columns.map((column) => quoted(column.title)))}`
  for await (const row of rows) {
    piece += line(columns.map((column) => quoted(written(column.value(row), column, locale))))
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  if (piece) yield piece
}

const pieceLength = 64 * 1024
const line = (cells: readonly string[]) => `${cells.join(';')}\r\n`

function quoted(text: string): string {
  const harmless = /^[-+]?\d+([.,]\d+)?$|^\+\d[\d ]*$/.test(text) || !/^\s*[=+\-@\t\r＝＋－＠]/.test(text)
  const cell = harmless ? text : `'${text}`
  return /[";\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

const yes = { de: 'ja', en: 'yes' }
const no = { de: 'nein', en: 'no' }
export const yesOrNo = (language: Language, value: boolean) => (value ? yes : no)[language]

function written<Row>(value: Value, column: Column<Row>, { language, zone }: Locale): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return yesOrNo(language, value)
  if (typeof value === 'number') return language === 'de' ? String(value).replace('.', ',') : String(value)
  if (typeof value === 'string') return value
  const stamp = wallClock(value, zone)
  return column.date === 'day' ? stamp.slice(0, 10) : stamp.slice(0, 16).replace('T', ' ')
}

/** The wall clock of a place as `2028-10-19T08:15:00.000Z`, so that it can be cut or taken for a day without a zone. */
export function wallClock(at: Date, zone: Zone | undefined): string {
  const { time } = dates('en', zone)
  return `${dates('en', zone).iso(at)}T${time(at).padStart(5, '0')}:00.000Z`
}
