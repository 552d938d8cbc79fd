import type { FlowRow } from '../../design/flow-table.tsx'
import type { PlanDrawing } from '../../design/plan.tsx'
import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { autoLayout, guessedNeighbours } from '../model/auto-layout.ts'
import { drawPlan } from '../model/drawing.ts'
import { flowRows } from '../model/flow-table.ts'
import { covers, type Layout } from '../model/layout.ts'
import { network, summary } from '../model/network.ts'

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

/**
 * The region's network plan from its latest commuters, with what stands in the table behind it. Takes the layout drawn by
 * hand where it covers every district, else one made from the positions. Undefined without districts.
 */
export async function regionPlan(visit: Pick<Visit, 'read'>): Promise<RegionPlan | undefined> {
  const { read } = visit
  const latest = await read
    .selectFrom('flows')
    .innerJoin('sources', 'sources.id', 'sourceId')
    .select(['asOf', 'title'])
    .orderBy('asOf', 'desc')
    .limit(1)
    .executeTakeFirst()
  const [rows, pairs, flows, drawn] = await Promise.all([
    read
      .selectFrom('districts')
      .innerJoin('regions', 'regions.id', 'regionId')
      .select(['key', 'no as region', 'longitude', 'latitude', 'label', 'short'])
      .orderBy('key')
      .execute(),
    read.selectFrom('neighbours').select(['a', 'b']).execute(),
    read
      .selectFrom('flows')
      .select(['home as from', 'work as to', 'people as value'])
      .where('asOf', '=', latest?.asOf ?? '1900-01-01')
      .execute(),
    read.selectFrom('drawings').select('data').where('kind', '=', 'plan').executeTakeFirst(),
  ])
  if (rows.length === 0) return undefined
  const known = pairs.length ? pairs.map(({ a, b }) => [a, b] as const) : guessedNeighbours(rows)
  const { sections } = network(rows, known, flows)
  const byHand = drawn?.data as Layout | undefined
  const layout =
    byHand &&
    covers(
      byHand,
      rows.map(({ key }) => key),
    )
      ? byHand
      : autoLayout(rows, known, sections)
  const table = flowRows(rows, sections)
  return {
    drawing: drawPlan({ places: rows, layout, sections }),
    rows: table,
    busiest: table[0],
    asOf: latest?.asOf,
    source: latest?.title,
    ...summary(rows, flows),
  }
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
