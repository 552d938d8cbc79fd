import { Pyramid } from '../../../design/index.tsx'
import { type Language, number } from '../../../platform/language.ts'
import type { Age } from '../../model/pyramid.ts'
import type { Cell } from '../../model/values.ts'
import type { ViewData } from '../../queries/view.ts'
import { text } from '../../text.ts'
import { cellText, citedSource, namesOf, sourceLine } from '../words.ts'
import type { Drawn } from './drawn.ts'

/** People by age and sex in a territory. */
export function drawnAges(
  language: Language,
  { kind, query, standing, pyramid }: Extract<ViewData, { kind: 'pyramid' }>,
): Drawn {
  const { land, place, year, ages, sources } = pyramid
  const t = text[language]
  const { name = place, region } = namesOf(language, land).get(place) ?? {}
  const says = (cell: Cell | undefined) => cellText(language, { decimals: 0 }, cell)
  const largest = ages.toSorted((a, b) => both(b) - both(a))[0]
  const bands = ages.map((age) => ({
    name: bandName(age),
    left: age.women?.value ?? undefined,
    right: age.men?.value ?? undefined,
    texts: [says(age.women), says(age.men)] as const,
  }))
  const names = [t.views.women, t.views.men] as const
  return {
    ...{ kind, query, standing, legend: [] },
    name: `${t.views.names.pyramid}, ${name}${year === undefined ? '' : `, ${year}`}`,
    title: largest ? t.views.largest(bandName(largest)) : t.noValues,
    text: largest ? t.views.largestText(bandName(largest), number(both(largest))) : '',
    note: sources.length > 0 ? `${t.source}: ${sourceLine(language, sources)}.` : '',
    source: citedSource(language, sources, false),
    chart: largest && <Pyramid {...{ bands, names, region }} id="pyramid" title={t.views.names.pyramid} />,
    size: [730, 48 + bands.length * 24],
    heads: [t.views.age, ...names],
    rows: ages.map((age) => ({
      key: bandName(age),
      name: bandName(age),
      cells: [age.women, age.men].map((cell) => ({ value: cell?.value ?? null, text: says(cell) })),
    })),
  }
}

const both = ({ women, men }: Age) => (women?.value ?? 0) + (men?.value ?? 0)
const bandName = ({ from, to }: Age) => (to === null ? `${from}+` : from === to ? `${from}` : `${from}–${to}`)
