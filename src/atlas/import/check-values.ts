import type { ValueCell } from './cells.ts'
import { type Finding, few, Tally } from './check.ts'
import { isSecret, valueOf } from './number.ts'
import { isKey, type Places, placeOf } from './places.ts'

type Part = { sum: number; most: number; count: number; total: number | undefined; at: string }

/**
 * Looks through values as they come. What is held grows with the places, measures and years that are known here, not
 * with the rows of the file.
 */
export class ValueCheck {
  /** How many cells were looked at. */
  read = 0
  readonly #places: Places
  readonly #numbers: ReadonlyMap<string, number>
  /** Of each measure and year a bit for each place that has come. */
  readonly #seen = new Map<string, Uint8Array>()
  readonly #totals = new Map<string, Part>()
  readonly #covered = new Set<string>()
  readonly #tallies = {
    others: new Tally(),
    odd: new Tally(),
    twice: new Tally(),
    missing: new Tally(),
    nothing: new Tally(),
    zeroLost: new Tally(),
    secret: new Tally(),
    first: new Tally(),
  }

  constructor(places: Places) {
    this.#places = places
    const { known, municipalities, regions } = places
    const keys = new Set([...known.values(), ...municipalities.keys(), ...regions.values()])
    this.#numbers = new Map([...keys].map((key, index) => [key, index]))
  }

  /** The place a value is of; undefined for what is noted alone. */
  taken(cell: ValueCell): string | undefined {
    const { key, row, number } = cell
    const tallies = this.#tallies
    const at = `${key} (${row})`
    if (++this.read <= 100) tallies.first.add(key)
    const own = placeOf(this.#places, key)
    this.#adds(cell, own)
    if (own === undefined) return void (isKey(key) ? tallies.others.add(key) : tallies.odd.add(at))
    this.#covered.add(own)
    if (this.#isAgain(cell, own)) return void tallies.twice.add(at)
    if (number === 'missing') tallies.missing.add(at)
    else if (number.isDash) tallies.nothing.add(at)
    if (own !== key && own === `0${key}`) tallies.zeroLost.add(at)
    if (isSecret(number)) tallies.secret.add(at)
    return own
  }

  findings(): Finding[] {
    const { first, ...found } = this.#tallies
    const isNone = this.#covered.size === 0
    const lacking = this.#notCovered()
    return [
      ...(isNone ? [{ fails: true, key: 'noKnown' as const, names: [...first.names].slice(0, few) }] : []),
      ...found.odd.finding(true, 'oddKeys'),
      ...found.twice.finding(true, 'twice'),
      ...this.#totalsBelow().finding(true, 'totalBelow'),
      ...found.others.finding(false, 'others'),
      ...found.missing.finding(false, 'missing'),
      ...found.nothing.finding(false, 'nothing'),
      ...found.zeroLost.finding(false, 'zeroLost'),
      ...found.secret.finding(false, 'secret'),
      ...(!isNone && lacking > 0 ? [{ fails: false, key: 'notCovered' as const, count: lacking, names: [] }] : []),
    ]
  }

  #isAgain({ measure, year }: ValueCell, own: string): boolean {
    const name = `${measure} ${year}`
    const seen = this.#seen.get(name) ?? new Uint8Array(Math.ceil(this.#numbers.size / 8))
    this.#seen.set(name, seen)
    const no = this.#numbers.get(own)!
    const [at, bit] = [no >> 3, 1 << (no & 7)]
    const isAgain = (seen[at]! & bit) !== 0
    seen[at]! |= bit
    return isAgain
  }

  /** Adds a value to the totals it is part of, as far as those are of here, and notes it as a total. */
  #adds({ key, measure, year, number, row }: ValueCell, own: string | undefined) {
    const value = valueOf(number)
    for (const total of this.#above(key, own)) {
      const part = this.#totalOf(`${measure} ${year} ${total}`)
      part.sum += Math.max(0, value ?? 0)
      part.most = Math.max(part.most, value ?? 0)
      part.count++
    }
    if (!this.#isTotal(key, own)) return
    const part = this.#totalOf(`${measure} ${year} ${own ?? key}`)
    part.total = value
    part.at = `${key} (${row})`
  }

  #totalOf(name: string): Part {
    const part = this.#totals.get(name) ?? { sum: 0, most: 0, count: 0, total: undefined, at: '' }
    this.#totals.set(name, part)
    return part
  }

  /** What a key is a part of: a German district of its Land and administrative district, a municipality of its district. */
  #above(key: string, own: string | undefined): string[] {
    const district = own === undefined ? undefined : this.#places.municipalities.get(own)
    if (district !== undefined) return [district]
    return /^\d{5}$/.test(key) ? [key.slice(0, 2), key.slice(0, 3)] : []
  }

  #isTotal = (key: string, own: string | undefined) =>
    own === undefined ? /^\d{2,3}$/.test(key) : !this.#places.municipalities.has(own)

  /** Totals that are less than their parts in the file add up to. */
  #totalsBelow(): Tally {
    const found = new Tally()
    for (const { sum, most, count, total, at } of this.#totals.values()) {
      if (total === undefined || count < 2) continue
      // A mean lies among its parts and is no total; rounding may add up to a thousandth.
      if (most <= total && sum > total * 1.001) found.add(at)
    }
    return found
  }

  /** How many districts, or of a file with municipalities how many of those, it says nothing of. */
  #notCovered(): number {
    const { known, municipalities } = this.#places
    const isFine = [...this.#covered].some((key) => municipalities.has(key))
    const all = isFine ? municipalities.keys() : new Set(known.values()).values()
    return [...all].filter((key) => !this.#covered.has(key)).length
  }
}
