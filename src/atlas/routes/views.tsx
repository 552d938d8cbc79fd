import { renderToString } from 'preact-render-to-string'
import { startWith } from '../../platform/forms.ts'
import { inLanguage, number } from '../../platform/language.ts'
import { rasterise } from '../../platform/picture.ts'
import type { Answer } from '../../platform/reply.ts'
import { tableFile } from '../../platform/table-file.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Input, Web } from '../../platform/web.tsx'
import { flowSets, knownFlowKinds, regions } from '../../region/index.ts'
import { classMethods } from '../model/classes.ts'
import { thresholds } from '../model/flows.ts'
import { levels } from '../model/theme.ts'
import { askedOf, asksFor, type ViewKind, type ViewQuery, viewKinds } from '../model/views.ts'
import { columnsOf, type Drawn, drawn } from '../pages/drawn/index.ts'
import { EmbedPage, embedPolicy } from '../pages/embed.tsx'
import { PictureFile } from '../pages/picture-file.tsx'
import { type Choice, ViewPage } from '../pages/view.tsx'
import { dateText, namesOf } from '../pages/words.ts'
import { paths } from '../paths.ts'
import { atlasOf } from '../queries/atlas.ts'
import { firstAsked } from '../queries/start.ts'
import { flowQuestion, viewData } from '../queries/view.ts'
import { flowText, text } from '../text.ts'
import { shorter, shownIn } from './shown.ts'

/** Every view has an address of its own, and one for each file. */
export function viewRoutes(web: Web) {
  web.get(
    paths.view,
    async (visit, { params, query }) => {
      const kind = kindIn(params.view)
      const asked = await firstAsked(visit, kind, askedOf(kind, query))
      const data = await viewData(visit, kind, asked)
      const less = shorter(query, shownIn(data))
      if (less) return { seeOther: paths.view.at(visit.language, { view: kind }, less) }
      const form = startWith({ ...asked, ...('level' in data ? { jahr: data.view.year, ebene: data.level } : {}) })
      const choices = await choicesFor(visit, kind, asked)
      return { page: <ViewPage drawn={drawn(visit.language, data)} {...{ choices, form }} day={visit.now} /> }
    },
    'searches',
  )

  web.get(
    paths.viewData,
    async (visit, { params, query, request }) => {
      const kind = kindIn(params.view)
      const data = await viewData(visit, kind, await firstAsked(visit, kind, askedOf(kind, query)))
      const less = shorter(query, shownIn(data))
      if (less) return { seeOther: paths.viewData.at(visit.language, params, less) }
      return viewFile(visit, { as: params.as, request }, drawn(visit.language, data))
    },
    'files',
  )
}

function kindIn(name: string): ViewKind {
  const kind = viewKinds.find((one) => one === name)
  if (!kind) throw new NotFound()
  return kind
}

type AskedFile = { as: string; request: Input<never>['request'] }

/** A view as a file: SVG, PNG, a page to embed, CSV, XLSX or JSON. Throws NotFound for any other format. */
export async function viewFile(visit: Visit, { as, request }: AskedFile, view: Drawn): Promise<Answer> {
  const { language } = visit
  const name = [view.kind, view.query.kennzahl ?? view.query.ort].filter(Boolean).join('-')
  if (as === 'csv' || as === 'xlsx' || as === 'json')
    return tableFile(as, { name, columns: columnsOf(view), rows: view.rows }, visit)
  const picture = { drawn: view, regions: await regions(visit), language }
  if (as === 'svg') {
    const type = 'image/svg+xml; charset=utf-8'
    return { text: renderToString(<PictureFile {...picture} />), type, name: `${name}.svg`, isOpen: true }
  }
  if (as === 'png')
    return {
      bytes: await rasterise(renderToString(<PictureFile {...picture} scale={2} />), {
        who: String(visit.network?.toString('hex')),
        isGone: () => request.socket.destroyed,
      }),
      type: 'image/png',
      name: `${name}.png`,
    }
  if (as !== 'html') throw new NotFound()
  const { publicUrl } = visit.house
  return {
    bytes: Buffer.from(`<!doctype html>${renderToString(<EmbedPage {...picture} publicUrl={publicUrl} />)}`),
    type: 'text/html; charset=utf-8',
    policy: embedPolicy,
  }
}

/** The days there are flows of, by their year. */
async function flowYears(visit: Visit, asked: ViewQuery): Promise<Choice['options']> {
  const sets = await flowSets(visit, flowQuestion(asked).kind)
  return sets.map(({ asOf }) => ({ value: asOf.slice(0, 4), label: dateText(visit.language, asOf) }))
}

/** What of a view can be chosen, in words. */
async function choicesFor(visit: Visit, kind: ViewKind, asked: ViewQuery): Promise<Choice[]> {
  const { language } = visit
  const t = text[language]
  const { land, indicators, values } = await atlasOf(visit)
  const names = namesOf(language, land)
  const known = indicators.filter(({ id, sex }) => !sex && values.yearsOf(id).length > 0)
  const isRatio = indicators.find(({ id }) => id === asked.kennzahl)?.kind === 'ratio'
  const isOfFlows = asksFor[kind].includes('art')
  const years = values.yearsOf(asked.kennzahl ?? '').toReversed()
  const yearOptions = years.map((year) => ({ value: String(year), label: String(year) }))
  const wordsFor = <V extends string>(list: readonly V[], words: Readonly<Record<V, string>>) =>
    list.map((value) => ({ value, label: words[value] }))
  const places = [...land.regions.map(({ id }) => id), ...land.districts.map(({ key }) => key)]
  const measures = known.map(({ id, name }) => ({ value: id, label: inLanguage(language, name) }))
  const options: Readonly<Record<string, Choice['options']>> = {
    kennzahl: measures,
    waagrecht: measures,
    senkrecht: measures,
    jahr: isOfFlows ? await flowYears(visit, asked) : yearOptions,
    art: isOfFlows
      ? (await knownFlowKinds(visit)).map((value) => ({ value, label: flowText(language, value).title }))
      : [],
    von: yearOptions.toReversed(),
    ebene: kind === 'map' && !isRatio ? [] : wordsFor(levels, t.indicator.levels),
    klassen: isRatio ? wordsFor(classMethods, t.indicator.methods) : [],
    ort: [
      { value: '', label: t.flows.all },
      ...places.map((value) => ({ value, label: names.get(value)?.name ?? value })),
    ],
    richtung: [{ value: '', label: t.flows.both }, ...wordsFor(['hinein', 'hinaus', 'saldo'], t.flows.directions)],
    ab: [
      { value: '', label: t.flows.noLeast },
      ...thresholds.map((one) => ({ value: String(one), label: t.flows.from(number(one)) })),
    ],
  }
  return asksFor[kind].flatMap((name) => {
    const own = options[name] ?? []
    return own.length > 1 ? [{ name, label: t.views.choices[name as keyof typeof t.views.choices], options: own }] : []
  })
}
