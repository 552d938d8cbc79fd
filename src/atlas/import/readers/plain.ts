import { type FlowCell, first, type Reader, type ValueCell, wide, yearOf } from '../cells.ts'
import { numberIn } from '../number.ts'

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

const keys = ['schlüssel', 'key', 'ags', 'nuts', 'geo']

/** A plain list of values: key, year, value, and what is counted. */
export const plainValues: Reader<'values', ValueCell> = {
  format: 'values',
  fits: (head) => first(head, ...keys) >= 0 && first(head, 'jahr', 'year') >= 0 && first(head, 'wert', 'value') >= 0,
  async *read(head, body) {
    const [key, year, value] = [first(head, ...keys), first(head, 'jahr', 'year'), first(head, 'wert', 'value')]
    const name = first(head, 'kennzahl', 'indikator', 'indicator')
    for await (const [row, cells] of wide(body, head.names.length)) {
      const measure = (name < 0 ? '' : cells[name]) || 'value'
      const number = numberIn(cells[value] ?? '', row, head.names[value] ?? '')
      const when = yearOf(cells[year] ?? '', row, head.names[year] ?? '')
      yield { row, key: cells[key] ?? '', ...when, measure, label: measure, number }
    }
  },
}
