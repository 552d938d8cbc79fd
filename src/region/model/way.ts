import type { Point } from './layout.ts'

/** A line through points, in pixels of a drawing. */
export type Way = readonly Point[]

const bendRadius = 34
const stepsPerBend = 6

/** The way with its corners rounded: each becomes a row of points on a curve. */
export function rounded(way: Way): Way {
  const inner = way.slice(1, -1).flatMap((corner, i) => curve(way[i]!, corner, way[i + 2]!))
  return [way[0]!, ...inner, way.at(-1)!]
}

function curve(before: Point, corner: Point, after: Point): Point[] {
  const [back, on] = [direction(corner, before), direction(corner, after)]
  const cosine = Math.max(-1, Math.min(1, back.x * on.x + back.y * on.y))
  const room = Math.min(back.length, on.length) * 0.48
  const cut = Math.min(bendRadius / Math.tan(Math.acos(cosine) / 2), room)
  return Array.from({ length: stepsPerBend + 1 }, (_, i): Point => {
    const share = i / stepsPerBend
    const [first, last] = [cut * (1 - share) ** 2, cut * share ** 2]
    return [corner[0] + back.x * first + on.x * last, corner[1] + back.y * first + on.y * last]
  })
}

/** The way moved aside by so many pixels, to the right of its direction for positive ones. */
export function beside(way: Way, offset: number): Way {
  const normals = way.slice(1).map((point, i) => {
    const { x, y } = direction(way[i]!, point)
    return [-y, x] as const
  })
  return way.map(([x, y], i): Point => {
    const before = normals[Math.max(0, i - 1)]!
    const after = normals[Math.min(normals.length - 1, i)]!
    const mitre = offset / (1 + before[0] * after[0] + before[1] * after[1])
    return [x + (before[0] + after[0]) * mitre, y + (before[1] + after[1]) * mitre]
  })
}

/** The way as the `d` of an SVG path, to a tenth of a pixel. */
export const pathOf = (way: Way) => `M${way.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L')}`

const tenth = (value: number) => Number(value.toFixed(1))

function direction(from: Point, to: Point) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(dx, dy) || 1
  return { x: dx / length, y: dy / length, length }
}
