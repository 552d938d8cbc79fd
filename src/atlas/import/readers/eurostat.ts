import { first, type Head, lastDay, type Reader, type ValueCell, wide } from '../cells.ts'
import { europeanNumber } from '../number.ts'
import { Unreadable } from '../problem.ts'

/** Columns that are neither a dimension nor a place. */
const others = /^(dataflow|last update|structure(_id|_name)?|freq|geo|time_period|obs_value|obs_flag|conf_status)$/

/**
 * Eurostat’s SDMX-CSV (API dissemination/sdmx/2.1, format=SDMX-CSV): DATAFLOW,LAST UPDATE,freq,…,unit,geo,TIME_PERIOD,
 * OBS_VALUE,OBS_FLAG,CONF_STATUS. Places are NUTS codes; each combination of the other dimensions is a measure.
 */
export const sdmxCsv: Reader<'sdmx-csv', ValueCell> = {
  format: 'sdmx-csv',
  fits: ({ names }) => ['geo', 'time_period', 'obs_value'].every((name) => names.includes(name)),
  async *read(head, body) {
    const at = (name: string) => first(head, name)
    const dimensions = head.names.flatMap((name, index) =>
      index < at('time_period') && !others.test(name) ? [{ name, index }] : [],
    )
    for await (const [row, cells] of wide(body, at('obs_value') + 1)) {
      const of = (name: string) => cells[at(name)] ?? ''
      const parts = dimensions.map(({ name, index }) => ({ name, code: codeIn(cells[index] ?? '') }))
      const measure = parts.map(({ code }) => code).join('.') || 'value'
      const label = parts.map(({ name, code }) => `${name} ${code}`).join(', ') || measure
      const number = europeanNumber(of('obs_value'), flagsOf(head, cells), { row, column: 'OBS_VALUE' })
      yield { row, key: codeIn(of('geo')), ...periodOf(of('time_period'), row), measure, label, number }
    }
  },
}

/** “DE111:Stuttgart, Stadtkreis” is what labels=both makes of DE111. */
const codeIn = (cell: string) => cell.replace(/\s*:.*/, '')

const flagsOf = (head: Head, cells: readonly string[]) =>
  (cells[first(head, 'obs_flag')] ?? '') + (/^c/i.test(cells[first(head, 'conf_status')] ?? '') ? 'c' : '')

/** A year, or the month’s last day; quarters and weeks are no years. */
export function periodOf(text: string, row: number): { year: number; asOf: string } {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(text) ?? []
  if (!year || Number(year) < 1800 || Number(year) > 2199 || Number(month ?? 1) > 12)
    throw new Unreadable({ row, column: 'TIME_PERIOD', value: text })
  return { year: Number(year), asOf: month ? lastDay(Number(year), Number(month)) : year }
}
