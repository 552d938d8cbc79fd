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

/**
 * The rows of a CSV file with its preamble and footer, one after the other; quoted cells may hold separators and line
 * ends. The separator is the one that most lines have most of. A cell of more letters than this is a mistake. Throws
 * TableError.
 */
export function* rowsOf(
  text: string,
  { longestCell = 2000, mostRows = 400_000 }: { longestCell?: number | undefined; mostRows?: number } = {},
): Generator<string[]> {
  const separator = separatorOf(text)
  if (separator === undefined) throw new TableError('notTable')
  let row: string[] = []
  let count = 0
  for (let at = 0; at <= text.length; ) {
    if (count > mostRows || row.length > mostColumns) throw new TableError('tooLarge')
    const cell = cellAt(text, at, { separator, longestCell })
    if ('problem' in cell) throw new TableError(cell.problem)
    row.push(cell.text)
    at = cell.end + 1
    if (text[cell.end] === separator) continue
    if (text[cell.end] === '\r' && text[at] === '\n') at++
    yield row
    count++
    row = []
    if (at === text.length) return
  }
}

/** The cell that begins here, and where its separator or the end of its line stands. */
function cellAt(
  text: string,
  at: number,
  { separator, longestCell }: { separator: string; longestCell: number },
): { text: string; end: number } | { problem: TableProblem } {
  if (text[at] !== '"') {
    let end = at
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
    return end - at > longestCell ? { problem: 'tooLarge' } : { text: text.slice(at, end).trim(), end }
  }
  let close = text.indexOf('"', at + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0 || close - at > 2 * longestCell) return { problem: 'openQuote' }
  let end = close + 1
  while (text[end] !== separator && (text[end] === ' ' || text[end] === '\t')) end++
  const isEnd = end >= text.length || [separator, '\n', '\r'].includes(text[end]!)
  const inside = text
    .slice(at + 1, close)
    .replaceAll('""', '"')
    .trim()
  return isEnd ? { text: inside, end } : { problem: 'openQuote' }
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
