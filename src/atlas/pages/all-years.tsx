import { Details, Table } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { whole } from '../model/values.ts'
import type { IndicatorView } from '../queries/indicator.ts'
import { useText } from '../text.ts'
import { cellText, namesOf } from './words.ts'

/** All territories and years of an indicator as a table. */
export function AllYears({ view: { indicator, land, years, values } }: { view: IndicatorView }) {
  const { language } = useFrame()
  const t = useText()
  const names = namesOf(language, land)
  const keys = [
    whole,
    ...land.regions.flatMap(({ id }) => [
      id,
      ...land.districts.filter((one) => one.regionId === id).map(({ key }) => key),
    ]),
  ]
  return (
    <Details summary={t.indicator.table}>
      <Table
        caption={t.indicator.tableCaption(inLanguage(language, indicator.name))}
        rows={keys}
        keyOf={(key) => key}
        columns={[
          { label: t.indicator.territory, kind: 'name', cell: (key) => names.get(key)?.name },
          ...years.map((year) => ({
            label: String(year),
            kind: 'number' as const,
            cell: (key: string) => cellText(language, indicator, values.cells(indicator.id, year).get(key)),
          })),
        ]}
      />
    </Details>
  )
}
