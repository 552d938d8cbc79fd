import { type GeoProjection, geoMercator, geoPath } from 'd3-geo'
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { MapDrawing } from '../../design/map.tsx'
import { innermost, type Ring } from './innermost.ts'

/** Boundaries of districts, each geometry's `id` being the district's key; `source` is to be named beside the map. */
export type Boundaries = (Topology<{ districts: GeometryCollection }> | FeatureCollection<Polygon | MultiPolygon>) & {
  source?: string
}

type Spot = { longitude: number; latitude: number }
type MapDistrict = { key: string; region: number; short: string }

/** Projects boundaries (and places) onto a drawing 730 pixels wide. Areas of unknown districts are left out. */
export function drawMap(
  boundaries: Boundaries,
  districts: readonly MapDistrict[],
  places: readonly Spot[] = [],
): MapDrawing {
  const { drawing, projection } = drawnAreas(boundaries, districts)
  return { ...drawing, places: places.map(({ longitude, latitude }) => project(projection, [longitude, latitude])) }
}

type DrawnAreas = { drawing: Omit<MapDrawing, 'places'>; projection: GeoProjection }
let last: { of: string; areas: DrawnAreas } | undefined

/** The areas hardly ever change and take longer to draw than the rest of a page: the last ones are kept. */
function drawnAreas(boundaries: Boundaries, districts: readonly MapDistrict[]): DrawnAreas {
  const of = JSON.stringify([boundaries, districts])
  if (last?.of !== of) last = { of, areas: drawAreas(boundaries, districts) }
  return last.areas
}

/** Projects boundaries onto a drawing 730 pixels wide, each area with its middle. Areas that are not known are left out. */
export function drawAreas(boundaries: Boundaries, districts: readonly MapDistrict[]): DrawnAreas {
  const known = new Map(districts.map((district) => [district.key, district]))
  const all = boundaries.type === 'FeatureCollection' ? boundaries : feature(boundaries, boundaries.objects.districts)
  const areas = all.features.filter(({ id }) => known.has(String(id)))
  const shown = { type: 'FeatureCollection' as const, features: areas }
  const projection = geoMercator().fitWidth(width - 2 * margin, shown)
  const [dx, dy] = projection.translate()
  projection.translate([dx + margin, dy + margin])
  const path = geoPath(projection).digits(0)
  const drawing = {
    width,
    height: Math.ceil(path.bounds(shown)[1][1] + margin),
    areas: areas.map((area) => {
      const { key, region, short } = known.get(String(area.id))!
      const middle = innermost(ringsOf(area.geometry as Polygon | MultiPolygon, projection))
      return { key, region, label: short, path: inSteps(path(area) ?? ''), middle }
    }),
  }
  return { drawing, projection }
}

/** The same outline with steps from point to point, which are shorter than places; points that fall together are one. */
export const inSteps = (outline: string): string =>
  outline.replace(/M([^MZ]+)Z/g, (_, ring: string) => {
    const points = ring.split('L').map((point) => point.split(',').map(Number) as [number, number])
    const steps = points.slice(1).flatMap(([x, y], index) => {
      const [dx, dy] = [x - points[index]![0], y - points[index]![1]]
      return dx === 0 && dy === 0 ? [] : [dx, dy]
    })
    return `M${points[0]!.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`
  })

const width = 730
const margin = 6

function project(projection: GeoProjection, [longitude, latitude]: Position) {
  const [x, y] = projection([longitude!, latitude!]) ?? [0, 0]
  return [Math.round(x), Math.round(y)] as const
}

function ringsOf(area: Polygon | MultiPolygon, projection: GeoProjection): Ring[] {
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()
  return rings.map((ring) => ring.map((position) => project(projection, position)))
}
