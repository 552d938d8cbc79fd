export type Ring = readonly (readonly [longitude: number, latitude: number])[]

const radiusKm = 6371.0088
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** The area within a ring in square kilometres, on a sphere of the Earth's mean radius, without regard to its direction. */
export function ringArea(ring: Ring): number {
  let sum = 0
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    sum += radians(nextX - x) * (2 + Math.sin(radians(y)) + Math.sin(radians(nextY)))
  }
  return Math.abs((sum * radiusKm ** 2) / 2)
}

/** The area of polygons, holes taken off. */
export const areaOf = (polygons: readonly (readonly Ring[])[]) =>
  polygons.reduce(
    (all, [outside, ...holes]) => all + ringArea(outside ?? []) - holes.reduce((sum, hole) => sum + ringArea(hole), 0),
    0,
  )

/** The centre of gravity of the largest part. */
export function middleOf(polygons: readonly (readonly Ring[])[]): { longitude: number; latitude: number } {
  const outsides = polygons.map(([outside]) => outside ?? [])
  const largest = outsides.toSorted((a, b) => ringArea(b) - ringArea(a))[0] ?? []
  let [twice, sumX, sumY] = [0, 0, 0]
  const [originX, originY] = largest[0] ?? [0, 0]
  for (const [index, point] of largest.entries()) {
    const next = largest[(index + 1) % largest.length]!
    const [x, y, u, v] = [point[0] - originX, point[1] - originY, next[0] - originX, next[1] - originY]
    const cross = x * v - u * y
    twice += cross
    sumX += (x + u) * cross
    sumY += (y + v) * cross
  }
  if (twice === 0) return { longitude: originX, latitude: originY }
  return { longitude: round(originX + sumX / (3 * twice)), latitude: round(originY + sumY / (3 * twice)) }
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5

/** The shoelace formula: north is up. */
const isClockwise = (ring: Ring) =>
  ring.reduce((sum, [x, y], index) => {
    const [u, v] = ring[(index + 1) % ring.length]!
    return sum + (u - x) * (v + y)
  }, 0) > 0

/**
 * Rings on a coarser grid, points that fall together left out; what becomes too small goes. Neighbours meet in the same
 * points before and after. Outer rings turn clockwise
 * and holes against, as d3-geo wants them (the other way round than RFC 7946 does).
 */
export function coarser(polygons: readonly (readonly Ring[])[], gridDegrees: number): Ring[][] {
  const onGrid = (degrees: number) => Number((Math.round(degrees / gridDegrees) * gridDegrees).toFixed(4))
  const thin = (ring: Ring): Ring => {
    const points: (readonly [number, number])[] = []
    for (const [x, y] of ring) {
      const point = [onGrid(x), onGrid(y)] as const
      const last = points.at(-1)
      if (last?.[0] !== point[0] || last?.[1] !== point[1]) points.push(point)
    }
    return points
  }
  return polygons.flatMap((rings) => {
    const kept = rings
      .map(thin)
      .filter(({ length }) => length >= 4)
      .map((ring, index) => (isClockwise(ring) === (index === 0) ? ring : ring.toReversed()))
    return kept.length > 0 ? [kept] : []
  })
}
