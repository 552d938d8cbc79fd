export type TableProblem = 'empty' | 'notText' | 'notTable' | 'tooLarge' | 'openQuote'
export type Read<T> = { data: T; problem?: never } | { problem: TableProblem; data?: never }

const mostColumns = 200

/** The text of a file as statistical offices write them: UTF-8, else ISO 8859-1 (Windows-1252). */
export function decoded(bytes: Buffer): Read<string> {
  if (bytes.length === 0) return { problem: 'empty' }
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
  }
  // Letters no office writes: the file is no text at all, or one in two bytes a letter.
  if (/[^\P{Cc}\t\n\r]/u.test(text)) return { problem: 'notText' }
  return text.trim() === '' ? { problem: 'empty' } : { data: text.replace(/^\ufeff/, '') }
}

/** Thrown where a table cannot be read any further. */
export class TableError extends Error {
  problem: TableProblem
  constructor(problem: TableProblem) {
    super('a table cannot be read')
    this.problem = problem
  }
}

type Bounds = { longestCell?: number | undefined; mostRows?: number }

/**
 * The rows of a CSV file with its preamble and footer, one after the other; quoted cells may hold separators and line
 * ends. The separator is the one that most lines have most of. A cell of more letters than this is a mistake. Throws
 * TableError.
 */
export function* rowsOf(text: string, { longestCell = 2000, mostRows = 400_000 }: Bounds = {}): Generator<string[]> {
  const window = { text, separator: separatorOf(text), longestCell, isLast: true }
  let count = 0
  for (let at = 0; at <= text.length; ) {
    if (count++ > mostRows) throw new TableError('tooLarge')
    const { row, next } = rowAt(window, at)!
    yield row
    if (next === text.length) return
    at = next
  }
}

/** The same of a text that comes piece by piece: no more of it is held than a piece and the row that goes on in the next. */
export async function* rowsFrom(
  pieces: AsyncIterable<string>,
  { longestCell = 2000, mostRows = 400_000, telling = begin }: Bounds & { telling?: number } = {},
): AsyncGenerator<string[]> {
  let [text, separator, count]: [string, string | undefined, number] = ['', undefined, 0]
  const rowsNow = function* (isLast: boolean) {
    separator ??= separatorOf(text)
    for (let at = 0; ; ) {
      const found = isLast && at >= text.length ? undefined : rowAt({ text, separator, longestCell, isLast }, at)
      if (!found) {
        text = text.slice(at)
        return
      }
      if (count++ > mostRows) throw new TableError('tooLarge')
      yield found.row
      at = found.next
    }
  }
  for await (const piece of pieces) {
    text += piece
    if (separator !== undefined || text.length >= telling) yield* rowsNow(false)
  }
  yield* rowsNow(true)
}

/** A text, or a part of it that begins with a row; more may follow where it is not the last. */
type Window = { text: string; separator: string; longestCell: number; isLast: boolean }

/** The row that begins here, and where the next one does; undefined where its end has not come yet. */
function rowAt(window: Window, from: number): { row: string[]; next: number } | undefined {
  const { text, separator } = window
  const row: string[] = []
  for (let at = from; ; ) {
    if (row.length > mostColumns) throw new TableError('tooLarge')
    const cell = cellAt(window, at)
    if (!cell) return undefined
    row.push(cell.text)
    at = cell.end + 1
    if (text[cell.end] === separator) continue
    return { row, next: text[cell.end] === '\r' && text[at] === '\n' ? at + 1 : at }
  }
}

/** The cell that begins here, and where its separator or the end of its line stands; undefined where more must come. */
function cellAt(
  { text, separator, longestCell, isLast }: Window,
  at: number,
): { text: string; end: number } | undefined {
  const isOpen = (end: number) => !isLast && end >= text.length - 1
  if (text[at] !== '"') {
    let end = at
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
    if (end - at > longestCell) throw new TableError('tooLarge')
    return isOpen(end) ? undefined : { text: text.slice(at, end).trim(), end }
  }
  let close = text.indexOf('"', at + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if ((close < 0 ? text.length : close) - at > 2 * longestCell) throw new TableError('openQuote')
  if (close < 0 && !isLast) return undefined
  if (close < 0) throw new TableError('openQuote')
  let end = close + 1
  while (text[end] !== separator && (text[end] === ' ' || text[end] === '\t')) end++
  if (isOpen(end)) return undefined
  if (end < text.length && ![separator, '\n', '\r'].includes(text[end]!)) throw new TableError('openQuote')
  return {
    text: text
      .slice(at + 1, close)
      .replaceAll('""', '"')
      .trim(),
    end,
  }
}

/** So many letters tell what separates the columns. */
const begin = 200_000

function separatorOf(text: string): string {
  const lines = text
    .slice(0, begin)
    .split(/\r\n|\n|\r/)
    .slice(0, 200)
  const widths = [';', '\t', ','].map((sign) => ({ sign, cells: lines.filter((line) => line.includes(sign)).length }))
  const best = widths.toSorted((a, b) => b.cells - a.cells)[0]
  if (!best || best.cells === 0) throw new TableError('notTable')
  return best.sign
}
