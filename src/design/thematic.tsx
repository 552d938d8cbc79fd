import type { ComponentChildren } from 'preact'
import { useFrame } from '../platform/frame.ts'
import { apart } from './apart.ts'
import { Chart } from './chart.tsx'
import { classes } from './classes.ts'
import { type MapArea, type MapDrawing, Words } from './map.tsx'
import { useText } from './text.ts'

/** The rules that only pages with thematic maps and charts need. */
export const AtlasStyle = () => <link rel="stylesheet" href={useFrame().asset('atlas.css')} />

/** The same with the script that reads and enlarges maps and charts. */
export function AtlasHead() {
  const { reading } = useText()
  return (
    <>
      <AtlasStyle />
      <script type="module" src={useFrame().asset('reading.js')} data-reading={JSON.stringify(reading)} />
    </>
  )
}

export type MapCircle = { key: string; radius: number; isNegative?: boolean }
export type ThematicProps = {
  drawing: MapDrawing
  /** Unique on the page. */
  id: string
  /** What the map says, for those who do not see it. */
  title: string
  /** The step of each area, from 0 to 4; one without stays hatched, which is not zero. */
  steps?: Readonly<Record<string, number>> | undefined
  /** For counts: circles whose surface is the number. */
  circles?: readonly MapCircle[] | undefined
  /** Areas nothing is known of. */
  unknown?: readonly string[] | undefined
  /** The area the page is about. */
  focus?: string | undefined
  /** What is written below the names of areas, such as their numbers. */
  notes?: Readonly<Record<string, string>> | undefined
  /** What is read of an area, and where choosing it leads. */
  told?: ((key: string) => { text: string; href: string }) | undefined
}

/** Districts in five greys, or with circles in the colour of their region: colour means place, never more or less. */
export function ThematicMap({ drawing, id, title, ...looks }: ThematicProps) {
  return (
    <Chart id={id} title={title} look="map thematic" box={[0, 0, drawing.width, drawing.height]}>
      <Hatch id={id} />
      <Areas {...{ drawing, id }} {...looks} />
      <Marks {...{ drawing }} {...looks} />
    </Chart>
  )
}

const Hatch = ({ id }: { id: string }) => (
  <pattern id={`${id}-hatch`} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="hatch" width="2.5" height="9" />
  </pattern>
)

type AreasProps = Omit<ThematicProps, 'title'>

function Areas({ drawing, id, steps, unknown, focus, told }: AreasProps) {
  const isUnknown = (key: string) => (steps ? steps[key] === undefined : unknown?.includes(key) === true)
  // The focus comes last, so that its neighbours do not cover its border.
  const areas = drawing.areas.toSorted((a, b) => Number(a.key === focus) - Number(b.key === focus))
  return areas.map(({ key, path }) => {
    const look = classes(steps?.[key] === undefined ? 'land' : `step-${steps[key]}`, key === focus && 'focus')
    const fill = isUnknown(key) ? `url(#${id}-hatch)` : undefined
    const { text, href } = told?.(key) ?? {}
    return <path key={key} class={fill ? 'unknown' : look} fill={fill} data-t={text} data-h={href} d={path} />
  })
}

/** Circles, and names above them all. */
function Marks({ drawing, steps, circles = [], focus, notes }: Omit<ThematicProps, 'id' | 'title'>) {
  const spots = apart(circles, drawing)
  const marks = drawing.areas.map((area) => ({
    area,
    circle: circles.find(({ key }) => key === area.key),
    spot: spots.get(area.key),
    lines: [...(area.label ? area.label.split(' ') : []), ...[notes?.[area.key] ?? []].flat()],
  }))
  return (
    <>
      {marks.map(({ area, circle, spot }) => circle && spot && <Circle key={area.key} {...{ area, circle, spot }} />)}
      {marks.map(({ area, circle, spot, lines }) =>
        circle && spot ? (
          <CircleName key={area.key} {...{ area, lines, circle, spot }} />
        ) : (
          <Name key={area.key} {...{ area, lines }} isStrong={area.key === focus} step={steps?.[area.key]} />
        ),
      )}
    </>
  )
}

type NameProps = { area: MapArea; lines: readonly string[] }
type CircleProps = { area: MapArea; circle: MapCircle; spot: readonly [x: number, y: number] }

const Circle = ({ area: { region }, circle: { radius, isNegative }, spot: [x, y] }: CircleProps) => (
  <circle class={isNegative ? 'symbol less' : 'symbol'} data-region={region} cx={x} cy={y} r={radius} />
)

/** The name in its circle, or below it where the circle is too small. */
function CircleName({
  area: { region },
  lines,
  circle: { radius, isNegative },
  spot: [x, y],
}: NameProps & CircleProps) {
  const isWide = radius > 4 + 6 * Math.max(...lines.map(({ length }) => length)) && radius > 14 * lines.length
  const look = isWide ? (isNegative ? undefined : 'on') : 'halo'
  const at = [x, isWide ? y : y + Math.round(radius) + 12 * lines.length + 3] as const
  return <Words class={look} region={look === 'on' ? region : undefined} at={at} lines={lines} />
}

type AreaNameProps = NameProps & { isStrong: boolean; step: number | undefined }

const Name = ({ area, lines, isStrong, step = 0 }: AreaNameProps) => (
  <Words class={classes('halo', isStrong && 'strong', step > 2 && 'reverse')} at={area.middle} lines={lines} />
)

export type LegendStep = { step: number | 'unknown' | 'less' | 'more'; words: ComponentChildren }

/** What the steps of a map mean, and how many territories lie in each. */
export const StepLegend = ({ steps, children }: { steps: readonly LegendStep[]; children?: ComponentChildren }) => (
  <div class="thematic">
    <ul class="legend">
      {steps.map(({ step, words }) => (
        <li key={step}>
          <svg viewBox="0 0 32 16" aria-hidden="true">
            <Swatch step={step} />
          </svg>
          <span>{words}</span>
        </li>
      ))}
    </ul>
    {children}
  </div>
)

function Swatch({ step }: { step: LegendStep['step'] }) {
  if (step === 'more' || step === 'less')
    return <circle class={step === 'less' ? 'symbol less' : 'symbol'} cx="16" cy="8" r="7" />
  if (step !== 'unknown') return <rect class={`step-${step}`} width="32" height="16" />
  return (
    <>
      <path class="hatches" d="M2 16L16 2M10 16L24 2M18 16L32 2M26 16L32 10" />
      <rect class="frame" width="32" height="16" />
    </>
  )
}

/** Circles of round numbers beside each other, so that those on the map can be read. */
export function CircleLegend({
  circles,
  width,
}: {
  circles: readonly { radius: number; label: string }[]
  width: number
}) {
  const most = Math.max(1, ...circles.map(({ radius }) => radius))
  const size = Math.round(most * 2 + 4)
  return (
    <div class="thematic circles">
      <svg viewBox={`0 0 ${width} ${size}`} aria-hidden="true">
        {circles.map(({ radius, label }, index) => {
          const x = circles.slice(0, index).reduce((sum, one) => sum + one.radius * 2 + 150, radius + 2)
          return (
            <g key={label}>
              <circle class="symbol" cx={x} cy={size / 2} r={radius} />
              <text x={x + radius + 12} y={size / 2}>
                {label}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
