import {
  AtlasStyle,
  Band,
  Choropleth,
  Col,
  Cols,
  Docs,
  Facts,
  NetworkPlan,
  Note,
  Page,
  Place,
  relatedDoc,
  SmallLines,
  TwoWayBars,
} from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage, number } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import type { Related } from '../../platform/room.ts'
import { bothOf, flowBreaks } from '../model/flows.ts'
import { whole } from '../model/values.ts'
import { paths } from '../paths.ts'
import type { TerritoryView } from '../queries/territory.ts'
import { useText } from '../text.ts'
import { Compared } from './compared.tsx'
import { MunicipalityBand } from './municipalities.tsx'
import { dateInOne, dateText, namesOf, signedPercent, titleOf, withUnit } from './words.ts'

type Props = { view: TerritoryView; related: readonly Related[] }

/** A district or a region: its figures, its ties, and what else is known of it. */
export function TerritoryPage({ view, related }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { territory, land, exchange } = view
  const region = land.regions.find(({ id }) => id === territory.regionId)
  const regionName = region ? inLanguage(language, region.name) : ''
  const title = titleOf(language, land, territory.key)
  const isDistrict = territory.level === 'district'
  return (
    <Page
      kind="public"
      title={title}
      region={territory.regionNo}
      head="field"
      over={isDistrict && <Place region={territory.regionNo}>{regionName}</Place>}
      lead={leadOf(language, view)}
      beside={<KeyFigures view={view} />}
      meta={<AtlasStyle />}
      wide
      crumbs={[
        { label: t.home, href: home.at(language) },
        { label: t.title, href: paths.atlas.at(language) },
        ...(isDistrict
          ? [{ label: regionName, href: paths.territory.at(language, { territory: territory.regionId }) }]
          : []),
        { label: namesOf(language, land).get(territory.key)?.name ?? '' },
      ]}
    >
      {exchange.length > 0 && view.flows && <Ways view={view} />}
      {exchange.length > 0 && view.flows && <InAndOut view={view} />}
      <Compared view={view} />
      <Growth view={view} />
      {view.municipalities && <MunicipalityBand municipalities={view.municipalities} />}
      {related.length > 0 && <RelatedRows related={related} />}
    </Page>
  )
}

function leadOf(language: 'de' | 'en', view: TerritoryView) {
  const t = useText().territory
  const { territory, land, exchange, values, flows } = view
  if (!flows) return undefined
  const total = (direction: 'into' | 'out') => exchange.reduce((sum, one) => sum + (one[direction] ?? 0), 0)
  const published = (id: string) => {
    const year = values.yearsOf(id).at(-1)
    return year === undefined ? undefined : values.cells(id, year).get(territory.key)?.value
  }
  const [out, into] = [published('out-commuters'), published('in-commuters')]
  const partner = exchange[0] && namesOf(language, land).get(exchange[0].key)?.name
  const said =
    territory.level === 'region'
      ? t.leadRegion(number(total('out')), number(total('into')))
      : t.leadDistrict(number(out ?? total('out')), number(into ?? total('into')))
  return partner && exchange[0] && bothOf(exchange[0]) > 0 ? `${said} ${t.partner(partner)}` : said
}

/** The figures that stand beside the name. */
const foremost = ['population', 'area', 'density', 'students']

function KeyFigures({ view: { indicators, values, territory, land } }: { view: TerritoryView }) {
  const { language } = useFrame()
  const t = useText().territory
  const body = territory.level === 'region' ? land.regions.find(({ id }) => id === territory.key) : undefined
  const facts = foremost.flatMap((id) => {
    const indicator = indicators.find((one) => one.id === id)
    const year = values.yearsOf(id).at(-1)
    const cell = year === undefined ? undefined : values.cells(id, year).get(territory.key)
    if (!indicator || !cell || cell.value === null) return []
    const asOf = dateInOne(language, cell.asOf)
    const value = `${withUnit(language, indicator, cell.value)} (${asOf})`
    return [{ label: inLanguage(language, indicator.name), value }]
  })
  const name = body?.bodyWebsite ? <a href={body.bodyWebsite}>{body.bodyName ?? body.bodyWebsite}</a> : body?.bodyName
  return <Facts facts={[...facts, { label: t.body, value: name }]} />
}

function Ways({ view }: { view: TerritoryView }) {
  const { language } = useFrame()
  const t = useText().territory
  const { territory, land, plan, map } = view
  const name = namesOf(language, land).get(territory.key)?.name ?? ''
  return (
    <Band title={t.ways} intro={t.waysText}>
      <Cols>
        <Col span={7}>
          {plan && <NetworkPlan drawing={plan.drawing} id="plan" title={t.planTitle(name)} description={t.planText} />}
        </Col>
        <Col span={5}>{map && <TiesMap view={view} map={map} name={name} />}</Col>
      </Cols>
    </Band>
  )
}

