import { z } from 'zod'
import { bilingual, bilingualFields, field, readForm, startWith, withRefusal } from '../../platform/forms.ts'
import { submitted } from '../../platform/submitted.ts'
import type { Web } from '../../platform/web.tsx'
import { defineIndicator } from '../commands/indicators.ts'
import { topics, ways } from '../model/indicator.ts'
import { DefinePage } from '../pages/define.tsx'
import { paths } from '../paths.ts'
import { mustKeep } from '../permissions.ts'
import { allIndicators } from '../queries/atlas.ts'
import { text } from '../text.ts'

const formOf = (known: readonly string[]) =>
  z.object({
    ...bilingualFields('name', 120),
    ...bilingualFields('definition', 500),
    ...bilingualFields('unit', 60),
    methodDe: field.optionalText(1000),
    methodEn: field.optionalText(1000),
    topic: field.choice(topics),
    decimals: field.whole(0, 3),
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
          topic: data.topic,
          name: bilingual(data.nameDe, data.nameEn),
          definition: bilingual(data.definitionDe, data.definitionEn),
          unit: bilingual(data.unitDe, data.unitEn),
          method: data.methodDe ? bilingual(data.methodDe, data.methodEn) : null,
          decimals: data.decimals,
          way: data.way,
          first: data.first || null,
          second: data.second || null,
          factor: data.factor ?? 1,
        }),
      next: ({ id }) => ({ seeOther: paths.indicator.at(visit.language, { indicator: id }) }),
      refused: (form, refusal) => withRefusal(form, refusal, refused, define.fields),
    })
  })
}
