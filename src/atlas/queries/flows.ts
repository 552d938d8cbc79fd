import type { Visit } from '../../platform/visit.ts'
import { flowsOf, type RegionPlan, regionMap, regionPlan } from '../../region/index.ts'
import { balances, betweenRegions, type Flow } from '../model/flows.ts'
import { type Land, landOf } from './atlas.ts'
import type { IndicatorView } from './indicator.ts'
import { commuters, type FlowsNow } from './territory.ts'

/** One place's view or all, one direction, both or what is left of both, how many at least, up to which data version. */
export type FlowQuestion = {
  place?: string | undefined
  direction?: 'into' | 'out' | 'net' | undefined
  least: number
  upTo?: number | undefined
}

export type FlowsView = {
  land: Land
  asked: FlowQuestion
  flows: FlowsNow | undefined
  /** The relations asked for, the strongest first. */
  rows: Flow[]
  plan: RegionPlan | undefined
  map: IndicatorView['map']
  balances: ReturnType<typeof balances>
  /** What goes between the regions, and how many people in all. */
  regions: Flow[]
  total: number
  across: number
}

/** The commuters of the latest day, as they are asked for. A place that is none asks for all. */
export async function flowsView(visit: Visit, question: FlowQuestion): Promise<FlowsView> {
  const [land, flows, map] = await Promise.all([landOf(visit), commuters(visit, question.upTo), regionMap(visit)])
  const place = placeIn(land, question.place)
  const asked = { ...question, place }
  const around = place === undefined ? undefined : districtsOf(land, place)
  const part = { least: asked.least, direction: asked.direction, upTo: asked.upTo, ...(around ? { around } : {}) }
  const plan = await regionPlan(visit, { ...part, ...(around?.length === 1 ? { focus: around[0]! } : {}) })
  const all = flows?.rows ?? []
  const regionOf = new Map(land.districts.map(({ key, regionId }) => [key, regionId]))
  const between = betweenRegions(all, regionOf)
  const sum = (list: readonly Flow[]) => list.reduce((whole, { value }) => whole + value, 0)
  return {
    land,
    asked,
    flows,
    map,
    plan,
    rows: flowsOf(all, part).toSorted((a, b) => b.value - a.value),
    balances: balances(
      land.districts.map(({ key }) => key),
      all,
    ),
    regions: between,
    total: sum(all),
    across: sum(between),
  }
}

const placeIn = ({ districts, regions }: Land, place: string | undefined) =>
  districts.some(({ key }) => key === place) || regions.some(({ id }) => id === place) ? place : undefined

/** The districts of a territory. */
const districtsOf = ({ districts }: Land, place: string) =>
  districts.filter(({ key, regionId }) => key === place || regionId === place).map(({ key }) => key)
