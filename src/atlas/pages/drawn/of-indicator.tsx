import { Dots, SeriesChart, ThematicMap } from '../../../design/index.tsx'
import { decimal, inLanguage, type Language } from '../../../platform/language.ts'
import { ticksFor } from '../../model/correlation.ts'
import { findingOf, knownOf } from '../../model/finding.ts'
import { headlineOf } from '../../model/headline.ts'
import { themeOf } from '../../model/theme.ts'
import { whole } from '../../model/values.ts'
import { paths } from '../../paths.ts'
import type { OfIndicator, ViewData } from '../../queries/view.ts'
import { text } from '../../text.ts'
import {
  cellText,
  citedSource,
  classWords,
  dateText,
  findingText,
  headlineText,
  namesOf,
  plain,
  reformText,
  signedPercent,
  sourceLine,
  withUnit,
} from '../words.ts'
import type { Drawn, DrawnCell } from './drawn.ts'

type Shown = Extract<ViewData, { kind: 'map' | 'places' | 'years' | 'slope' }>
type Part = Pick<Drawn, 'title' | 'text' | 'chart' | 'size' | 'legend' | 'heads' | 'rows'>

/** A map, points in order, lines over the years, or the change between two of them. */
export function drawnIndicator(language: Language, data: Shown): Drawn {
  const { kind, query, standing, view } = data
  const { indicator, sources, told, map, cells, year, years } = view
  const t = text[language]
  const asOf = dateText(language, [...cells.values()][0]?.asOf ?? String(year ?? ''))
  const isOverTime = kind === 'years' || kind === 'slope'
  const when = isOverTime ? `${startOf(data) ?? ''}–${(kind === 'years' ? years.at(-1) : year) ?? ''}` : asOf
  const boundaries = kind === 'map' && map?.source ? ` ${t.indicator.boundaries}: ${map.source}.` : ''
  return {
    ...{ kind, query, standing },
    name: `${inLanguage(language, indicator.name)}, ${inLanguage(language, indicator.unit)}, ${when}`,
    source: citedSource(language, isOverTime ? sources : told, isOwn(view)),
    note: `${kind === 'map' ? classNote(language, data) : ''}${t.source}: ${sourceLine(language, isOverTime ? sources : told)}.${boundaries}${isOverTime ? reformText(language, view) : ''}`,
    ...(year === undefined ? nothing(language) : isOverTime ? overTime(language, data) : inOneYear(language, data)),
  }
}

/** Whether some of what is shown was computed here. */
const isOwn = ({ indicator, cells }: Shown['view']) =>
  indicator.derivation !== null || [...cells.values()].some((cell) => cell.isOwn)

/** How the classes of a map are found. */
const classNote = (language: Language, { view: { indicator, cells, overYears, land }, level, method }: Shown) => {
  const { steps, counts } = themeOf(indicator, cells, land, { level, method, overYears })
  return steps ? `${text[language].indicator.classes(counts.length, method, overYears.length)} ` : ''
}

const nothing = (language: Language): Part => ({
  ...{ title: text[language].noValues, text: '', chart: undefined, size: [730, 0], legend: [], rows: [] },
  heads: [text[language].indicator.territory],
})

export const startOf = ({ kind, view: { years, year }, from }: Shown) =>
  kind === 'slope'
    ? (years.findLast((one) => one === from && one !== year) ?? years.find((one) => one !== year))
    : years[0]

function inOneYear(language: Language, { kind, view, level, method }: Shown): Part {
  const { indicator, land, cells } = view
  const names = namesOf(language, land)
  const keys = land.districts.map(({ key }) => key)
  const headline = headlineOf(indicator, keys, cells)
  const known = knownOf(keys, cells).map(({ key }) => key)
  const order = [...known, ...keys.filter((key) => !known.includes(key))]
  return {
    title: headline ? headlineText(language, indicator, headline, names) : inLanguage(language, indicator.name),
    text: findingText(language, indicator, findingOf(keys, cells), names),
    ...(kind === 'map' ? mapped(language, { view, level, method }) : dotted(language, view, order)),
    heads: [text[language].indicator.territory, inLanguage(language, indicator.unit)],
    rows: [...order, ...land.regions.map(({ id }) => id), whole].flatMap((key) => {
      const cell = cells.get(key)
      return cell || keys.includes(key)
        ? [rowOf(key, names, [{ value: cell?.value ?? null, text: cellText(language, indicator, cell) }])]
        : []
    }),
  }
}

