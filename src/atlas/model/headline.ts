import { knownOf } from './finding.ts'
import type { Indicator } from './indicator.ts'
import { type Cells, whole } from './values.ts'

/** What a map shows in one short sentence, chosen by what the numbers are; keys are territories. */
export type Headline =
  | { kind: 'together'; keys: string[]; share: number }
  | { kind: 'above'; keys: string[]; count: number; all: number }
  | { kind: 'times'; highest: string; lowest: string; times: number }
  | { kind: 'alike'; highest: string; lowest: string; from: number; to: number }

/** How many districts a sentence can name. */
const named = 3
/** Less than half as much again is no contrast worth a headline. */
const contrast = 1.5

/**
 * Of counts the share of the three largest in the whole, of balances who is above zero, of ratios how many times the
 * lowest the highest is. Undefined where fewer than four districts are known: then there is nothing to tell.
 */
export function headlineOf({ kind }: Pick<Indicator, 'kind'>, keys: readonly string[], cells: Cells) {
  const known = knownOf(keys, cells)
  const [highest, lowest] = [known[0], known.at(-1)]
  if (known.length <= named || !highest || !lowest) return undefined
  if (lowest.value < 0) return aboveZero(known)
  const total = cells.get(whole)?.value
  if (kind === 'count') return total ? together(known.slice(0, named), total) : undefined
  return contrasted(highest, lowest)
}

type Known = ReturnType<typeof knownOf>

function aboveZero(known: Known): Headline {
  const above = known.filter(({ value }) => value > 0)
  return { kind: 'above', keys: above.slice(0, named).map(({ key }) => key), count: above.length, all: known.length }
}

function together(top: Known, total: number): Headline {
  const sum = top.reduce((all, { value }) => all + value, 0)
  return { kind: 'together', keys: top.map(({ key }) => key), share: sum / total }
}

function contrasted(highest: Known[number], lowest: Known[number]): Headline {
  const pair = { highest: highest.key, lowest: lowest.key }
  const times = lowest.value > 0 ? highest.value / lowest.value : 0
  return times >= contrast
    ? { kind: 'times', ...pair, times }
    : { kind: 'alike', ...pair, from: lowest.value, to: highest.value }
}
