import { jsonOf } from '../../platform/json.ts'
import type { AreaCell, Body, FlowCell, Head, Reader, ValueCell } from './cells.ts'
import { Unreadable } from './problem.ts'
import { baCommuters, baWorkbook } from './readers/commuters.ts'
import { sdmxCsv } from './readers/eurostat.ts'
import { genesis, genesisOld } from './readers/genesis.ts'
import { areasIn, isGeoJson } from './readers/geojson.ts'
import { inkar, inkarLong } from './readers/inkar.ts'
import { isJsonStat, jsonStatCells } from './readers/json-stat.ts'
import { plainFlows, plainValues } from './readers/plain.ts'
import { rowsIn, type Sheet, textOf } from './table.ts'
import { sheetsIn } from './workbook.ts'

const valueReaders = [genesis, genesisOld, sdmxCsv, inkar, inkarLong, plainValues] as const
const flowReaders = [baCommuters, baWorkbook, plainFlows] as const
export type Format =
  | (typeof valueReaders)[number]['format']
  | (typeof flowReaders)[number]['format']
  | 'json-stat'
  | 'geojson'

/** What a file is, and what it says, cell by cell. Reading on throws Unreadable where a row cannot be read. */
export type Recognised =
  | { format: Format; kind: 'values'; cells: AsyncIterable<ValueCell> }
  | { format: 'geojson'; kind: 'municipalities' | 'boundaries'; areas: AreaCell[] }
  | { format: Format; kind: 'flows'; cells: AsyncIterable<FlowCell>; asOf: string | null }

/** Looks at the first rows of each sheet for a head that is known. Throws Unreadable where there is none. */
export async function recognise(bytes: Buffer): Promise<Recognised> {
  if (isArchive(bytes)) return sheetKnown(sheetsIn(bytes))
  const text = textOf(bytes)
  if (/^\s*[{[]/.test(text)) return jsonKnown(text)
  return sheetKnown([{ name: '', rows: rowsIn(text) }])
}

export const isArchive = (bytes: Buffer) => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'

function jsonKnown(text: string): Recognised {
  const { data: json, problem } = jsonOf(text)
  if (problem) throw new Unreadable(problem)
  if (isGeoJson(json)) {
    const areas = areasIn(json)
    if (areas.length === 0) throw new Unreadable('noRows')
    const isFine = areas.every(({ key }) => key.length === 8)
    if (!isFine && areas.some(({ key }) => key.length === 8)) throw new Unreadable('mixedLevels')
    return { format: 'geojson', kind: isFine ? 'municipalities' : 'boundaries', areas }
  }
  if (isJsonStat(json)) return { format: 'json-stat', kind: 'values', cells: jsonStatCells(json) }
  throw new Unreadable('unknownFormat')
}

/** The head of a table stands among these first rows. */
const headRows = 60

async function sheetKnown(sheets: AsyncIterable<Sheet> | Iterable<Sheet>): Promise<Recognised> {
  for await (const sheet of sheets) {
    const rows = asyncRows(sheet.rows)
    const above: string[][] = []
    for (let row = 1; row <= headRows; row++) {
      const { value: cells, done } = await rows.next()
      if (done) break
      const head: Head = { names: cells.map((one: string) => one.toLowerCase()), cells, row, above, sheet: sheet.name }
      const known = headKnown(head, numbered(rows, row))
      if (known) return known
      above.push(cells)
    }
  }
  throw new Unreadable('unknownFormat')
}

function headKnown(head: Head, body: Body): Recognised | undefined {
  const ofValues = valueReaders.find(({ fits }) => fits(head))
  if (ofValues) return { format: ofValues.format, kind: 'values', cells: ofValues.read(head, body) }
  const ofFlows: Reader<Format, FlowCell> | undefined = flowReaders.find(({ fits }) => fits(head))
  if (!ofFlows) return undefined
  return { format: ofFlows.format, kind: 'flows', cells: ofFlows.read(head, body), asOf: ofFlows.asOf?.(head) ?? null }
}

async function* asyncRows(rows: Sheet['rows']): AsyncGenerator<string[]> {
  yield* rows
}

async function* numbered(rows: AsyncIterable<string[]>, above: number): Body {
  let row = above
  for await (const cells of rows) yield [++row, cells]
}
