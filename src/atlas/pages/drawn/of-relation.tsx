import { Scatter } from '../../../design/index.tsx'
import { decimal, inLanguage, type Language } from '../../../platform/language.ts'
import { rankCorrelation, ticksFor } from '../../model/correlation.ts'
import type { Indicator } from '../../model/indicator.ts'
import type { Relation } from '../../queries/relation.ts'
import type { ViewData } from '../../queries/view.ts'
import { text } from '../../text.ts'
import { cellText, citedSource, dateText, namesOf, plain, sourceLine } from '../words.ts'
import type { Drawn } from './drawn.ts'

type Both = Relation & { across: NonNullable<Relation['across']>; up: NonNullable<Relation['up']> }

/** Two indicators against each other: a point for each district. */
export function drawnRelation(
  language: Language,
  { kind, query, standing, relation }: Extract<ViewData, { kind: 'relation' }>,
): Drawn {
  const t = text[language]
  const { across, up, sources } = relation
  const shared = { kind, query, standing, size: [730, 560] as const, legend: [] }
  if (!across || !up)
    return {
      ...shared,
      name: t.relation.title,
      title: t.noValues,
      text: '',
      note: '',
      source: '',
      chart: undefined,
      heads: [t.indicator.territory],
      rows: [],
    }
  const both = { ...relation, across, up }
  const said = findingOf(language, both)
  const name = ({ indicator }: { indicator: Indicator }) => inLanguage(language, indicator.name)
  return {
    ...shared,
    name: `${name(across)}, ${name(up)}`,
    ...said,
    source: citedSource(language, sources, true),
    note: `${[across, up].map((side) => `${name(side)}: ${t.asOf(dateText(language, side.asOf))}. `).join('')}${t.source}: ${sourceLine(language, sources)}. ${t.relation.method}`,
    chart: chartOf(language, both, said.text),
    heads: [t.indicator.territory, name(across), name(up)],
    rows: rowsOf(language, both),
  }
}

function chartOf(language: Language, relation: Both, said: string) {
  const t = text[language].relation
  const { across, up } = relation
  const points = pointsOf(language, relation)
  if (points.length === 0) return undefined
  const axis = ({ indicator }: Both['up'], values: number[]) => ({
    label: namedWithUnit(inLanguage(language, indicator.name), inLanguage(language, indicator.unit)),
    ticks: ticksFor(values).map((value) => ({ value, text: plain(language, indicator, value) })),
  })
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return (
    <Scatter
      {...{ points, across: axis(across, xs), up: axis(up, ys) }}
      id="relation"
      title={t.chart(inLanguage(language, across.indicator.name), inLanguage(language, up.indicator.name))}
      description={said}
    />
  )
}

const namedWithUnit = (name: string, unit: string) => (name.includes(unit) ? name : `${name} (${unit})`)

function pointsOf(language: Language, { land, across, up }: Both) {
  const names = namesOf(language, land)
  return land.districts.flatMap(({ key, regionNo }) => {
    const [x, y] = [across.cells.get(key)?.value, up.cells.get(key)?.value]
    if (typeof x !== 'number' || typeof y !== 'number') return []
    const label = names.get(key)?.name ?? key
    const said = `${label}: ${plain(language, across.indicator, x)} / ${plain(language, up.indicator, y)}`
    return [{ key, region: regionNo, label, x, y, said }]
  })
}

/** From which strength on a relation is called one, and a clear one. */
const [some, clear] = [0.3, 0.6]

function findingOf(language: Language, relation: Both): { title: string; text: string } {
  const t = text[language].relation
  const points = pointsOf(language, relation)
  const found = rankCorrelation(points.map(({ x, y }) => [x, y]))
  const name = ({ indicator }: { indicator: Indicator }) => inLanguage(language, indicator.name)
  const [across, up] = [name(relation.across), name(relation.up)]
  if (found === undefined) return { title: `${across}, ${up}`, text: t.tooFew(points.length) }
  const rho = decimal(language, found, 2)
  if (Math.abs(found) < some) return { title: t.noneTitle, text: t.none(across, up, rho) }
  return {
    title: found > 0 ? t.upTitle(across, up) : t.downTitle(across, up),
    text: t.found({ across, up, isClear: Math.abs(found) >= clear, isUp: found > 0, rho }),
  }
}

function rowsOf(language: Language, { land, across, up }: Both) {
  const names = namesOf(language, land)
  return land.districts.map(({ key, regionNo }) => ({
    ...{ key, region: regionNo, name: names.get(key)?.name ?? key },
    cells: [across, up].map(({ indicator, cells }) => ({
      value: cells.get(key)?.value ?? null,
      text: cellText(language, indicator, cells.get(key)),
    })),
  }))
}
