import type { PlanDrawing, PlanSection, PlanStop, PlanText } from '../../design/plan.tsx'
import { pushedBy } from './labels.ts'
import { corners, type LabelPlace, type Layout } from './layout.ts'
import type { Place, Section } from './network.ts'
import { beside, pathOf, rounded, type Way } from './way.ts'

export type NamedPlace = Place & { label: string; short: string }
export type PlanData = {
  places: readonly NamedPlace[]
  layout: Layout
  sections: readonly Section[]
  /** Key of the one district the sections are about; the rest of the network becomes hairlines. */
  focus?: string
}

/**
 * The geometry of a network plan. Widths are proportional to the people on a section, the widest 66 pixels of the
 * drawing, none under 2; strands lie in the order of the regions' numbers. Sections without people are hairlines;
 * if none has any, sections inside a region take its colour and the plan shows neighbourhood alone.
 */
export function drawPlan({ places, layout, sections, focus }: PlanData): PlanDrawing {
  const top = Math.max(0, ...sections.map(({ total }) => total))
  const named = new Map(places.map((place) => [place.key, place]))
  const strands = (section: Section) =>
    top > 0 ? bundle(section, (layout.widest ?? widest) / top, focus !== undefined) : inRegion(section, named)
  const drawn = [...sections]
    .filter(({ a, b }) => named.has(a) && named.has(b))
    .sort((p, q) => p.total - q.total)
    .map((section) => ({ section, widths: strands(section) }))
  const ringOf = (key: string) => {
    const own = drawn.filter(({ section }) => section.a === key || section.b === key)
    return ringAround(Math.max(0, ...own.map(({ widths }) => sum(widths))))
  }
  return {
    width: layout.size[0],
    height: layout.size[1],
    sections: drawn.map(({ section, widths }) => drawSection(section, widths, layout, named)),
    stops: places.map((place) => drawStop(place, ringOf(place.key), layout, place.key === focus)),
  }
}

const widest = 66
const thinnest = 2
/** The radius of a stop's ring, from the width of its widest section. */
export const ringAround = (width: number) => Math.max(11, width / 2 + 5)
const neighbourWidth = 8

type Strand = { region: number; width: number }
const sum = (strands: readonly Strand[]) => strands.reduce((total, { width }) => total + width, 0)

function bundle({ total, byRegion }: Section, scale: number, leaveOutTraces: boolean): Strand[] {
  const width = total * scale
  if (width === 0 || (leaveOutTraces && width < 0.6)) return []
  const stretch = Math.max(1, thinnest / width)
  const regions = Object.keys(byRegion).map(Number)
  return regions.sort((p, q) => p - q).map((region) => ({ region, width: byRegion[region]! * scale * stretch }))
}

function inRegion({ a, b }: Section, named: ReadonlyMap<string, Place>): Strand[] {
  const [p, q] = [named.get(a)!, named.get(b)!]
  return p.region === q.region ? [{ region: p.region, width: neighbourWidth }] : []
}

function drawSection(
  { a, b, total }: Section,
  strands: Strand[],
  layout: Layout,
  named: ReadonlyMap<string, NamedPlace>,
): PlanSection {
  const way = wayOf(layout, a, b)
  const width = sum(strands)
  let edge = -width / 2
  const drawn = strands.flatMap((strand) => {
    const middle = edge + strand.width / 2
    edge += strand.width
    if (strand.width < 0.25) return []
    return [{ region: strand.region, path: pathOf(beside(way, middle)), width: round(strand.width + 0.15, 2) }]
  })
  return {
    from: named.get(a)!.label,
    to: named.get(b)!.label,
    total,
    path: pathOf(way),
    caseWidth: width ? round(width + (width < 6 ? 1.4 : 2.6), 1) : undefined,
    strands: drawn,
  }
}

/** Every section is drawn from left to right, or downwards, so that its strands always lie in the same order. */
function wayOf(layout: Layout, a: string, b: string): Way {
  const points = corners(layout, [a, b])
  const [first, last] = [points[0]!, points.at(-1)!]
  const isTurned = last[0] < first[0] - 0.01 || (Math.abs(last[0] - first[0]) < 0.01 && last[1] < first[1])
  const ordered = isTurned ? points.reverse() : points
  const [x0, y0] = layout.origin
  return rounded(ordered.map(([x, y]): [number, number] => [x0 + x * layout.unit, y0 + y * layout.unit]))
}

function drawStop(place: NamedPlace, radius: number, layout: Layout, isFocus: boolean): PlanStop {
  const stop = layout.stops[place.key]
  if (!stop) throw new Error(`The layout has no stop for district ${place.key}.`)
  const x = layout.origin[0] + stop.at[0] * layout.unit
  const y = layout.origin[1] + stop.at[1] * layout.unit
  return {
    x,
    y,
    radius: round(radius, 1),
    isFocus,
    name: {
      ...nameAt(x, y, radius, stop.label, layout.unit),
      text: place.label,
      isStrong: stop.label.strong || isFocus,
    },
    short: { ...shortAt(x, y, radius, stop.label), text: place.short, isStrong: isFocus },
  }
}

type At = Pick<PlanText, 'x' | 'y' | 'anchor'>

function nameAt(x: number, y: number, radius: number, { at, anchor, beside: isBeside }: LabelPlace, unit: number): At {
  if (isBeside) return { x: Math.round(x + radius + 14), y: y + 10, anchor: 'start' }
  const [push, drop] = pushedBy(radius, { at, anchor })
  return { x: Math.round(x + at[0] * unit + push), y: Math.round(y + at[1] * unit + drop), anchor }
}

function shortAt(x: number, y: number, radius: number, { at, anchor }: LabelPlace): At {
  if (anchor === 'middle') {
    return { x, y: Math.round(y + Math.sign(at[1]) * (radius + (at[1] > 0 ? 42 : 12))), anchor }
  }
  const slope = at[1] > 0.2 ? 26 : at[1] < -0.1 ? -10 : 11
  return { x: Math.round(anchor === 'start' ? x + radius + 8 : x - radius - 8), y: Math.round(y + slope), anchor }
}

const round = (value: number, digits: number) => Number(value.toFixed(digits))
