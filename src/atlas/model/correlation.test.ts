import { expect, test } from 'vitest'
import { rankCorrelation, ticksFor } from './correlation.ts'

test('rank correlation gives the textbook value, also with equal ranks', () => {
  // IQ and hours of television of ten persons, a common example: ρ = −29/165.
  const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
  const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
  expect(rankCorrelation(iq.map((one, index) => [one, hours[index]!] as const))).toBeCloseTo(-29 / 165, 10)
  expect(
    rankCorrelation([
      [1, 1],
      [2, 2],
      [2, 2],
      [3, 4],
      [5, 9],
    ]),
  ).toBeCloseTo(1, 10)
  expect(
    rankCorrelation([
      [1, 2],
      [2, 3],
    ]),
  ).toBeUndefined()
  expect(
    rankCorrelation([
      [1, 7],
      [2, 7],
      [3, 7],
      [4, 7],
      [5, 7],
    ]),
  ).toBeUndefined()
})

test('ticks are round and enclose all values', () => {
  expect(ticksFor([102, 2939])).toEqual([0, 1000, 2000, 3000])
  expect(ticksFor([33.6, 43.6])).toEqual([32, 34, 36, 38, 40, 42, 44])
  expect(ticksFor([-30_840, 174_430])).toEqual([-50_000, 0, 50_000, 100_000, 150_000, 200_000])
  expect(ticksFor([5, 5])).toEqual([5, 6])
})
