/** What stands in a line of the file, the head line being the first. */
export type CsvRow = { line: number; cells: Record<string, string> }

/**
 * A CSV text by the head line's words, which `columns` translates; what it does not know is left out. `rows` reads so
 * many rows at most, each with its line in the file; where there are more, it reads none and gives undefined.
 */
export function csvOf(text: string, columns: Readonly<Record<string, string>>) {
  const [head = '', ...rest] = text.split(/\r?\n/)
  const separator = [';', '\t', ','].find((sign) => head.includes(sign)) ?? ';'
  const names = cells(head, separator).map((cell) => columns[cell.toLowerCase()])
  const rowOf = (line: string): Record<string, string> =>
    Object.fromEntries(
      cells(line, separator).flatMap((cell, index) => (names[index] ? [[names[index], cell] as const] : [])),
    )
  const rows = (atMost: number): CsvRow[] | undefined => {
    const lines = rest.flatMap((line, index) => (line.trim() === '' ? [] : [{ line, at: index + 2 }]))
    return lines.length > atMost ? undefined : lines.map(({ line, at }) => ({ line: at, cells: rowOf(line) }))
  }
  return { names: new Set(names), rows }
}

/** One line of CSV; quoted cells may hold the separator and doubled quotes, no line ends. */
const cells = (line: string, separator: string) =>
  [...`${line}${separator}`.matchAll(new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}]*))${separator}`, 'g'))].map(
    ([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  )

/**
 * The text of a file: UTF-8 without its mark, or Windows-1252, in which a German Excel saves CSV. Undefined for what is
 * no text.
 */
export function textOfFile(bytes: Buffer): string | undefined {
  if (bytes.includes(0) || /^(\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2))) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // No UTF-8: every other text here comes from a spreadsheet on Windows.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
