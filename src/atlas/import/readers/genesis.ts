import { first, type Head, type Reader, type ValueCell, wide, yearOf } from '../cells.ts'
import { type Number, numberIn } from '../number.ts'
import { Unreadable } from '../problem.ts'

/**
 * GENESIS flat (ffcsv) as the Regionaldatenbank offers it since 2025: a value a row, its variable beside it
 * (statistics_code … value;value_unit;value_variable_code;value_variable_label, with `value_q` a mark of quality:
 * Destatis, „Das neue Flatfile CSV-Format (ffcsv) der Datenbank GENESIS-Online“).
 */
export const genesis: Reader<'genesis', ValueCell> = {
  format: 'genesis',
  fits: ({ names }) => ['time', 'value', '1_variable_attribute_code'].every((name) => names.includes(name)),
  async *read(head, body) {
    const dimensions = head.names.flatMap((name) => /^(\d+)_variable_attribute_code$/.exec(name)?.[1] ?? [])
    for await (const [row, cells] of wide(body, head.names.length)) {
      const of = (name: string) => cells[first(head, name)] ?? ''
      const key = placeIn(
        dimensions.map((no) => ({
          code: of(`${no}_variable_code`),
          key: of(`${no}_variable_attribute_code`),
          label: of(`${no}_variable_attribute_label`),
        })),
      )
      if (!key) continue
      const measure = of('value_variable_code') || 'value'
      const label = of('value_variable_label') || measure
      const number = qualified(undotted(of('value'), row, 'value'), of('value_q'))
      yield { row, key, ...yearOf(of('time'), row, 'time'), measure, label, number }
    }
  },
}

/** GENESIS flat before: a column for each measure, `BEVSTD__Bevölkerungsstand__Anzahl`. */
export const genesisOld: Reader<'genesis-old', ValueCell> = {
  format: 'genesis-old',
  fits: ({ names }) =>
    names.includes('zeit') && names.includes('1_auspraegung_code') && names.some((name) => name.includes('__')),
  async *read(head, body) {
    const dimensions = head.names.flatMap((name) => /^(\d+)_auspraegung_code$/.exec(name)?.[1] ?? [])
    const own = measuresIn(head)
    for await (const [row, cells] of wide(body, head.names.length)) {
      const of = (name: string) => cells[first(head, name)] ?? ''
      const key = placeIn(
        dimensions.map((no) => ({
          code: of(`${no}_merkmal_code`),
          key: of(`${no}_auspraegung_code`),
          label: of(`${no}_auspraegung_label`),
        })),
      )
      if (!key) continue
      const when = yearOf(of('zeit'), row, 'Zeit')
      for (const { measure, label, at, q } of own)
        yield {
          row,
          key,
          ...when,
          measure,
          label,
          number: qualified(undotted(cells[at] ?? '', row, measure), cells[q] ?? ''),
        }
    }
  },
}

const measuresIn = ({ cells }: Head) =>
  cells.flatMap((title, at) => {
    const [measure = '', label = measure] = title.split('__')
    if (!title.includes('__') || title.endsWith('__q')) return []
    const q = cells[at + 1]?.endsWith('__q') ? at + 1 : -1
    return [{ measure, label: label.replaceAll('_', ' '), at, q }]
  })

/**
 * GENESIS marks the quality of a number in a column beside it: `p` preliminary, `s` estimated; `e` and `r` are final,
 * the latter after a correction (Destatis, „Das neue Flatfile CSV-Format“: prices of past years carry `e`).
 */
function qualified(number: Number, mark: string): Number {
  if (typeof number !== 'object' || number.value === null) return number
  const status = mark === 'p' ? 'preliminary' : mark === 's' ? 'estimated' : number.status
  return { ...number, status }
}

/** GENESIS sets no points between thousands; one in a number is the decimal point of the English form. */
function undotted(text: string, row: number, column: string): Number {
  if (/\d\.\d/.test(text)) throw new Unreadable({ row, column, value: text })
  return numberIn(text, row, column)
}

const isTotal = (label: string) => /^(|insgesamt|gesamt|total)$/i.test(label)

/** The key of the place, where every other dimension of the row is its total. */
function placeIn(dimensions: readonly { code: string; key: string; label: string }[]): string | undefined {
  const place =
    dimensions.find(({ code }) => /^(KREISE|KREIS|DLAND|REGBEZ|DINSG|GEMEIN|GEO|DG)/i.test(code)) ?? dimensions[0]
  return dimensions.every((one) => one === place || isTotal(one.label)) ? place?.key : undefined
}
