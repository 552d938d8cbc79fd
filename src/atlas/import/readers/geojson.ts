import { feature as featuresOf } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { z } from 'zod'
import type { AreaCell, Ring } from '../cells.ts'
import { listOf } from '../json.ts'
import { Unreadable } from '../problem.ts'

type Position = number[]
const isList = (one: unknown, least: number, is: (part: unknown) => boolean) =>
  Array.isArray(one) && one.length >= least && one.every(is)
const isPosition = (one: unknown) => isList(one, 2, (part) => typeof part === 'number') && (one as Position).length <= 4
const isRing = (one: unknown) => isList(one, 4, isPosition)
const isPolygon = (one: unknown) => isList(one, 1, isRing)
const geometry = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.custom<Position[][]>(isPolygon) }),
  z.object({
    type: z.literal('MultiPolygon'),
    coordinates: listOf<Position[][]>(isPolygon).refine(({ length }) => length > 0),
  }),
])
const feature = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()),
  geometry,
})
/** More areas than a country has municipalities. */
const mostAreas = 30_000

/**
 * The areas of VG250 as GeoJSON (BKG, Verwaltungsgebiete 1:250 000; layers VG250_KRS and VG250_GEM with AGS, GEN, BEZ, GF
 * and, in VG250-EW, KFL): keys, names and boundaries in WGS 84. Only land with a structure (GF 4, in VG5000 9) is an area;
 * water with a key of its own is left out. All of them are of one level.
 */
export async function* areasIn(features: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<AreaCell> {
  let [row, digits] = [0, 0]
  for await (const one of features) {
    if (++row > mostAreas) throw new Unreadable('tooLarge')
    const area = areaIn(one, row)
    if (!area) continue
    digits ||= area.key.length
    if (area.key.length !== digits) throw new Unreadable('mixedLevels')
    yield area
  }
}

function areaIn(one: unknown, row: number): AreaCell | undefined {
  const known = feature.safeParse(one).data
  if (!known) throw new Unreadable({ row, column: 'geometry', value: JSON.stringify(one) ?? '' })
  const of = propertiesOf(known.properties)
  const land = of('GF')
  if (land && Number(land) < 4) return undefined
  const [key, name] = [officialKey(of('AGS', 'AGS_0', 'ARS', 'RS')), of('GEN', 'NAME')]
  if (!/^\d{5}(\d{3})?$/.test(key) || !name) throw new Unreadable({ row, column: 'AGS', value: `${key} ${name}` })
  const polygons = polygonsOf(known.geometry)
  return { row, key, name, kind: of('BEZ', 'TYP') || null, area: Number(of('KFL')) || null, polygons }
}

/** A regional key has four digits more, those of the association of municipalities. */
const officialKey = (key: string) => (/^\d{12}$/.test(key) ? key.slice(0, 5) + key.slice(9) : key)

const topology = z.object({
  type: z.literal('Topology'),
  objects: z.record(z.string(), z.object({ type: z.literal('GeometryCollection'), geometries: z.array(z.unknown()) })),
  arcs: z.array(z.unknown()),
})
export const isTopoJson = (json: unknown) =>
  typeof json === 'object' && json !== null && 'type' in json && json.type === 'Topology'

/** The features of TopoJSON, of the object that has most of them. Throws Unreadable where its arcs do not fit. */
export function topologyFeatures(json: unknown): unknown[] {
  const { data } = topology.safeParse(json)
  const [largest] = Object.values(data?.objects ?? {}).sort((a, b) => b.geometries.length - a.geometries.length)
  if (!data || !largest) throw new Unreadable('notJson')
  try {
    return featuresOf(data as unknown as Topology, largest as unknown as GeometryCollection).features
  } catch {
    throw new Unreadable('notJson')
  }
}

/** A property by one of its names, in capitals or not, as text. */
function propertiesOf(properties: Readonly<Record<string, unknown>>) {
  const all = new Map(Object.entries(properties).map(([name, value]) => [name.toUpperCase(), value]))
  return (...names: string[]) => {
    const value = names.map((name) => all.get(name)).find((one) => one !== undefined && one !== null)
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  }
}

function polygonsOf({ type, coordinates }: z.output<typeof geometry>): Ring[][] {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  return polygons.map((rings) => rings.map((one) => one.map(([x = 0, y = 0]) => inDegrees(x, y))))
}

/** Metres of UTM are larger than any degree. */
function inDegrees(longitude: number, latitude: number): readonly [number, number] {
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) throw new Unreadable('notDegrees')
  return [longitude, latitude]
}
