import { Unreadable } from './problem.ts'

/** One sheet of a file, or all of it. Rows come one after the other, so that a long file needs no more memory than a short one. */
export type Sheet = { name: string; rows: AsyncIterable<string[]> | Iterable<string[]> }

/** More rows than a million flows, with room for a preamble and totals. */
const mostRows = 1_500_000
const mostColumns = 200
const longestCell = 2000

/** The text of a file as statistical offices write them: UTF-8, else ISO 8859-1 (Windows-1252). */
export function decoded(bytes: Buffer): string {
  if (bytes.length === 0) throw new Unreadable('empty')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
  }
  // Letters no office writes: the file is no text at all, or one in two bytes a letter.
  if (/[^\P{Cc}\t\n\r]/u.test(text)) throw new Unreadable('notText')
  if (text.trim() === '') throw new Unreadable('empty')
  return text.replace(/^\ufeff/, '')
}

/**
 * The rows of a CSV file with its preamble and footer; quoted cells may hold separators and line ends. The separator is
 * the one that most lines have most of.
 */
export function* rowsIn(text: string): Generator<string[]> {
  const separator = separatorOf(text)
  if (separator === undefined) throw new Unreadable('notTable')
  let row: string[] = []
  let count = 0
  for (let at = 0; at < text.length; ) {
    if (count > mostRows || row.length > mostColumns) throw new Unreadable('tooLarge')
    const cell = cellAt(text, at, separator)
    row.push(cell.text)
    at = cell.end + 1
    if (text[cell.end] === separator) {
      if (at < text.length) continue
      row.push('')
    }
    if (text[cell.end] === '\r' && text[at] === '\n') at++
    yield row
    count++
    row = []
  }
}

/** Rows that a workbook or another file counts itself stay within the same bounds. */
export function checkSize(rows: number, columns: number, longest = 0) {
  if (rows > mostRows || columns > mostColumns || longest > longestCell) throw new Unreadable('tooLarge')
}

const quotedCell = /"((?:[^"]|"")*)"[^\S\r\n]*/y

/** The cell that begins here, and where its separator or the end of its line stands. */
function cellAt(text: string, at: number, separator: string): { text: string; end: number } {
  if (text[at] !== '"') {
    let end = at
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
    if (end - at > longestCell) throw new Unreadable('tooLarge')
    return { text: text.slice(at, end).trim(), end }
  }
  quotedCell.lastIndex = at
  const [all, inside = ''] = quotedCell.exec(text) ?? []
  if (all === undefined || inside.length > longestCell) throw new Unreadable('openQuote')
  const end = at + all.length
  if (end < text.length && ![separator, '\n', '\r'].includes(text[end]!)) throw new Unreadable('openQuote')
  return { text: inside.replaceAll('""', '"').trim(), end }
}

function separatorOf(text: string): string | undefined {
  const lines = text
    .slice(0, 200_000)
    .split(/\r\n|\n|\r/)
    .slice(0, 200)
  const widths = [';', '\t', ','].map((sign) => ({ sign, cells: lines.filter((line) => line.includes(sign)).length }))
  const best = widths.toSorted((a, b) => b.cells - a.cells)[0]
  return best && best.cells > 0 ? best.sign : undefined
}
