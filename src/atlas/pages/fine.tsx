import { AtlasHead, Band, Col, Cols, Files, Note, Page, Place, SearchBar, Select, Table } from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage, type Language, number } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import { knownOf } from '../model/finding.ts'
import { mostOnMap } from '../model/municipal.ts'
import { type Theme, themeOf } from '../model/theme.ts'
import { paths } from '../paths.ts'
import type { FineView } from '../queries/municipalities.ts'

import { useText } from '../text.ts'
import { ThemeMap } from './theme-map.tsx'
import { cellText, dateInOne, dateText, filesIn, fineNames, sourceLine } from './words.ts'

type Props = { view: FineView; form: FormState }

/** One indicator by municipality: on a map, and in order. */
export function FinePage({ view, form }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { indicator, district, cells, municipalities } = view
  const name = inLanguage(language, indicator.name)
  const keys = municipalities.rows.map(({ key }) => key)
  const asOf = [...cells.values()][0]?.asOf
  return (
    <Page
      kind="public"
      title={t.municipal.title(name)}
      {...(district ? { region: district.regionNo } : {})}
      over={district ? <Place region={district.regionNo}>{district.label}</Place> : t.topics[indicator.topic]}
      lead={
        asOf
          ? t.municipal.fineLead(knownOf(keys, cells).length, keys.length, t.asOf(dateInOne(language, asOf)))
          : t.noValues
      }
      meta={<AtlasHead />}
      wide
      crumbs={[
        { label: t.home, href: home.at(language) },
        { label: t.title, href: paths.atlas.at(language) },
        { label: name, href: paths.indicator.at(language, { indicator: indicator.id }) },
        { label: t.municipal.toFine },
      ]}
    >
      <Band>
        <Cols>
          <Col span={7}>
            <FineMap view={view} />
          </Col>
          <Col span={5}>
            <Choice view={view} form={form} />
            <Note>{noteOf(language, view)}</Note>
          </Col>
        </Cols>
      </Band>
      <Ranked view={view} />
    </Page>
  )
}

function noteOf(language: Language, { told, municipalities, cells }: FineView) {
  const t = useText()
  const hasSecret = [...cells.values()].some(({ value }) => value === null)
  if (!municipalities.asOf) return ''
  const boundaries = `${t.indicator.boundaries}: ${inLanguage(language, municipalities.source)}, ${t.asOf(dateText(language, municipalities.asOf))}.`
  const from = told.length > 0 ? `${t.source}: ${sourceLine(language, told)}. ` : ''
  return `${from}${boundaries}${hasSecret ? ` ${t.municipal.protected}` : ''}`
}

/** So many circles keep their size; more of them together cover no more of the map than these. */
const mostLarge = 30

function FineMap({ view }: { view: FineView }) {
  const { language } = useFrame()
  const t = useText().municipal
  const { indicator, map, cells, municipalities, year } = view
  if (municipalities.rows.length > mostOnMap) return <p>{t.choose(municipalities.rows.length, mostOnMap)}</p>
  if (!map) return <p>{t.noMap}</p>
  const land = {
    districts: municipalities.rows.map(({ key, districtKey }) => ({ key, regionId: districtKey })),
    regions: [],
  }
  const theme = sized(themeOf(indicator, cells, land, { level: 'districts', method: 'natural' }), land.districts.length)
  const asOf = [...cells.values()][0]?.asOf ?? String(year ?? '')
  const drawn = { drawing: map.drawing, source: inLanguage(language, map.source) }
  return <ThemeMap {...{ indicator, theme }} map={drawn} method="natural" year={dateText(language, asOf)} />
}

function sized({ circles, scale, ...theme }: Theme, count: number): Theme {
  if (count <= mostLarge || !circles) return { ...theme, scale, ...(circles ? { circles } : {}) }
  const factor = Math.sqrt(mostLarge / count)
  const smaller = <One extends { radius: number }>(one: One) => ({
    ...one,
    radius: Math.round(one.radius * factor * 2) / 2,
  })
  return { ...theme, circles: circles.map(smaller), scale: scale.map(smaller) }
}

function Choice({ view: { indicator, land, years }, form }: Props) {
  const { language } = useFrame()
  const t = useText()
  return (
    <SearchBar action={paths.fine.at(language, { indicator: indicator.id })} label={t.indicator.show}>
      <Select
        form={form}
        name="kreis"
        label={t.municipal.district}
        options={[
          { value: '', label: t.municipal.all },
          ...land.districts.map(({ key, label }) => ({ value: key, label })),
        ]}
      />
      {years.length > 1 && (
        <Select
          form={form}
          name="jahr"
          label={t.indicator.year}
          options={years.toReversed().map((year) => ({ value: String(year), label: String(year) }))}
        />
      )}
    </SearchBar>
  )
}

/** As many rows as a page of the table shows. */
const mostRows = 60

/** The table behind the map, the highest first; what has no number comes last. */
function Ranked({ view }: { view: FineView }) {
  const { language } = useFrame()
  const words = useText()
  const { indicator, cells, municipalities, district, year } = view
  const names = fineNames(view)
  const known = knownOf(
    municipalities.rows.map(({ key }) => key),
    cells,
  )
  const ranks = new Map(known.map(({ key }, index) => [key, index]))
  const last = (key: string) => ranks.get(key) ?? known.length
  const rows = municipalities.rows.toSorted((a, b) => last(a.key) - last(b.key)).slice(0, mostRows)
  const query = {
    ebene: 'gemeinden',
    ...(district ? { kreis: district.key } : {}),
    ...(year === undefined ? {} : { jahr: String(year) }),
  }
  return (
    <Band
      ground="ground"
      title={words.municipal.inOrder}
      intro={words.municipal.shown(rows.length, municipalities.rows.length)}
    >
      <Table
        caption={words.municipal.inOrder}
        isCaptionHidden
        density="dense"
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          {
            label: words.columns.name,
            kind: 'name',
            cell: ({ key, name }) => <a href={paths.territory.at(language, { territory: key })}>{name}</a>,
          },
          {
            label: words.municipal.district,
            cell: ({ districtKey }) => {
              const { name, region } = names.get(districtKey) ?? {}
              return region ? <Place region={region}>{name}</Place> : name
            },
          },
          {
            label: inLanguage(language, indicator.unit),
            kind: 'number',
            cell: ({ key }) => cellText(language, indicator, cells.get(key)),
          },
          {
            label: words.territory.rank,
            kind: 'number',
            cell: ({ key }) => (ranks.has(key) ? number(last(key) + 1) : ''),
          },
        ]}
      />
      <Files
        files={filesIn((as) => paths.indicatorData.at(language, { indicator: indicator.id, as }, query), ['json-stat'])}
      />
    </Band>
  )
}
