import { Chart, every, narrow, scaleTo, sized, type Told } from './chart.tsx'
import type { AxisTick } from './series.tsx'

/** `said` is what is read of it. */
export type ScatterPoint = { key: string; region: number; label: string; x: number; y: number; said: string }
export type Axis = { label: string; ticks: readonly AxisTick[] }
type Props = Told & { points: readonly ScatterPoint[]; across: Axis; up: Axis }

const [right, top, foot] = [24, 44, 70]

/** Two measures against each other: a point for each place, its name beside it where there is room. */
export const Scatter = sized<Props>(({ points, across, up, width, ...told }) => {
  const [height, left] = width === narrow ? [480, 70] : [560, 92]
  const x = scaleOf(across, [left, width - right])
  const y = scaleOf(up, [height - foot, top])
  const placed = withLabels(
    points.map((point) => ({ ...point, at: [x(point.x), y(point.y)] as const })),
    width,
  )
  const step = every(across.ticks.length, width - left - right, 60)
  return (
    <Chart {...told} look="map chart" box={[0, 0, width, height]}>
      {across.ticks.map(({ value, text }, index) => (
        <g key={text}>
          <line class="zero" x1={x(value)} x2={x(value)} y1={top} y2={height - foot} />
          {index % step === 0 && (
            <text dy=".35em" class="tick" x={x(value)} y={height - foot + 20} text-anchor="middle">
              {text}
            </text>
          )}
        </g>
      ))}
      {up.ticks.map(({ value, text }) => (
        <g key={text}>
          <line class="zero" x1={left} x2={width - right} y1={y(value)} y2={y(value)} />
          <text dy=".35em" class="tick" x={left - 10} y={y(value)} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      <AxisName x={0} y={18} label={`↑ ${up.label}`} width={width} />
      <AxisName x={width} y={height - 16} label={`${across.label} →`} width={width} isEnd />
      {placed.map(({ key, region, at, said }) => (
        <circle key={key} class="symbol" data-region={region} data-t={said} cx={at[0]} cy={at[1]} r="8" />
      ))}
      {placed.map(
        ({ key, label, text }) =>
          text && (
            <text dy=".35em" key={key} class="halo" x={text.x} y={text.y} text-anchor={text.anchor}>
              {label}
            </text>
          ),
      )}
    </Chart>
  )
})

type NameProps = { x: number; y: number; label: string; width: number; isEnd?: boolean }

/** An axis in words, its unit in a second line where both do not fit into one. */
function AxisName({ x, y, label, width, isEnd = false }: NameProps) {
  const [name, unit] = label.length * 9 > width ? label.split(/ (?=\()/) : [label]
  return (
    <text dy=".35em" x={x} y={unit ? y - 10 : y} text-anchor={isEnd ? 'end' : undefined}>
      {name}
      {unit && (
        <tspan x={x} dy="1.2em">
          {unit}
        </tspan>
      )}
    </text>
  )
}

const scaleOf = ({ ticks }: Axis, stretch: readonly [number, number]) =>
  scaleTo([ticks[0]?.value ?? 0, ticks.at(-1)?.value ?? 1], stretch)

type Box = { left: number; right: number; top: number; bottom: number }
type Text = { x: number; y: number; anchor: 'start' | 'end' | 'middle'; box: Box }

/** Where a name may stand beside its point, the best first; a letter is about nine wide. */
function placesFor([x, y]: readonly [number, number], label: string): Text[] {
  const wide = label.length * 9
  const box = (from: number, middle: number) => ({
    left: from,
    right: from + wide,
    top: middle - 9,
    bottom: middle + 9,
  })
  return [
    { x: x + 13, y, anchor: 'start', box: box(x + 13, y) },
    { x: x - 13, y, anchor: 'end', box: box(x - 13 - wide, y) },
    { x, y: y - 19, anchor: 'middle', box: box(x - wide / 2, y - 19) },
    { x, y: y + 20, anchor: 'middle', box: box(x - wide / 2, y + 20) },
  ]
}

/** Each point with its name where it touches no other name, no point and no edge; else without, for the table has it. */
export function withLabels<P extends { at: readonly [number, number]; label: string }>(
  points: readonly P[],
  width: number,
) {
  const taken: Box[] = points.map(({ at: [x, y] }) => ({ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }))
  return points.map((point, own) => {
    const text = placesFor(point.at, point.label).find(
      ({ box }) =>
        box.left >= 0 && box.right <= width && !taken.some((other, index) => index !== own && touches(box, other)),
    )
    if (text) taken.push(text.box)
    return { ...point, text }
  })
}

const touches = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
