import type { FlowRow } from '../../design/flow-table.tsx'
import type { PlanDrawing } from '../../design/plan.tsx'
import { keeping } from '../../platform/kept.ts'
import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { autoLayout, guessedNeighbours } from '../model/auto-layout.ts'
import { drawPlan, type NamedPlace } from '../model/drawing.ts'
import { flowRows } from '../model/flow-table.ts'
import { covers, type Layout } from '../model/layout.ts'
import { type Flow, type FlowPart, flowsOf, network, type Pair, summary } from '../model/network.ts'
import { type FlowKind, flowsOn, type WhichFlows } from './flows.ts'
import { inOwnWords, neighbours, type Reader } from './region.ts'

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

/** Which flows a plan shows, commuters when not said; `focus` is the one district it is about. */
export type PlanPart = FlowPart & WhichFlows & { focus?: string; kind?: FlowKind }

/**
 * The region's network plan from its latest commuters, with what stands in the table behind it. Takes the layout drawn by
 * hand where it covers every district, else one made from the positions. Undefined without districts.
 */
export async function regionPlan(visit: Reader, part: PlanPart = {}): Promise<RegionPlan | undefined> {
  const { read } = visit
  const [places, pairs, latest, drawn] = await Promise.all([
    read
      .selectFrom('districts')
      .innerJoin('regions', 'regions.id', 'regionId')
      .select(['key', 'districts.name', 'nameEn', 'no as region', 'longitude', 'latitude', 'label', 'short'])
      .orderBy('key')
      .execute(),
    neighbours(visit),
    flowsOn(visit, part.kind ?? 'commuters', part),
    read.selectFrom('drawings').select('data').where('kind', '=', 'plan').executeTakeFirst(),
  ])
  if (places.length === 0) return undefined
  const given = { rows: places.map(inOwnWords(visit)), pairs, byHand: drawn?.data as Layout | undefined, part }
  const key = JSON.stringify([given, latest?.versionId, latest?.rows.length])
  const plan = await keptPlans(key, () => planOf({ ...given, all: latest?.rows ?? [] }))
  return { ...plan, asOf: latest?.asOf, source: latest?.source.title }
}

/** A layout and the shortest ways take longer than the rest of a page. */
const keptPlans = keeping<ReturnType<typeof planOf>>(64)

type Given = {
  rows: readonly NamedPlace[]
  pairs: readonly Pair[]
  byHand: Layout | undefined
  part: PlanPart
  all: readonly Flow[]
}

function planOf({ rows, pairs, byHand, part, all }: Given) {
  const flows = flowsOf(all, part)
  const known = pairs.length ? pairs : guessedNeighbours(rows)
  const { sections } = network(rows, known, flows)
  const layout = layoutFor(rows, byHand) ?? autoLayout(rows, known, sections)
  const table = flowRows(rows, sections)
  return {
    drawing: drawPlan({ places: rows, layout, sections, ...(part.focus ? { focus: part.focus } : {}) }),
    rows: table,
    busiest: table[0],
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
