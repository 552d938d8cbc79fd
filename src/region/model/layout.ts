import type { Pair } from './network.ts'

/** A position on the plan's grid, in its units. */
export type Point = readonly [x: number, y: number]
export type Anchor = 'start' | 'middle' | 'end'

/** Where a name stands: away from the stop's middle, in units; `beside` puts it next to the ring, however large. */
export type LabelPlace = { at: Point; anchor: Anchor; beside?: boolean; strong?: boolean }

/** Where everything stands on a network plan; `size` and `origin` are in pixels of the drawing, `unit` is one step. */
export type Layout = {
  size: Point
  origin: Point
  unit: number
  /** Pixels of the widest section, where the stops stand closer together than on a plan drawn by hand. */
  widest?: number
  stops: Readonly<Record<string, { at: Point; label: LabelPlace }>>
  /** Bends of a section, from the district with the smaller key to the other; key as `sectionKey` makes it. */
  bends: Readonly<Record<string, readonly Point[]>>
}

/** The corners of a section on the grid, from `a` to `b`, both included. */
export function corners(layout: Layout, [a, b]: Pair): Point[] {
  const [from, to] = a < b ? [a, b] : [b, a]
  const points = [layout.stops[from]!.at, ...(layout.bends[`${from}-${to}`] ?? []), layout.stops[to]!.at]
  return from === a ? points : points.reverse()
}

/** Whether a straight line between two points lies level, upright or at 45 degrees. */
export function isOctilinear(p: Point, q: Point) {
  const [x, y] = [Math.abs(p[0] - q[0]), Math.abs(p[1] - q[1])]
  return x < 0.01 || y < 0.01 || Math.abs(x - y) < 0.01
}

/** Whether a layout drawn by hand has a place for every district. */
export const covers = (layout: Layout, keys: readonly string[]) => keys.every((key) => layout.stops[key] !== undefined)
