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
  | 'sameKey'
  | 'twice'
  | 'negative'
  | 'totalBelow'
  | 'missing'
  | 'nothing'
  | 'zeroLost'
  | 'secret'
  | 'notCovered'
  | 'notWhole'
  | 'selfFlows'

export const few = 5

/** How often something was found, with the first different names of where. */
export class Tally {
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

export const hasFailed = (findings: readonly Finding[]) => findings.some(({ fails }) => fails)
