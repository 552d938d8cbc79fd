import {
  AtlasStyle,
  Band,
  Bars,
  Col,
  Cols,
  Empty,
  Facts,
  Files,
  NetworkPlan,
  Note,
  Page,
  Place,
  SearchBar,
  Select,
  Table,
  ThematicMap,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { decimal, inLanguage, number } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import { themeOf } from '../model/theme.ts'
import type { Cell } from '../model/values.ts'
import { paths } from '../paths.ts'
import type { FlowsView } from '../queries/flows.ts'
import { useText } from '../text.ts'
import { BetweenRegions } from './between-regions.tsx'
import { dateText, filesIn, licenceText, namesOf } from './words.ts'

export const thresholds = [100, 500, 1000, 5000, 10_000]
/** More relations than this are for the download. */
const mostRows = 20

type Props = { view: FlowsView; form: FormState }

/** Who goes where for work: the plan, the strongest relations, what comes in and goes out. */
export function FlowsPage({ view, form }: Props) {
  const { language } = useFrame()
  const words = useText()
  const t = words.flows
  return (
    <Page
      kind="public"
      title={t.title}
      lead={view.flows && t.lead(number(view.total), number(view.across))}
      meta={<AtlasStyle />}
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

function Plan({ view: { plan, land, asked }, form }: Props) {
  const { language } = useFrame()
  const t = useText().flows
  const names = namesOf(language, land)
  const places = [...land.regions.map(({ id }) => id), ...land.districts.map(({ key }) => key)]
  const name = asked.place ? (names.get(asked.place)?.name ?? '') : t.all
  return (
    <Band>
      <Cols>
        <Col span={8}>
          {plan && <NetworkPlan drawing={plan.drawing} id="plan" title={t.planTitle(name)} description={t.planText} />}
          <Note>{t.planNote}</Note>
        </Col>
        <Col span={4}>
          <SearchBar action={paths.flows.at(language)} label={t.show}>
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
              options={(['hinein', 'hinaus'] as const).map((value) => ({ value, label: t.directions[value] }))}
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
        </Col>
      </Cols>
    </Band>
  )
}

function Strongest({ view: { rows, land, asked } }: { view: FlowsView }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.flows
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

function Balance({ view: { balances, land, map, flows } }: { view: FlowsView }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.flows
  const names = namesOf(language, land)
  const signed = (value: number) => `${value > 0 ? '+' : ''}${decimal(language, value, 0)}`
  const cells = new Map(
    balances.map(({ key, net }) => [
      key,
      { value: net, status: 'final', asOf: flows?.asOf ?? '', isOwn: true, sourceId: '' } satisfies Cell,
    ]),
  )
  const theme = themeOf({ kind: 'count' }, cells, land, { level: 'districts', method: 'natural' })
  return (
    <Band title={t.balance} intro={t.balanceText}>
      <Cols>
        <Col span={7}>
          <Bars
            caption={t.balance}
            words={{ name: words.indicator.territory, value: t.people }}
            rows={balances
              .toSorted((a, b) => b.net - a.net)
              .map(({ key, net }) => ({
                key,
                name: <a href={paths.territory.at(language, { territory: key })}>{names.get(key)?.name}</a>,
                region: names.get(key)?.region,
                value: net,
                text: signed(net),
              }))}
          />
        </Col>
        <Col span={5}>
          {map && <ThematicMap drawing={map.drawing} id="balance" title={t.balanceMap} circles={theme.circles} />}
          <Note>{words.indicator.negative}</Note>
        </Col>
      </Cols>
    </Band>
  )
}

function AboutFlows({ view: { flows } }: { view: FlowsView }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.flows
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
      <Files files={filesIn((as) => paths.flowData.at(language, { as }))} />
    </Band>
  )
}
