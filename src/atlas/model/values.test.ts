import { expect, test } from 'vitest'
import type { Indicator } from './indicator.ts'
import { type Given, Values, whole } from './values.ts'

const land = {
  regions: [{ id: 'A' }, { id: 'B' }],
  districts: [
    { key: 'a1', regionId: 'A' },
    { key: 'a2', regionId: 'A' },
    { key: 'b1', regionId: 'B' },
    { key: 'b2', regionId: 'B' },
  ],
}
const plain = {
  topic: 'people',
  name: { de: '' },
  definition: { de: '' },
  unit: { de: '' },
  method: null,
  kind: 'count',
  decimals: 0,
  direction: 'none',
  aggregation: 'sum',
  weightId: null,
  derivation: null,
  firstId: null,
  secondId: null,
  factor: 1,
  frequency: 'year',
  sex: null,
  ageFrom: null,
  ageTo: null,
} as const satisfies Omit<Indicator, 'id'>
const people: Indicator = { ...plain, id: 'people' }
const area: Indicator = { ...plain, id: 'area', frequency: 'once' }
const density: Indicator = {
  ...plain,
  id: 'density',
  kind: 'ratio',
  aggregation: 'none',
  derivation: 'ratio',
  firstId: 'people',
  secondId: 'area',
}
const median: Indicator = { ...plain, id: 'median', kind: 'ratio', aggregation: 'none' }
const mean: Indicator = { ...plain, id: 'mean', kind: 'ratio', aggregation: 'mean', weightId: 'people' }
const change: Indicator = { ...plain, id: 'change', derivation: 'difference', firstId: 'people', secondId: 'area' }
const all = [people, area, density, median, mean, change]

const given = (indicatorId: string, year: number, cells: Record<string, number | null>): Given[] =>
  Object.entries(cells).map(([territory, value]) => ({
    indicatorId,
    year,
    territory,
    value,
    status: value === null ? 'secret' : 'final',
    asOf: `${year}`,
    sourceId: 'amt',
  }))
const told = (id: string, year: number, ...rows: Given[][]) => {
  const cells = new Values(all, land, rows.flat()).cells(id, year)
  return Object.fromEntries([...cells].map(([key, { value }]) => [key, value]))
}

test('sums, ratios of sums, weighted means and differences, each counted by hand', () => {
  const rows = [
    given('people', 2025, { a1: 100, a2: 300, b1: 50, b2: 50 }),
    given('area', 2018, { a1: 10, a2: 20, b1: 5, b2: 20 }),
    given('mean', 2025, { a1: 2, a2: 4, b1: 1, b2: 3 }),
  ]
  expect(told('people', 2025, ...rows)).toEqual({ a1: 100, a2: 300, b1: 50, b2: 50, A: 400, B: 100, [whole]: 500 })
  // Density of a region is its people by its area, not the mean of the districts' densities (10 and 15 would be 12.5).
  expect(told('density', 2025, ...rows)).toEqual({
    a1: 10,
    a2: 15,
    b1: 10,
    b2: 2.5,
    A: 400 / 30,
    B: 4,
    [whole]: 500 / 55,
  })
  // (2 · 100 + 4 · 300) / 400 = 3.5; (50 + 150) / 100 = 2; (1400 + 200) / 500 = 3.2.
  expect(told('mean', 2025, ...rows)).toMatchObject({ A: 3.5, B: 2, [whole]: 3.2 })
  expect(told('change', 2025, ...rows)).toMatchObject({ a1: 90, A: 370, [whole]: 445 })
})

test('what is not known is not zero: a total with a gap is not known either, and a median is never added up', () => {
  const rows = given('people', 2025, { a1: 100, b1: 50, b2: 50 })
  expect(told('people', 2025, rows)).toEqual({ a1: 100, b1: 50, b2: 50, B: 100 })
  expect(told('median', 2025, given('median', 2025, { a1: 1, a2: 2, b1: 3, b2: 4 }))).toEqual({
    a1: 1,
    a2: 2,
    b1: 3,
    b2: 4,
  })
})

test('a published total counts before an own sum', () => {
  expect(told('people', 2025, given('people', 2025, { a1: 1, a2: 1, b1: 1, b2: 1, A: 3 }))).toMatchObject({
    A: 3,
    B: 2,
  })
})

test('a single secret value cannot be computed from totals, nor from a ratio', () => {
  const one = given('people', 2025, { a1: null, a2: 300, b1: 50, b2: 50, A: 400, B: 100, [whole]: 500 })
  expect(told('people', 2025, one)).toEqual({ a1: null, a2: 300, b1: 50, b2: 50, A: null, B: 100, [whole]: null })
  const area = given('area', 2025, { a1: 10, a2: 10, b1: 10, b2: 10 })
  expect(told('density', 2025, one, area)).toMatchObject({ a1: null, A: null, [whole]: null })
  expect(told('change', 2025, one, area)).toMatchObject({ a1: null, A: null })
})

test('two secret values in a region may have a total, in two regions only the whole may', () => {
  const region = given('people', 2025, { a1: null, a2: null, b1: 50, b2: 50, A: 400, [whole]: 500 })
  expect(told('people', 2025, region)).toMatchObject({ A: 400, B: 100, [whole]: 500 })
  const two = given('people', 2025, { a1: null, a2: 300, b1: null, b2: 50, A: 400, B: 100, [whole]: 500 })
  expect(told('people', 2025, two)).toMatchObject({ A: null, B: null, [whole]: 500 })
})

test('beside a region that tells its total, another one’s single secret value stays hidden from the whole too', () => {
  const rows = given('people', 2025, { a1: null, a2: null, b1: null, b2: 50, A: 400, B: 100, [whole]: 500 })
  expect(told('people', 2025, rows)).toMatchObject({ A: 400, B: null, [whole]: null })
})
