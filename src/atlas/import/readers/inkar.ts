import { first, type Reader, type ValueCell, wide, yearOf } from '../cells.ts'
import { numberIn } from '../number.ts'
import { Unreadable } from '../problem.ts'

/** INKAR leaves out the nought that official keys of nine Länder begin with. */
const filled = (key: string, level = '') =>
  /^\d+$/.test(key) ? key.padStart(/gemeinde/i.test(level) ? 8 : 5, '0') : key

/** INKAR’s table as its pages offer it: a column for each indicator, the year in the line below. */
export const inkar: Reader<'inkar', ValueCell> = {
  format: 'inkar',
  fits: ({ names }) => names[0] === 'kennziffer' && /^raumeinheit|^name/.test(names[1] ?? ''),
  async *read(head, body) {
    let own: { label: string; at: number; year: number; asOf: string }[] | undefined
    for await (const [row, cells] of body) {
      if (!own) {
        own = head.cells.flatMap((label, at) =>
          at > 2 && label ? [{ label, at, ...yearOf(cells[at] ?? '', row, label) }] : [],
        )
        continue
      }
      if (cells.every((one) => one === '')) continue
      if (cells.length < head.names.length) throw new Unreadable({ row, column: '', value: cells.join(' ') })
      for (const { label, at, year, asOf } of own) {
        const number = numberIn(cells[at] ?? '', row, label)
        yield { row, key: filled(cells[0] ?? '', cells[2]), year, asOf, measure: label, label, number }
      }
    }
  },
}

/**
 * INKAR’s whole data base as one CSV: a value a row (…;Raumbezug;Kennziffer;Name;Indikator;Wert;Zeitbezug). `Kuerzel` or
 * `ID` tells indicators with the same name apart.
 */
export const inkarLong: Reader<'inkar-long', ValueCell> = {
  format: 'inkar-long',
  fits: ({ names }) =>
    ['raumbezug', 'kennziffer', 'indikator', 'wert', 'zeitbezug'].every((name) => names.includes(name)),
  async *read(head, body) {
    const at = (...names: string[]) => first(head, ...names)
    const [level, place, name, value, time] = [
      at('raumbezug'),
      at('kennziffer'),
      at('indikator'),
      at('wert'),
      at('zeitbezug'),
    ]
    const code = at('kuerzel', 'kürzel', 'id')
    for await (const [row, cells] of wide(body, head.names.length)) {
      const label = cells[name] ?? ''
      const key = filled(cells[place] ?? '', cells[level])
      const number = numberIn(cells[value] ?? '', row, 'Wert')
      yield { row, key, ...yearOf(cells[time] ?? '', row, 'Zeitbezug'), measure: cells[code] || label, label, number }
    }
  },
}
