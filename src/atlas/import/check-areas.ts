import type { AreaCell } from './cells.ts'
import { type Finding, few, Tally } from './check.ts'
import { districtOf, type Level, type Places } from './places.ts'

/** Looks through areas as they come: each of a known district, none twice, and whether one lacks. */
export class AreaCheck {
  readonly #places: Places
  readonly #level: Level
  readonly #seen = new Set<string>()
  readonly #covered = new Set<string>()
  readonly #first = new Set<string>()
  readonly #tallies = { others: new Tally(), twice: new Tally(), same: new Tally() }

  constructor(places: Places, level: Level) {
    this.#places = places
    this.#level = level
  }

  /** The district an area is of; undefined for what is noted alone. */
  taken(area: AreaCell): string | undefined {
    const { key, row, name } = area
    if (this.#first.size < few) this.#first.add(key)
    const isFine = this.#level === 'municipalities'
    const district = isFine ? districtOf(this.#places, area) : this.#places.known.get(key)
    if (district === undefined) return void this.#tallies.others.add(key)
    // Both have their page under their key.
    if (isFine && this.#places.known.has(key)) return void this.#tallies.same.add(`${name} (${key})`)
    this.#covered.add(district)
    if (this.#seen.has(key)) return void this.#tallies.twice.add(`${name} (${row})`)
    this.#seen.add(key)
    return district
  }

  findings(): Finding[] {
    const lacking = new Set(this.#places.known.values()).size - this.#covered.size
    if (this.#covered.size === 0 && this.#tallies.same.count === 0)
      return [{ fails: true, key: 'noKnown', names: [...this.#first] }]
    return [
      ...this.#tallies.twice.finding(true, 'twice'),
      ...this.#tallies.same.finding(true, 'sameKey'),
      ...this.#tallies.others.finding(false, 'others'),
      ...(lacking > 0 ? [{ fails: false, key: 'notCovered' as const, count: lacking, names: [] }] : []),
    ]
  }
}
