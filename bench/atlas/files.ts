// Files as the offices publish them, of made-up places: municipalities as squares of forty corners, their people in the
// flat form of GENESIS, commuters as a plain list and as the workbook of the Federal Employment Agency.
import { type ZipEntry, zip } from '../../src/platform/zip.ts'

/** Rows as bytes, some thousand at once, so that the file is all that stays of them. */
function bytesOf(head: string, rows: Iterable<string>): Buffer {
  const pieces: Buffer[] = []
  let text = head
  for (const row of rows) {
    text += row
    if (text.length < 1_000_000) continue
    pieces.push(Buffer.from(text))
    text = ''
  }
  return Buffer.concat([...pieces, Buffer.from(text)])
}

export type Place = { key: string; longitude: number; latitude: number }

/** So many municipalities in each district, by their official keys. */
export const municipalitiesIn = (districts: readonly Place[], count: number): Place[] =>
  districts.flatMap(({ key, longitude, latitude }) =>
    Array.from({ length: count }, (_, n) => ({
      key: `${key}${String(n + 1).padStart(3, '0')}`,
      longitude: longitude + (n % 10) * 0.01,
      latitude: latitude + Math.floor(n / 10) * 0.01,
    })),
  )

/** VG250 as GeoJSON, layer VG250_GEM: a square with ten corners on each side. */
export function boundaries(places: readonly Place[]): Buffer {
  const features = function* () {
    for (const [index, { key, longitude: x, latitude: y }] of places.entries()) {
      const along = (from: readonly [number, number], to: readonly [number, number]) =>
        Array.from({ length: 10 }, (_, n) => [
          from[0] + ((to[0] - from[0]) * n) / 10,
          from[1] + ((to[1] - from[1]) * n) / 10,
        ])
      const corners = [
        [x, y],
        [x + 0.01, y],
        [x + 0.01, y + 0.01],
        [x, y + 0.01],
      ] as const
      const ring = corners.flatMap((corner, n) => along(corner, corners[(n + 1) % 4]!))
      const coordinates = [[[...ring, ring[0]!].map(([a = 0, b = 0]) => [Number(a.toFixed(4)), Number(b.toFixed(4))])]]
      const properties = {
        AGS: key,
        ARS: `${key.slice(0, 5)}0000${key.slice(5)}`,
        GEN: `Gemeinde ${key}`,
        BEZ: 'Gemeinde',
        GF: 4,
      }
      const feature = { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } }
      yield (index > 0 ? ',' : '') + JSON.stringify(feature)
    }
    yield ']}'
  }
  return bytesOf('{"type":"FeatureCollection","features":[', features())
}

/** Their people in the flat form of GENESIS, a row for each of these years. */
export function people(places: readonly Place[], years: readonly number[]): Buffer {
  const head =
    'statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label;value_q\n'
  const rows = function* () {
    for (const year of years)
      for (const [n, { key }] of places.entries())
        yield `12411;Fortschreibung;STAG;Stichtag;${year}-12-31;GEMEIN;Gemeinden;${key};Gemeinde ${key};${800 + ((n * 7919 + year) % 40_000)};Anzahl;BEVSTD;Bevölkerungsstand;e\n`
  }
  return bytesOf(head, rows())
}

/** From every district to every other one, until there are so many. */
function* pairs(keys: readonly string[], most: number): Generator<readonly [string, string, number]> {
  let count = 0
  for (const [n, home] of keys.entries())
    for (const [m, work] of keys.entries()) {
      if (m === n) continue
      if (count++ === most) return
      yield [home, work, 10 + ((n * 7 + m) % 990)]
    }
}

export function flowList(keys: readonly string[], most: number): Buffer {
  const rows = function* () {
    for (const [home, work, count] of pairs(keys, most)) yield `${home};${work};${count}\n`
  }
  return bytesOf('von;nach;pendler\n', rows())
}

/** The workbook of the Federal Employment Agency: the home stands in the first row of its block. */
export async function flowWorkbook(keys: readonly string[], most: number): Promise<Buffer> {
  const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`
  const head = [
    `<row r="1">${text('A1', 'Auspendler nach Kreisen, Stichtag: 30. Juni 2026')}</row>`,
    `<row r="7">${text('A7', 'Wohnort')}${text('C7', 'Arbeitsort')}${text('E7', 'Insgesamt')}</row>`,
  ]
  const rows = async function* () {
    yield `<worksheet><sheetData>${head.join('')}`
    let [row, last] = [8, '']
    for (const [home, work, count] of pairs(keys, most)) {
      row++
      const first = home === last ? '' : text(`A${row}`, home) + text(`B${row}`, `Kreis ${home}`)
      last = home
      yield `<row r="${row}">${first}${text(`C${row}`, work)}${text(`D${row}`, `Kreis ${work}`)}<c r="E${row}"><v>${count}</v></c></row>`
    }
    yield '</sheetData></worksheet>'
  }
  const entries: ZipEntry[] = [
    {
      name: 'xl/workbook.xml',
      content: ['<workbook><sheets><sheet name="Auspendler Kreise" sheetId="1" r:id="rId1"/></sheets></workbook>'],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: ['<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'],
    },
    { name: 'xl/worksheets/sheet1.xml', content: rows() },
  ]
  const pieces: Buffer[] = []
  for await (const piece of zip(entries)) pieces.push(piece)
  return Buffer.concat(pieces)
}
