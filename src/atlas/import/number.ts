import { Unreadable } from './problem.ts'

export type Known = {
  value: number | null
  status: 'final' | 'preliminary' | 'estimated' | 'secret'
  /** Printed as a dash, which says exactly nothing. */
  isDash?: true
}
export type Number = Known | 'missing'

/**
 * A number as German offices print it, with their signs (Destatis, Zeichenerklärung): `-` exactly nothing, `.` unknown
 * or secret, `x` blocked, `/` not certain enough, `...` later, `( )` uncertain; `*` secret (Federal Employment Agency).
 */
export function numberOf(text: string): Number | 'wrong' {
  const plain = text.replace(/[\s\u00a0\u2009\u202f\u2060]/g, '').replace(/^[−–](?=\d)/, '-')
  if (plain === '-' || plain === '–') return { value: 0, status: 'final', isDash: true }
  if (plain === '.' || plain === '*') return { value: null, status: 'secret' }
  if (plain === '' || /^(x|X|\/|\.\.\.|…)$/.test(plain)) return 'missing'
  const [, open, digits = '', mark = ''] = /^(\()?([-+]?[\d.,]+)\)?([eprs])?$/.exec(plain) ?? []
  const value = germanNumber(digits)
  if (value === undefined) return 'wrong'
  return { value, status: open || mark === 'e' || mark === 's' ? 'estimated' : mark === 'p' ? 'preliminary' : 'final' }
}

function germanNumber(digits: string): number | undefined {
  if (!/^[-+]?(\d{1,3}(\.\d{3})+|\d{1,15})(,\d{1,12})?$/.test(digits)) return undefined
  return bounded(Number(digits.replaceAll('.', '').replace(',', '.')))
}

const bounded = (value: number) => (Number.isFinite(value) && Math.abs(value) < 1e15 ? value : undefined)

/** A German number in a cell; what is none ends the file. */
export function numberIn(text: string, row: number, column: string): Number {
  const number = numberOf(text)
  if (number === 'wrong') throw new Unreadable({ row, column, value: text })
  return number
}

/**
 * A number of Eurostat, with a point before its decimals, `:` where there is none, and its flags: `p` provisional, `e`
 * and `s` estimated, `c` confidential (Eurostat, Database flags; in SDMX-CSV OBS_FLAG and, for `c`, CONF_STATUS `C`).
 */
export function europeanNumber(text: string, flags: string, at: { row: number; column: string }): Number {
  if (/c/i.test(flags)) return { value: null, status: 'secret' }
  if (text === '' || text === ':') return 'missing'
  const value = /^-?\d{1,15}(\.\d{1,15})?(e[-+]?\d{1,2})?$/i.test(text) ? bounded(Number(text)) : undefined
  if (value === undefined) throw new Unreadable({ ...at, value: text })
  return { value, status: /[es]/.test(flags) ? 'estimated' : flags.includes('p') ? 'preliminary' : 'final' }
}

export const isSecret = (number: Number) => typeof number === 'object' && number.value === null
/** The number itself; undefined where it is secret or missing. */
export const valueOf = (number: Number) => (typeof number === 'object' ? (number.value ?? undefined) : undefined)
