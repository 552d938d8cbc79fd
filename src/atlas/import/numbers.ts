export type Number =
  | { value: number | null; status: 'final' | 'preliminary' | 'estimated' | 'secret' }
  | 'missing'
  | 'wrong'

/**
 * A number as German offices print it, with their signs (Destatis, Zeichenerklärung): `-` exactly nothing, `.` unknown
 * or secret, `x` blocked, `/` not certain enough, `...` later, `( )` uncertain; `*` secret (Federal Employment Agency).
 */
export function numberOf(text: string): Number {
  const plain = text.replace(/[\s\u00a0\u2009\u202f\u2060]/g, '').replace(/^[−–](?=\d)/, '-')
  if (plain === '-' || plain === '–') return { value: 0, status: 'final' }
  if (plain === '.' || plain === '*') return { value: null, status: 'secret' }
  if (plain === '' || /^(x|X|\/|\.\.\.|…)$/.test(plain)) return 'missing'
  const [, open, digits = '', mark = ''] = /^(\()?([-+]?[\d.,]+)\)?([eprs])?$/.exec(plain) ?? []
  const value = germanNumber(digits)
  if (value === undefined) return 'wrong'
  return { value, status: open || mark === 'e' || mark === 's' ? 'estimated' : mark === 'p' ? 'preliminary' : 'final' }
}

function germanNumber(digits: string): number | undefined {
  if (!/^[-+]?(\d{1,3}(\.\d{3})+|\d{1,15})(,\d{1,12})?$/.test(digits)) return undefined
  const value = Number(digits.replaceAll('.', '').replace(',', '.'))
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? value : undefined
}
