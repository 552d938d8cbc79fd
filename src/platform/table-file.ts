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
    let text = ''
    for await (const piece of csv(columns, rows, locale)) text += piece
    return { text, type: 'text/csv; charset=utf-8', name: `${name}.csv`, isOpen: true }
  }
  if (as !== 'json') throw new NotFound()
  const objects = rows.map((row) => Object.fromEntries(columns.map(({ title, value }) => [title, value(row) ?? null])))
  return { text: JSON.stringify(objects), type: 'application/json; charset=utf-8', isOpen: true }
}

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
