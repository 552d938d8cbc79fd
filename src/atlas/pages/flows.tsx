import {
  AtlasHead,
  Band,
  Col,
  Cols,
  Empty,
  Facts,
  Files,
  More,
  NetworkPlan,
  Note,
  Page,
  Place,
  SearchBar,
  Select,
  Table,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage, number } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import { thresholds } from '../model/flows.ts'
import { paths } from '../paths.ts'
import type { FlowsView } from '../queries/flows.ts'
import { flowText, useText } from '../text.ts'
import { balanced, banded } from './drawn/of-flows.tsx'
import { dateText, filesIn, licenceText, namesOf } from './words.ts'

/** More relations than this are for the download. */
const mostRows = 20

type Props = { view: FlowsView; form: FormState }

/** Who goes where for work: the plan, the strongest relations, what comes in and goes out. */
export function FlowsPage({ view, form }: Props) {
  const { language } = useFrame()
  const words = useText()
  const t = flowText(language, view.asked.kind)
  return (
    <Page
      kind="public"
      title={t.title}
      lead={view.flows && t.lead(number(view.total), number(view.across))}
      meta={<AtlasHead />}
      wide
      crumbs={[
        { label: words.home, href: home.at(language) },
        { label: words.title, href: paths.atlas.at(language) },
        { label: t.title },
      ]}
    >
      {view.flows ? (
        <>
          <Plan view={view} form={form} />
          <Strongest view={view} />
          <Balance view={view} />
          <BetweenRegions view={view} />
          <AboutFlows view={view} />
        </>
      ) : (
        <Band>
          <Empty title={words.noValues} office={paths.office.at(language)} />
        </Band>
      )}
    </Page>
  )
}

function Plan({ view, form }: Props) {
  const { language } = useFrame()
  const words = useText()
  const { plan, land, asked } = view
  const t = flowText(language, asked.kind)
  const names = namesOf(language, land)
  const places = [...land.regions.map(({ id }) => id), ...land.districts.map(({ key }) => key)]
  const name = asked.place ? (names.get(asked.place)?.name ?? '') : t.all
  return (
    <Band>
      <Cols>
        <Col span={8}>
          {plan && (
            <NetworkPlan
              drawing={plan.drawing}
              id="plan"
              title={t.planTitle(name)}
              description={t.planText}
              hint={({ from, to, total }) => `${from} – ${to}: ${number(total)}`}
            />
          )}
          <Note>{t.planNote}</Note>
        </Col>
        <Col span={4}>
          <SearchBar action={paths.flows.at(language)} label={t.show}>
            <KindAndDay view={view} form={form} />
            <Select
              form={form}
              name="ort"
              label={t.place}
              empty={t.all}
              optional
              options={places.map((key) => ({ value: key, label: names.get(key)?.name ?? key }))}
            />
            <Select
              form={form}
              name="richtung"
              label={t.direction}
              empty={t.both}
              optional
              options={(['hinein', 'hinaus', 'saldo'] as const).map((value) => ({ value, label: t.directions[value] }))}
            />
            <Select
              form={form}
              name="ab"
              label={t.least}
              empty={t.noLeast}
              optional
              options={thresholds.map((value) => ({ value: String(value), label: t.from(number(value)) }))}
            />
          </SearchBar>
          <p>
            <More href={paths.view.at(language, { view: 'paths' }, asking(asked))}>{words.views.ofThis}</More>
          </p>
        </Col>
      </Cols>
    </Band>
  )
}

/** Which kind and of when, where there are several. */
function KindAndDay({ view: { kinds, days }, form }: Props) {
  const { language } = useFrame()
  const t = useText().flowChoice
  return (
    <>
      {kinds.length > 1 && (
        <Select
          form={form}
          name="art"
          label={t.kind}
          options={kinds.map((value) => ({ value, label: flowText(language, value).title }))}
        />
      )}
      {days.length > 1 && (
        <Select
          form={form}
          name="jahr"
          label={t.year}
          options={days.map((day) => ({ value: day.slice(0, 4), label: dateText(language, day) }))}
        />
      )}
    </>
  )
}

