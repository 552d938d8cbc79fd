import { startWith } from '../../platform/forms.ts'
import type { Web } from '../../platform/web.tsx'
import { type ClassMethod, classMethods } from '../model/classes.ts'
import { type Level, levels, themeOf } from '../model/theme.ts'
import { AtlasPage } from '../pages/atlas.tsx'
import { IndicatorPage } from '../pages/indicator.tsx'
import { paths } from '../paths.ts'
import { indicatorView, overview } from '../queries/indicator.ts'

type Query = Readonly<Record<string, string>>

/** The atlas and its indicators. */
export function publicRoutes(web: Web) {
  web.get(paths.atlas, async (visit) => ({ page: <AtlasPage atlas={await overview(visit)} /> }))

  web.get(paths.indicator, async (visit, { params, query }) => {
    const asked = askedIn(query)
    const view = await indicatorView(visit, params.indicator, asked)
    const { level, method } = asked
    const theme = themeOf(view.indicator, view.cells, view.land, asked)
    const form = startWith({ jahr: view.year, ebene: level, klassen: method })
    return { page: <IndicatorPage {...{ view, form, level, method, theme }} /> }
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
