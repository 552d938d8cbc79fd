import { closest } from './closest.ts'
import type { Anchor, LabelPlace, Point } from './layout.ts'

export type Box = { left: number; right: number; top: number; bottom: number }
export type Label = { at: Point; place: LabelPlace; box: Box }

/**
 * Finds a place for every stop's name among eight round it: where it touches fewest stops, lines and names placed
 * before. Measures in units of the grid, of so many pixels each, with the mean width of a letter.
 */
export function placeLabels(
  stops: readonly { at: Point; label: string }[],
  lines: readonly [Point, Point][],
  unit: number,
): Label[] {
  const places = placesAt(unit)
  const placed: Label[] = []
  for (const { at, label } of stops) {
    const candidates = places.map((place): Label => ({ at, place, box: boxOf(at, place, label.length, unit) }))
    placed.push(
      closest(candidates, ({ box }) => {
        const names = placed.filter((other) => touches(box, other.box)).length
        const covered = stops.filter((stop) => touches(box, around(stop.at, 20 / unit))).length
        return names * 8 + covered * 6 + lines.filter(([p, q]) => crosses(box, p, q)).length
      }),
    )
  }
  return placed
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

function boxOf(at: Point, place: LabelPlace, letters: number, unit: number): Box {
  const width = (letters * letterPixels) / unit
  const left = at[0] + place.at[0] - { start: 0, middle: width / 2, end: width }[place.anchor]
  const bottom = at[1] + place.at[1] + 7 / unit
  return { left, right: left + width, top: bottom - linePixels / unit, bottom }
}

const around = ([x, y]: Point, r: number): Box => ({ left: x - r, right: x + r, top: y - r, bottom: y + r })

const touches = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

function crosses(box: Box, p: Point, q: Point) {
  const steps = Math.ceil(Math.hypot(p[0] - q[0], p[1] - q[1]) / 0.1)
  for (let i = 0; i <= steps; i++) {
    const x = p[0] + ((q[0] - p[0]) * i) / steps
    const y = p[1] + ((q[1] - p[1]) * i) / steps
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) return true
  }
  return false
}
