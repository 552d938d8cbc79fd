import { Readable } from 'node:stream'
import type { Language } from './language.ts'
import type { Answer } from './reply.ts'
import { type Column, csv } from './spreadsheet.ts'
import { NotFound } from './visit.ts'
import { sheet, xlsx } from './workbook.ts'

type Table<Row> = { name: string; columns: readonly Column<Row>[]; rows: readonly Row[] }

/**
 * A public table as a file: CSV, XLSX, or JSON with the columns' titles as names; the text formats may be read by
 * programs of other sites. Throws NotFound for any other format.
 */
export async function tableFile<Row>(
  as: string,
  table: Table<Row>,
  { language }: { language: Language },
): Promise<Answer> {
  const locale = { language }
  const { name, columns, rows } = table
  if (as === 'xlsx')
    return { bytes: Readable.from(xlsx([sheet(name, columns, rows, locale)])), type, name: `${name}.xlsx` }
  if (as === 'csv') {
    const described = { type: 'text/csv; charset=utf-8', name: `${name}.csv`, isOpen: true }
    if (rows.length > mostAtOnce) return { bytes: Readable.from(csv(columns, rows, locale)), ...described }
    let text = ''
    for await (const piece of csv(columns, rows, locale)) text += piece
    return { text, ...described }
  }
  if (as !== 'json') throw new NotFound()
  const json = { type: 'application/json; charset=utf-8', isOpen: true }
  if (rows.length > mostAtOnce) return { bytes: Readable.from(jsonIn(columns, rows)), ...json }
  return { text: [...jsonIn(columns, rows)].join(''), ...json }
}

/** Longer tables are sent row by row, and kept nowhere. */
const mostAtOnce = 5000

/** The rows as a JSON list, some hundred at once. */
function* jsonIn<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Generator<string> {
  const objectOf = (row: Row) => Object.fromEntries(columns.map(({ title, value }) => [title, value(row) ?? null]))
  yield '['
  for (let at = 0; at < rows.length; at += 500) {
    const part = rows.slice(at, at + 500).map((row) => JSON.stringify(objectOf(row)))
    yield (at > 0 ? ',' : '') + part.join(',')
  }
  yield ']'
}

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
