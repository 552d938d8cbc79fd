import type { FeatureCollection, MultiPolygon, Position } from 'geojson'
import type { MapDrawing } from '../../design/map.tsx'
import { drawAreas } from './map.ts'

type Area = { key: string; name: string; region: number; boundary: Position[][][] }

/** As many names as these may stand on a map of municipalities at most. */
const mostNames = 40
/** About as wide is a letter, and so high a line. */
const letter = { width: 11, height: 24 }

/** The boundaries of municipalities, with the names of those that have room for it; undefined where there are none. */
export function drawMunicipalities(areas: readonly Area[]): MapDrawing | undefined {
  if (areas.length === 0) return undefined
  const boundaries: FeatureCollection<MultiPolygon> = {
    type: 'FeatureCollection',
    features: areas.map(({ key, boundary }) => ({
      type: 'Feature',
      id: key,
      properties: {},
      geometry: { type: 'MultiPolygon', coordinates: boundary },
    })),
  }
  const known = areas.map(({ key, region, name }) => ({ key, region, short: name }))
  const { drawing } = drawAreas(boundaries, known)
  const named = namedAreas(drawing.areas)
  return {
    ...drawing,
    areas: drawing.areas.map((area) => (named.has(area.key) ? area : { ...area, label: '' })),
    places: [],
  }
}

/** The largest areas whose names do not cover each other and are not much wider than themselves. */
function namedAreas(areas: Omit<MapDrawing, 'places'>['areas']): Set<string> {
  const taken: { left: number; right: number; top: number; bottom: number }[] = []
  const named = new Set<string>()
  const sized = areas.map((area) => ({ ...area, ...extent(area.path) })).sort((a, b) => b.size - a.size)
  for (const { key, label, middle, width } of sized) {
    const lines = label.split(' ')
    const half = (Math.max(...lines.map(({ length }) => length)) * letter.width) / 2
    const tall = (lines.length * letter.height) / 2
    const box = { left: middle[0] - half, right: middle[0] + half, top: middle[1] - tall, bottom: middle[1] + tall }
    const isCovered = taken.some(
      (one) => box.left < one.right && one.left < box.right && box.top < one.bottom && one.top < box.bottom,
    )
    if (isCovered || half * 2 > width * 1.2) continue
    taken.push(box)
    named.add(key)
    if (named.size === mostNames) break
  }
  return named
}

/** How wide an outline of steps is, and the surface of its frame. */
function extent(path: string) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [, start = '', steps = ''] of path.matchAll(/M([\d\s.-]+)l([^z]*)z/g)) {
    let [x = 0, y = 0] = start.trim().split(' ').map(Number)
    const numbers = steps.match(/-?\d+/g)?.map(Number) ?? []
    for (let at = -2; at < numbers.length; at += 2) {
      if (at >= 0) [x, y] = [x + numbers[at]!, y + numbers[at + 1]!]
      ;[left, right] = [Math.min(left, x), Math.max(right, x)]
      ;[top, bottom] = [Math.min(top, y), Math.max(bottom, y)]
    }
  }
  return { width: right - left, size: (right - left) * (bottom - top) }
}
