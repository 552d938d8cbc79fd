import {
  AtlasHead,
  Band,
  Col,
  Cols,
  ColumnList,
  Facts,
  More,
  Note,
  Notice,
  Page,
  SearchBar,
  Select,
  SmallLines,
  Stack,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { decimal, inLanguage } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import { type ClassMethod, classMethods } from '../model/classes.ts'
import { findingOf } from '../model/finding.ts'
import { type Level, levels, type Theme } from '../model/theme.ts'
import { whole } from '../model/values.ts'
import { askedOf } from '../model/views.ts'
import { paths } from '../paths.ts'
import type { IndicatorView } from '../queries/indicator.ts'
import { useText } from '../text.ts'
import { AllYears } from './all-years.tsx'
import type { Drawn } from './drawn/index.ts'
import { areaTold } from './drawn/of-indicator.tsx'
import { DistrictBars, RegionBars } from './ranking.tsx'
import { Take } from './take.tsx'
import { ThemeMap } from './theme-map.tsx'
import { dateText, filesIn, findingText, licenceText, namesOf, reformText, signedPercent, sourceLine } from './words.ts'

export type IndicatorProps = {
  view: IndicatorView
  form: FormState
  level: Level
  method: ClassMethod
  theme: Theme
  /** Its map as a view. */
  taken: Drawn
  day: Date
}
type Taken = 'view' | 'form' | 'taken' | 'day'

/** One indicator: what it says, on a map, in order, over time, and how it comes about. */
export function IndicatorPage(props: IndicatorProps) {
  const { language } = useFrame()
  const t = useText()
  const { view } = props
  const { indicator, year } = view
  const name = inLanguage(language, indicator.name)
  return (
    <Page
      kind="public"
      title={name}
      over={t.topics[indicator.topic]}
      lead={leadOf(language, view)}
      meta={<AtlasHead />}
      wide
      crumbs={[
        { label: t.home, href: home.at(language) },
        { label: t.title, href: paths.atlas.at(language) },
        { label: name },
      ]}
    >
      {year === undefined ? <About {...view} /> : <Known {...props} year={year} />}
      <Beside {...view} />
    </Page>
  )
}

function leadOf(language: 'de' | 'en', { indicator, land, cells, values, years, year }: IndicatorView) {
  const keys = land.districts.map(({ key }) => key)
  const first = years[0]
  const before =
    first !== undefined && first !== year ? { year: first, cells: values.cells(indicator.id, first) } : undefined
  return findingText(language, indicator, findingOf(keys, cells, before), namesOf(language, land))
}

function Known({ view, form, level, method, theme, year, taken, day }: IndicatorProps & { year: number }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.indicator
  const { municipal } = words
  const { indicator, map, cells, years, version, newest, isReduced } = view
  const asOf = dateText(language, [...cells.values()][0]?.asOf ?? String(year))
  return (
    <>
      <Band>
        <Cols>
          <Col span={7}>
            {version < newest && (
              <Notice kind="info" title={t.frozen(version)}>
                <More href={paths.indicator.at(language, { indicator: indicator.id })}>{t.newer}</More>
              </Notice>
            )}
            {isReduced && <Notice kind="info" title={words.views.reduced} />}
            {map && (
              <ThemeMap
                {...{ indicator, map, theme, method }}
                years={years.length}
                year={asOf}
                told={areaTold(language, view)}
              />
            )}
          </Col>
          <Col span={5}>
            <Choice {...{ view, form, level }} />
            {view.isFine && (
              <p>
                <More href={paths.fine.at(language, { indicator: indicator.id }, { jahr: String(year) })}>
                  {municipal.toFine}
                </More>
              </p>
            )}
            <h2>{t.byRegion}</h2>
            <RegionBars view={view} />
            <Note>{sourceNote(language, view, asOf)}</Note>
          </Col>
        </Cols>
      </Band>
      <Band ground="ground" title={t.all} intro={t.sorted}>
        <DistrictBars view={view} />
      </Band>
      {years.length > 1 && <OverTime view={view} />}
      <About {...view} />
      <Citing {...{ view, form, taken, day }} />
    </>
  )
}

function sourceNote(language: 'de' | 'en', { told, map }: IndicatorView, asOf: string) {
  const t = useText()
  const boundaries = map?.source ? ` ${t.indicator.boundaries}: ${map.source}.` : ''
  return `${t.asOf(asOf)}. ${t.source}: ${sourceLine(language, told)}.${boundaries}`
}

function Choice({ view: { indicator, years }, form }: Pick<IndicatorProps, 'view' | 'form' | 'level'>) {
  const { language } = useFrame()
  const t = useText().indicator
  if (years.length < 2 && indicator.kind === 'count') return null
  const options = (list: readonly string[], words: Readonly<Record<string, string>>) =>
    list.map((value) => ({ value, label: words[value] ?? value }))
  return (
    <SearchBar action={paths.indicator.at(language, { indicator: indicator.id })} label={t.show}>
      {years.length > 1 && (
        <Select form={form} name="jahr" label={t.year} options={options(years.toReversed().map(String), {})} />
      )}
      {indicator.kind === 'ratio' && (
        <>
          <Select form={form} name="ebene" label={t.level} options={options(levels, t.levels)} />
          <Select form={form} name="klassen" label={t.method} options={options(classMethods, t.methods)} />
        </>
      )}
    </SearchBar>
  )
}

/** Every territory's change since the first year, as small charts on one scale, and all years as a table. */
function OverTime({ view }: { view: IndicatorView }) {
  const { language } = useFrame()
  const t = useText().indicator
  const { indicator, land, years, values } = view
  const [first, last] = [years[0]!, years.at(-1)!]
  const names = namesOf(language, land)
  const keys = [whole, ...land.districts.map(({ key }) => key)]
  const lines = keys.map((key) => {
    const all = years.map((year) => values.cells(indicator.id, year).get(key)?.value)
    const start = all[0]
    const indexed = all.map((value) =>
      start && value !== null && value !== undefined ? (value / start) * 100 : undefined,
    )
    const end = indexed.at(-1)
    return {
      key,
      name: names.get(key)?.name,
      region: names.get(key)?.region,
      values: indexed,
      text: end === undefined ? '–' : signedPercent(language, end / 100 - 1),
    }
  })
  return (
    <Band title={t.overTime} intro={t.overTimeText(first, last) + reformText(language, view)}>
      <Stack>
        <SmallLines lines={lines} base={100} />
        <AllYears view={view} />
      </Stack>
    </Band>
  )
}

/** Definition, unit, how it is computed, where it is from. */
function About({ indicator, bases, sources }: IndicatorView) {
  const { language } = useFrame()
  const words = useText()
  const t = words.indicator
  const base = (id: string | null) => {
    const one = bases.find((other) => other.id === id)
    return one ? inLanguage(language, one.name) : ''
  }
  const { derivation, firstId, secondId, factor, aggregation, method, unit, definition } = indicator
  const computed =
    derivation === 'ratio'
      ? t.ratio(base(firstId), base(secondId), decimal(language, factor, 0))
      : derivation && t.difference(base(firstId), base(secondId))
  return (
    <Band title={t.about}>
      <Facts
        facts={[
          { label: t.definition, value: inLanguage(language, definition) },
          { label: t.unit, value: inLanguage(language, unit) },
          { label: t.computed, value: computed },
          { label: t.totals, value: derivation ? t.derived : t.aggregations[aggregation] },
          { label: t.how, value: method && inLanguage(language, method) },
          ...sources.map(({ title, address, licence }) => ({
            label: words.source,
            value: (
              <>
                {address ? <a href={address}>{inLanguage(language, title)}</a> : inLanguage(language, title)}
                {licence && `. ${words.licence}: ${licenceText(language, licence)}`}
              </>
            ),
          })),
        ]}
      />
      <p>
        <More href={paths.methods.at(language)}>{words.methods.more}</More>
      </p>
    </Band>
  )
}

/** The other measures of its topic. */
function Beside({ indicator, beside }: IndicatorView) {
  const { language } = useFrame()
  const t = useText()
  if (beside.length === 0) return null
  return (
    <Band title={t.indicator.beside(t.topics[indicator.topic])}>
      <ColumnList
        items={beside.map(({ id, name }) => (
          <h3>
            <a href={paths.indicator.at(language, { indicator: id })}>{inLanguage(language, name)}</a>
          </h3>
        ))}
      />
    </Band>
  )
}

/** How the page is cited and its map taken along, and the other views of this indicator. */
function Citing({ view: { indicator, year, version, years }, form, taken, day }: Pick<IndicatorProps, Taken>) {
  const { language } = useFrame()
  const t = useText()
  const chosen = Object.fromEntries(['ebene', 'klassen'].map((name) => [name, form.values[name]?.[0]]))
  const query = { jahr: String(year), ...chosen, fassung: String(version) }
  const at = { indicator: indicator.id }
  const views = ['map', 'places', ...(years.length > 1 ? (['years', 'slope'] as const) : [])] as const
  const viewOf = (view: (typeof views)[number]) =>
    paths.view.at(language, { view }, { ...askedOf(view, { ...query, kennzahl: indicator.id }), fassung: undefined })
  const files = filesIn((as) => paths.indicatorData.at(language, { ...at, as }, query), ['svg', 'png', 'json-stat'])
  return (
    <Band ground="ground">
      <Take drawn={taken} day={day} files={files} page={paths.indicator.at(language, at, query)} />
      <h2>{t.views.ofThis}</h2>
      <p>
        {views.map((view) => (
          <>
            <More href={viewOf(view)}>{t.views.names[view]}</More>{' '}
          </>
        ))}
      </p>
    </Band>
  )
}
