import { expect, test } from 'vitest'
import { scaleTo, spread } from './chart.tsx'

test('names that would touch move apart, in their order, and stay on the drawing', () => {
  expect(spread([100, 102, 300], 20, 400)).toEqual([91, 111, 300])
  expect(spread([395, 390, 10], 20, 400)).toEqual([400, 380, 10])
})

test('a scale leads from its least to its most value', () => {
  const y = scaleTo([0, 50], [420, 20])
  expect([y(0), y(25), y(50)]).toEqual([420, 220, 20])
})
