import { expect, test } from 'vitest'
import { breaksOf, classOf } from './classes.ts'

test('natural breaks are those that are published for this example', () => {
  // README of the package jenkspy (M. Viry): for three classes the bounds are 1.2, 2.3, 5.0 and 7.8.
  const values = [1.3, 7.1, 7.3, 2.3, 3.9, 4.1, 7.8, 1.2, 4.3, 7.3, 5.0, 4.3]
  const breaks = breaksOf(values, 'natural', 3)
  const groups = [0, 1, 2].map((step) => values.filter((value) => classOf(value, breaks) === step))
  expect(groups.map((group) => Math.max(...group))).toEqual([2.3, 5.0, 7.8])
})

test('natural breaks leave the least deviation of all groupings, counted by hand', () => {
  // 1 2 | 4 5 | 7 9 10 | 20 deviates by 0.5 + 0.5 + 4.67 + 0; every other grouping into four by more.
  expect(breaksOf([20, 1, 9, 4, 2, 7, 10, 5], 'natural', 4)).toEqual([4, 7, 20])
})

test('quantiles hold as many values each as can be, and equal values stay together', () => {
  expect(breaksOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 'quantiles')).toEqual([3, 5, 7, 9])
  expect(breaksOf([0, 0, 0, 0, 0, 0, 1, 2, 3, 4], 'quantiles')).toEqual([1, 3])
})

test('fewer different values make fewer classes, and none or one makes no break', () => {
  for (const method of ['natural', 'quantiles'] as const) {
    expect(breaksOf([5, 5, 9], method)).toEqual([9])
    expect([breaksOf([5, 5], method), breaksOf([], method)]).toEqual([[], []])
  }
})

test('large numbers lose no digits, and eleven thousand values are classed in a second', () => {
  expect(breaksOf([1e9 + 1, 1e9 + 2, 1e9 + 11, 1e9 + 12], 'natural', 2)).toEqual([1e9 + 11])
  const begun = performance.now()
  expect(
    breaksOf(
      Array.from({ length: 11_000 }, (_, n) => n ** 2),
      'natural',
    ),
  ).toHaveLength(4)
  expect(performance.now() - begun).toBeLessThan(1000)
})
