import { closest } from './closest.ts'
import type { Anchor, LabelPlace, Point } from './layout.ts'

export type Box = { left: number; right: number; top: number; bottom: number }
export type Label = { at: Point; place: LabelPlace; box: Box }

/** A stop with its name and the radius of its ring, and a piece of a line with half its width, both in pixels. */
export type NamedStop = { at: Point; label: string; radius: number }
export type Line = { from: Point; to: Point; half: number }

/**
 * Finds a place for every stop's name among eight round it: where it touches fewest stops, lines and names placed
 * before, a wide line counting more than a thin one. Measures in units of the grid, of so many pixels each, with the mean
 * width of a letter. The busiest stops come first.
 */
export function placeLabels(stops: readonly NamedStop[], lines: readonly Line[], unit: number): Label[] {
  const places = placesAt(unit)
  const placed = new Map<NamedStop, Label>()
  for (const stop of stops.toSorted((p, q) => q.radius - p.radius)) {
    const candidates = places.map((place): Label => ({ at: stop.at, place, box: boxOf(stop, place, unit) }))
    const label = closest(candidates, ({ box }) => {
      const names = [...placed.values()].filter((other) => touches(box, other.box)).length
      const covered = stops.filter((one) => touches(box, around(one.at, one.radius / unit))).length
      const crossed = lines.filter((line) => crosses(box, line, unit))
      return names * 12 + covered * 9 + crossed.reduce((sum, { half }) => sum + 1 + half / 4, 0)
    })
    placed.set(stop, label)
  }
  return stops.map((stop) => placed.get(stop)!)
}

const letterPixels = 13.4
const linePixels = 26

const placesAt = (unit: number): LabelPlace[] =>
  (
    [
      [26, 9, 'start'],
      [-26, 9, 'end'],
      [0, -28, 'middle'],
      [0, 48, 'middle'],
      [22, -22, 'start'],
      [-22, -22, 'end'],
      [22, 42, 'start'],
      [-22, 42, 'end'],
    ] satisfies [number, number, Anchor][]
  ).map(([x, y, anchor]) => ({ at: [x / unit, y / unit], anchor }))

/** The box of a name as `drawing.ts` sets it: pushed away by a ring that is larger than the usual one. */
function boxOf({ at, label, radius }: NamedStop, { at: off, anchor }: LabelPlace, unit: number): Box {
  const width = (label.length * letterPixels) / unit
  const push = pushedBy(radius, { at: off, anchor })
  const left = at[0] + off[0] + push[0] / unit - { start: 0, middle: width / 2, end: width }[anchor]
  const bottom = at[1] + off[1] + (push[1] + 7) / unit
  return { left, right: left + width, top: bottom - linePixels / unit, bottom }
}

/** How far a larger ring pushes a name away, in pixels; places are meant for a ring of 13. */
export function pushedBy(radius: number, { at, anchor }: LabelPlace): Point {
  const extra = radius - 13
  return [
    { start: extra * 0.7, middle: 0, end: -extra * 0.7 }[anchor],
    anchor === 'middle' ? Math.sign(at[1]) * extra : 0,
  ]
}

const around = ([x, y]: Point, r: number): Box => ({ left: x - r, right: x + r, top: y - r, bottom: y + r })

const touches = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

function crosses(box: Box, { from: p, to: q, half }: Line, unit: number) {
  const edge = half / unit
  const steps = Math.ceil(Math.hypot(p[0] - q[0], p[1] - q[1]) / 0.1)
  for (let i = 0; i <= steps; i++) {
    const x = p[0] + ((q[0] - p[0]) * i) / steps
    const y = p[1] + ((q[1] - p[1]) * i) / steps
    if (x > box.left - edge && x < box.right + edge && y > box.top - edge && y < box.bottom + edge) return true
  }
  return false
}
