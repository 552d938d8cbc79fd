import { NotFound, type Visit } from '../../platform/visit.ts'
import {
  type FlowKind,
  flowsOn,
  type Municipalities,
  municipalitiesOf,
  neighbours,
  type RegionPlan,
  regionMap,
  regionPlan,
  type WhichFlows,
} from '../../region/index.ts'
import { betweenRegions, type Exchange, exchanges, type Flow, isInTens } from '../model/flows.ts'
import { type Atlas, atlasOf } from './atlas.ts'
import { type IndicatorView, type Source, sourcesOf } from './indicator.ts'

export type Territory = {
  key: string
  level: 'district' | 'region'
  /** The number of its region's line. */
  regionNo: number
  regionId: string
  /** The districts it consists of. */
  districts: string[]
}

export type FlowsNow = {
  versionId: string
  no: number
  rows: readonly Flow[]
  asOf: string
  source: Omit<Source, 'id'>
  /** Relations that are not listed are below 10. */
  isInTens: boolean
}

export type TerritoryView = Atlas & {
  territory: Territory
  /** Territories of the same level that share a border with it. */
  beside: string[]
  exchange: Exchange[]
  flows: FlowsNow | undefined
  plan: RegionPlan | undefined
  map: IndicatorView['map']
  sources: Source[]
  municipalities: Municipalities | undefined
}

/** Everything about a district or a region. Throws NotFound for what is neither. */
export async function territoryView(visit: Visit, key: string): Promise<TerritoryView> {
  const [atlas, pairs, flows, map] = await Promise.all([
    atlasOf(visit),
    neighbours(visit),
    flowsNow(visit, 'commuters'),
    regionMap(visit),
  ])
  const territory = territoryIn(atlas, key)
  const [plan, sources, municipalities] = await Promise.all([
    regionPlan(visit, territory.level === 'district' ? { around: [key], focus: key } : { around: territory.districts }),
    sourcesOf(visit, atlas.values.sourcesOf(atlas.indicators.map(({ id }) => id))),
    territory.level === 'district' ? municipalitiesOf(visit, { districts: [key] }) : undefined,
  ])
  return {
    ...atlas,
    ...besideOf(atlas, territory, pairs, flows?.rows ?? []),
    territory,
    flows,
    plan,
    map,
    sources,
    municipalities,
  }
}

function territoryIn({ land }: Atlas, key: string): Territory {
  const district = land.districts.find((one) => one.key === key)
  if (district) {
    const { regionId, regionNo } = district
    return { key, level: 'district', regionNo, regionId, districts: [key] }
  }
  const region = land.regions.find(({ id }) => id === key)
  if (!region) throw new NotFound()
  const districts = land.districts.filter(({ regionId }) => regionId === key).map((one) => one.key)
  return { key, level: 'region', regionNo: region.no, regionId: key, districts }
}

function besideOf(
  { land }: Atlas,
  { key, level }: Territory,
  pairs: Awaited<ReturnType<typeof neighbours>>,
  flows: readonly Flow[],
) {
  const regionOf = new Map(land.districts.map((one) => [one.key, one.regionId]))
  const isDistrict = level === 'district'
  const sidesOf = (one: string) => (isDistrict ? one : (regionOf.get(one) ?? ''))
  const beside = pairs
    .map(([a, b]) => [sidesOf(a), sidesOf(b)] as const)
    .flatMap(([a, b]) => (a === b ? [] : a === key ? [b] : b === key ? [a] : []))
  const others = isDistrict ? land.districts.map((one) => one.key) : land.regions.map(({ id }) => id)
  const all = isDistrict ? flows : betweenRegions(flows, regionOf)
  return { beside: [...new Set(beside)], exchange: exchanges(key, others, all) }
}

/** The flows of a kind of a day, the latest there is when not said, as they were known with a data version. */
export async function flowsNow(
  visit: Pick<Visit, 'read'>,
  kind: FlowKind,
  which: WhichFlows = {},
): Promise<FlowsNow | undefined> {
  const found = await flowsOn(visit, kind, which)
  return found && { ...found, no: Number(found.no), isInTens: kind === 'commuters' && isInTens(found.rows) }
}
