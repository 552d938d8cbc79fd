import { expect, test } from 'vitest'
import { hiddenBeside, type Shown, type Sum } from './secrecy.ts'

const shown = (numbers: Record<string, number | null>): Shown => new Map(Object.entries(numbers))
const district: Sum[] = [{ total: 'all', parts: ['a', 'b', 'c', 'd'] }]
const hidden = (numbers: Record<string, number | null>, give: 'totals' | 'parts' = 'parts') =>
  [...hiddenBeside(shown(numbers), district, give)].sort()

test('one secret is hidden beside the smallest part, two protect each other, and none hides nothing', () => {
  expect(hidden({ all: 100, a: null, b: 30, c: 20, d: 40 })).toEqual(['c'])
  expect(hidden({ all: 100, a: null, b: null, c: 20, d: 40 })).toEqual([])
  expect(hidden({ all: 100, a: 10, b: 30, c: 20, d: 40 })).toEqual([])
  expect(hidden({ all: 100, a: null, b: 30, c: 20, d: 40 }, 'totals')).toEqual(['all'])
})

test('a secret total is not told by adding up all its parts', () => {
  expect(hidden({ all: null, a: 10, b: 30, c: 20, d: 40 })).toEqual(['a'])
  expect(hidden({ all: null, a: 10, b: 30, c: 20, d: 40 }, 'totals')).toEqual(['a'])
})

test('secrets that are all that is left of nothing are nothing each: another part goes with them', () => {
  expect(hidden({ all: 100, a: null, b: null, c: 30, d: 70 })).toEqual(['c'])
  expect(hidden({ all: 30, a: null, b: null, c: 30, d: 0 })).toEqual(['c'])
  // The two left over add up to ten: each may be anything up to that.
  expect(hidden({ all: 100, a: null, b: null, c: 30, d: 60 })).toEqual([])
})

/** Three levels: the whole of regions R and S, of districts. */
const levels: Sum[] = [
  { total: 'all', parts: ['r1', 'r2', 's1', 's2'] },
  { total: 'R', parts: ['r1', 'r2'] },
  { total: 'S', parts: ['s1', 's2'] },
  { total: 'all', parts: ['R', 'S'] },
]

/** What a reader can compute: the unknown of every sum that has only one, until there is none. */
function computable(numbers: Shown, hiddenKeys: ReadonlySet<string>): string[] {
  const unknown = new Set(
    ['all', 'R', 'S', 'r1', 'r2', 's1', 's2'].filter(
      (key) => typeof numbers.get(key) !== 'number' || hiddenKeys.has(key),
    ),
  )
  const secrets = [...unknown].filter((key) => numbers.has(key))
  for (let before = -1; before !== unknown.size; ) {
    before = unknown.size
    for (const { total, parts } of levels) {
      const open = [total, ...parts].filter((key) => unknown.has(key))
      if (open.length === 1) unknown.delete(open[0]!)
    }
  }
  return secrets.filter((key) => !unknown.has(key))
}

test('in every pattern of secret, known and unknown numbers on three levels, no secret can be computed', () => {
  const sizes = { r1: 5, r2: 7, s1: 11, s2: 13, R: 12, S: 24, all: 36 }
  const keys = Object.keys(sizes) as (keyof typeof sizes)[]
  let [patterns, told] = [0, 0]
  for (let pattern = 0; pattern < 3 ** keys.length; pattern++) {
    const numbers = new Map<string, number | null>()
    for (const [index, key] of keys.entries()) {
      const kind = Math.floor(pattern / 3 ** index) % 3
      if (kind < 2) numbers.set(key, kind === 0 ? sizes[key] : null)
    }
    patterns++
    if (computable(numbers, new Set()).length > 0) told++
    for (const give of ['totals', 'parts'] as const)
      expect([pattern, give, computable(numbers, hiddenBeside(numbers, levels, give))]).toEqual([pattern, give, []])
  }
  expect([patterns, told > 300]).toEqual([2187, true])
})
