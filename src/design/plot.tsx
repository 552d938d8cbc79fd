import type { ComponentChildren } from 'preact'
import { useFrame } from '../platform/frame.ts'
import { number } from '../platform/language.ts'

/** What a public page with curves needs beside the public stylesheet; the office's has it. */
export const PlotStyle = () => <link rel="stylesheet" href={useFrame().asset('plot.css')} />

/** How many there are from this instant (milliseconds) on. */
export type PlotPoint = { at: number; value: number }

/** One line, in the order of time, with what stands beside its last value. */
export type PlotLine = { points: readonly PlotPoint[]; label: string }

export type StepPlotProps = {
  /** Unique on the page. */
  id: string
  /** What the picture says, for those who do not see it. */
  title: string
  /** The first one is the picture's matter, its first instant the left edge; further ones are drawn thinly. */
  lines: readonly [PlotLine, ...PlotLine[]]
  /** The right edge; the stairs may end before. */
  until: number
  limit?: { value: number; label: string } | undefined
  /** Labels under the axis; those without a short one are left out on a narrow screen. */
  ticks: readonly { at: number; label: string; short?: string }[]
  marks?: readonly { at: number; label: string }[]
  region?: number | undefined
  /** Opens the table with the figures behind the picture. */
  summary: string
  children: ComponentChildren
}

/** Registrations over time: stairs, not a curve, with the limit dashed and everything labelled where it is. */
export function StepPlot(props: StepPlotProps) {
  return (
    <figure class="plot" data-region={props.region}>
      <Picture {...props} size={wide} />
      <Picture {...props} size={narrow} />
      <details class="box">
        <summary>{props.summary}</summary>
        {props.children}
      </details>
    </figure>
  )
}

type Size = { name: 'wide' | 'narrow'; look: string; width: number; height: number; font: number }
const wide: Size = { name: 'wide', look: 'pw', width: 1000, height: 270, font: 17 }
const narrow: Size = { name: 'narrow', look: 'pn', width: 380, height: 250, font: 13.5 }

function Picture({ size, ...plot }: StepPlotProps & { size: Size }) {
  const scale = scaleOf(plot, size)
  const title = `${plot.id}-${size.name}`
  return (
    <svg class={size.look} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={title}>
      <title id={title}>{plot.title}</title>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus */}
      <g aria-hidden="true">
        <Heights scale={scale} size={size} limit={plot.limit?.value} />
        {plot.limit && <Limit {...plot.limit} scale={scale} size={size} />}
        {plot.lines.map(({ points, label }, index) => (
          <Stairs key={label} points={points} scale={scale} isFirst={index === 0} />
        ))}
        {plot.marks?.map((mark) => (
          <MarkAt key={mark.at} mark={mark} points={plot.lines[0].points} scale={scale} size={size} />
        ))}
        {plot.lines.map((line) => (
          <Last key={line.label} {...line} depth={depthOf(line, plot.lines)} scale={scale} size={size} />
        ))}
        <Ticks ticks={plot.ticks} scale={scale} size={size} />
      </g>
    </svg>
  )
}

type Scale = {
  x: (at: number) => number
  y: (value: number) => number
  heights: number[]
  left: number
  right: number
}

function scaleOf({ lines, until, limit }: StepPlotProps, { width, height, font }: Size): Scale {
  const from = lines[0].points[0]?.at ?? until
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value))
  const heights = roundHeights(Math.max(limit?.value ?? 0, ...values))
  const [left, right, top, bottom] = [font * 2.6, width - 4, font * 1.9, height - font * 2.2]
  return {
    left,
    right,
    heights,
    x: (at) => tenth(left + ((at - from) / Math.max(1, until - from)) * (right - left)),
    y: (value) => tenth(bottom - (value / heights.at(-1)!) * (bottom - top)),
  }
}

/** Heights to draw a line at: from 0 in round steps, at most six, up to at least `most`. */
export function roundHeights(most: number): number[] {
  const rough = Math.max(1, most) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 5, 10].find((factor) => factor * power >= rough)! * power)
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_, i) => i * step)
}

const Heights = ({ scale, size, limit }: { scale: Scale; size: Size; limit: number | undefined }) => (
  <g class="ax">
    {scale.heights.map((value) => (
      <g key={value}>
        {value !== limit && <line x1={scale.left} x2={scale.right} y1={scale.y(value)} y2={scale.y(value)} />}
        <text x={scale.left - size.font / 2} y={scale.y(value) + size.font * 0.35} text-anchor="end">
          {number(value)}
        </text>
      </g>
    ))}
  </g>
)

