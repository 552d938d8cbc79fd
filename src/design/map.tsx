import type { ComponentChildren } from 'preact'
import { classes } from './classes.ts'

export type MapArea = { key: string; label: string; region: number; path: string; middle: readonly [number, number] }

/** Areas in pixels of their own drawing, and places on it in the order they were asked for. */
export type MapDrawing = {
  width: number
  height: number
  areas: readonly MapArea[]
  places: readonly (readonly [x: number, y: number])[]
}

type MapProps = {
  drawing: MapDrawing
  /** Unique on the page. */
  id: string
  title: string
}

/** Where a place lies: its district in the colour of its region, the rest of the region paler, the others grey. */
export function LocatorMap({ place, district, ...map }: MapProps & { place: string; district: string }) {
  const { drawing } = map
  const own = drawing.areas.find(({ key }) => key === district)
  const [x, y] = drawing.places[0] ?? own?.middle ?? [drawing.width / 2, drawing.height / 2]
  const isRight = x > drawing.width * 0.6
  const looks = (area: MapArea) => (area === own ? 'here' : area.region === own?.region ? 'near' : 'far')
  return (
    <Frame {...map} look="locator">
      {drawing.areas.map((area) => (
        <path key={area.key} class={looks(area)} data-region={area.region} d={area.path} />
      ))}
      <circle class="stop" cx={x} cy={y} r="11" />
      <text class="halo" x={isRight ? x - 24 : x + 24} y={y + 10} text-anchor={isRight ? 'end' : 'start'}>
        {place}
      </text>
    </Frame>
  )
}

type ChoroplethProps = MapProps & {
  /** Region whose colour the five steps take; without one they are steps of ink. */
  region?: number | undefined
  /** By key; a district without a value stays empty, which is not zero. */
  values: Readonly<Record<string, number>>
  /** Where steps 1 and following begin, ascending; four at most. */
  breaks: readonly number[]
  /** The district or districts the values are about. */
  focus?: string | readonly string[]
  /** What the steps mean, from the lowest to the highest, and the words for the focus and for no value. */
  legend: { steps: readonly string[]; focus?: string; none?: string }
}

/** Districts in five steps of one colour; the numbers themselves belong in a table or list beside it. */
export function Choropleth({ region, values, breaks, focus, legend, ...map }: ChoroplethProps) {
  const stepOf = (value: number | undefined) =>
    value === undefined ? 'none' : `step-${breaks.filter((from) => value >= from).length}`
  const isFocus = (key: string) => (typeof focus === 'string' ? key === focus : focus?.includes(key) === true)
  const lookOf = (key: string) => (isFocus(key) ? 'focus' : stepOf(values[key]))
  const labelOf = (key: string) =>
    isFocus(key) ? 'strong' : region === undefined && (values[key] ?? 0) >= breaks.at(-1)! && 'reverse'
  return (
    <div class="choropleth" data-region={region}>
      <Frame {...map} look="steps">
        {map.drawing.areas.map(({ key, path }) => (
          <path key={key} class={lookOf(key)} d={path} />
        ))}
        {map.drawing.areas.map(({ key, label, middle }) => (
          <Words key={key} class={classes('halo', labelOf(key))} at={middle} lines={label.split(' ')} />
        ))}
      </Frame>
      <ul class="legend">
        {legend.steps.map((words, step) => (
          <Key key={words} look={`step-${step}`} words={words} />
        ))}
        {legend.none && <Key look="none" words={legend.none} />}
        {legend.focus && <Key look="focus" words={legend.focus} />}
      </ul>
    </div>
  )
}

const Key = ({ look, words }: { look: string; words: string }) => (
  <li>
    <svg viewBox="0 0 32 16" aria-hidden="true">
      <rect class={look} width="32" height="16" />
    </svg>
    {words}
  </li>
)

type WordsProps = {
  class: string | undefined
  region?: number | undefined
  at: readonly [x: number, y: number]
  lines: readonly string[]
}

/** Lines of a name around a point. */
export const Words = ({ class: look, region, at: [x, y], lines }: WordsProps) =>
  lines.length > 0 && (
    <text class={look} data-region={region} x={x} y={y}>
      {lines.length === 1
        ? lines[0]
        : lines.map((line, index) => (
            <tspan key={line} x={x} dy={index === 0 ? `${(1 - lines.length) / 2}em` : '1em'}>
              {line}
            </tspan>
          ))}
    </text>
  )

type FrameProps = MapProps & { look: string; children: ComponentChildren }

const Frame = ({ drawing, id, title, look, children }: FrameProps) => (
  <div class="map">
    <svg class={look} viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-labelledby={`${id}-title`}>
      <title id={`${id}-title`}>{title}</title>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus */}
      <g aria-hidden="true">{children}</g>
    </svg>
  </div>
)
