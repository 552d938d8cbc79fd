import { expect, test } from 'vitest'
import { sankeyLayout } from './sankey.tsx'

test('both sides have one scale, and bands lie one below the other without a gap', () => {
  const nodes = [
    { key: 'a', region: 1, name: 'A', out: 30, into: 10 },
    { key: 'b', region: 2, name: 'B', out: 10, into: 30 },
  ]
  const { left, right, bands } = sankeyLayout(nodes, [
    { from: 'a', to: 'b', value: 30 },
    { from: 'b', to: 'a', value: 10 },
  ])
  // 470 high less a gap of 24: 446 for 40 people.
  expect([left.get('a'), left.get('b')]).toEqual([
    { y: 0, height: 334.5 },
    { y: 358.5, height: 111.5 },
  ])
  expect([right.get('a'), right.get('b')]).toEqual([
    { y: 0, height: 111.5 },
    { y: 135.5, height: 334.5 },
  ])
  expect(bands.map(({ key, region }) => [key, region])).toEqual([
    ['a b', 1],
    ['b a', 2],
  ])
  expect(bands[0]?.path).toBe('M202 0C365 0 365 135.5 528 135.5V470C365 470 365 334.5 202 334.5Z')
})
