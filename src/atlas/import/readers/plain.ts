import { type AreaCell, type FlowCell, first, type Head, type Reader, type ValueCell, wide, yearOf } from '../cells.ts'
import { numberIn, valueOf } from '../number.ts'
import { Unreadable } from '../problem.ts'
import { areaKey } from './geojson.ts'

const homes = ['wohnort', 'home', 'von', 'from']
const works = ['arbeitsort', 'work', 'nach', 'to']

/** A plain list of flows: home, work, people. */
export const plainFlows: Reader<'flows', FlowCell> = {
  format: 'flows',
  fits: (head) => first(head, ...homes) >= 0 && first(head, ...works) >= 0,
  async *read(head, body) {
    const [from, to] = [first(head, ...homes), first(head, ...works)]
    const people = first(head, 'pendler', 'commuters', 'wert', 'value', 'anzahl')
    for await (const [row, cells] of wide(body, head.names.length)) {
      const number = numberIn(cells[people] ?? '', row, head.names[people] ?? '')
      yield { row, from: cells[from] ?? '', to: cells[to] ?? '', number }
    }
  },
}

const keys = ['schlüssel', 'key', 'ags', 'lau', 'nuts', 'geo']

/** A plain list of values: key, year, value, and what is counted. */
export const plainValues: Reader<'values', ValueCell> = {
  format: 'values',
  fits: (head) => first(head, ...keys) >= 0 && first(head, 'jahr', 'year') >= 0 && first(head, 'wert', 'value') >= 0,
  async *read(head, body) {
    const [key, year, value] = [first(head, ...keys), first(head, 'jahr', 'year'), first(head, 'wert', 'value')]
    const name = first(head, 'kennzahl', 'indikator', 'indicator')
    for await (const [row, cells] of wide(body, head.names.length)) {
      const own = name < 0 ? '' : (cells[name] ?? '')
      const [measure, label] = own ? [own, own] : ['value', head.cells[value] ?? 'value']
      const number = numberIn(cells[value] ?? '', row, head.names[value] ?? '')
      const when = yearOf(cells[year] ?? '', row, head.names[year] ?? '')
      yield { row, key: cells[key] ?? '', ...when, measure, label, number }
    }
  },
}

/** What stands beside a key for people to read, and is no number. */
const names =
  /^(name|kreis|gemeinde|region|gebiet|ort|raumeinheit|bezeichnung|district|municipality|art|kind|einheit|unit)$/

const measuresIn = (head: Head) => {
  const [key, year] = [first(head, ...keys), first(head, 'jahr', 'year')]
  return head.cells.flatMap((label, at) =>
    label && at !== key && at !== year && !names.test(head.names[at] ?? '') ? [{ label, at }] : [],
  )
}

/** A list of values with a column for each indicator beside key and year. */
export const plainColumns: Reader<'columns', ValueCell> = {
  format: 'columns',
  fits: (head) => first(head, ...keys) >= 0 && first(head, 'jahr', 'year') >= 0 && measuresIn(head).length > 0,
  async *read(head, body) {
    const [key, year] = [first(head, ...keys), first(head, 'jahr', 'year')]
    const measures = measuresIn(head)
    for await (const [row, cells] of wide(body, head.names.length)) {
      const when = yearOf(cells[year] ?? '', row, head.names[year] ?? '')
      for (const { label, at } of measures) {
        const number = numberIn(cells[at] ?? '', row, label)
        yield { row, key: cells[key] ?? '', ...when, measure: label, label, number }
      }
    }
  },
}

const middles = [
  ['breite', 'latitude'],
  ['länge', 'longitude'],
] as const

/** A plain list of municipalities: key, name, district, where they lie; name in English, kind and area where it has them. */
export const plainPlaces: Reader<'places', AreaCell> = {
  format: 'places',
  fits: (head) =>
    first(head, ...keys) >= 0 &&
    first(head, 'name') >= 0 &&
    first(head, 'kreis', 'district') >= 0 &&
    middles.every((names) => first(head, ...names) >= 0),
  async *read(head, body) {
    const at = (...names: string[]) => first(head, ...names)
    const columns = { key: at(...keys), name: at('name'), district: at('kreis', 'district') }
    const [english, kind, area] = [at('name_en', 'name englisch'), at('art', 'kind'), at('fläche', 'area')]
    for await (const [row, cells] of wide(body, head.names.length)) {
      const [key = '', name = ''] = [cells[columns.key], cells[columns.name]]
      if (!areaKey.test(key) || !name) throw new Unreadable({ row, column: 'key', value: `${key} ${name}` })
      const [latitude = 0, longitude = 0] = middles.map((names, index) =>
        degreesIn(cells[at(...names)] ?? '', { row, column: head.cells[at(...names)] ?? '', most: 90 * (index + 1) }),
      )
      yield {
        ...{ row, key, level: 'municipalities', parents: [cells[columns.district] ?? ''], name },
        ...{ nameEn: cells[english] || null, kind: cells[kind] || null },
        area: valueOf(numberIn(cells[area] ?? '', row, 'area')) || null,
        ...{ polygons: [], middle: { latitude, longitude } },
      }
    }
  },
}

/** Degrees with a comma or a point before their decimals. */
function degreesIn(text: string, { row, column, most }: { row: number; column: string; most: number }): number {
  const degrees = /^-?\d{1,3}([.,]\d{1,15})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (!(Math.abs(degrees) <= most)) throw new Unreadable({ row, column, value: text })
  return degrees
}
