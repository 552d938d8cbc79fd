export type Ring = readonly (readonly [x: number, y: number])[]

/**
 * The point inside an area that lies furthest from its edges, holes included, on a grid of 24 by 24: where a label
 * has most room. The first ring's first point if the area is too thin for the grid.
 */
export function innermost(rings: readonly Ring[]): readonly [x: number, y: number] {
  const points = rings.flat()
  const [left, right] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))]
  const [top, bottom] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))]
  let best = { at: points[0] ?? ([0, 0] as const), room: 0 }
  for (let i = 1; i < steps; i++) {
    for (let j = 1; j < steps; j++) {
      const at = [left + ((right - left) * i) / steps, top + ((bottom - top) * j) / steps] as const
      const room = isInside(rings, at) ? roomAt(rings, at) : 0
      if (room > best.room) best = { at, room }
    }
  }
  return [Math.round(best.at[0]), Math.round(best.at[1])]
}

const steps = 24

type Point = Ring[number]
const edges = (ring: Ring) => ring.slice(1).map((q, i): [Point, Point] => [ring[i]!, q])

/** Whether an odd number of edges lies to the right of the point. */
function isInside(rings: readonly Ring[], [x, y]: Point) {
  const crossed = rings
    .flatMap(edges)
    .filter(([p, q]) => p[1] > y !== q[1] > y && x < ((q[0] - p[0]) * (y - p[1])) / (q[1] - p[1]) + p[0])
  return crossed.length % 2 === 1
}

const roomAt = (rings: readonly Ring[], [x, y]: Point) =>
  Math.min(
    ...rings.flatMap(edges).map(([p, q]) => {
      const [dx, dy] = [q[0] - p[0], q[1] - p[1]]
      const share = Math.max(0, Math.min(1, ((x - p[0]) * dx + (y - p[1]) * dy) / (dx * dx + dy * dy || 1)))
      return Math.hypot(x - p[0] - share * dx, y - p[1] - share * dy)
    }),
  )
