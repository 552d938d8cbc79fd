import type { Visit } from '../../platform/visit.ts'
import type { Indicator } from '../model/indicator.ts'
import type { Cells } from '../model/values.ts'
import { atlasOf, type Land } from './atlas.ts'
import { type Source, sourcesOf } from './indicator.ts'

type Side = { indicator: Indicator; cells: Cells; asOf: string }
export type Relation = {
  land: Land
  /** What can be compared: everything there are numbers for. */
  choices: Indicator[]
  across: Side | undefined
  up: Side | undefined
  sources: Source[]
}

/** Two indicators, each of its latest year; what is none, or not said, is the first ratios there are numbers for. */
export async function relation(
  visit: Visit,
  asked: { across?: string | undefined; up?: string | undefined; upTo?: number | undefined },
): Promise<Relation> {
  const { land, indicators, values } = await atlasOf(visit, { upTo: asked.upTo })
  const choices = indicators.filter(({ id }) => values.yearsOf(id).length > 0)
  const sideOf = (id: string | undefined, other?: string): Side | undefined => {
    const indicator =
      choices.find((one) => one.id === id) ??
      choices.find((one) => one.kind === 'ratio' && one.id !== other) ??
      choices.find((one) => one.id !== other)
    if (!indicator) return undefined
    const cells = values.cells(indicator.id, values.yearsOf(indicator.id).at(-1)!)
    return { indicator, cells, asOf: [...cells.values()][0]?.asOf ?? '' }
  }
  const across = sideOf(asked.across)
  const up = sideOf(asked.up, across?.indicator.id)
  const shown = [across, up].flatMap((side) => (side ? [...side.cells.values()].map(({ sourceId }) => sourceId) : []))
  return { land, choices, across, up, sources: await sourcesOf(visit, [...new Set(shown)]) }
}
