import type { MapDrawing } from '../../design/index.tsx'
import type { Bilingual } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { hasMunicipalities, reforms, regionMap } from '../../region/index.ts'
import { basesOf, type Indicator } from '../model/indicator.ts'
import type { Cells, Values } from '../model/values.ts'
import { atlasOf, type Land } from './atlas.ts'
import { type Standing, standingOf } from './standing.ts'

export type Source = { id: string; title: Bilingual; address: string | null; licence: string | null }

export type IndicatorView = {
  indicator: Indicator
  /** What it is computed from. */
  bases: Indicator[]
  /** The others of its topic. */
  beside: Indicator[]
  land: Land
  values: Values
  years: number[]
  /** The year shown; undefined where nothing is known at all. */
  year: number | undefined
  cells: Cells
  /** Those of each year, whose classes one scale holds. */
  overYears: Cells[]
  map: { drawing: MapDrawing; source: string | undefined } | undefined
  sources: Source[]
  /** Those of the year shown. */
  told: Source[]
  /** Days between its first year and its last from which other boundaries hold. */
  reforms: string[]
  /** Whether it can be looked at by municipality. */
  isFine: boolean
} & Standing

/** What an indicator says; of the latest year unless it is asked for another one. Throws NotFound for what is none. */
export async function indicatorView(
  visit: Visit,
  id: string,
  { year, version }: { year?: number | undefined; version?: number | undefined } = {},
): Promise<IndicatorView> {
  const [{ land, indicators, values }, isFine, days] = await Promise.all([
    atlasOf(visit, { ids: [id], upTo: version }),
    hasMunicipalities(visit),
    reforms(visit),
  ])
  const indicator = indicators.find((one) => one.id === id)
  if (!indicator) throw new NotFound()
  const years = values.yearsOf(id)
  const shown = year !== undefined && years.includes(year) ? year : years.at(-1)
  const ids = basesOf(id, indicators)
  const sources = await sourcesOf(visit, values.sourcesOf(ids))
  return {
    indicator,
    bases: indicators.filter((one) => one.id !== id && ids.includes(one.id)),
    beside: indicators.filter((one) => one.topic === indicator.topic && one.id !== id),
    land,
    values,
    years,
    year: shown,
    cells: shown === undefined ? new Map() : values.cells(id, shown),
    overYears: years.map((one) => values.cells(id, one)),
    // Boundaries as they were at the end of a year that was asked for.
    map: await regionMap(visit, { day: year === undefined ? undefined : `${shown}-12-31` }),
    isFine,
    reforms: days.filter((day) => day > `${years[0]}-12-31` && day <= `${years.at(-1)}-12-31`),
    sources,
    told: sources.filter(({ id: source }) => shown !== undefined && values.sourcesIn(id, shown).includes(source)),
    ...(await standingOf(visit, { kind: 'values', ids }, version)),
  }
}

/** Sources by their ids, with what must be named beside their figures. */
export const sourcesOf = async ({ read }: Pick<Visit, 'read'>, ids: readonly string[]): Promise<Source[]> =>
  ids.length === 0
    ? []
    : read
        .selectFrom('sources')
        .select(['id', 'title', 'address', 'licence'])
        .where('id', 'in', ids)
        .orderBy('id')
        .execute()
