import { existsSync, readFileSync } from 'node:fs'
import { geoArea } from 'd3-geo'
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { feature, neighbors } from 'topojson-client'
import { expect, test } from 'vitest'
import stored from '../example/region/districts.topo.json' with { type: 'json' }
import example from '../example/region/region.json' with { type: 'json' }
import { type Districts, schematicDistricts, settlementsAround } from './geo.ts'

const drawing = schematicDistricts(example.districts, settlementsAround(example.districts))
const official = new URL('../../shared/geo/emrs-kreise.geojson', import.meta.url)
const reference = [official, new URL('../../../shared/geo/emrs-kreise.geojson', import.meta.url)].find((at) =>
  existsSync(at),
)
if (!reference) console.log('Official boundaries do not lie beside the checkout: the comparison with them is skipped.')

const features = feature(drawing, drawing.objects.districts).features

test('the stored boundaries are the computed ones, name their source and stay light', () => {
  const { source, ...rest } = stored as unknown as Districts & { source: string }
  expect(rest).toEqual(JSON.parse(JSON.stringify(drawing)))
  expect(source).toBe('schematic, from GeoNames places (https://www.geonames.org), CC BY 4.0')
  expect(JSON.stringify(stored).length).toBeLessThan(25_000)
})

test('areas are wound the way the maps draw them, none of them the rest of the world', () => {
  expect(features.filter((area) => geoArea(area) > 1).map(({ id }) => id)).toEqual([])
})

test('every district has an area with its key and name', () => {
  const drawn = features.map(({ id, properties }) => ({ key: id, name: properties.name }))
  expect(drawn).toEqual(example.districts.map(({ key, name }) => ({ key, name })))
})

test('all districts that share a border touch, and only two pairs more', () => {
  const geometries = drawing.objects.districts.geometries
  const touching = neighbors(geometries).flatMap((others, i) =>
    others.filter((j) => j > i).map((j) => [geometries[i]!.id, geometries[j]!.id].sort().join('-')),
  )
  const known = new Set(example.neighbours.pairs.map((pair) => pair.join('-')))
  expect(touching.filter((pair) => known.has(pair)).length).toBe(39)
  expect(touching.filter((pair) => !known.has(pair)).length).toBe(2)
})

test.skipIf(!reference)('the areas cover the official ones well enough to be recognised', () => {
  const real: FeatureCollection<Area, { ags: string }> = JSON.parse(readFileSync(reference!, 'utf8'))
  const overlaps = example.districts.map(({ key }) => {
    const ours = features.find(({ id }) => id === key)!.geometry as Area
    const theirs = real.features.find(({ properties }) => properties.ags === key)!.geometry
    return { key, overlap: intersectionOverUnion(ours, theirs) }
  })
  const values = overlaps.map(({ overlap }) => overlap)
  expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeGreaterThan(0.76)
  expect(overlaps.filter(({ overlap }) => overlap < 0.6)).toEqual([])
})

type Area = Polygon | MultiPolygon

/** By a grid of points about 1.1 km apart. */
function intersectionOverUnion(a: Area, b: Area) {
  let both = 0
  let either = 0
  for (let x = 8.2; x < 10.7; x += 0.015) {
    for (let y = 48; y < 49.9; y += 0.01) {
      const [inA, inB] = [contains(a, x, y), contains(b, x, y)]
      if (inA && inB) both++
      if (inA || inB) either++
    }
  }
  return both / either
}

/** Whether an odd number of edges lies to the east of the point. */
function contains(area: Area, x: number, y: number) {
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()
  return rings.flatMap((ring) => ring.slice(1).filter((q, i) => isEast(ring[i]!, q, x, y))).length % 2 === 1
}

const isEast = ([px, py]: Position, [qx, qy]: Position, x: number, y: number) =>
  py! > y !== qy! > y && x < ((qx! - px!) * (y - py!)) / (qy! - py!) + px!
