import type { ComponentChildren } from 'preact'
import { Band, More, NetworkPlan, Note, Place, Table } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { decimal, inLanguage, number } from '../../platform/language.ts'
import { findingOf, knownOf } from '../model/finding.ts'
import { headlineOf } from '../model/headline.ts'
import { themeOf } from '../model/theme.ts'
import { paths } from '../paths.ts'
import type { FlowsView } from '../queries/flows.ts'
import type { IndicatorView } from '../queries/indicator.ts'
import { useText } from '../text.ts'
import { DistrictBars } from './ranking.tsx'
import { ThemeMap } from './theme-map.tsx'
import { dateText, findingText, headlineText, namesOf, sourceLine } from './words.ts'

type StageProps = { over: string; title: string; text: string; note: ComponentChildren; children: ComponentChildren }

/** One topic as the page's large picture: its finding as title, a sentence, the picture, where it is from. */
const Stage = ({ over, title, text, note, children }: StageProps) => (
  <article class="stage" aria-labelledby="stage-title">
    <p class="over">{over}</p>
    <h2 class="huge" id="stage-title">
      {title}
    </h2>
    <p>{text}</p>
    {children}
    <Note>{note}</Note>
  </article>
)

/** Who goes where for work, as the network plan. */
export function FlowStage({ view: { plan, flows, total, across } }: { view: FlowsView }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.flows
  const share = total > 0 ? Math.round((across / total) * 100) : 0
  return (
    <Stage
      over={t.title}
      title={t.headline(String(share))}
      text={t.lead(number(total), number(across))}
      note={
        <>
          {words.asOf(dateText(language, flows?.asOf ?? ''))}. {words.source}:{' '}
          {flows && inLanguage(language, flows.source.title)}. {t.planNote}
        </>
      }
    >
      {plan && <NetworkPlan drawing={plan.drawing} id="plan" title={t.planTitle(t.all)} description={t.planText} />}
    </Stage>
  )
}

/** An indicator, as the map of its latest year. */
export function IndicatorStage({ view }: { view: IndicatorView }) {
  const { language } = useFrame()
  const t = useText()
  const { indicator, land, cells, overYears, year, map, told } = view
  const keys = land.districts.map(({ key }) => key)
  const names = namesOf(language, land)
  const headline = headlineOf(indicator, keys, cells)
  const asOf = dateText(language, [...cells.values()][0]?.asOf ?? String(year ?? ''))
  const theme = themeOf(indicator, cells, land, { level: 'districts', method: 'natural', overYears })
  const known = knownOf(keys, cells)
  const ends = [known[0], known.length > 1 ? known.at(-1) : undefined]
  const notes = Object.fromEntries(
    ends.flatMap((end) => (end ? [[end.key, decimal(language, end.value, indicator.decimals)]] : [])),
  )
  return (
    <Stage
      over={`${inLanguage(language, indicator.name)}, ${inLanguage(language, indicator.unit)}`}
      title={headline ? headlineText(language, indicator, headline, names) : inLanguage(language, indicator.name)}
      text={findingText(language, indicator, findingOf(keys, cells), names)}
      note={`${t.asOf(asOf)}. ${t.source}: ${sourceLine(language, told)}.`}
    >
      {map && <ThemeMap {...{ indicator, map, theme, notes }} method="natural" years={overYears.length} year={asOf} />}
    </Stage>
  )
}

/** The numbers behind the map, all districts by size. */
export function IndicatorTableBand({ view }: { view: IndicatorView }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Band ground="ground" title={t.overview.numbers} intro={t.indicator.sorted}>
      <DistrictBars view={view} />
      <p>
        <More href={paths.indicator.at(language, { indicator: view.indicator.id })}>{t.overview.more}</More>
      </p>
    </Band>
  )
}

/** More relations than this are on the page of the flows. */
const mostRows = 12

/** The numbers behind the plan: the strongest relations. */
export function FlowTableBand({ view: { rows, land } }: { view: FlowsView }) {
  const { language } = useFrame()
  const t = useText()
  const names = namesOf(language, land)
  const place = (key: string) => {
    const { name, region } = names.get(key) ?? {}
    return region ? <Place region={region}>{name}</Place> : name
  }
  const shown = rows.slice(0, mostRows)
  return (
    <Band ground="ground" title={t.flows.strongest} intro={t.flows.shown(shown.length, rows.length)}>
      <Table
        caption={t.flows.strongest}
        isCaptionHidden
        density="dense"
        rows={shown}
        keyOf={({ from, to }) => `${from} ${to}`}
        columns={[
          { label: t.flows.home, kind: 'name', cell: ({ from }) => place(from) },
          { label: t.flows.work, cell: ({ to }) => place(to) },
          { label: t.flows.people, kind: 'number', cell: ({ value }) => number(value) },
        ]}
      />
      <p>
        <More href={paths.flows.at(language)}>{t.overview.allWays}</More>
      </p>
    </Band>
  )
}
