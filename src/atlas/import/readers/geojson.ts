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
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()),
  geometry,
})
/** More areas than a country has municipalities. */
const mostAreas = 30_000

/**
 * The areas of a file: keys, names and boundaries in WGS 84. VG250 (BKG, Verwaltungsgebiete 1:250 000; layers VG250_KRS
 * and VG250_GEM with AGS, GEN, BEZ, GF and, in VG250-EW, KFL): only land with a structure (GF 4, in VG5000 9) is an area;
 * water with a key of its own is left out. Eurostat’s GISCO (NUTS_ID; LAU_ID, LAU_NAME), and any other file that names
 * key and name; a name in English and the district beside them, where it has those.
 */
export async function* areasIn(features: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<AreaCell> {
  let row = 0
  for await (const one of features) {
    if (++row > mostAreas) throw new Unreadable('tooLarge')
    const area = areaIn(one, row)
    if (area) yield area
  }
}

function areaIn(one: unknown, row: number): AreaCell | undefined {
  const known = feature.safeParse(one).data
  if (!known) throw new Unreadable({ row, column: 'geometry', value: JSON.stringify(one) ?? '' })
  const of = propertiesOf(known.properties)
  const land = of('GF')
  if (land && Number(land) < 4) return undefined
  const keyed = keyIn(of, known.id)
  const name = of('GEN', 'LAU_NAME', 'NAME_DE', 'NAME', 'NUTS_NAME', 'NAME_LATN', 'NOM', 'G_NAME')
  if (!keyed || !name)
    throw new Unreadable({ row, column: 'AGS', value: `${of('AGS', 'KEY', 'SCHLUESSEL') || (known.id ?? '')} ${name}` })
  return {
    row,
    ...keyed,
    name,
    nameEn: of('NAME_EN', 'NAME_ENGL') || null,
    kind: of('BEZ', 'TYP') || null,
    area: Number(of('KFL', 'AREA_KM2')) || null,
    polygons: polygonsOf(known.geometry),
  }
}

type Of = ReturnType<typeof propertiesOf>
type Keyed = Pick<AreaCell, 'key' | 'level' | 'parents'>

/** The key by the name it goes under; undefined where there is none that can be one. */
function keyIn(of: Of, id: string | number | undefined): Keyed | undefined {
  const german = officialKey(of('AGS', 'AGS_0', 'ARS', 'RS'))
  if (german) {
    const level = german.length === 8 ? ('municipalities' as const) : ('boundaries' as const)
    return /^\d{5}(\d{3})?$/.test(german) ? { key: german, level, parents: [german.slice(0, 5)] } : undefined
  }
  const parents = parentNames.flatMap((name) => of(name) || [])
  const keyed = ([key, level]: [string, AreaCell['level']]): Keyed[] => (key ? [{ key, level, parents }] : [])
  const [found] = (
    [
      [of('LAU_ID', 'INSEE_COM', 'CODE_INSEE', 'BFS_NUMMER', 'G_ID', 'GKZ', 'GISCO_ID'), 'municipalities'],
      [of('NUTS_ID', 'NUTS_CODE'), 'boundaries'],
      [of('KEY', 'SCHLUESSEL', 'SCHLÜSSEL', 'CODE', 'ID') || String(id ?? ''), undefined],
    ] satisfies [string, AreaCell['level']][]
  ).flatMap(keyed)
  return found && areaKey.test(found.key) ? found : undefined
}

/** Where files say of which district a municipality is. */
const parentNames = [
  'DISTRICT',
  'KREIS',
  'PARENT',
  'NUTS3',
  'NUTS_3',
  'BEZIRKSNUM',
  'INSEE_ARR',
  'INSEE_DEP',
  'KANTONSNUM',
]
/** A key of any country: letters, digits and what they are joined by. */
export const areaKey = /^[0-9A-Za-z][0-9A-Za-z_.-]{0,19}$/

/** A regional key has four digits more, those of the association of municipalities. */
const officialKey = (key: string) => (/^\d{12}$/.test(key) ? key.slice(0, 5) + key.slice(9) : key)

const topology = z.object({
  type: z.literal('Topology'),
  objects: z.record(z.string(), z.object({ type: z.literal('GeometryCollection'), geometries: z.array(z.unknown()) })),
  arcs: z.array(z.unknown()),
})
export const isTopoJson = (json: unknown) =>
  typeof json === 'object' && json !== null && 'type' in json && json.type === 'Topology'

/** A few lines may name a long one any number of times: so many points are the most in all. */
const mostPoints = 5_000_000

/** The features of TopoJSON, of the object that has most of them, one by one. Throws Unreadable where its arcs do not fit. */
export function* topologyFeatures(json: unknown): Generator<unknown> {
  const { data } = topology.safeParse(json)
  const [largest] = Object.values(data?.objects ?? {}).sort((a, b) => b.geometries.length - a.geometries.length)
  if (!data || !largest) throw new Unreadable('notJson')
  const { arcs } = data as unknown as Topology
  const geometries = largest.geometries as GeometryCollection['geometries']
  let points = 0
  const count = (one: unknown): void => {
    if (Array.isArray(one)) for (const part of one) count(part)
    else if (typeof one === 'number') points += arcs[one < 0 ? ~one : one]?.length ?? 0
    if (points > mostPoints) throw new Unreadable('tooLarge')
  }
  for (const geometry of geometries) if ('arcs' in geometry) count(geometry.arcs)
  for (const geometry of geometries) yield featureIn(data as unknown as Topology, geometry)
}

function featureIn(topology: Topology, geometry: GeometryCollection['geometries'][number]): unknown {
  try {
    return featuresOf(topology, geometry)
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
