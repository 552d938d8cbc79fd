import { NotFound, type Visit } from '../../platform/visit.ts'
import { flowKinds } from '../../region/index.ts'
import { type ClassMethod, classMethods } from '../model/classes.ts'
import { thresholds } from '../model/flows.ts'
import { type Age, ageBands } from '../model/pyramid.ts'
import { type Level, levels } from '../model/theme.ts'
import type { ViewKind, ViewQuery } from '../model/views.ts'
import { atlasOf, type Land } from './atlas.ts'
import { type FlowsView, flowsView } from './flows.ts'
import { type IndicatorView, indicatorView, type Source, sourcesOf } from './indicator.ts'
import { type Relation, relation } from './relation.ts'
import { type Standing, standingOf } from './standing.ts'

export type OfIndicator = { view: IndicatorView; level: Level; method: ClassMethod; from: number | undefined }
export type PyramidView = { land: Land; place: string; year: number | undefined; ages: Age[]; sources: Source[] }

/** What a view shows, as it is asked for. */
export type ViewData = { query: ViewQuery; standing: Standing } & (
  | ({ kind: 'map' | 'places' | 'years' | 'slope' } & OfIndicator)
  | { kind: 'relation'; relation: Relation }
  | { kind: 'regions' | 'paths' | 'balance'; flows: FlowsView }
  | { kind: 'pyramid'; pyramid: PyramidView }
)

const directions: Readonly<Record<string, 'into' | 'out' | 'net' | undefined>> = {
  hinein: 'into',
  hinaus: 'out',
  saldo: 'net',
}

/** Reads what a view shows; what makes no sense in its question asks for nothing. Throws NotFound for an indicator that is none. */
export async function viewData(visit: Visit, kind: ViewKind, query: ViewQuery): Promise<ViewData> {
  const upTo = numberIn(query.fassung)
  if (kind === 'regions' || kind === 'paths' || kind === 'balance') {
    const flows = await flowsView(visit, flowQuestion(query))
    return { kind, query, flows, standing: await standingOf(visit, { kind: flows.asked.kind }, upTo) }
  }
  if (kind === 'relation') {
    const found = await relation(visit, { across: query.waagrecht, up: query.senkrecht, upTo })
    const ids = [found.across, found.up].flatMap((side) => (side ? [side.indicator.id] : []))
    return { kind, query, relation: found, standing: await standingOf(visit, { kind: 'values', ids }, upTo) }
  }
  if (kind === 'pyramid') return pyramidData(visit, query, upTo)
  const view = await indicatorView(visit, query.kennzahl ?? '', { year: numberIn(query.jahr), version: upTo })
  const { version, newest, isReduced } = view
  return { kind, query, view, ...shownAs(kind, query), standing: { version, newest, isReduced } }
}

const numberIn = (value: string | undefined) => (/^\d{1,9}$/.test(value ?? '') ? Number(value) : undefined)

/** Which flows are asked for. */
export const flowQuestion = (query: ViewQuery) => ({
  kind: flowKinds.find((one) => one === query.art) ?? ('commuters' as const),
  year: numberIn(query.jahr),
  place: query.ort,
  direction: directions[query.richtung ?? ''],
  least: thresholds.find((one) => String(one) === query.ab) ?? 0,
  upTo: numberIn(query.fassung),
})

const shownAs = (kind: ViewKind, query: ViewQuery) => ({
  level: levels.find((one) => one === query.ebene) ?? (kind === 'years' ? 'regions' : 'districts'),
  method: classMethods.find((one) => one === query.klassen) ?? 'natural',
  from: numberIn(query.von),
})

async function pyramidData(visit: Visit, query: ViewQuery, upTo: number | undefined): Promise<ViewData> {
  const { land, indicators, values } = await atlasOf(visit, { upTo })
  const place = query.ort ?? 'all'
  const isKnown =
    place === 'all' || [...land.districts.map(({ key }) => key), ...land.regions.map(({ id }) => id)].includes(place)
  if (!isKnown) throw new NotFound()
  const ids = indicators.flatMap(({ id, sex }) => (sex ? [id] : []))
  const year = Math.max(0, ...ids.flatMap((id) => values.yearsOf(id).at(-1) ?? [])) || undefined
  const ages = year === undefined ? [] : ageBands(indicators, (id) => values.cells(id, year).get(place))
  const pyramid = { land, place, year, ages, sources: await sourcesOf(visit, values.sourcesOf(ids)) }
  return { kind: 'pyramid', query, pyramid, standing: await standingOf(visit, { kind: 'values', ids }, upTo) }
}
