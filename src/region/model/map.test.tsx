import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import topo from '../../../example/region/districts.topo.json' with { type: 'json' }
import example from '../../../example/region/region.json' with { type: 'json' }
import { Choropleth, LocatorMap } from '../../design/map.tsx'
import { type Boundaries, drawMap, inSteps } from './map.ts'

const lineOf = new Map(example.regions.map((region) => [region.id, region.no]))
const districts = example.districts.map((district) => ({ ...district, region: lineOf.get(district.region)! }))
const boundaries = topo as unknown as Boundaries
const reutlingen = { longitude: 9.2114, latitude: 48.4914 }
const looks = (svg: string, look: string) => svg.match(new RegExp(`<path class="${look}"`, 'g'))?.length ?? 0

/** The points that an outline in steps goes through. */
function pointsOf(path: string): number[][] {
  return [...path.matchAll(/M([^l]+)l([^z]+)z/g)].flatMap(([, start, steps]) => {
    const point = start!.split(' ').map(Number)
    const numbers = steps!.match(/-?\d+/g)!.map(Number)
    const points = [[...point]]
    for (let n = 0; n < numbers.length; n += 2) {
      point[0]! += numbers[n]!
      point[1]! += numbers[n + 1]!
      points.push([...point])
    }
    return points
  })
}

test('an outline in steps goes through the same points, those that fall together once', () => {
  const steps = inSteps('M10,20L13,18L13,18L9,25ZM1,1L2,1L2,2Z')
  expect(steps).toBe('M10 20l3-2-4 7zM1 1l1 0 0 1z')
  expect(pointsOf(steps)).toEqual([
    [10, 20],
    [13, 18],
    [9, 25],
    [1, 1],
    [2, 1],
    [2, 2],
  ])
})

test('a map has every district once, inside its drawing, and puts a place into its district', () => {
  const drawing = drawMap(boundaries, districts, [reutlingen])
  expect(drawing.areas.map(({ key }) => key)).toEqual(districts.map(({ key }) => key))
  const numbers = drawing.areas.flatMap(({ path }) => pointsOf(path).flat())
  expect([Math.min(...numbers) >= 0, Math.max(...numbers) <= Math.max(drawing.width, drawing.height)]).toEqual([
    true,
    true,
  ])
  const [x, y] = drawing.places[0]!
  const own = pointsOf(drawing.areas.find(({ key }) => key === '08415')!.path)
  const within = (value: number, axis: 0 | 1) =>
    value > Math.min(...own.map((p) => p[axis]!)) && value < Math.max(...own.map((p) => p[axis]!))
  expect([within(x, 0), within(y, 1)]).toEqual([true, true])
})

test('areas of districts the region does not have are left out', () => {
  expect(drawMap(boundaries, districts.slice(0, 3)).areas.map(({ key }) => key)).toEqual(['08111', '08115', '08116'])
})

test('the map of a place colours its district, pales the rest of its region and greys the others', () => {
  const drawing = drawMap(boundaries, districts, [reutlingen])
  const svg = render(
    <LocatorMap id="m" title="Reutlingen auf der Karte" drawing={drawing} place="Reutlingen" district="08415" />,
  )
  expect([looks(svg, 'here'), looks(svg, 'near'), looks(svg, 'far')]).toEqual([1, 2, 17])
  expect(svg).toContain('<path class="here" data-region="3"')
  expect(svg.match(/>Reutlingen</g)).toHaveLength(1)
  expect(svg.match(/style=/g)).toBeNull()
})

test('a coloured map shows five steps, and a district without a value is empty, not zero', () => {
  const svg = render(
    <Choropleth
      id="c"
      title="Pendelnde"
      region={3}
      drawing={drawMap(boundaries, districts)}
      values={{ '08111': 0, '08115': 10, '08116': 20, '08117': 30, '08118': 99 }}
      breaks={[10, 20, 30, 40]}
      focus="08416"
      legend={{ steps: ['0', 'ab 10', 'ab 20', 'ab 30', 'ab 40'], focus: 'Tübingen', none: 'unter 10' }}
    />,
  )
  const counts = ['step-0', 'step-1', 'step-2', 'step-3', 'step-4', 'focus', 'none'].map((look) => looks(svg, look))
  expect(counts).toEqual([1, 1, 1, 1, 1, 1, 14])
})

test('labels of a district and the city it surrounds keep apart', () => {
  const at = new Map(drawMap(boundaries, districts).areas.map(({ key, middle }) => [key, middle]))
  const apart = (a: string, b: string) => Math.hypot(at.get(a)![0] - at.get(b)![0], at.get(a)![1] - at.get(b)![1])
  expect([apart('08121', '08125') > 40, apart('08231', '08236') > 40]).toEqual([true, true])
})
