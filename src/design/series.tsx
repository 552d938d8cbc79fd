import { Chart, scaleTo, spread, type Told } from './chart.tsx'

export type AxisTick = { value: number; text: string }
const width = 730
const line = 24

export type Dot = { key: string; region?: number | undefined; name: string; value: number | undefined; text: string }

/** A point for each place on one scale, the number beside it; one that is not known says so (W. S. Cleveland's dot plot). */
export function Dots({
  dots,
  ticks,
  mark,
  ...told
}: Told & { dots: readonly Dot[]; ticks: readonly AxisTick[]; mark?: AxisTick | undefined }) {
  const [left, top] = [230, 34]
  const foot = top + dots.length * line
  const x = scaleTo([ticks[0]?.value ?? 0, ticks.at(-1)?.value ?? 1], [left, width - 130])
  return (
    <Chart {...told} look="map chart" box={[0, 0, width, foot + 8]}>
      {ticks.map(({ value, text }) => (
        <g key={value}>
          <line class="zero" x1={x(value)} x2={x(value)} y1={top} y2={foot} />
          <text dy=".35em" class="tick" x={x(value)} y={18} text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
      {mark && <line class="mean" data-t={mark.text} x1={x(mark.value)} x2={x(mark.value)} y1={top} y2={foot} />}
      {dots.map(({ key, region, name, value, text }, index) => {
        const y = top + index * line + line / 2
        return (
          <g key={key} data-region={region} data-t={`${name}: ${text}`}>
            <text dy=".35em" x={left - 16} y={y} text-anchor="end">
              {name}
            </text>
            {value !== undefined && <circle class="symbol" cx={x(value)} cy={y} r="8" />}
            <text dy=".35em" class="quantity halo" x={value === undefined ? left : x(value) + 16} y={y}>
              {text}
            </text>
          </g>
        )
      })}
    </Chart>
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
}

/** Lines over columns such as years, each with its name at its end; with two columns a slope chart, named at both ends. */
export function SeriesChart({
  columns,
  series,
  ticks,
  ...told
}: Told & { columns: readonly string[]; series: readonly Series[]; ticks: readonly AxisTick[] }) {
  const isSlope = columns.length === 2
  const [left, right, top] = [isSlope ? 250 : 80, 250, 40]
  const foot = Math.max(420, top + series.length * line)
  const y = scaleTo([ticks[0]?.value ?? 0, ticks.at(-1)?.value ?? 1], [foot, top])
  const x = scaleTo([0, Math.max(1, columns.length - 1)], [left, width - right])
  const drawn = series.map((one) => ({
    ...one,
    points: one.values.flatMap((value, index) => (value === undefined ? [] : [{ x: x(index), y: y(value), index }])),
  }))
  const ends = drawn.filter(({ points }) => points.length > 0)
  const placed = spread(
    ends.map(({ points }) => points.at(-1)!.y),
    20,
    foot + 8,
  )
  const begun = spread(
    ends.map(({ points }) => points[0]!.y),
    20,
    foot + 8,
  )
  return (
    <Chart {...told} look="map chart" box={[0, 0, width, foot + 24]}>
      {columns.map((text, index) => (
        <g key={text}>
          <line class="zero" x1={x(index)} x2={x(index)} y1={top - 10} y2={foot} />
          {(columns.length <= 8 || index % Math.ceil(columns.length / 8) === 0) && (
            <text dy=".35em" x={x(index)} y={16} text-anchor="middle">
              {text}
            </text>
          )}
        </g>
      ))}
      {!isSlope &&
        ticks.map(({ value, text }) => (
          <text dy=".35em" key={value} class="tick" x={left - 12} y={y(value)} text-anchor="end">
            {text}
          </text>
        ))}
      {ends.map(({ key, region, name, points, texts }, index) => (
        <g key={key} data-region={region}>
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
          {isSlope && points[0]!.index === 0 && (
            <text dy=".35em" x={left - 14} y={begun[index]} text-anchor="end">
              {name} <tspan class="quantity">{texts[0]}</tspan>
            </text>
          )}
          <text dy=".35em" x={width - right + 14} y={placed[index]}>
            {name} <tspan class="quantity">{texts[points.at(-1)!.index]}</tspan>
          </text>
        </g>
      ))}
    </Chart>
  )
}

export type AgeBand = {
  name: string
  left: number | undefined
  right: number | undefined
  texts: readonly [string, string]
}

/** People by age, the youngest below: women at the left, men at the right, on one scale. */
export function Pyramid({
  bands,
  names,
  region,
  ...told
}: Told & { bands: readonly AgeBand[]; names: readonly [string, string]; region?: number | undefined }) {
  const [middle, label, top] = [width / 2, 56, 40]
  const most = Math.max(1, ...bands.flatMap(({ left, right }) => [left ?? 0, right ?? 0]))
  const long = scaleTo([0, most], [0, middle - label - 90])
  const foot = top + bands.length * line
  return (
    <Chart {...told} look="map chart" box={[0, 0, width, foot + 8]}>
      <text dy=".35em" x={middle - label} y={18} text-anchor="end">
        {names[0]}
      </text>
      <text dy=".35em" x={middle + label} y={18}>
        {names[1]}
      </text>
      <g data-region={region}>
        {bands.toReversed().map(({ name, left, right, texts }, index) => {
          const y = top + index * line
          const [far, wide] = [long(left ?? 0), long(right ?? 0)]
          return (
            <g key={name}>
              <text dy=".35em" x={middle} y={y + line / 2} text-anchor="middle">
                {name}
              </text>
              <rect
                class="length"
                x={middle - label - far}
                y={y + 2}
                width={far}
                height={line - 4}
                data-t={`${names[0]}, ${name}: ${texts[0]}`}
              />
              <rect
                class="length"
                x={middle + label}
                y={y + 2}
                width={wide}
                height={line - 4}
                data-t={`${names[1]}, ${name}: ${texts[1]}`}
              />
              <text dy=".35em" class="quantity" x={middle - label - far - 8} y={y + line / 2} text-anchor="end">
                {texts[0]}
              </text>
              <text dy=".35em" class="quantity" x={middle + label + wide + 8} y={y + line / 2}>
                {texts[1]}
              </text>
            </g>
          )
        })}
      </g>
    </Chart>
  )
}
