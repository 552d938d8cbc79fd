import type { ComponentChildren } from 'preact'
import { Chart, every, narrow, scaleTo, sized, spread, type Told } from './chart.tsx'

export type AxisTick = { value: number; text: string }
const line = 24
/** About the width of a letter. */
const letter = 9

export type Dot = { key: string; region?: number | undefined; name: string; value: number | undefined; text: string }

type DotsProps = Told & { dots: readonly Dot[]; ticks: readonly AxisTick[]; mark?: AxisTick | undefined }

/**
 * A point for each place on one scale, the number beside it; one that is not known says so. Places on a common scale are
 * judged most exactly: W. S. Cleveland, R. McGill, Graphical Perception, Journal of the American Statistical Association
 * 79 (1984), pp. 531–554.
 */
export const Dots = sized<DotsProps>(({ dots, ticks, mark, width, ...told }) => {
  const [left, right] = width === narrow ? [164, 70] : [230, 130]
  const [top, foot] = [34, 34 + dots.length * line]
  const x = scaleTo([ticks[0]?.value ?? 0, ticks.at(-1)?.value ?? 1], [left, width - right])
  const step = every(ticks.length, width - right - left, 56)
  return (
    <Chart {...told} look="map chart" box={[0, 0, width, foot + 8]}>
      {ticks.map(({ value, text }, index) => (
        <g key={value}>
          <line class="zero" x1={x(value)} x2={x(value)} y1={top} y2={foot} />
          {index % step === 0 && (
            <text dy=".35em" class="tick" x={x(value)} y={18} text-anchor="middle">
              {text}
            </text>
          )}
        </g>
      ))}
      {mark && <line class="mean" data-t={mark.text} x1={x(mark.value)} x2={x(mark.value)} y1={top} y2={foot} />}
      {dots.map((dot, index) => (
        <DotLine key={dot.key} {...{ dot, left, width }} x={x} y={top + index * line + line / 2} />
      ))}
    </Chart>
  )
})

type DotProps = { dot: Dot; x: (value: number) => number; y: number; left: number; width: number }

/** The number stands right of its point, left of it where there is no room. */
function DotLine({ dot: { region, name, value, text }, x, y, left, width }: DotProps) {
  const at = value === undefined ? left - 16 : x(value)
  const isBefore = at + 16 + text.length * letter > width
  return (
    <g data-region={region} data-t={`${name}: ${text}`}>
      <text dy=".35em" x={left - 16} y={y} text-anchor="end">
        {name}
      </text>
      {value !== undefined && <circle class="symbol" cx={at} cy={y} r="8" />}
      <text
        dy=".35em"
        class="quantity halo"
        x={isBefore ? at - 16 : at + 16}
        y={y}
        text-anchor={isBefore ? 'end' : undefined}
      >
        {text}
      </text>
    </g>
  )
}

export type Series = {
  key: string
  region?: number | undefined
  name: string
  /** One for each column; undefined is not known. */
  values: readonly (number | undefined)[]
  /** What is said of each value. */
  texts: readonly string[]
  /** What stands behind the name at the line's end: the last value, unless it is said. */
  end?: string
}

type SeriesProps = Told & {
  columns: readonly string[]
  series: readonly Series[]
  ticks: readonly AxisTick[]
  /** Where all lines begin at one point: what it is. */
  start?: string | undefined
}

/** Lines over columns such as years, each with its name at its end; two columns make a slope chart. */
export const SeriesChart = sized<SeriesProps>(({ columns, series, ticks, start, width, ...told }) => {
  const isSlope = columns.length === 2
  const { left, right, top } = marginsOf(width, isSlope, start !== undefined)
  const foot = Math.max(420, top + series.length * line)
  const y = scaleTo([ticks[0]?.value ?? 0, ticks.at(-1)?.value ?? 1], [foot, top])
  const x = scaleTo([0, Math.max(1, columns.length - 1)], [left, width - right])
  const drawn = series.flatMap((one) => {
    const points = one.values.flatMap((value, index) =>
      value === undefined ? [] : [{ x: x(index), y: y(value), index }],
    )
    return points.length > 0 ? [{ ...one, points }] : []
  })
  const placed = spread(
    drawn.map(({ points }) => points.at(-1)!.y),
    20,
    foot + 8,
  )
  return (
    <Chart {...told} look="map chart" box={[0, 0, width, foot + 24]}>
      <Columns {...{ columns, x, start }} span={[top - 10, foot]} />
      {!isSlope && <Scale {...{ ticks, y }} x={left - 12} />}
      {drawn.map((one, index) => (
        <Run key={one.key} one={one} columns={columns}>
          <EndName from={one.points.at(-1)!} to={[width - right + 40, placed[index]!]}>
            {one.name}
            {(isSlope || width !== narrow) && (
              <tspan class="quantity"> {one.end ?? one.texts[one.points.at(-1)!.index]}</tspan>
            )}
          </EndName>
        </Run>
      ))}
      {isSlope && start === undefined && <Begun {...{ drawn, foot }} />}
    </Chart>
  )
})

/** What stays free for names and numbers beside the lines. */
function marginsOf(width: number, isSlope: boolean, hasStart: boolean) {
  if (width === narrow) return { left: isSlope ? (hasStart ? 12 : 76) : 56, right: isSlope ? 258 : 188, top: 40 }
  return { left: isSlope ? (hasStart ? 16 : 130) : 80, right: 282, top: 40 }
}