type TiesProps = { view: TerritoryView; map: NonNullable<TerritoryView['map']>; name: string }

function TiesMap({ view: { territory, land, flows }, map, name }: TiesProps) {
  const { language } = useFrame()
  const words = useText()
  const t = words.territory
  const values: Record<string, number> = {}
  for (const { from, to, value } of flows?.rows ?? []) {
    const [isFrom, isTo] = [territory.districts.includes(from), territory.districts.includes(to)]
    if (isFrom !== isTo) values[isFrom ? to : from] = (values[isFrom ? to : from] ?? 0) + value
  }
  const breaks = flowBreaks(Math.max(...Object.values(values), 0))
  const [a, b, c, d] = breaks.map(number) as [string, string, string, string]
  const isWhole = land.districts.every(({ key }) => territory.districts.includes(key) || values[key] !== undefined)
  return (
    <figure>
      <Choropleth
        drawing={map.drawing}
        id="ties"
        title={t.mapTitle(name)}
        region={territory.regionNo}
        values={values}
        breaks={breaks}
        focus={territory.districts}
        legend={{
          steps: [t.under(a), t.between(a, b), t.between(b, c), t.between(c, d), t.from(d)],
          focus: name,
          ...(isWhole ? {} : { none: t.none }),
        }}
      />
      <Note>
        {words.asOf(dateText(language, flows?.asOf ?? ''))}.{' '}
        {map.source && `${words.indicator.boundaries}: ${map.source}.`}
      </Note>
    </figure>
  )
}

function InAndOut({ view: { territory, land, exchange, flows } }: { view: TerritoryView }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.territory
  const names = namesOf(language, land)
  const name = names.get(territory.key)?.name ?? ''
  const total = (direction: 'into' | 'out') => number(exchange.reduce((sum, one) => sum + (one[direction] ?? 0), 0))
  const isInTens = flows?.isInTens === true
  return (
    <Band ground="ground" title={t.inAndOut} intro={t.inAndOutText(total('into'), total('out'))}>
      <TwoWayBars
        caption={t.planTitle(name)}
        region={territory.regionNo}
        words={{
          into: t.into(name),
          out: t.out(name),
          name: words.indicator.territory,
          unknown: isInTens ? t.underTen : t.none,
        }}
        rows={exchange.map(({ key, into, out }) => ({
          key,
          name: <a href={paths.territory.at(language, { territory: key })}>{names.get(key)?.name}</a>,
          region: names.get(key)?.region,
          into,
          out,
        }))}
      />
      {flows && (
        <Note>
          {words.source}: {inLanguage(language, flows.source.title)}
          {flows.source.address && (
            <>
              , <a href={flows.source.address}>{new URL(flows.source.address).hostname}</a>
            </>
          )}
          . {isInTens && t.underTenNote}
        </Note>
      )}
    </Band>
  )
}

/** How the population of this territory and those beside it has changed, on one scale. */
function Growth({ view: { territory, land, beside, values } }: { view: TerritoryView }) {
  const { language } = useFrame()
  const words = useText()
  const years = values.yearsOf('population')
  const names = namesOf(language, land)
  if (years.length < 2) return null
  const placeOf = (key: string) => names.get(key)?.region ?? 0
  const up = territory.level === 'district' ? [territory.regionId] : []
  const inOrder = [territory.key, ...beside].toSorted((a, b) => placeOf(a) - placeOf(b))
  const lines = [...inOrder, ...up, whole].map((key) => {
    const all = years.map((year) => values.cells('population', year).get(key)?.value)
    const indexed = all.map((value) => (all[0] && value ? (value / all[0]) * 100 : undefined))
    const end = indexed.at(-1)
    return {
      key,
      name: names.get(key)?.name,
      region: names.get(key)?.region,
      values: indexed,
      text: end === undefined ? '–' : signedPercent(language, end / 100 - 1),
      isFocus: key === territory.key,
    }
  })
  return (
    <Band title={words.territory.populationChart} intro={words.indicator.overTimeText(years[0]!, years.at(-1)!)}>
      <SmallLines lines={lines} base={100} />
    </Band>
  )
}

function RelatedRows({ related }: { related: readonly Related[] }) {
  const t = useText().territory
  return (
    <Band title={t.related} intro={t.relatedText}>
      <Docs docs={related.map(relatedDoc)} />
    </Band>
  )
}
