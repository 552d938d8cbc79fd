import type { TableProblem } from '../../platform/csv.ts'
import { type Number, numberOf } from './numbers.ts'

export const formats = ['genesis', 'genesis-old', 'inkar', 'ba-commuters', 'values', 'flows'] as const
export type Format = (typeof formats)[number]

export type Measure = { code: string; label: string }
/** `row` is counted as a spreadsheet counts. */
export type ValueCell = { row: number; key: string; year: number; asOf: string; measure: string; number: Number }
export type FlowCell = { row: number; from: string; to: string; number: Number }
export type Recognised =
  | { format: Exclude<Format, 'ba-commuters' | 'flows'>; measures: Measure[]; values: ValueCell[]; flows?: never }
  | { format: 'ba-commuters' | 'flows'; flows: FlowCell[]; asOf: string | null; values?: never; measures?: never }
export type RecogniseProblem =
  | TableProblem
  | 'unknownFormat'
  | 'noRows'
  | { row: number; column: string; value: string }
export type Outcome = { data: Recognised; problem?: never } | { problem: RecogniseProblem; data?: never }

/** What a table is, and what it says. A row that cannot be read ends it: nothing is taken in half. */
export function recognise(rows: readonly string[][]): Outcome {
  for (const [index, row] of rows.slice(0, 60).entries()) {
    const head = row.map((cell) => cell.toLowerCase())
    for (const { fits, read } of readers)
      if (fits(head)) {
        const data = read(rows, index, head)
        if ('problem' in data) return data
        const count = data.values?.length ?? data.flows?.length ?? 0
        return count > 0 ? { data } : { problem: 'noRows' }
      }
  }
  return { problem: 'unknownFormat' }
}

type Reader = {
  fits: (head: readonly string[]) => boolean
  read: (rows: readonly string[][], at: number, head: readonly string[]) => Recognised | { problem: RecogniseProblem }
}

class Wrong extends Error {
  problem: RecogniseProblem
  constructor(row: number, column: string, value: string) {
    super('wrong')
    this.problem = { row, column, value: value.slice(0, 60) }
  }
}
/** What a reader throws about a row becomes the problem of the file. */
const careful =
  (read: (...given: Parameters<Reader['read']>) => Recognised): Reader['read'] =>
  (...given) => {
    try {
      return read(...given)
    } catch (error) {
      if (error instanceof Wrong) return { problem: error.problem }
      throw error
    }
  }

function yearOf(text: string, row: number, column: string): { year: number; asOf: string } {
  const day = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text)
  if (day) return { year: Number(day[3]), asOf: `${day[3]}-${day[2]}-${day[1]}` }
  const iso = /^(\d{4})-\d{2}-\d{2}$/.exec(text)
  if (iso) return { year: Number(iso[1]), asOf: text }
  const winter = /^(?:WS|Wintersemester)?\s*(\d{4})\/\d{2}$/.exec(text)
  if (winter) return { year: Number(winter[1]), asOf: text.replace(/^\D+/, '') }
  if (/^(18|19|20|21)\d{2}$/.test(text)) return { year: Number(text), asOf: text }
  throw new Wrong(row, column, text)
}

function numberIn(text: string, row: number, column: string): Number {
  const number = numberOf(text)
  if (number === 'wrong') throw new Wrong(row, column, text)
  return number
}

/** The rows below the head that are as wide as it is; what comes after the first other one is a footer. */
function* body(rows: readonly string[][], at: number, width: number): Generator<[row: number, cells: string[]]> {
  for (let index = at + 1; index < rows.length; index++) {
    const cells = rows[index]!
    if (cells.every((one) => one === '')) continue
    if (/^(_{3,}|©|\(c\)|stand:|quelle)/i.test(cells[0] ?? '')) return
    if (cells.length < width) throw new Wrong(index + 1, '', cells.join(' '))
    yield [index + 1, cells]
  }
}

const isTotal = (label: string) => /^(|insgesamt|gesamt|total)$/i.test(label)

