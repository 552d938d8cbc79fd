import type { FlowCell } from './cells.ts'
import { type Finding, Tally } from './check.ts'
import { isSecret, valueOf } from './number.ts'
import { isKey, type Places, placeOf } from './places.ts'

/** A flow between two districts or, `isFine`, between two municipalities. */
export type FlowTaken = { home: string; work: string; people: number; isFine: boolean }

/** Looks through flows between places of one level as they come, in the same memory however many they are. */
export class FlowCheck {
  /** How many cells were looked at. */
  read = 0
  readonly #places: Places
  readonly #numbers: Map<string, number>
  /** One bit for each pair of places that has come. */
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

  constructor(places: Places) {
    this.#places = places
    const keys = new Set([...places.known.values(), ...places.municipalities.keys()])
    this.#numbers = new Map([...keys].map((key, index) => [key, index]))
    this.#seen = new Uint8Array(Math.ceil(this.#numbers.size ** 2 / 8))
  }

  /** What of a cell goes into the load; undefined for what is noted alone. */
  taken({ from, to, number, row }: FlowCell): FlowTaken | undefined {
    const tallies = this.#tallies
    this.read++
    const [home, work] = [placeOf(this.#places, from), placeOf(this.#places, to)]
    const at = `${from}–${to} (${row})`
    if (this.read <= 100) tallies.first.add(from)
    if (!isKey(from) || !isKey(to)) tallies.odd.add(at)
    if (home === undefined || work === undefined) return void tallies.others.add(from)
    const { municipalities } = this.#places
    const isFine = municipalities.has(home)
    // From a municipality to all of a district: a sum of what other rows tell.
    if (isFine !== municipalities.has(work)) return void tallies.others.add(at)
    tallies.own.add(at)
    if (this.#isAgain(home, work)) return void tallies.twice.add(at)
    if (home === work) return void tallies.self.add(at)
    if (isSecret(number)) return void tallies.secret.add(at)
    const people = valueOf(number) ?? 0
    if (people < 0) return void tallies.negative.add(at)
    if (!Number.isInteger(people)) return void tallies.notWhole.add(at)
    return people > 0 ? { home, work, people, isFine } : undefined
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
    const [at, bit] = [Math.floor(pair / 8), 1 << (pair % 8)]
    const isAgain = (this.#seen[at]! & bit) !== 0
    this.#seen[at]! |= bit
    return isAgain
  }
}
