import { expect, test } from 'vitest'
import { apart } from './apart.ts'

const area = (key: string, x: number, y: number) => ({ key, label: key, region: 1, path: '', middle: [x, y] as const })
const drawing = {
  width: 400,
  height: 300,
  areas: [area('a', 200, 150), area('b', 210, 150), area('c', 200, 160), area('d', 380, 20), area('e', 200, 150)],
  places: [],
}

test('circles are moved until none covers another, within the drawing; one with room stays in its middle', () => {
  const circles = ['a', 'b', 'c', 'e'].map((key, index) => ({ key, radius: 50 - index * 10 }))
  const spots = apart([...circles, { key: 'd', radius: 10 }, { key: 'unknown', radius: 9 }], drawing)
  expect([...spots.keys()]).toEqual(['a', 'b', 'c', 'e', 'd'])
  expect(spots.get('d')).toEqual([380, 20])
  for (const one of circles)
    for (const other of circles.slice(circles.indexOf(one) + 1)) {
      const [[x, y], [u, v]] = [spots.get(one.key)!, spots.get(other.key)!]
      expect(Math.hypot(x - u, y - v)).toBeGreaterThan(one.radius + other.radius)
    }
  for (const { key, radius } of circles) {
    const [x, y] = spots.get(key)!
    expect(x >= radius && x <= 400 - radius && y >= radius && y <= 300 - radius).toBe(true)
  }
})
