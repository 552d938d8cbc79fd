import { expect, test } from 'vitest'
import { areaOf, coarser, middleOf, type Ring, ringArea } from './area.ts'

const square: Ring = [
  [9, 0],
  [10, 0],
  [10, 1],
  [9, 1],
  [9, 0],
]

test('an area is that of the sphere, whichever way its ring turns, holes taken off', () => {
  // By hand: R² · (π/180) · sin 1° with R = 6371.0088 km is 12,363.7 km².
  expect(ringArea(square)).toBeCloseTo(12_363.7, 0)
  expect(ringArea(square.toReversed())).toBeCloseTo(ringArea(square), 6)
  const hole = square.map(([x, y]) => [9 + (x - 9) / 2, y / 2] as const)
  expect(areaOf([[square, hole]])).toBeCloseTo(ringArea(square) - ringArea(hole), 6)
})

test('the middle is that of the largest part', () => {
  const island = square.map(([x, y]) => [x + 20, y / 10] as const)
  expect(middleOf([[island], [square]])).toEqual({ longitude: 9.5, latitude: 0.5 })
})

test('a coarser boundary keeps the points neighbours share, and loses what is smaller than the grid', () => {
  const [[left]] = coarser([[square.map(([x, y]) => [x + 0.0004, y] as const)]], 0.002) as [[Ring]]
  const [[right]] = coarser([[square.map(([x, y]) => [x + 1.0004, y] as const)]], 0.002) as [[Ring]]
  const border = (ring: Ring) => [...new Set(ring.filter(([x]) => x === 10).map(([, y]) => y))].sort()
  expect([border(left), border(right)]).toEqual([
    [0, 1],
    [0, 1],
  ])
  // Clockwise outside: north first.
  expect(left.slice(0, 2)).toEqual([
    [9, 0],
    [9, 1],
  ])
  expect(coarser([[square.map(([x, y]) => [x / 10_000, y / 10_000] as const)]], 0.002)).toEqual([])
})
