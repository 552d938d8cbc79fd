import { type FlowCell, type Head, lastDay, type Reader, wide } from '../cells.ts'
import { numberIn } from '../number.ts'
import { Unreadable } from '../problem.ts'

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

/** The last day of the month a file of the Federal Employment Agency reports on: “Berichtsmonat: Juni 2023”, “Stichtag: 30. Juni 2023”. */
function reported({ above }: Head): string | null {
  const said = above.flat().join(' ')
  const [, month = '', year] = /(?:berichtsmonat|stichtag):?\s*(?:\d{1,2}\.\s*)?(\p{L}+)\s+(\d{4})/iu.exec(said) ?? []
  const no = months.indexOf(month.toLowerCase())
  return no < 0 ? null : lastDay(Number(year), no + 1)
}

/** Keys of districts have five digits, of municipalities eight; others are sums of Länder and “Übrige”. */
const isPlace = (key: string) => /^\d{5}(\d{3})?$/.test(key)

/** Commuters of the Federal Employment Agency as CSV; the column of keys is there twice, so that places count by position. */
export const baCommuters: Reader<'ba-commuters', FlowCell> = {
  format: 'ba-commuters',
  asOf: reported,
  fits: ({ names }) =>
    ['wohnort', 'arbeitsort'].includes(names[0] ?? '') &&
    names[1] === 'regionalschlüssel' &&
    names[3] === 'regionalschlüssel',
  async *read({ names }, body) {
    const isOut = names[0] === 'wohnort'
    for await (const [row, cells] of wide(body, 5)) {
      const [a = '', b = ''] = [cells[1], cells[3]]
      const number = numberIn(cells[4] ?? '', row, 'Insgesamt')
      if (isPlace(a) && isPlace(b)) yield { row, from: isOut ? a : b, to: isOut ? b : a, number }
    }
  },
}

/**
 * Commuters of the Federal Employment Agency as workbook (Tabellen „Pendlerverflechtungen … nach Kreisen“,
 * krpend-k-0-JJJJMM-xlsx.xlsx): sheets “Auspendler Kreise” and “Einpendler Kreise”; columns key and name of the one place,
 * key and name of the other, then Insgesamt. The first place is written once, in the row its block begins with; `*` is
 * secret. The first row that looks so is taken as the head’s end.
 */
export const baWorkbook: Reader<'ba-commuters-xlsx', FlowCell> = {
  format: 'ba-commuters-xlsx',
  asOf: reported,
  fits: ({ sheet, cells, above }) =>
    /^(aus|ein)pendler/i.test(sheet) &&
    cells.some((one) => /^insgesamt$/i.test(one)) &&
    [...above.flat(), ...cells].some((one) => /arbeitsort/i.test(one)),
  async *read({ sheet }, body) {
    const isOut = /^aus/i.test(sheet)
    let one = ''
    for await (const [row, cells] of body) {
      if (/^(©|\(c\)|quelle)/i.test(cells[0] ?? '')) return
      if (cells[0]) one = cells[0]
      const other = cells[2] ?? ''
      if (!isPlace(one) || !isPlace(other)) continue
      if (cells.length < 5) throw new Unreadable({ row, column: '', value: cells.join(' ') })
      const number = numberIn(cells[4] ?? '', row, 'Insgesamt')
      yield { row, from: isOut ? one : other, to: isOut ? other : one, number }
    }
  },
}
