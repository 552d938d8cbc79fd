export type KeyScheme = 'ags' | 'ror' | 'lei'

/** An official key as it is written: its scheme, the bare key, and where more is found. Undefined for what is none. */
export function officialKey(typed: string): { scheme: KeyScheme; key: string; href?: string } | undefined {
  const bare = typed.trim().replace(/^https?:\/\/ror\.org\//i, '')
  const digits = bare.replaceAll(' ', '')
  if (isAgs(digits)) return { scheme: 'ags', key: digits }
  const ror = bare.toLowerCase()
  if (isRor(ror)) return { scheme: 'ror', key: ror, href: `https://ror.org/${ror}` }
  const lei = digits.toUpperCase()
  if (isLei(lei)) return { scheme: 'lei', key: lei, href: `https://search.gleif.org/#/record/${lei}` }
  return undefined
}

/** Amtlicher Gemeindeschlüssel: of a state, an administrative region, a district or a municipality; 01 to 16 are the states. */
const isAgs = (key: string) => /^(0[1-9]|1[0-6])(\d|\d{3}|\d{6})?$/.test(key)

const letters = '0123456789abcdefghjkmnpqrstvwxyz'
/** ROR: 0, six characters of Crockford's base 32, and their check digits (ISO 7064, mod 97-10). */
function isRor(key: string) {
  const [, word, check] = /^0([a-hj-km-np-tv-z0-9]{6})(\d{2})$/.exec(key) ?? []
  if (!word) return false
  const value = [...word].reduce((sum, letter) => sum * 32n + BigInt(letters.indexOf(letter)), 0n)
  return 98n - ((value * 100n) % 97n) === BigInt(check!)
}

/** LEI (ISO 17442): 18 letters and digits, and check digits (ISO 7064, mod 97-10). */
function isLei(key: string) {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(key)) return false
  const value = [...key].map((letter) => Number.parseInt(letter, 36)).join('')
  return BigInt(value) % 97n === 1n
}
