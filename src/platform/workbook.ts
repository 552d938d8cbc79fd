import { type Column, type Locale, type Value, wallClock, yesOrNo } from './spreadsheet.ts'
import { type ZipEntry, zip } from './zip.ts'

/** One sheet of a workbook: made by `sheet`. */
export type Sheet = { name: string; content: AsyncIterable<string> }

/**
 * A sheet of these rows, written while they are read. The name is cut to what Excel allows: 31 characters, none of
 * `[]:*?/\`.
 */
export function sheet<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  locale: Locale,
): Sheet {
  return { name: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31), content: sheetXml(columns, rows, locale) }
}

/**
 * A workbook (.xlsx, ECMA-376) in pieces to be sent one after the other, however long its sheets are. Dates are dates,
 * numbers numbers, and text is always text: never a formula.
 */
export const xlsx = (sheets: readonly Sheet[]): AsyncGenerator<Buffer> => zip(partsOf(sheets))

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function partsOf(sheets: readonly Sheet[]): ZipEntry[] {
  const part = (name: string, xml: string) => ({ name, content: [head + xml] })
  const all = sheets.map(({ name }, index) => ({ name: escaped(name), no: index + 1 }))
  const override = (path: string, kind: string) =>
    `<Override PartName="/xl/${path}" ContentType="${spreadsheet}.${kind}+xml"/>`
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${all.map(({ no }) => override(`worksheets/sheet${no}.xml`, 'worksheet')).join('')}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${relations}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${all.map(({ name, no }) => `<sheet name="${name}" sheetId="${no}" r:id="rId${no}"/>`).join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${relations}">${all.map(({ no }) => relation(`rId${no}`, 'worksheet', `worksheets/sheet${no}.xml`)).join('')}${relation(`rId${all.length + 1}`, 'styles', 'styles.xml')}</Relationships>`,
    ),
    part('xl/styles.xml', styles),
    ...sheets.map(({ content }, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content })),
  ]
}

/** The numbers of the cell formats below. */
const format = { bold: 1, day: 2, moment: 3 }
const styles = `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/><numFmt numFmtId="165" formatCode="dd.mm.yyyy\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

const pieceLength = 64 * 1024

async function* sheetXml<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  locale: Locale,
): AsyncGenerator<string> {
  const widths = columns.map(({ title, width }, index) => {
    const no = index + 1
    return `<col min="${no}" max="${no}" width="${width ?? Math.max(10, title.length + 2)}" customWidth="1"/>`
  })
  const titles = columns.map(({ title }, index) => textCell(`${letters(index)}1`, title, format.bold))
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  let piece = `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${titles.join('')}</row>`
  let no = 1
  for await (const row of rows) {
    no += 1
    const cells = columns.map((column, index) => cell(`${letters(index)}${no}`, column, column.value(row), locale))
    piece += `<row r="${no}">${cells.join('')}</row>`
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield `${piece}</sheetData></worksheet>`
}

/** The letters of a column counted from nought: A … Z, AA … */
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

function cell<Row>(at: string, { date }: Column<Row>, value: Value, { language, zone }: Locale): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'string') return textCell(at, value)
  if (typeof value === 'boolean') return textCell(at, yesOrNo(language, value))
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${at}"><v>${value}</v></c>` : ''
  const stamp = wallClock(value, zone)
  const wall = date === 'day' ? `${stamp.slice(0, 10)}T00:00:00.000Z` : stamp
  return `<c r="${at}" s="${date === 'day' ? format.day : format.moment}"><v>${daysOf(wall)}</v></c>`
}

/** Days of Excel's calendar, in which 1 January 1970 is 25569. */
const daysOf = (wall: string) => Date.parse(wall) / 86_400_000 + 25_569

const textCell = (at: string, text: string, style = 0) =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

// XML has no way to write these, and a workbook that holds one does not open; Excel takes 32,767 characters a cell.
const printable = (text: string) => text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, '').slice(0, 32_767)
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => printable(text).replace(/[&<>"]/g, (sign) => entities[sign]!)
