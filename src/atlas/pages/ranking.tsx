import { Bars } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { knownOf } from '../model/finding.ts'
import { whole } from '../model/values.ts'
import { paths } from '../paths.ts'
import type { IndicatorView } from '../queries/indicator.ts'
import { useText } from '../text.ts'
import { cellText, namesOf, plain } from './words.ts'

type Props = { view: Pick<IndicatorView, 'indicator' | 'land' | 'cells'> }

/** All districts by size, those without a number last; the bars are the table behind the map. */
export function DistrictBars({ view: { indicator, land, cells } }: Props) {
  const { language } = useFrame()
  const t = useText()
  const keys = land.districts.map(({ key }) => key)
  const mean = indicator.kind === 'ratio' ? cells.get(whole)?.value : undefined
  const names = namesOf(language, land)
  return (
    <Bars
      caption={`${inLanguage(language, indicator.name)}: ${t.indicator.all}`}
      words={{ name: t.indicator.territory, value: inLanguage(language, indicator.unit) }}
      mark={mean ? { value: mean, label: t.indicator.mean(plain(language, indicator, mean)) } : undefined}
      rows={sortedBy(keys, cells).map((key) => ({
        key,
        name: <a href={paths.territory.at(language, { territory: key })}>{names.get(key)?.name}</a>,
        region: names.get(key)?.region,
        value: cells.get(key)?.value ?? undefined,
        text: cellText(language, indicator, cells.get(key)),
      }))}
    />
  )
}

/** The regions by size, and the whole beside ratios. */
export function RegionBars({ view: { indicator, land, cells } }: Props) {
  const { language } = useFrame()
  const t = useText()
  const names = namesOf(language, land)
  const ids = land.regions.map(({ id }) => id)
  const order = [...sortedBy(ids, cells), ...(indicator.kind === 'ratio' ? [whole] : [])]
  return (
    <Bars
      caption={t.indicator.byRegion}
      words={{ name: t.indicator.territory, value: inLanguage(language, indicator.unit) }}
      rows={order.map((key) => ({
        key,
        name: names.get(key)?.name,
        region: names.get(key)?.region,
        value: cells.get(key)?.value ?? undefined,
        text: cellText(language, indicator, cells.get(key)),
        isFocus: key === whole,
      }))}
    />
  )
}

function sortedBy(keys: readonly string[], cells: IndicatorView['cells']) {
  const sorted = knownOf(keys, cells).map(({ key }) => key)
  return [...sorted, ...keys.filter((key) => !sorted.includes(key))]
}