/** GENESIS flat (ffcsv) since 2025: a value a row, its variable beside it. */
const genesis: Reader = {
  fits: (head) => head.includes('time') && head.includes('value') && head.includes('1_variable_attribute_code'),
  read: careful((rows, at, head) => {
    const column = (name: string) => head.indexOf(name)
    const dimensions = head.flatMap((name) => /^(\d+)_variable_attribute_code$/.exec(name)?.[1] ?? [])
    const measures = new Map<string, string>()
    const values: ValueCell[] = []
    for (const [row, cells] of body(rows, at, head.length)) {
      const of = (name: string) => cells[column(name)] ?? ''
      const place = placeIn(
        dimensions.map((no) => ({
          code: of(`${no}_variable_code`),
          key: of(`${no}_variable_attribute_code`),
          label: of(`${no}_variable_attribute_label`),
        })),
      )
      if (!place) continue
      const measure = of('value_variable_code') || 'value'
      measures.set(measure, of('value_variable_label') || measure)
      values.push({
        row,
        key: place,
        ...yearOf(of('time'), row, 'time'),
        measure,
        number: numberIn(of('value'), row, 'value'),
      })
    }
    return { format: 'genesis', measures: listed(measures), values }
  }),
}

/** GENESIS flat before: a column for each measure, `BEVSTD__Bevölkerungsstand__Anzahl`. */
const genesisOld: Reader = {
  fits: (head) =>
    head.includes('zeit') && head.includes('1_auspraegung_code') && head.some((name) => name.includes('__')),
  read: careful((rows, at, head) => {
    const column = (name: string) => head.indexOf(name)
    const dimensions = head.flatMap((name) => /^(\d+)_auspraegung_code$/.exec(name)?.[1] ?? [])
    const own = (rows[at] ?? []).flatMap((title, index) => {
      const [code = '', label = code] = title.split('__')
      return title.includes('__') ? [{ code, label, index }] : []
    })
    const values: ValueCell[] = []
    for (const [row, cells] of body(rows, at, head.length)) {
      const of = (name: string) => cells[column(name)] ?? ''
      const place = placeIn(
        dimensions.map((no) => ({
          code: of(`${no}_merkmal_code`),
          key: of(`${no}_auspraegung_code`),
          label: of(`${no}_auspraegung_label`),
        })),
      )
      if (!place) continue
      const when = yearOf(of('zeit'), row, 'Zeit')
      for (const { code, index } of own)
        values.push({ row, key: place, ...when, measure: code, number: numberIn(cells[index] ?? '', row, code) })
    }
    return {
      format: 'genesis-old',
      measures: own.map(({ code, label }) => ({ code, label: label.replaceAll('_', ' ') })),
      values,
    }
  }),
}

/** The key of the place, where every other dimension of the row is its total. */
function placeIn(dimensions: readonly { code: string; key: string; label: string }[]): string | undefined {
  const place =
    dimensions.find(({ code }) => /^(KREISE|KREIS|DLAND|REGBEZ|DINSG|GEMEIN|DG)/i.test(code)) ?? dimensions[0]
  return dimensions.every((one) => one === place || isTotal(one.label)) ? place?.key : undefined
}

const listed = (measures: ReadonlyMap<string, string>) => [...measures].map(([code, label]) => ({ code, label }))

/** INKAR’s own export: a column for each indicator, the year in the line below. */
const inkar: Reader = {
  fits: (head) => head[0] === 'kennziffer' && /^raumeinheit|^name/.test(head[1] ?? ''),
  read: careful((rows, at, head) => {
    const years = rows[at + 1] ?? []
    const own = (rows[at] ?? []).flatMap((label, index) =>
      index > 2 && label ? [{ label, index, ...yearOf(years[index] ?? '', at + 2, label) }] : [],
    )
    const values: ValueCell[] = []
    for (const [row, cells] of body(rows, at + 1, head.length))
      for (const { label, index, year, asOf } of own)
        values.push({
          row,
          key: (cells[0] ?? '').padStart(5, '0'),
          year,
          asOf,
          measure: label,
          number: numberIn(cells[index] ?? '', row, label),
        })
    return {
      format: 'inkar',
      measures: [...new Set(own.map(({ label }) => label))].map((code) => ({ code, label: code })),
      values,
    }
  }),
}

