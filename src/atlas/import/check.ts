import type { AreaCell, FlowCell, ValueCell } from './cells.ts'
import type { TableProblem } from './problem.ts'

/** What a check has found. One that fails holds publishing back. `problem`: why a file could not be read to its end. */
export type Finding = {
  fails: boolean
  key: FindingKey
  count?: number
  names: string[]
  problem?: TableProblem | 'wrongCell'
}
export type FindingKey =
  | 'unreadable'
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

/** From the keys that files use, official and European, to the districts' own. */
export type Known = ReadonlyMap<string, string>
/** The places values may be of: districts, and municipalities, each with its district. */
export type Places = { known: Known; municipalities: ReadonlyMap<string, string> }

/**
 * The own key of a district or a municipality. A regional key (ARS, twelve digits) is the municipality whose official key
 * (AGS) has its first five and its last three digits (Destatis, Regionalschlüssel).
 */
export function placeOf({ known, municipalities }: Places, key: string): string | undefined {
  const official = /^\d{12}$/.test(key) ? key.slice(0, 5) + key.slice(9) : key
  return known.get(key) ?? (municipalities.has(official) ? official : undefined)
}

const few = 5

/** How often something was found, with the first different names of where. */
class Tally {
  count = 0
  readonly names = new Set<string>()

  add(name: string) {
    this.count++
    if (this.names.size < few) this.names.add(name)
  }
  finding(fails: boolean, key: FindingKey): Finding[] {
    return this.count > 0 ? [{ fails, key, count: this.count, names: [...this.names] }] : []
  }
}

/** Whether a key may be one of a place elsewhere: digits, or a code of countries and NUTS. */
const isKey = (key: string) => /^(\d{1,12}|DG|[A-Z]{2}[A-Z0-9]{0,3}|EU\d*_?\d*|EA\d*)$/.test(key)
const isSecret = (number: ValueCell['number']) => typeof number === 'object' && number.value === null
const valueOf = (number: ValueCell['number']) => (typeof number === 'object' ? (number.value ?? undefined) : undefined)

/** Looks through values. */
export function checkValues(values: readonly ValueCell[], places: Places): Finding[] {
  const tallies = {
    others: new Tally(),
    odd: new Tally(),
    twice: new Tally(),
    missing: new Tally(),
    secret: new Tally(),
  }
  const covered = new Set<string>()
  const seen = new Set<string>()
  for (const { key, row, measure, year, number } of values) {
    const own = placeOf(places, key)
    const at = `${key} (${row})`
    if (own === undefined) {
      if (isKey(key)) tallies.others.add(key)
      else tallies.odd.add(at)
      continue
    }
    covered.add(own)
    const name = `${measure} ${year} ${own}`
    if (seen.has(name)) tallies.twice.add(at)
    seen.add(name)
    if (number === 'missing') tallies.missing.add(at)
    if (isSecret(number)) tallies.secret.add(at)
  }
  const isNone = covered.size === 0
  const lacking = notCovered(covered, places)
  const keys = [...new Set(values.slice(0, 100).map(({ key }) => key))].slice(0, few)
  return [
    ...(isNone ? [{ fails: true, key: 'noKnown' as const, names: keys }] : []),
    ...tallies.odd.finding(true, 'oddKeys'),
    ...tallies.twice.finding(true, 'twice'),
    ...totalsBelow(values).finding(true, 'totalBelow'),
    ...tallies.others.finding(false, 'others'),
    ...tallies.missing.finding(false, 'missing'),
    ...tallies.secret.finding(false, 'secret'),
    ...(!isNone && lacking > 0 ? [{ fails: false, key: 'notCovered' as const, count: lacking, names: [] }] : []),
  ]
}

/** How many districts, or of a file with municipalities how many of those, it says nothing of. */
function notCovered(covered: ReadonlySet<string>, { known, municipalities }: Places): number {
  const isFine = [...covered].some((key) => municipalities.has(key))
  const all = isFine ? municipalities.keys() : new Set(known.values()).values()
  return [...all].filter((key) => !covered.has(key)).length
}

/** Länder, administrative districts and districts whose published total is less than their parts in the file add up to. */
function totalsBelow(values: readonly ValueCell[]): Tally {
  const isTotal = (key: string) => /^(\d{2,3}|\d{5})$/.test(key)
  const parts = new Map<string, { sum: number; most: number; count: number }>()
  for (const { key, measure, year } of values)
    if (isTotal(key)) parts.set(`${measure} ${year} ${key}`, { sum: 0, most: 0, count: 0 })
  for (const { key, measure, year, number } of values) {
    const value = valueOf(number) ?? 0
    for (const total of above(key)) {
      const part = parts.get(`${measure} ${year} ${total}`)
      if (!part) continue
      part.sum += Math.max(0, value)
      part.most = Math.max(part.most, value)
      part.count++
    }
  }
  const found = new Tally()
  for (const { key, measure, year, number, row } of values) {
    const total = valueOf(number)
    const part = isTotal(key) ? parts.get(`${measure} ${year} ${key}`) : undefined
    if (total === undefined || !part || part.count < 2) continue
    // A mean lies among its parts and is no total; rounding may add up to a thousandth.
    if (part.most <= total && part.sum > total * 1.001) found.add(`${key} (${row})`)
  }
  return found
}