type Names = ReturnType<typeof namesOf>
const rowOf = (key: string, names: Names, cells: readonly DrawnCell[]) => ({
  ...{ key, cells },
  name: names.get(key)?.name ?? key,
  region: names.get(key)?.region,
})

function mapped(
  language: Language,
  { view, level, method }: Omit<OfIndicator, 'from'>,
): Pick<Part, 'chart' | 'size' | 'legend'> {
  const { indicator, cells, overYears, land, map } = view
  const t = text[language].indicator
  const theme = themeOf(indicator, cells, land, { level, method, overYears })
  const drawing = map?.drawing
  const unknown = theme.unknown.length > 0 ? [{ step: 'unknown' as const, words: t.unknown }] : []
  const signs = theme.circles?.some(({ isNegative }) => isNegative)
    ? (['more', 'less'] as const).map((step) => ({ step, words: t[step] }))
    : []
  return {
    chart: drawing && (
      <ThematicMap
        {...{ drawing, steps: theme.steps, circles: theme.circles, unknown: theme.unknown }}
        id="map"
        title={t.mapTitle(inLanguage(language, indicator.name), String(view.year))}
        told={areaTold(language, view)}
      />
    ),
    size: [drawing?.width ?? 730, drawing?.height ?? 0],
    legend: [...(theme.steps ? classWords(language, indicator, theme) : signs), ...unknown],
  }
}

/** What is read of an area of a map, and where it leads. */
export const areaTold = (
  language: Language,
  { indicator, land, cells }: Pick<OfIndicator['view'], 'indicator' | 'land' | 'cells'>,
) => {
  const names = namesOf(language, land)
  return (key: string) => ({
    text: `${names.get(key)?.name}: ${cellText(language, indicator, cells.get(key))} ${inLanguage(language, indicator.unit)}`,
    href: paths.territory.at(language, { territory: key }),
  })
}

function dotted(language: Language, { indicator, cells, land }: OfIndicator['view'], order: readonly string[]) {
  const t = text[language].indicator
  const names = namesOf(language, land)
  const values = order.flatMap((key) => cells.get(key)?.value ?? [])
  const mean = indicator.kind === 'ratio' ? (cells.get(whole)?.value ?? undefined) : undefined
  return {
    chart: (
      <Dots
        id="places"
        title={inLanguage(language, indicator.name)}
        ticks={ticksFor([0, ...values]).map((value) => ({ value, text: plain(language, indicator, value) }))}
        mark={mean === undefined ? undefined : { value: mean, text: t.mean(plain(language, indicator, mean)) }}
        dots={order.map((key) => ({
          ...{ key, region: names.get(key)?.region, name: names.get(key)?.name ?? key },
          value: cells.get(key)?.value ?? undefined,
          text: cellText(language, indicator, cells.get(key)),
        }))}
      />
    ),
    size: [730, 42 + order.length * 24] as const,
    legend: [],
  }
}

