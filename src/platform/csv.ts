export type TableProblem = 'empty' | 'notText' | 'notTable' | 'tooLarge' | 'openQuote'
export type Read<T> = { data: T; problem?: never } | { problem: TableProblem; data?: never }

const mostRows = 400_000
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

/**
 * The rows of a CSV file with its preamble and footer; quoted cells may hold separators and line ends. The separator is
 * the one that most lines have most of. A cell of more letters than this is a mistake.
 */
export function tableOf(text: string, longestCell = 2000): Read<string[][]> {
  const separator = separatorOf(text)
  if (separator === undefined) return { problem: 'notTable' }
  const rows: string[][] = [[]]
  for (let at = 0; at <= text.length; ) {
    const row = rows.at(-1)!
    if (rows.length > mostRows || row.length > mostColumns) return { problem: 'tooLarge' }
    const cell = cellAt(text, at, { separator, longestCell })
    if ('problem' in cell) return cell
    row.push(cell.text)
    at = cell.end + 1
    if (text[cell.end] === separator) continue
    if (text[cell.end] === '\r' && text[at] === '\n') at++
    rows.push([])
  }
  return { data: rows.slice(0, -1) }
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
