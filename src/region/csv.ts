/**
 * A CSV text by the head line's words, which `columns` translates; what it does not know is left out. `rows` reads so
 * many rows at most; where there are more, it reads none and gives undefined.
 */
export function csvOf(text: string, columns: Readonly<Record<string, string>>) {
  const [head = '', ...rest] = text.split(/\r?\n/)
  const separator = [';', '\t', ','].find((sign) => head.includes(sign)) ?? ';'
  const names = cells(head, separator).map((cell) => columns[cell.toLowerCase()])
  const rowOf = (line: string): Record<string, string> =>
    Object.fromEntries(
      cells(line, separator).flatMap((cell, index) => (names[index] ? [[names[index], cell] as const] : [])),
    )
  const rows = (atMost: number) => {
    const lines = rest.filter((line) => line.trim() !== '')
    return lines.length > atMost ? undefined : lines.map(rowOf)
  }
  return { names: new Set(names), rows }
}

/** One line of CSV; quoted cells may hold the separator and doubled quotes, no line ends. */
const cells = (line: string, separator: string) =>
  [...`${line}${separator}`.matchAll(new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}]*))${separator}`, 'g'))].map(
    ([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  )

/** The text of a file in UTF-8, without its mark; undefined for what is none. */
export function textOfFile(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '')
  return text.includes('\ufffd') || text.includes('\u0000') ? undefined : text
}
