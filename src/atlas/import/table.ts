import { printable } from '../../platform/clean.ts'
import { decoded, rowsFrom, TableError } from '../../platform/csv.ts'
import { Unreadable } from './problem.ts'

/** One sheet of a file, or all of it. Rows come one after the other, so that a long file needs no more memory than a short one. */
export type Sheet = { name: string; rows: AsyncIterable<string[]> | Iterable<string[]> }

/** More rows than all of INKAR has of a level, or five times a million flows. */
const mostRows = 5_000_000
const mostColumns = 200
const longestCell = 2000

/** The text of a file as statistical offices write them. */
export function textOf(bytes: Buffer): string {
  const { data, problem } = decoded(bytes)
  if (problem) throw new Unreadable(problem)
  return printable(data)
}

/** The rows of a CSV file whose text comes piece by piece. */
export async function* rowsIn(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  try {
    yield* rowsFrom(pieces, { mostRows, longestCell })
  } catch (error) {
    throw error instanceof TableError ? new Unreadable(error.problem) : error
  }
}

/** Rows that a workbook counts itself stay within the same bounds. */
export function checkSize(rows: number, columns: number, longest = 0) {
  if (rows > mostRows || columns > mostColumns || longest > longestCell) throw new Unreadable('tooLarge')
}
