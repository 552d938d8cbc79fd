import type { FlowCell, ValueCell } from './recognise.ts'

/** What a check has found. One that fails holds publishing back. */
export type Finding = { fails: boolean; key: FindingKey; count?: number; names: string[] }
export type FindingKey =
  | 'noKnown'
  | 'others'
  | 'oddKeys'
  | 'twice'
  | 'negative'
  | 'totalBelow'
  | 'missing'
  | 'secret'
  | 'notCovered'
  | 'notWhole'
  | 'selfFlows'

type Known = ReadonlyMap<string, string>

const few = (names: readonly string[]) => [...new Set(names)].slice(0, 5)
const finding = (fails: boolean, key: FindingKey, found: readonly string[]): Finding[] =>
  found.length > 0 ? [{ fails, key, count: found.length, names: few(found) }] : []

/** Whether a key may be one of a place elsewhere: digits, or a code of countries and NUTS. */
const isKey = (key: string) => /^(\d{1,12}|DG|[A-Z]{2}[A-Z0-9]{0,3})$/.test(key)

/** Looks through values. `known` leads from the keys of files (official, NUTS) to the districts' own. */
export function checkValues(values: readonly ValueCell[], known: Known, districts: number): Finding[] {
  const own = values.filter(({ key }) => known.has(key))
  const others = values.filter(({ key }) => !known.has(key))
  const at = ({ row, key }: ValueCell) => `${key} (${row})`
  const twice = doubled(own, ({ measure, year, key }) => `${measure} ${year} ${known.get(key)}`)
  const covered = new Set(own.map(({ key }) => known.get(key)))
  return [
    ...(own.length === 0 ? [{ fails: true, key: 'noKnown' as const, names: few(values.map(({ key }) => key)) }] : []),
    ...finding(true, 'oddKeys', others.filter(({ key }) => !isKey(key)).map(at)),
    ...finding(true, 'twice', twice.map(at)),
    ...finding(true, 'totalBelow', totalsBelow(values)),
    ...finding(
      false,
      'others',
      others.filter(({ key }) => isKey(key)).map(({ key }) => key),
    ),
    ...finding(false, 'missing', own.filter(({ number }) => number === 'missing').map(at)),
    ...finding(false, 'secret', own.filter(({ number }) => isSecret(number)).map(at)),
    ...(own.length > 0 && covered.size < districts
      ? [{ fails: false, key: 'notCovered' as const, count: districts - covered.size, names: [] }]
      : []),
  ]
}

const isSecret = (number: ValueCell['number']) => typeof number === 'object' && number.value === null
const valueOf = (number: ValueCell['number']) => (typeof number === 'object' ? (number.value ?? undefined) : undefined)

function doubled<T>(rows: readonly T[], nameOf: (row: T) => string): T[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const name = nameOf(row)
    return seen.has(name) || !seen.add(name)
  })
}

/** Administrative districts and Länder whose published total is less than their districts in the file add up to. */
function totalsBelow(values: readonly ValueCell[]): string[] {
  const totals = values.filter(({ key }) => /^\d{2,3}$/.test(key))
  return totals.flatMap(({ key, measure, year, number, row }) => {
    const total = valueOf(number)
    const parts = values.filter(
      (one) => one.measure === measure && one.year === year && /^\d{5}$/.test(one.key) && one.key.startsWith(key),
    )
    const sum = parts.reduce((all, one) => all + Math.max(0, valueOf(one.number) ?? 0), 0)
    // A mean lies among its parts and is no total; rounding may add up to a thousandth.
    const isMean = parts.some((one) => (valueOf(one.number) ?? 0) > (total ?? 0))
    return total !== undefined && parts.length > 1 && !isMean && sum > total * 1.001 ? [`${key} (${row})`] : []
  })
}

/** Looks through flows between districts. */
export function checkFlows(flows: readonly FlowCell[], known: Known): Finding[] {
  const isOwn = ({ from, to }: FlowCell) => known.has(from) && known.has(to)
  const own = flows.filter(isOwn)
  const at = ({ row, from, to }: FlowCell) => `${from}–${to} (${row})`
  const odd = flows.filter(({ from, to }) => !isKey(from) || !isKey(to))
  const wrong = own.filter(({ number }) => (valueOf(number) ?? 0) < 0)
  const broken = own.filter(({ number }) => !Number.isInteger(valueOf(number) ?? 0))
  return [
    ...(own.length === 0 ? [{ fails: true, key: 'noKnown' as const, names: few(flows.map(({ from }) => from)) }] : []),
    ...finding(true, 'oddKeys', odd.map(at)),
    ...finding(true, 'twice', doubled(own, ({ from, to }) => `${from} ${to}`).map(at)),
    ...finding(true, 'negative', wrong.map(at)),
    ...finding(true, 'notWhole', broken.map(at)),
    ...finding(
      false,
      'others',
      flows.filter((one) => !isOwn(one)).map(({ from }) => from),
    ),
    ...finding(false, 'selfFlows', own.filter(({ from, to }) => from === to).map(at)),
    ...finding(false, 'secret', own.filter(({ number }) => isSecret(number)).map(at)),
  ]
}

export const hasFailed = (findings: readonly Finding[]) => findings.some(({ fails }) => fails)