/** What a key is a part of: a district of Land and administrative district, a municipality of its district. */
const above = (key: string) =>
  key.length === 5 ? [key.slice(0, 2), key.slice(0, 3)] : /^(\d{8}|\d{12})$/.test(key) ? [key.slice(0, 5)] : []

/** Looks through areas as they come: each of a known district, none twice, and whether one lacks. */
export class AreaCheck {
  readonly #known: Known
  readonly #seen = new Set<string>()
  readonly #covered = new Set<string>()
  readonly #first = new Set<string>()
  readonly #tallies = { others: new Tally(), twice: new Tally() }

  constructor(known: Known) {
    this.#known = known
  }

  /** The district an area is of; undefined for what is noted alone. */
  taken({ key, row, name }: AreaCell): string | undefined {
    if (this.#first.size < few) this.#first.add(key)
    const district = this.#known.get(key.slice(0, 5))
    if (district === undefined) return void this.#tallies.others.add(key)
    this.#covered.add(district)
    if (this.#seen.has(key)) return void this.#tallies.twice.add(`${name} (${row})`)
    this.#seen.add(key)
    return district
  }

  findings(): Finding[] {
    const lacking = new Set(this.#known.values()).size - this.#covered.size
    if (this.#covered.size === 0) return [{ fails: true, key: 'noKnown', names: [...this.#first] }]
    return [
      ...this.#tallies.twice.finding(true, 'twice'),
      ...this.#tallies.others.finding(false, 'others'),
      ...(lacking > 0 ? [{ fails: false, key: 'notCovered' as const, count: lacking, names: [] }] : []),
    ]
  }
}

export type FlowTaken = { home: string; work: string; people: number }

/** Looks through flows between districts as they come, in the same memory however many they are. */
export class FlowCheck {
  /** How many cells were looked at. */
  read = 0
  readonly #known: Known
  readonly #numbers: Map<string, number>
  /** One bit for each pair of districts that has come. */
  readonly #seen: Uint8Array
  readonly #tallies = {
    others: new Tally(),
    odd: new Tally(),
    twice: new Tally(),
    negative: new Tally(),
    notWhole: new Tally(),
    self: new Tally(),
    secret: new Tally(),
    own: new Tally(),
    first: new Tally(),
  }

  constructor(known: Known) {
    this.#known = known
    this.#numbers = new Map([...new Set(known.values())].map((key, index) => [key, index]))
    this.#seen = new Uint8Array(Math.ceil(this.#numbers.size ** 2 / 8))
  }

  /** What of a cell goes into the load; undefined for what is noted alone. */
  taken({ from, to, number, row }: FlowCell): FlowTaken | undefined {
    const tallies = this.#tallies
    this.read++
    const [home, work] = [this.#known.get(from), this.#known.get(to)]
    const at = `${from}–${to} (${row})`
    if (this.read <= 100) tallies.first.add(from)
    if (!isKey(from) || !isKey(to)) tallies.odd.add(at)
    if (home === undefined || work === undefined) return void tallies.others.add(from)
    tallies.own.add(at)
    if (this.#isAgain(home, work)) return void tallies.twice.add(at)
    if (home === work) return void tallies.self.add(at)
    if (isSecret(number)) return void tallies.secret.add(at)
    const people = valueOf(number) ?? 0
    if (people < 0) return void tallies.negative.add(at)
    if (!Number.isInteger(people)) return void tallies.notWhole.add(at)
    return people > 0 ? { home, work, people } : undefined
  }

  findings(): Finding[] {
    const { own, first, ...found } = this.#tallies
    return [
      ...(own.count === 0 ? [{ fails: true, key: 'noKnown' as const, names: [...first.names] }] : []),
      ...found.odd.finding(true, 'oddKeys'),
      ...found.twice.finding(true, 'twice'),
      ...found.negative.finding(true, 'negative'),
      ...found.notWhole.finding(true, 'notWhole'),
      ...found.others.finding(false, 'others'),
      ...found.self.finding(false, 'selfFlows'),
      ...found.secret.finding(false, 'secret'),
    ]
  }

  #isAgain(home: string, work: string): boolean {
    const pair = this.#numbers.get(home)! * this.#numbers.size + this.#numbers.get(work)!
    const [at, bit] = [pair >> 3, 1 << (pair & 7)]
    const isAgain = (this.#seen[at]! & bit) !== 0
    this.#seen[at]! |= bit
    return isAgain
  }
}

export const hasFailed = (findings: readonly Finding[]) => findings.some(({ fails }) => fails)