const Limit = ({ value, label, scale, size }: { value: number; label: string; scale: Scale; size: Size }) => (
  <>
    <line class="cap" x1={scale.left} x2={scale.right} y1={scale.y(value)} y2={scale.y(value)} />
    <text x={scale.left} y={scale.y(value) - size.font / 2}>
      {label}
    </text>
  </>
)

function Stairs({ points, scale, isFirst }: { points: readonly PlotPoint[]; scale: Scale; isFirst: boolean }) {
  if (!points.length) return null
  const [first, ...rest] = points.map(({ at, value }) => ({ x: scale.x(at), y: scale.y(value) }))
  const floor = scale.y(0)
  const stairs = `M${first!.x} ${floor}V${first!.y}${rest.map(({ x, y }) => `H${x}V${y}`).join('')}`
  return (
    <>
      {isFirst && <path class="area" d={`${stairs}V${floor}Z`} />}
      <path class={isFirst ? 'step' : 'step thin'} d={stairs} />
    </>
  )
}

type MarkProps = { mark: { at: number; label: string }; points: readonly PlotPoint[]; scale: Scale; size: Size }

function MarkAt({ mark, points, scale, size }: MarkProps) {
  const x = scale.x(mark.at)
  const top = scale.y(points.findLast(({ at }) => at <= mark.at)?.value ?? 0) - size.font / 2
  return (
    <>
      <line class="mk" x1={x} x2={x} y1={top} y2={top - size.font * 1.6} />
      <text x={x} y={top - size.font * 2} text-anchor={anchorAt(x, scale)}>
        {mark.label}
      </text>
    </>
  )
}

const lastOf = ({ points }: PlotLine) => points.at(-1)?.value ?? 0
/** How much higher than this line another one ends that lies above it; undefined where none does. */
function depthOf(line: PlotLine, lines: readonly PlotLine[]): number | undefined {
  const above = lines.filter((other, index) =>
    lastOf(other) === lastOf(line) ? index < lines.indexOf(line) : lastOf(other) > lastOf(line),
  )
  return above.length > 0 ? Math.min(...above.map(lastOf)) - lastOf(line) : undefined
}

/** About the width of a letter of these labels, as a share of the type's size. */
const letter = 0.75
type LastProps = PlotLine & { depth: number | undefined; scale: Scale; size: Size }

function Last({ points, label, depth, scale, size: { font } }: LastProps) {
  const last = points.at(-1)
  if (!last) return null
  const [x, y] = [scale.x(last.at), scale.y(last.value)]
  const isBeside = x + font * (1 + label.length * letter) < scale.right
  const isCrowded = depth !== undefined && scale.y(0) - scale.y(depth) < font * 1.5
  const beside = font * (isCrowded ? 1.7 : 0.45)
  const over = font * (depth === undefined ? -1 : 1.6)
  return (
    <>
      <circle class="dot" cx={x} cy={y} r={font / 2} />
      <text
        class="val"
        x={isBeside ? x + font * 0.9 : x}
        y={tenth(Math.min(y + (isBeside ? beside : over), scale.y(0) - font * 0.3))}
        text-anchor={isBeside ? 'start' : anchorAt(x, scale)}
      >
        {label}
      </text>
    </>
  )
}

const Ticks = ({ ticks, scale, size }: { ticks: StepPlotProps['ticks']; scale: Scale; size: Size }) => (
  <g class="ax">
    {ticks.map(({ at, label, short }) => {
      const text = size.name === 'wide' ? label : short
      const x = scale.x(at)
      return (
        text && (
          <g key={at}>
            <line x1={x} x2={x} y1={scale.y(0)} y2={scale.y(0) + 6} />
            <text x={x} y={scale.y(0) + size.font * 1.6} text-anchor={anchorAt(x, scale)}>
              {text}
            </text>
          </g>
        )
      )
    })}
  </g>
)

/** Text near an edge grows away from it. */
function anchorAt(x: number, { left, right }: Scale) {
  const share = (x - left) / (right - left)
  return share < 0.1 ? 'start' : share > 0.9 ? 'end' : 'middle'
}

const tenth = (value: number) => Math.round(value * 10) / 10