function overTime(language: Language, data: Shown): Part {
  const { kind, view, level } = data
  const { indicator, land, values, years, year } = view
  const t = text[language].views
  const names = namesOf(language, land)
  const start = startOf(data)
  const shown = kind === 'years' ? years : [start, year].flatMap((one) => one ?? [])
  const keys = [
    ...(level === 'regions' ? land.regions.map(({ id }) => id) : land.districts.map(({ key }) => key)),
    ...(indicator.kind === 'ratio' ? [whole] : []),
  ]
  const valueOf = (key: string, one: number) => values.cells(indicator.id, one).get(key)
  // Counts of large and small places meet on one scale as a share of their first year.
  const first = (key: string) => (indicator.kind === 'count' ? valueOf(key, shown[0] ?? 0)?.value : undefined)
  const scaled = (key: string, one: number) => {
    const value = valueOf(key, one)?.value ?? undefined
    const base = first(key)
    return indicator.kind === 'ratio' || value === undefined ? value : base ? (value / base) * 100 : undefined
  }
  const changeOf = (key: string) => {
    const last = scaled(key, year ?? 0)
    return indicator.kind === 'count' && last !== undefined ? { end: signedPercent(language, last / 100 - 1) } : {}
  }
  const series = keys.map((key) => ({
    ...{ key, region: names.get(key)?.region, name: names.get(key)?.name ?? key },
    values: shown.map((one) => scaled(key, one)),
    texts: shown.map((one) => cellText(language, indicator, valueOf(key, one))),
    ...(kind === 'slope' ? changeOf(key) : {}),
  }))
  const known = series.flatMap((one) => one.values.flatMap((value) => value ?? []))
  const digits = indicator.kind === 'count' ? 1 : indicator.decimals
  const ticks = ticksFor(known.length > 0 ? known : [0]).map((value) => ({
    value,
    text: decimal(language, value, digits),
  }))
  return {
    ...changeWords(
      language,
      data,
      keys.filter((key) => key !== whole),
      shown,
    ),
    chart:
      shown.length > 1 ? (
        <SeriesChart
          {...{ series, ticks }}
          id={kind}
          title={t.names[kind]}
          columns={shown.map(String)}
          start={kind === 'slope' && indicator.kind === 'count' ? t.start(shown[0]!) : undefined}
        />
      ) : undefined,
    size: [730, Math.max(420, 40 + keys.length * 24) + 24],
    legend: [],
    heads: [text[language].indicator.territory, ...shown.map(String)],
    rows: [...keys, ...(keys.includes(whole) ? [] : [whole])].map((key) =>
      rowOf(
        key,
        names,
        shown.map((one) => ({
          value: valueOf(key, one)?.value ?? null,
          text: cellText(language, indicator, valueOf(key, one)),
        })),
      ),
    ),
  }
}

/** Where it has risen and fallen, and most; of counts in per cent, of ratios in their unit. */
function changeWords(
  language: Language,
  { kind, view: { indicator, values, land } }: Shown,
  keys: readonly string[],
  years: readonly number[],
) {
  const t = text[language].views
  const names = namesOf(language, land)
  const [from, to] = [years[0], years.at(-1)]
  const changes = keys
    .flatMap((key) => {
      if (from === undefined || to === undefined || from === to) return []
      const [a, b] = [values.cells(indicator.id, from).get(key)?.value, values.cells(indicator.id, to).get(key)?.value]
      const isKnown = typeof a === 'number' && typeof b === 'number' && (a !== 0 || indicator.kind === 'ratio')
      return isKnown ? [{ key, by: indicator.kind === 'count' ? b / a - 1 : b - a }] : []
    })
    .sort((a, b) => b.by - a.by)
  const [most, least] = [changes[0], changes.at(-1)]
  if (!most || !least || from === undefined || to === undefined) return { title: t.oneYear, text: '' }
  const risen = changes.filter(({ by }) => by > 0).length
  const by = (value: number) =>
    indicator.kind === 'count'
      ? signedPercent(language, value)
      : `${value > 0 ? '+' : ''}${withUnit(language, indicator, value)}`
  const name = (key: string) => names.get(key)?.name ?? key
  return {
    title: t.risen(risen, changes.length, from),
    text: `${t.most({ name: name(most.key), change: most.by, by: by(most.by) }, { name: name(least.key), change: least.by, by: by(least.by) })}${indicator.kind === 'count' ? ` ${kind === 'slope' ? t.indexedChange(from) : t.indexed(from)}` : ''}`,
  }
}
