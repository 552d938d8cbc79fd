import { startWith } from '../../platform/forms.ts'
import { type Room, relatedTo } from '../../platform/room.ts'
import type { Web } from '../../platform/web.tsx'
import { type ClassMethod, classMethods } from '../model/classes.ts'
import { type Level, levels, themeOf } from '../model/theme.ts'
import { whole } from '../model/values.ts'
import { AtlasPage } from '../pages/atlas.tsx'
import { ComparisonPage, placeFields } from '../pages/comparison.tsx'
import { FinePage } from '../pages/fine.tsx'
import { FlowsPage, thresholds } from '../pages/flows.tsx'
import { IndicatorPage } from '../pages/indicator.tsx'
import { MunicipalityPage } from '../pages/municipality.tsx'
import { RelationPage } from '../pages/relation.tsx'
import { StoryPage } from '../pages/story.tsx'
import { TerritoryPage } from '../pages/territory.tsx'
import { paths } from '../paths.ts'
import { atlasOf } from '../queries/atlas.ts'
import { flowsView } from '../queries/flows.ts'
import { indicatorView } from '../queries/indicator.ts'
import { fineView, municipalityView } from '../queries/municipalities.ts'
import { relation } from '../queries/relation.ts'
import { start } from '../queries/start.ts'
import { story } from '../queries/story.ts'
import { territoryView } from '../queries/territory.ts'

type Query = Readonly<Record<string, string>>

/** The atlas and its indicators. */
export function publicRoutes(web: Web, rooms: readonly Room[]) {
  web.get(paths.atlas, async (visit, { query }) => ({ page: <AtlasPage start={await start(visit, query.thema)} /> }))

  web.get(paths.indicator, async (visit, { params, query }) => {
    const asked = askedIn(query)
    const view = await indicatorView(visit, params.indicator, asked)
    const { level, method } = asked
    const theme = themeOf(view.indicator, view.cells, view.land, asked)
    const form = startWith({ jahr: view.year, ebene: level, klassen: method })
    return { page: <IndicatorPage {...{ view, form, level, method, theme }} /> }
  })

  viewRoutes(web)

  web.get(paths.territory, async (visit, { params }) => {
    if (isMunicipality(params.territory))
      return { page: <MunicipalityPage view={await municipalityView(visit, params.territory)} /> }
    const view = await territoryView(visit, params.territory)
    const { key, districts } = view.territory
    const related = await relatedTo(visit, rooms, [key, ...districts])
    const once = related.filter(({ id }, index) => related.findIndex((one) => one.id === id) === index)
    return { page: <TerritoryPage view={view} related={once} /> }
  })
}

/** Official keys of municipalities have eight digits. */
export const isMunicipality = (key: string) => /^\d{8}$/.test(key)

const directions: Readonly<Record<string, 'into' | 'out' | undefined>> = { hinein: 'into', hinaus: 'out' }

/** Flows and the comparison. */
function viewRoutes(web: Web) {
  web.get(paths.flows, async (visit, { query }) => {
    const direction = directions[query.richtung ?? '']
    const least = thresholds.find((one) => String(one) === query.ab) ?? 0
    const view = await flowsView(visit, { place: query.ort, direction, least })
    const form = startWith({ ort: view.asked.place, richtung: direction && query.richtung, ab: least || '' })
    return { page: <FlowsPage view={view} form={form} /> }
  })

  web.get(paths.story, async (visit) => ({ page: <StoryPage story={await story(visit)} /> }))

  web.get(paths.relation, async (visit, { query }) => {
    const view = await relation(visit, { across: query.waagrecht, up: query.senkrecht })
    const form = startWith({ waagrecht: view.across?.indicator.id, senkrecht: view.up?.indicator.id })
    return { page: <RelationPage relation={view} form={form} /> }
  })

  web.get(paths.fine, async (visit, { params, query }) => {
    const { year, version } = askedIn(query)
    const view = await fineView(visit, params.indicator, { district: query.kreis, year, version })
    const form = startWith({ kreis: view.district?.key, jahr: view.year })
    return { page: <FinePage view={view} form={form} /> }
  })

  web.get(paths.comparison, async (visit, { query }) => {
    const atlas = await atlasOf(visit)
    const { regions, districts } = atlas.land
    const known = new Set([whole, ...regions.map(({ id }) => id), ...districts.map(({ key }) => key)])
    const asked = placeFields.flatMap((name) => (known.has(query[name] ?? '') ? [query[name]!] : []))
    const places = [...new Set(asked)]
    const form = startWith(Object.fromEntries(places.map((key, index) => [placeFields[index]!, key])))
    return { page: <ComparisonPage {...{ atlas, places, form }} /> }
  })
}

/** What of an indicator is asked for; what makes no sense asks for nothing. */
export function askedIn(query: Query): {
  year?: number | undefined
  version?: number | undefined
  level: Level
  method: ClassMethod
} {
  const whole = (value: string | undefined) => (/^\d{1,9}$/.test(value ?? '') ? Number(value) : undefined)
  return {
    year: whole(query.jahr),
    version: whole(query.fassung),
    level: levels.find((one) => one === query.ebene) ?? 'districts',
    method: classMethods.find((one) => one === query.klassen) ?? 'natural',
  }
}
