import { expect, test } from 'vitest'
import { headlineOf } from './headline.ts'
import { type Cell, whole } from './values.ts'

const cells = (values: Record<string, number>) =>
  new Map(
    Object.entries(values).map(([key, value]): [string, Cell] => [
      key,
      { value, status: 'final', asOf: '2025', isOwn: false, sourceId: 'amt' },
    ]),
  )
const keys = ['a', 'b', 'c', 'd']

test('counts tell the share of the three largest, ratios the contrast, balances who is above zero', () => {
  expect(headlineOf({ kind: 'count' }, keys, cells({ a: 10, b: 40, c: 20, d: 30, [whole]: 100 }))).toEqual({
    kind: 'together',
    keys: ['b', 'd', 'c'],
    share: 0.9,
  })
  expect(headlineOf({ kind: 'ratio' }, keys, cells({ a: 100, b: 250, c: 120, d: 130 }))).toEqual({
    kind: 'times',
    highest: 'b',
    lowest: 'a',
    times: 2.5,
  })
  expect(headlineOf({ kind: 'ratio' }, keys, cells({ a: 34, b: 44, c: 40, d: 36 }))).toMatchObject({
    kind: 'alike',
    from: 34,
    to: 44,
  })
  expect(headlineOf({ kind: 'count' }, keys, cells({ a: -5, b: 9, c: 2, d: -1 }))).toEqual({
    kind: 'above',
    keys: ['b', 'c'],
    count: 2,
    all: 4,
  })
})

test('nothing is told of too few, and no share of a whole that is not known', () => {
  expect(headlineOf({ kind: 'count' }, keys, cells({ a: 1, b: 2, c: 3, [whole]: 6 }))).toBeUndefined()
  expect(headlineOf({ kind: 'count' }, keys, cells({ a: 1, b: 2, c: 3, d: 4 }))).toBeUndefined()
  expect(headlineOf({ kind: 'ratio' }, keys, cells({ a: 0, b: 2, c: 3, d: 4 }))).toMatchObject({ kind: 'alike' })
})
