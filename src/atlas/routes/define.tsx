import { z } from 'zod'
import { bilingual, bilingualFields, field, readForm, startWith, withRefusal } from '../../platform/forms.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { defineIndicator, moveIndicator, redefineIndicator } from '../commands/indicators.ts'
import { directions, sexes, topics, ways } from '../model/indicator.ts'
import { DefinePage, RedefinePage } from '../pages/define.tsx'
import { paths } from '../paths.ts'
import { mustKeep } from '../permissions.ts'
import { allIndicators } from '../queries/atlas.ts'
import { text } from '../text.ts'

const words = {
  ...bilingualFields('name', 120),
  ...bilingualFields('definition', 500),
  ...bilingualFields('unit', 60),
  methodDe: field.optionalText(1000),
  methodEn: field.optionalText(1000),
  topic: field.choice(topics),
  decimals: field.whole(0, 3),
  sex: field.optionalChoice(sexes),
  ageFrom: field.optionalWhole(0, 120),
  ageTo: field.optionalWhole(0, 120),
}
const wordsForm = z.object({ ...words, direction: field.choice(directions) })
const formOf = (known: readonly string[]) =>
  z.object({
    ...words,
    way: field.choice(ways),
    first: field.optionalOneOf(known),
    second: field.optionalOneOf(known),
    factor: field.optionalWhole(1, 1_000_000),
  })

/** The office adds indicators. */
export function defineRoutes(web: Web) {
  web.get(paths.define, async (visit) => {
    mustKeep(visit)
    const form = startWith({ decimals: '0', way: 'counted', factor: '1' })
    return { page: <DefinePage indicators={await allIndicators(visit)} form={form} /> }
  })

  web.post(paths.define, async (visit, { body }) => {
    mustKeep(visit)
    const indicators = await allIndicators(visit)
    const { refused, define } = text[visit.language]
    const read = readForm(formOf(indicators.map(({ id }) => id)), body, visit.language, define.fields)
    return submitted(visit, read, {
      page: (form) => <DefinePage indicators={indicators} form={form} />,
      run: (change, data) =>
        defineIndicator(change, {
          ...saidIn(data),
          way: data.way,
          first: data.first || null,
          second: data.second || null,
          factor: data.factor ?? 1,
        }),
      next: ({ id }) => ({ seeOther: paths.indicator.at(visit.language, { indicator: id }) }),
      refused: (form, refusal) => withRefusal(form, refusal, refused, define.fields),
    })
  })

  redefineRoutes(web)
}

/** The office says indicators in other words, and puts them in their order. */
function redefineRoutes(web: Web) {
  web.get(paths.indicatorEdit, async (visit, { params }) => {
    const indicator = await ownIndicator(visit, params.indicator)
    const { name, definition, unit, method, topic, decimals, direction, sex, ageFrom, ageTo } = indicator
    const form = startWith({
      ...{ nameDe: name.de, nameEn: name.en, definitionDe: definition.de, definitionEn: definition.en },
      ...{ unitDe: unit.de, unitEn: unit.en, methodDe: method?.de, methodEn: method?.en },
      ...{ topic, decimals, direction, sex, ageFrom, ageTo },
    })
    return { page: <RedefinePage indicator={indicator} form={form} /> }
  })

  web.post(paths.indicatorEdit, async (visit, { params, body }) => {
    const indicator = await ownIndicator(visit, params.indicator)
    const { refused, define } = text[visit.language]
    return submitted(visit, readForm(wordsForm, body, visit.language, define.fields), {
      page: (form) => <RedefinePage indicator={indicator} form={form} />,
      run: (change, data) =>
        redefineIndicator(change, { id: indicator.id, ...saidIn(data), direction: data.direction }),
      next: ({ id }) => ({ seeOther: paths.indicator.at(visit.language, { indicator: id }) }),
      refused: (form, refusal) => withRefusal(form, refusal, refused, define.fields),
    })
  })

  web.post(paths.indicatorPlace, async (visit, { params, body }) => {
    const { id } = await ownIndicator(visit, params.indicator)
    const direction = body.direction?.[0] === 'down' ? 'down' : 'up'
    return changed(visit, {
      run: (change) => moveIndicator(change, id, direction),
      next: () => ({ seeOther: `${paths.define.at(visit.language)}#${id}` }),
    })
  })
}

async function ownIndicator(visit: Visit, id: string) {
  mustKeep(visit)
  const indicator = (await allIndicators(visit)).find((one) => one.id === id)
  if (!indicator) throw new NotFound()
  return indicator
}

/** What both forms say of an indicator. */
const saidIn = (data: Omit<z.output<typeof wordsForm>, 'direction'>) => ({
  topic: data.topic,
  name: bilingual(data.nameDe, data.nameEn),
  definition: bilingual(data.definitionDe, data.definitionEn),
  unit: bilingual(data.unitDe, data.unitEn),
  method: data.methodDe ? bilingual(data.methodDe, data.methodEn) : null,
  decimals: data.decimals,
  ...{ sex: data.sex, ageFrom: data.ageFrom, ageTo: data.ageTo },
})
