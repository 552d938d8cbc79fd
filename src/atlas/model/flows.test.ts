import { expect, test } from 'vitest'
import { balances, betweenRegions, exchanges, flowBreaks, isInTens } from './flows.ts'

const flows = [
  { from: 'a1', to: 'a2', value: 100 },
  { from: 'a1', to: 'b1', value: 30 },
  { from: 'a2', to: 'b1', value: 20 },
  { from: 'b1', to: 'a1', value: 10 },
]
const regionOf = new Map([
  ['a1', 'A'],
  ['a2', 'A'],
  ['b1', 'B'],
])

test('flows of districts add up to those of regions, without the ones inside', () => {
  expect(betweenRegions(flows, regionOf)).toEqual([
    { from: 'A', to: 'B', value: 50 },
    { from: 'B', to: 'A', value: 10 },
  ])
})

test('a place exchanges in both directions, and what is not listed is not zero', () => {
  expect(exchanges('a1', ['a1', 'a2', 'b1'], flows)).toEqual([
    { key: 'a2', into: undefined, out: 100 },
    { key: 'b1', into: 10, out: 30 },
  ])
})

test('in minus out, and all of them together are nought', () => {
  const rows = balances(['a1', 'a2', 'b1'], flows)
  expect(rows.map(({ net }) => net)).toEqual([-120, 80, 40])
})

test('the steps of Tübingen’s map, and whether a source rounds to ten', () => {
  expect(flowBreaks(22_280)).toEqual([300, 1000, 3000, 10_000])
  expect([isInTens(flows), isInTens([{ from: 'a', to: 'b', value: 7 }]), isInTens([])]).toEqual([true, false, false])
})
