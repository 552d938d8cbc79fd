import { expect, test } from 'vitest'
import { cooperations } from './cooperation.ts'

test('Salton’s cosine of regions by their things, as counted by hand', () => {
  const things = [['A', 'B'], ['A', 'B', 'C'], ['A'], ['A'], ['C']].map((one) => new Set(one))
  // A takes part in 4, B in 2, C in 2: A–B 2/√8, A–C 1/√8, B–C 1/2.
  expect(cooperations(['A', 'B', 'C', 'D'], things)).toEqual([
    { a: 'A', b: 'B', together: 2, cosine: 2 / Math.sqrt(8) },
    { a: 'A', b: 'C', together: 1, cosine: 1 / Math.sqrt(8) },
    { a: 'A', b: 'D', together: 0, cosine: 0 },
    { a: 'B', b: 'C', together: 1, cosine: 0.5 },
    { a: 'B', b: 'D', together: 0, cosine: 0 },
    { a: 'C', b: 'D', together: 0, cosine: 0 },
  ])
})