type Point = { x: number; y: number; index: number }
type Drawn = Series & { points: readonly Point[] }
type ColumnsProps = {
  columns: readonly string[]
  x: (index: number) => number
  span: readonly [top: number, foot: number]
  start: string | undefined
}

function Columns({ columns, x, span: [top, foot], start }: ColumnsProps) {
  const step = every(columns.length, x(columns.length - 1) - x(0), 44)
  return columns.map((text, index) => (
    <g key={text}>
      <line class="zero" x1={x(index)} x2={x(index)} y1={top} y2={foot} />
      {index % step === 0 && (
        <text
          dy=".35em"
          x={start && index === 0 ? 0 : x(index)}
          y={16}
          text-anchor={start && index === 0 ? undefined : 'middle'}
        >
          {index === 0 ? (start ?? text) : text}
        </text>
      )}
    </g>
  ))
}

const Scale = ({ ticks, x, y }: { ticks: readonly AxisTick[]; x: number; y: (value: number) => number }) =>
  ticks.map(({ value, text }) => (
    <text dy=".35em" key={value} class="tick" x={x} y={y(value)} text-anchor="end">
      {text}
    </text>
  ))

type RunProps = { one: Drawn; columns: readonly string[]; children: ComponentChildren }
const Run = ({ one: { region, name, points, texts }, columns, children }: RunProps) => (
  <g data-region={region}>
    <path class="series" d={`M${points.map((point) => `${point.x} ${point.y}`).join('L')}`} />
    {points.map((point) => (
      <circle
        key={point.index}
        class="symbol"
        cx={point.x}
        cy={point.y}
        r="6"
        data-t={`${name}, ${columns[point.index]}: ${texts[point.index]}`}
      />
    ))}
    {children}
  </g>
)

type EndProps = { from: Point; to: readonly [x: number, y: number]; children: ComponentChildren }

/** A name beside the drawing, led to the point it belongs to. */
const EndName = ({ from, to: [x, y], children }: EndProps) => (
  <>
    <path class="lead" d={`M${from.x + 8} ${from.y}L${x - 12} ${y}H${x - 4}`} />
    <text dy=".35em" x={x} y={y}>
      {children}
    </text>
  </>
)

/** The first values of a slope, led to their points. */
function Begun({ drawn, foot }: { drawn: readonly Drawn[]; foot: number }) {
  const firsts = drawn.flatMap(({ key, points: [first], texts }) =>
    first?.index === 0 ? [{ key, at: first, text: texts[0] }] : [],
  )
  const placed = spread(
    firsts.map(({ at }) => at.y),
    20,
    foot + 8,
  )
  return firsts.map(({ key, at: { x, y }, text }, index) => (
    <g key={key}>
      <path class="lead" d={`M${x - 8} ${y}L${x - 24} ${placed[index]}H${x - 30}`} />
      <text dy=".35em" x={x - 34} y={placed[index]} text-anchor="end" class="quantity">
        {text}
      </text>
    </g>
  ))
}

export type AgeBand = {
  name: string
  left: number | undefined
  right: number | undefined
  texts: readonly [string, string]
}

type PyramidProps = Told & {
  bands: readonly AgeBand[]
  names: readonly [string, string]
  region?: number | undefined
}

/** People by age, the youngest below: women at the left, men at the right, on one scale. */
export const Pyramid = sized<PyramidProps>(({ bands, names, region, width, ...told }) => {
  const [middle, label, top] = [width / 2, width === narrow ? 34 : 56, 40]
  const most = Math.max(1, ...bands.flatMap(({ left, right }) => [left ?? 0, right ?? 0]))
  const long = scaleTo([0, most], [0, middle - label - 84])
  return (
    <Chart {...told} look="map chart" box={[0, 0, width, top + bands.length * line + 8]}>
      <text dy=".35em" x={middle - label} y={18} text-anchor="end">
        {names[0]}
      </text>
      <text dy=".35em" x={middle + label} y={18}>
        {names[1]}
      </text>
      <g data-region={region}>
        {bands.toReversed().map(({ name, left, right, texts }, index) => {
          const y = top + index * line
          return (
            <g key={name}>
              <text dy=".35em" x={middle} y={y + line / 2} text-anchor="middle">
                {name}
              </text>
              <Half
                {...{ y }}
                x={middle - label}
                long={-long(left ?? 0)}
                name={`${names[0]}, ${name}`}
                text={texts[0]}
              />
              <Half
                {...{ y }}
                x={middle + label}
                long={long(right ?? 0)}
                name={`${names[1]}, ${name}`}
                text={texts[1]}
              />
            </g>
          )
        })}
      </g>
    </Chart>
  )
})

/** A bar to the right, or to the left where its length is negative, and its number at its end. */
const Half = ({ x, y, long, name, text }: { x: number; y: number; long: number; name: string; text: string }) => (
  <>
    <rect
      class="length"
      x={Math.min(x, x + long)}
      y={y + 2}
      width={Math.abs(long)}
      height={line - 4}
      data-t={`${name}: ${text}`}
    />
    <text
      dy=".35em"
      class="quantity"
      x={x + long + (long < 0 ? -8 : 8)}
      y={y + line / 2}
      text-anchor={long < 0 ? 'end' : undefined}
    >
      {text}
    </text>
  </>
)