const months = [
  'januar',
  'februar',
  'märz',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'dezember',
]

/** The last day of the month a file of the Federal Employment Agency reports on. */
function reported(rows: readonly string[][]): string | null {
  const [, month = '', year] = /berichtsmonat:?\s*(\p{L}+)\s+(\d{4})/iu.exec(rows.slice(0, 30).flat().join(' ')) ?? []
  const no = months.indexOf(month.toLowerCase())
  return no < 0 ? null : new Date(Date.UTC(Number(year), no + 1, 0)).toISOString().slice(0, 10)
}

/** Commuters of the Federal Employment Agency; the column of keys is there twice, so that places count by position. */
const baCommuters: Reader = {
  fits: (head) =>
    ['wohnort', 'arbeitsort'].includes(head[0] ?? '') &&
    head[1] === 'regionalschlüssel' &&
    head[3] === 'regionalschlüssel',
  read: careful((rows, at, head) => {
    const isOut = head[0] === 'wohnort'
    const flows: FlowCell[] = []
    for (const [row, cells] of body(rows, at, 5)) {
      const [a = '', b = ''] = [cells[1], cells[3]]
      const number = numberIn(cells[4] ?? '', row, 'Insgesamt')
      if (/^\d{5}$/.test(a) && /^\d{5}$/.test(b)) flows.push({ row, from: isOut ? a : b, to: isOut ? b : a, number })
    }
    return { format: 'ba-commuters', flows, asOf: reported(rows.slice(0, at)) }
  }),
}

const first = (head: readonly string[], ...names: string[]) =>
  names.map((name) => head.indexOf(name)).find((at) => at >= 0) ?? -1

/** A plain list of flows: home, work, people. */
const plainFlows: Reader = {
  fits: (head) =>
    first(head, 'wohnort', 'home', 'von', 'from') >= 0 && first(head, 'arbeitsort', 'work', 'nach', 'to') >= 0,
  read: careful((rows, at, head) => {
    const [from, to] = [first(head, 'wohnort', 'home', 'von', 'from'), first(head, 'arbeitsort', 'work', 'nach', 'to')]
    const people = first(head, 'pendler', 'commuters', 'wert', 'value', 'anzahl')
    const flows: FlowCell[] = []
    for (const [row, cells] of body(rows, at, head.length))
      flows.push({
        row,
        from: cells[from] ?? '',
        to: cells[to] ?? '',
        number: numberIn(cells[people] ?? '', row, head[people] ?? ''),
      })
    return { format: 'flows', flows, asOf: null }
  }),
}

/** A plain list of values: key, year, value, and what is counted. */
const plainValues: Reader = {
  fits: (head) =>
    first(head, 'schlüssel', 'key', 'ags', 'nuts', 'geo') >= 0 &&
    first(head, 'jahr', 'year') >= 0 &&
    first(head, 'wert', 'value') >= 0,
  read: careful((rows, at, head) => {
    const [key, year, value] = [
      first(head, 'schlüssel', 'key', 'ags', 'nuts', 'geo'),
      first(head, 'jahr', 'year'),
      first(head, 'wert', 'value'),
    ]
    const name = first(head, 'kennzahl', 'indikator', 'indicator')
    const measures = new Map<string, string>()
    const values: ValueCell[] = []
    for (const [row, cells] of body(rows, at, head.length)) {
      const measure = (name < 0 ? '' : cells[name]) || 'value'
      measures.set(measure, measure)
      values.push({
        row,
        key: cells[key] ?? '',
        ...yearOf(cells[year] ?? '', row, head[year] ?? ''),
        measure,
        number: numberIn(cells[value] ?? '', row, head[value] ?? ''),
      })
    }
    return { format: 'values', measures: listed(measures), values }
  }),
}

const readers = [genesis, genesisOld, inkar, baCommuters, plainFlows, plainValues]
