import type { FlowRow } from '../../design/flow-table.tsx'
import type { PlanDrawing } from '../../design/plan.tsx'
import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { autoLayout, guessedNeighbours } from '../model/auto-layout.ts'
import { drawPlan } from '../model/drawing.ts'
import { flowRows } from '../model/flow-table.ts'
import { covers, type Layout } from '../model/layout.ts'
import { type FlowPart, flowsOf, network, summary } from '../model/network.ts'
import { latestFlows } from './flows.ts'
import { neighbours } from './region.ts'

export type RegionPlan = {
  drawing: PlanDrawing
  rows: FlowRow[]
  /** The busiest section. */
  busiest: FlowRow | undefined
  asOf: string | undefined
  source: Bilingual | undefined
  total: number
  across: number
  byRegion: Readonly<Record<number, number>>
}

/** Which flows a plan shows; `focus` is the one district it is about. */
export type PlanPart = FlowPart & { focus?: string }

/**
 * The region's network plan from its latest commuters, with what stands in the table behind it. Takes the layout drawn by
 * hand where it covers every district, else one made from the positions. Undefined without districts.
 */
export async function regionPlan(visit: Pick<Visit, 'read'>, part: PlanPart = {}): Promise<RegionPlan | undefined> {
  const { read } = visit
  const [rows, pairs, latest, drawn] = await Promise.all([
    read
      .selectFrom('districts')
      .innerJoin('regions', 'regions.id', 'regionId')
      .select(['key', 'no as region', 'longitude', 'latitude', 'label', 'short'])
      .orderBy('key')
      .execute(),
    neighbours(visit),
    latestFlows(visit, 'commuters'),
    read.selectFrom('drawings').select('data').where('kind', '=', 'plan').executeTakeFirst(),
  ])
  if (rows.length === 0) return undefined
  const flows = flowsOf(latest?.rows ?? [], part)
  const known = pairs.length ? pairs : guessedNeighbours(rows)
  const { sections } = network(rows, known, flows)
  const layout = layoutFor(rows, drawn?.data as Layout | undefined) ?? autoLayout(rows, known, sections)
  const table = flowRows(rows, sections)
  return {
    drawing: drawPlan({ places: rows, layout, sections, ...(part.focus ? { focus: part.focus } : {}) }),
    rows: table,
    busiest: table[0],
    asOf: latest?.asOf,
    source: latest?.source.title,
    ...summary(rows, flows),
  }
}

const layoutFor = (places: readonly { key: string }[], byHand: Layout | undefined) => {
  const keys = places.map(({ key }) => key)
  return byHand && covers(byHand, keys) ? byHand : undefined
}

export type Figure = {
  key: string
  value: number
  text: Bilingual
  asOf: string
  source: Bilingual
}

/** The figures of the home page in their order, each with its source. */
export async function figures(visit: Pick<Visit, 'read'>): Promise<Figure[]> {
  return visit.read
    .selectFrom('figures')
    .innerJoin('sources', 'sources.id', 'sourceId')
    .select(['key', 'value', 'text', 'asOf', 'sources.title as source'])
    .orderBy('position')
    .execute()
}