const ways = { into: 'hinein', out: 'hinaus', net: 'saldo' } as const
const asking = ({ kind, year, place, direction, least }: FlowsView['asked']) => ({
  ...kindIn({ kind, year }),
  ort: place,
  richtung: direction && ways[direction],
  ab: least ? String(least) : undefined,
})

const kindIn = ({ kind, year }: Pick<FlowsView['asked'], 'kind' | 'year'>) => ({
  art: kind === 'commuters' ? undefined : kind,
  jahr: year === undefined ? undefined : String(year),
})

function Strongest({ view: { rows, land, asked } }: { view: FlowsView }) {
  const { language } = useFrame()
  const t = flowText(language, asked.kind)
  const names = namesOf(language, land)
  const place = (key: string) => {
    const { name, region } = names.get(key) ?? {}
    const link = <a href={paths.territory.at(language, { territory: key })}>{name}</a>
    return region ? <Place region={region}>{link}</Place> : link
  }
  const title = asked.place ? t.relationsOf(names.get(asked.place)?.name ?? '') : t.strongest
  return (
    <Band ground="ground" title={title} intro={t.shown(Math.min(rows.length, mostRows), rows.length)}>
      <Table
        caption={title}
        isCaptionHidden
        rows={rows.slice(0, mostRows)}
        keyOf={({ from, to }) => `${from} ${to}`}
        empty={t.none}
        columns={[
          {
            label: `${t.home} → ${t.work}`,
            kind: 'name',
            cell: ({ from, to }) => (
              <>
                {place(from)} → {place(to)}
              </>
            ),
          },
          { label: t.people, kind: 'number', cell: ({ value }) => number(value) },
        ]}
      />
    </Band>
  )
}

/** Who gains by it, in a sentence; the map and every district's number have an address of their own. */
function Balance({ view }: { view: FlowsView }) {
  const { language } = useFrame()
  const t = flowText(language, view.asked.kind)
  const { title, text } = balanced(language, view)
  return (
    <Band title={t.balance} intro={t.balanceText}>
      <p>
        {title}. {text}.
      </p>
      <p>
        <More href={paths.view.at(language, { view: 'balance' }, kindIn(view.asked))}>{t.asMap}</More>
      </p>
    </Band>
  )
}

/** What goes from each region to each other, as bands and in a sentence; its table stands behind its own view. */
function BetweenRegions({ view }: { view: FlowsView }) {
  const { language } = useFrame()
  const t = useText()
  const { chart, text } = banded(language, view)
  return (
    <Band ground="ground" title={t.flows.betweenRegions} intro={text}>
      {chart}
      <p>
        <More href={paths.view.at(language, { view: 'regions' }, kindIn(view.asked))}>{t.flows.asTable}</More>
      </p>
    </Band>
  )
}

function AboutFlows({ view: { flows, asked } }: { view: FlowsView }) {
  const { language } = useFrame()
  const words = useText()
  const t = flowText(language, asked.kind)
  if (!flows) return null
  const { source, asOf } = flows
  return (
    <Band title={words.indicator.about}>
      <Facts
        facts={[
          { label: words.columns.asOf, value: dateText(language, asOf) },
          {
            label: words.source,
            value: source.address ? (
              <a href={source.address}>{inLanguage(language, source.title)}</a>
            ) : (
              inLanguage(language, source.title)
            ),
          },
          { label: words.licence, value: source.licence && licenceText(language, source.licence) },
          { label: t.below, value: flows.isInTens && words.territory.underTenNote },
          { label: words.own, value: t.ownText },
        ]}
      />
      <Files files={filesIn((as) => paths.flowData.at(language, { as }, kindIn(asked)))} />
    </Band>
  )
}
