import { expect, test } from 'vitest'
import drawn from '../../../example/region/layout.json' with { type: 'json' }
import example from '../../../example/region/region.json' with { type: 'json' }
import { autoLayout, guessedNeighbours } from './auto-layout.ts'
import { drawPlan } from './drawing.ts'
import { corners, covers, isOctilinear, type Layout } from './layout.ts'
import { kilometres, network, type Pair, type Place } from './network.ts'

type Named = Place & { label: string }
const examplePlaces: Named[] = example.districts.map((district) => ({ ...district, region: 1 }))
const examplePairs = example.neighbours.pairs as unknown as Pair[]

/** Districts strewn evenly by the golden ratio, always the same, some of them close together. */
const strewn = (count: number): Named[] =>
  Array.from({ length: count }, (_, i) => ({
    key: String(10_000 + i),
    label: `Landkreis ${i + 1}`,
    region: (i % 5) + 1,
    longitude: 8 + ((i * 0.618034) % 1) * 3 + (i % 7 === 0 ? 0.001 : 0),
    latitude: 48 + ((i * 0.754878) % 1) * 2,
  }))

const sizes = [1, 2, 3, 7, 20, 60]
const cases = [
  ...sizes.map((count): [string, Named[], Pair[]] => {
    const places = strewn(count)
    return [`${count} districts`, places, guessedNeighbours(places)]
  }),
  ['the example without its own layout', examplePlaces, examplePairs] as [string, Named[], Pair[]],
]

const slanted = (layout: Layout, pairs: readonly Pair[]) =>
  pairs.flatMap((pair) => {
    const points = corners(layout, pair)
    return points.slice(1).filter((point, i) => !isOctilinear(points[i]!, point))
  })

test.each(cases)('every stop of %s has a point of its own', (_, places, pairs) => {
  const points = Object.values(autoLayout(places, pairs).stops).map(({ at }) => at.join())
  expect(new Set(points).size).toBe(places.length)
})

test.each(cases)('sections of %s run level, upright or at 45 degrees, with one bend at most', (_, places, pairs) => {
  const layout = autoLayout(places, pairs)
  expect(slanted(layout, pairs)).toEqual([])
  expect(Object.values(layout.bends).filter((bends) => bends.length > 1)).toEqual([])
})

test.each(cases)('what lies further east or north in %s never moves to the other side', (_, places, pairs) => {
  const { stops } = autoLayout(places, pairs)
  const at = kilometres(places)
  const turned = places.flatMap((p, i) =>
    places.filter((q, j) => {
      const [px, py] = stops[p.key]!.at
      const [qx, qy] = stops[q.key]!.at
      return (at[i]![0] < at[j]![0] && px > qx) || (at[i]![1] < at[j]![1] && py > qy)
    }),
  )
  expect(turned).toEqual([])
})

test.each(cases)('the plan of %s is the same whatever order its districts come in', (_, places, pairs) => {
  expect(autoLayout([...places].reverse(), [...pairs].reverse())).toEqual(autoLayout(places, pairs))
})

test('two districts on the very same spot still get two stops', () => {
  const twins = ['1', '2', '3'].map((key) => ({ key, label: key, region: 1, longitude: 9, latitude: 48 }))
  const points = Object.values(autoLayout(twins, []).stops).map(({ at }) => at.join())
  expect(new Set(points).size).toBe(3)
})

test('guessed neighbours connect every district', () => {
  const places = strewn(60)
  const pairs = guessedNeighbours(places)
  const reached = new Set([places[0]!.key])
  for (let before = 0; before < reached.size; ) {
    before = reached.size
    for (const [a, b] of pairs) if (reached.has(a) || reached.has(b)) reached.add(a).add(b)
  }
  expect(reached.size).toBe(60)
})

test('the layout drawn by hand has every district, and only sections at 0, 45 and 90 degrees', () => {
  const layout = drawn as unknown as Layout
  expect(
    covers(
      layout,
      examplePlaces.map(({ key }) => key),
    ),
  ).toBe(true)
  expect(slanted(layout, examplePairs)).toEqual([])
})

test('without a layout of its own the example is drawn with names that lie on no ring and no other name', () => {
  const regionNo = new Map(example.regions.map(({ id, no }) => [id, no]))
  const places = example.districts.map((one) => ({ ...one, region: regionNo.get(one.region)! }))
  const { sections } = network(places, examplePairs, example.flows.rows)
  const { stops } = drawPlan({ places, layout: autoLayout(places, examplePairs, sections), sections })
  const boxes = stops.map(({ name }) => {
    const width = name.text.length * 12
    const left = name.x - { start: 0, middle: width / 2, end: width }[name.anchor]
    return { text: name.text, left, right: left + width, top: name.y - 19, bottom: name.y + 4 }
  })
  const onNames = boxes.filter((a) =>
    boxes.some((b) => a !== b && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
  )
  const onRings = boxes.filter((box) =>
    stops.some(({ x, y, radius: r }) => box.left < x + r && x - r < box.right && box.top < y + r && y - r < box.bottom),
  )
  expect([...onNames, ...onRings].map(({ text }) => text)).toEqual([])
})
