import { Band, Files, More, Table } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { knownOf } from '../model/finding.ts'
import type { Indicator } from '../model/indicator.ts'
import { type Cells, whole } from '../model/values.ts'
import { paths } from '../paths.ts'
import type { TerritoryView } from '../queries/territory.ts'
import { useText } from '../text.ts'
import { cellText, dateInOne, filesIn } from './words.ts'

type Row = { indicator: Indicator; cells: Cells; asOf: string | undefined }

/** Every indicator here, in the region, in the whole, and in which place this is. */
export function Compared({ view }: { view: TerritoryView }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.territory
  const { territory, indicators, values, land, beside } = view
  const isDistrict = territory.level === 'district'
  const rows = indicators.map((indicator): Row => {
    const year = values.yearsOf(indicator.id).at(-1)
    const cells = year === undefined ? new Map() : values.cells(indicator.id, year)
    return { indicator, cells, asOf: cells.get(territory.key)?.asOf }
  })
  const keys = isDistrict ? land.districts.map(({ key }) => key) : land.regions.map(({ id }) => id)
  const rank = (cells: Cells) => {
    const known = knownOf(keys, cells)
    const own = known.find(({ key }) => key === territory.key)
    return own ? t.rankOf(1 + known.filter(({ value }) => value > own.value).length, known.length) : ''
  }
  const number = (label: string, key: string) => ({
    label,
    kind: 'number' as const,
    cell: ({ indicator, cells }: Row) => cellText(language, indicator, cells.get(key)),
  })
  const others = [territory.key, ...(isDistrict ? beside : keys.filter((key) => key !== territory.key))].slice(0, 6)
  const compare = Object.fromEntries(others.map((key, index) => [`ort${index + 1}`, key]))
  return (
    <Band title={t.compared} intro={t.comparedText}>
      <Table
        caption={t.compared}
        isCaptionHidden
        rows={rows}
        keyOf={({ indicator }) => indicator.id}
        columns={[
          {
            label: words.columns.indicator,
            kind: 'name',
            cell: ({ indicator }) => (
              <a href={paths.indicator.at(language, { indicator: indicator.id })}>
                {inLanguage(language, indicator.name)}
              </a>
            ),
          },
          number(t.here, territory.key),
          ...(isDistrict ? [number(t.region, territory.regionId)] : []),
          number(words.whole, whole),
          {
            label: words.columns.unit,
            kind: 'labelled',
            cell: ({ indicator }) => inLanguage(language, indicator.unit),
          },
          { label: t.rank, kind: 'number', cell: ({ cells }) => rank(cells) },
          { label: words.columns.asOf, kind: 'labelled', cell: ({ asOf }) => asOf && dateInOne(language, asOf) },
        ]}
      />
      <p>
        <More href={paths.comparison.at(language, {}, compare)}>{isDistrict ? t.withNeighbours : t.withRegions}</More>
      </p>
      <Files files={filesIn((as) => paths.territoryData.at(language, { territory: territory.key, as }))}>
        {t.downloads}
      </Files>
    </Band>
  )
}
