import { startWith } from '../../platform/forms.ts'
import { inLanguage, langOf } from '../../platform/language.ts'
import { markdown } from '../../platform/markdown.ts'
import { ofPlaceIn, type Room } from '../../platform/room.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { type ClassMethod, classMethods } from '../model/classes.ts'
import { why } from '../model/story.ts'
import { type Level, levels, themeOf } from '../model/theme.ts'
import { askedOf } from '../model/views.ts'
import { AtlasPage } from '../pages/atlas.tsx'
import { drawn } from '../pages/drawn/index.ts'
import { FinePage } from '../pages/fine.tsx'
import { FlowsPage } from '../pages/flows.tsx'
import { IndicatorPage } from '../pages/indicator.tsx'
import { InterlinkagePage } from '../pages/interlinkage.tsx'
import { MethodsPage } from '../pages/methods.tsx'
import { MunicipalityPage } from '../pages/municipality.tsx'
import { RelationPage } from '../pages/relation.tsx'
import { type ShownBlock, StoryPage } from '../pages/story.tsx'
import { TerritoryPage } from '../pages/territory.tsx'
import { paths } from '../paths.ts'
import { landOf } from '../queries/atlas.ts'
import { flowsView } from '../queries/flows.ts'
import { indicatorView } from '../queries/indicator.ts'
import { interlinkage } from '../queries/interlinkage.ts'
import { fineView, municipalityView } from '../queries/municipalities.ts'
import { standingOf } from '../queries/standing.ts'
import { start } from '../queries/start.ts'
import { type Reading, readStory, readWhy } from '../queries/stories.ts'
import { territoryView } from '../queries/territory.ts'
import { flowQuestion, viewData } from '../queries/view.ts'
import { shorter, shownFlows } from './shown.ts'

type Query = Readonly<Record<string, string>>

/** The atlas and its indicators. */
export function publicRoutes(web: Web, rooms: readonly Room[]) {
  web.get(
    paths.atlas,
    async (visit, { query }) => {
      const opened = await start(visit, query.thema)
      const less = shorter(query, { thema: opened.view?.indicator.id })
      return less ? { seeOther: paths.atlas.at(visit.language, {}, less) } : { page: <AtlasPage start={opened} /> }
    },
    'searches',
  )

  web.get(
    paths.indicator,
    async (visit, { params, query }) => {
      const asked = askedIn(query)
      const view = await indicatorView(visit, params.indicator, asked)
      const { level, method } = asked
      const shown = { jahr: view.year, ebene: level, klassen: method }
      const less = shorter(query, { ...shown, fassung: view.version })
      if (less) return { seeOther: paths.indicator.at(visit.language, params, less) }
      const theme = themeOf(view.indicator, view.cells, view.land, { ...asked, overYears: view.overYears })
      const { version, newest, isReduced } = view
      const taken = drawn(visit.language, {
        ...{ kind: 'map', view, level, method, from: undefined, standing: { version, newest, isReduced } },
        query: { ...query, kennzahl: params.indicator, jahr: String(view.year) },
      })
      const form = startWith(shown)
      return { page: <IndicatorPage {...{ view, form, level, method, theme, taken }} day={visit.now} /> }
    },
    'searches',
  )

  otherRoutes(web)
  storyRoutes(web)
  web.get(paths.interlinkage, async (visit) => ({
    page: <InterlinkagePage interlinkage={await interlinkage(visit, rooms)} />,
  }))

  web.get(paths.territory, async (visit, { params }) => {
    if (await isMunicipality(visit, params.territory))
      return { page: <MunicipalityPage view={await municipalityView(visit, params.territory)} /> }
    const view = await territoryView(visit, params.territory)
    return { page: <TerritoryPage view={view} here={await ofPlaceIn(visit, rooms, view.territory.key)} /> }
  })
}

/** Whether a key is none of a district or a region: then it may be one of a municipality. */
export async function isMunicipality(visit: Visit, key: string) {
  const { districts, regions } = await landOf(visit)
  return ![...districts, ...regions.map(({ id }) => ({ key: id }))].some((one) => one.key === key)
}

/** Flows, two indicators against each other, and one by municipality. */
function otherRoutes(web: Web) {
  web.get(
    paths.flows,
    async (visit, { query }) => {
      const view = await flowsView(visit, flowQuestion({ ...query, fassung: undefined }))
      const asked = shownFlows(view, query)
      const less = shorter(query, asked)
      if (less) return { seeOther: paths.flows.at(visit.language, {}, less) }
      return { page: <FlowsPage view={view} form={startWith({ ...asked, ab: asked.ab ?? '' })} /> }
    },
    'searches',
  )

  web.get(
    paths.relation,
    async (visit, { query }) => {
      const data = await viewData(visit, 'relation', askedOf('relation', query))
      if (data.kind !== 'relation') throw new NotFound()
      const { across, up, choices } = data.relation
      const asked = { waagrecht: across?.indicator.id, senkrecht: up?.indicator.id }
      const less = shorter(query, { ...asked, fassung: data.standing.version })
      if (less) return { seeOther: paths.relation.at(visit.language, {}, less) }
      const view = drawn(visit.language, { ...data, query: { ...data.query, ...asked } })
      return { page: <RelationPage drawn={view} indicators={choices} form={startWith(asked)} day={visit.now} /> }
    },
    'searches',
  )

  web.get(
    paths.fine,
    async (visit, { params, query }) => {
      const { year, version } = askedIn(query)
      const view = await fineView(visit, params.indicator, { district: query.kreis, year, version })
      const shown = { kreis: view.district?.key, jahr: view.year }
      const newest = await standingOf(visit, { kind: 'values' }, version)
      const less = shorter(query, { ...shown, fassung: newest.version })
      if (less) return { seeOther: paths.fine.at(visit.language, params, less) }
      return { page: <FinePage view={view} form={startWith(shown)} /> }
    },
    'searches',
  )
}

function storyRoutes(web: Web) {
  web.get(paths.methods, async () => ({ page: <MethodsPage /> }))

  web.get(paths.story, async (visit) => ({ page: storyPage(visit, await readWhy(visit)) }))

  web.get(paths.told, async (visit, { params }) => {
    if (params.told === why) return { seeOther: paths.story.at(visit.language) }
    return { page: storyPage(visit, await readStory(visit, params.told)) }
  })
}

function storyPage({ language }: Visit, { head, blocks, computed }: Reading) {
  const shown = blocks.map((block): ShownBlock => {
    if (block.kind === 'view') return { kind: 'view', drawn: drawn(language, block.data) }
    if (block.kind === 'part') return block
    return { kind: 'text', html: markdown(inLanguage(language, block.text)), lang: langOf(language, block.text) }
  })
  const { title, lead } = head
  return (
    <StoryPage
      {...{ title: inLanguage(language, title), lead: inLanguage(language, lead), lang: langOf(language, title) }}
      blocks={shown}
      story={computed}
    />
  )
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
