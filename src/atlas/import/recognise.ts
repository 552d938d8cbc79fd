import { jsonOf } from '../../platform/json.ts'
import type { AreaCell, Body, FlowCell, Head, Reader, ValueCell } from './cells.ts'
import { featuresIn } from './features.ts'
import type { Source } from './file.ts'
import type { Level } from './places.ts'
import { Unreadable } from './problem.ts'
import { baCommuters, baWorkbook } from './readers/commuters.ts'
import { sdmxCsv } from './readers/eurostat.ts'
import { genesis, genesisOld } from './readers/genesis.ts'
import { areasIn, isTopoJson, topologyFeatures } from './readers/geojson.ts'
import { inkar, inkarLong } from './readers/inkar.ts'
import { isJsonStat, jsonStatCells } from './readers/json-stat.ts'
import { plainColumns, plainFlows, plainPlaces, plainValues } from './readers/plain.ts'
import { rowsIn, type Sheet } from './table.ts'
import { sheetsIn } from './workbook.ts'

const valueReaders = [genesis, genesisOld, sdmxCsv, inkar, inkarLong, plainValues, plainColumns] as const
const flowReaders = [baCommuters, baWorkbook, plainFlows] as const
export type Format =
  | (typeof valueReaders)[number]['format']
  | (typeof flowReaders)[number]['format']
  | 'json-stat'
  | 'geojson'
  | 'topojson'
  | 'places'

/** What a file is, and what it says, cell by cell. Reading on throws Unreadable where a row cannot be read. */
export type Recognised =
  | { format: Format; kind: 'values'; cells: AsyncIterable<ValueCell> }
  | { format: 'geojson' | 'topojson' | 'places'; kind: Level; areas: AsyncIterable<AreaCell> }
  | { format: Format; kind: 'flows'; cells: AsyncIterable<FlowCell>; asOf: string | null }

/** Of what level an area is; undefined where neither the file nor what is known tells it. */
export type LevelOf = (area: AreaCell) => Level | undefined

/**
 * Looks at the beginning of a file, or at the first rows of each sheet for a head that is known. Throws Unreadable where
 * there is none.
 */
export async function recognise(source: Source, level: LevelOf): Promise<Recognised> {
  if (source.parts) return sheetKnown(sheetsIn(await source.parts()))
  const begin = await beginOf(source.pieces())
  if (!/^\s*[{[]/.test(begin)) return sheetKnown([{ name: '', rows: rowsIn(source.pieces()) }])
  if (/^\s*\{[^[]*"type"\s*:\s*"FeatureCollection"/.test(begin) || /^\s*\{\s*"features"\s*:/.test(begin))
    return areasKnown('geojson', () => areasIn(featuresIn(source.pieces())), level)
  return jsonKnown(await source.text(), level)
}

/** So many letters tell what a file is. */
const telling = 4096

async function beginOf(pieces: AsyncIterable<string>): Promise<string> {
  let begin = ''
  for await (const piece of pieces) {
    begin += piece
    if (begin.length >= telling) break
  }
  return begin
}

function jsonKnown(text: string, level: LevelOf): Recognised | Promise<Recognised> {
  const { data: json, problem } = jsonOf(text)
  if (problem) throw new Unreadable(problem)
  if (isTopoJson(json)) return areasKnown('topojson', () => areasIn(topologyFeatures(json)), level)
  if (isJsonStat(json)) return { format: 'json-stat', kind: 'values', cells: jsonStatCells(json) }
  throw new Unreadable('unknownFormat')
}

type Areas = () => AsyncGenerator<AreaCell>

/** The first area whose level is known tells that of all; the others are then read from the beginning. */
async function areasKnown(format: 'geojson' | 'topojson', open: Areas, levelOf: LevelOf): Promise<Recognised> {
  let count = 0
  for await (const area of open()) {
    count++
    const kind = levelOf(area)
    if (kind) return { format, kind, areas: open() }
  }
  if (count === 0) throw new Unreadable('noRows')
  return { format, kind: 'boundaries', areas: open() }
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
  if (!ofFlows)
    return plainPlaces.fits(head)
      ? { format: 'places', kind: 'municipalities', areas: plainPlaces.read(head, body) }
      : undefined
  return { format: ofFlows.format, kind: 'flows', cells: ofFlows.read(head, body), asOf: ofFlows.asOf?.(head) ?? null }
}

async function* asyncRows(rows: Sheet['rows']): AsyncGenerator<string[]> {
  yield* rows
}

async function* numbered(rows: AsyncIterable<string[]>, above: number): Body {
  let row = above
  for await (const cells of rows) yield [++row, cells]
}
