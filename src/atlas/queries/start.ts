import type { Visit } from '../../platform/visit.ts'
import { basesOf, type Indicator } from '../model/indicator.ts'
import { why } from '../model/story.ts'
import { asksFor, type ViewKind, type ViewQuery } from '../model/views.ts'
import { values } from '../permissions.ts'
import { allIndicators, atlasOf, type Land, landOf } from './atlas.ts'
import { type FlowsView, flowsView } from './flows.ts'
import { type IndicatorView, indicatorView } from './indicator.ts'
import { allStories } from './stories.ts'

/** What the atlas opens with: all it measures, and the one topic that is shown large. */
export type Start = {
  land: Land
  indicators: (Indicator & { isKnown: boolean })[]
  /** The commuters, unless an indicator is asked for. */
  flows: FlowsView | undefined
  view: IndicatorView | undefined
  stories: Awaited<ReturnType<typeof allStories>>
}

/** The atlas with the indicator asked for; without one, or for what is none, the commuters, else the first that is known. */
export async function start(visit: Visit, asked: string | undefined): Promise<Start> {
  const [land, all, given, told] = await Promise.all([
    landOf(visit),
    allIndicators(visit),
    knownIds(visit),
    allStories(visit),
  ])
  const stories = told.filter(({ slug, publishedAt }) => slug !== why && publishedAt)
  const indicators = all.map((one) => ({
    ...one,
    isKnown: basesOf(one.id, all).every((id) => given.has(id) || all.some((base) => base.id === id && base.derivation)),
  }))
  const shown = indicators.find(({ id, isKnown }) => isKnown && id === asked)
  if (shown) return { land, indicators, stories, flows: undefined, view: await indicatorView(visit, shown.id) }
  const flows = await flowsView(visit, { least: 0 })
  if (flows.flows) return { land, indicators, stories, flows, view: undefined }
  const first = indicators.find(({ isKnown }) => isKnown)
  return { land, indicators, stories, flows: undefined, view: first && (await indicatorView(visit, first.id)) }
}

async function knownIds(visit: Pick<Visit, 'read'>): Promise<Set<string>> {
  const rows = await values(visit).select('indicatorId').distinct().execute()
  return new Set(rows.map(({ indicatorId }) => indicatorId))
}

/** A view's question; one about an indicator that names none is about the first that is known, over time one of several years. */
export async function firstAsked(visit: Visit, kind: ViewKind, query: ViewQuery): Promise<ViewQuery> {
  if (!asksFor[kind].includes('kennzahl') || query.kennzahl) return query
  const { indicators, values } = await atlasOf(visit)
  const least = kind === 'years' || kind === 'slope' ? 2 : 1
  const first = indicators.find(({ id, sex }) => !sex && values.yearsOf(id).length >= least)
  return first ? { ...query, kennzahl: first.id } : query
}
