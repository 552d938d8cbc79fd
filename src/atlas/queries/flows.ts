import type { Visit } from '../../platform/visit.ts'
import {
  type FlowKind,
  flowSets,
  flowsOf,
  knownFlowKinds,
  type RegionPlan,
  regionMap,
  regionPlan,
} from '../../region/index.ts'
import { balances, betweenRegions, type Flow } from '../model/flows.ts'
import { type Land, landOf } from './atlas.ts'
import type { IndicatorView } from './indicator.ts'
import { type FlowsNow, flowsNow } from './territory.ts'

/** One place's view or all, one direction, both or what is left of both, how many at least, up to which data version. */
export type FlowQuestion = {
  kind?: FlowKind
  /** The latest day of this year; of all years when not said. */
  year?: number | undefined
  place?: string | undefined
  direction?: 'into' | 'out' | 'net' | undefined
  least: number
  upTo?: number | undefined
}

export type FlowsView = {
  land: Land
  asked: FlowQuestion & { kind: FlowKind }
  /** The kinds and, of this one, the days there are. */
  kinds: FlowKind[]
  days: string[]
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

/** The flows of a kind and a day, as they are asked for. A place or a year that is none asks for all. */
export async function flowsView(visit: Visit, question: FlowQuestion): Promise<FlowsView> {
  const { kind = 'commuters', upTo } = question
  const sets = await flowSets(visit, kind, { upTo })
  const days = sets.map(({ asOf }) => asOf)
  const day = days.find((one) => one.startsWith(`${question.year}-`))
  const [land, flows, map, kinds] = await Promise.all([
    landOf(visit),
    flowsNow(visit, kind, { upTo, day }),
    // Boundaries as they were on a day that was asked for.
    regionMap(visit, { day }),
    knownFlowKinds(visit),
  ])
  const place = placeIn(land, question.place)
  const asked = { ...question, kind, place }
  const around = place === undefined ? undefined : districtsOf(land, place)
  const part = { least: asked.least, direction: asked.direction, upTo: asked.upTo, ...(around ? { around } : {}) }
  const plan = await regionPlan(visit, { ...part, kind, day, ...(around?.length === 1 ? { focus: around[0]! } : {}) })
  const all = flows?.rows ?? []
  const regionOf = new Map(land.districts.map(({ key, regionId }) => [key, regionId]))
  const between = betweenRegions(all, regionOf)
  const sum = (list: readonly Flow[]) => list.reduce((whole, { value }) => whole + value, 0)
  return {
    land,
    asked,
    kinds,
    days,
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
