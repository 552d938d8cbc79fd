import { CircleLegend, Note, StepLegend, ThematicMap } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import type { ClassMethod } from '../model/classes.ts'
import type { Indicator } from '../model/indicator.ts'
import type { Theme } from '../model/theme.ts'
import { paths } from '../paths.ts'
import type { IndicatorView } from '../queries/indicator.ts'
import { useText } from '../text.ts'
import { classWords, plain } from './words.ts'

type Props = {
  indicator: Indicator
  map: NonNullable<IndicatorView['map']>
  theme: Theme
  method: ClassMethod
  year: string
  /** Over how many years the classes hold. */
  years?: number
  /** Values written on the map, by key. */
  notes?: Readonly<Record<string, string>> | undefined
  told?: ((key: string) => { text: string; href: string }) | undefined
}

/** The map of an indicator with its legend: areas for ratios, circles for counts. */
export function ThemeMap({ indicator, map, theme, method, year, years = 1, notes, told }: Props) {
  const { language } = useFrame()
  const t = useText().indicator
  const title = t.mapTitle(inLanguage(language, indicator.name), year)
  return (
    <figure>
      <ThematicMap
        drawing={map.drawing}
        id="map"
        title={title}
        steps={theme.steps}
        circles={theme.circles}
        unknown={theme.unknown}
        notes={notes}
        told={told}
      />
      <figcaption>
        {theme.steps ? <Classes {...{ indicator, theme, method, years }} /> : <Circles {...{ indicator, theme }} />}
      </figcaption>
    </figure>
  )
}

function Classes({ indicator, theme, method, years = 1 }: Pick<Props, 'indicator' | 'theme' | 'method' | 'years'>) {
  const { language } = useFrame()
  const t = useText().indicator
  return (
    <>
      <StepLegend
        steps={[
          ...classWords(language, indicator, theme),
          ...(theme.unknown.length > 0 ? [{ step: 'unknown' as const, words: t.unknown }] : []),
        ]}
      />
      <Note>
        {t.unit}: {inLanguage(language, indicator.unit)}.{' '}
        <a href={`${paths.methods.at(language)}#classes`}>{t.classes(theme.counts.length, method, years)}</a>
      </Note>
    </>
  )
}

function Circles({ indicator, theme: { circles = [], scale, unknown } }: Pick<Props, 'indicator' | 'theme'>) {
  const { language } = useFrame()
  const t = useText().indicator
  const hasNegative = circles.some(({ isNegative }) => isNegative)
  const steps = [
    ...(hasNegative ? (['more', 'less'] as const).map((step) => ({ step, words: t[step] })) : []),
    ...(unknown.length > 0 ? [{ step: 'unknown' as const, words: t.unknown }] : []),
  ]
  return (
    <>
      <CircleLegend
        width={730}
        circles={scale.map(({ radius, value }) => ({ radius, label: plain(language, indicator, value) }))}
      />
      {steps.length > 0 && <StepLegend steps={steps} />}
      <Note>{t.circles}</Note>
    </>
  )
}
