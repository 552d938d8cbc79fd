import { AtlasHead, Band, Col, Cols, Facts, Files, Note, Page, Place, Table, ThematicMap } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import { knownOf } from '../model/finding.ts'
import type { Indicator } from '../model/indicator.ts'
import type { Cells } from '../model/values.ts'
import { paths } from '../paths.ts'
import type { MunicipalityView } from '../queries/municipalities.ts'

import { useText } from '../text.ts'
import { ExchangedBand } from './exchanged.tsx'
import { cellText, dateInOne, dateText, filesIn, sourceLine, titleOf, withUnit } from './words.ts'

/** A municipality: where it lies, and every figure there is of it beside its district’s. */
export function MunicipalityPage({ view }: { view: MunicipalityView }) {
  const { language } = useFrame()
  const t = useText()
  const { municipality, district, municipalities } = view
  const { name, kind, key } = municipality
  const asOf = dateInOne(language, municipalities.asOf)
  const isCity = key === `${district.key}000`
  const rows = rowsOf(view)
  const inDistrict = titleOf(language, view.land, district.key)
  return (
    <Page
      kind="public"
      title={name}
      region={district.regionNo}
      head="field"
      over={<Place region={district.regionNo}>{inDistrict}</Place>}
      lead={
        isCity
          ? t.municipal.city(kind ?? t.municipal.level, asOf)
          : t.municipal.lead(kind ?? t.municipal.level, inDistrict, asOf)
      }
      beside={<KeyFigures view={view} rows={rows} />}
      meta={<AtlasHead />}
      wide
      crumbs={[
        { label: t.home, href: home.at(language) },
        { label: t.title, href: paths.atlas.at(language) },
        { label: inDistrict, href: paths.territory.at(language, { territory: district.key }) },
        { label: name },
      ]}
    >
      <Figures view={view} rows={rows} />
      {view.exchanged
        .filter(({ all }) => all > 0)
        .map((exchanged) => (
          <ExchangedBand key={exchanged.kind} exchanged={exchanged} of={key} />
        ))}
    </Page>
  )
}

type Row = { indicator: Indicator; cells: Cells; coarse: Cells }

/** The indicators there is something of here, each in its latest year. */
function rowsOf({ indicators, fine, values, municipality }: MunicipalityView): Row[] {
  return indicators.flatMap((indicator) => {
    const year = fine.yearsOf(indicator.id).findLast((one) => fine.cells(indicator.id, one).has(municipality.key))
    if (year === undefined) return []
    const years = values.yearsOf(indicator.id)
    // What hardly ever changes is told of another year where it is not of the same.
    const beside = years.includes(year) || indicator.frequency === 'year' ? year : (years.at(-1) ?? year)
    return [{ indicator, cells: fine.cells(indicator.id, year), coarse: values.cells(indicator.id, beside) }]
  })
}

const foremost = ['population', 'area', 'density']

function KeyFigures({ view: { municipality }, rows }: { view: MunicipalityView; rows: readonly Row[] }) {
  const { language } = useFrame()
  const t = useText()
  const facts = rows.flatMap(({ indicator, cells }) => {
    const cell = cells.get(municipality.key)
    if (!foremost.includes(indicator.id) || !cell || cell.value === null) return []
    const value = `${withUnit(language, indicator, cell.value)} (${dateInOne(language, cell.asOf)})`
    return [{ label: inLanguage(language, indicator.name), value }]
  })
  return <Facts facts={[...facts, { label: t.columns.key, value: municipality.key }]} />
}

function Figures({ view, rows }: { view: MunicipalityView; rows: readonly Row[] }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.municipal
  const { municipality, district, map, sources } = view
  return (
    <Band title={t.figures} intro={t.figuresText}>
      <Cols>
        <Col span={7}>
          <FigureTable view={view} rows={rows} />
          <Files files={filesIn((as) => paths.territoryData.at(language, { territory: municipality.key, as }))}>
            {words.territory.downloads}
          </Files>
          <Note>
            {words.source}: {sourceLine(language, sources)}.
          </Note>
        </Col>
        <Col span={5}>
          {map && (
            <figure>
              <ThematicMap
                drawing={map.drawing}
                id="map"
                title={t.mapTitle(municipality.name, district.label)}
                focus={municipality.key}
              />
              <Note>
                {words.indicator.boundaries}: {inLanguage(language, map.source)}.
              </Note>
            </figure>
          )}
        </Col>
      </Cols>
    </Band>
  )
}

function FigureTable({
  view: { municipality, municipalities, district },
  rows,
}: {
  view: MunicipalityView
  rows: readonly Row[]
}) {
  const { language } = useFrame()
  const words = useText()
  const t = words.municipal
  const { key } = municipality
  const keys = municipalities.rows.map((one) => one.key)
  const rank = (cells: Cells) => {
    const known = knownOf(keys, cells)
    const own = known.find((one) => one.key === key)
    return own ? words.territory.rankOf(1 + known.filter(({ value }) => value > own.value).length, known.length) : ''
  }
  const fineOf = (indicator: Indicator) => paths.fine.at(language, { indicator: indicator.id }, { kreis: district.key })
  return (
    <Table
      caption={t.figures}
      isCaptionHidden
      empty={t.none}
      rows={rows}
      keyOf={({ indicator }) => indicator.id}
      columns={[
        {
          label: words.columns.indicator,
          kind: 'name',
          cell: ({ indicator }) => <a href={fineOf(indicator)}>{inLanguage(language, indicator.name)}</a>,
        },
        {
          label: words.territory.here,
          kind: 'number',
          cell: ({ indicator, cells }) => cellText(language, indicator, cells.get(key)),
        },
        {
          label: t.district,
          kind: 'number',
          cell: ({ indicator, coarse }) => cellText(language, indicator, coarse.get(district.key)),
        },
        { label: words.columns.unit, kind: 'labelled', cell: ({ indicator }) => inLanguage(language, indicator.unit) },
        { label: words.territory.rank, kind: 'number', cell: ({ cells }) => rank(cells) },
        {
          label: words.columns.asOf,
          kind: 'labelled',
          cell: ({ cells }) => dateText(language, cells.get(key)?.asOf ?? ''),
        },
      ]}
    />
  )
}
