import type { MapDrawing } from './map.tsx'

type Circle = { key: string; radius: number }
type Spot = Circle & { x: number; y: number }

const gap = 4
const mostRounds = 400
/** More circles than this stay where they are: pushing takes time with their square. */
const mostSpots = 150

/** Where circles stand so that none covers another: each as near to the middle of its area as the others let it. */
export function apart(circles: readonly Circle[], { width, height, areas }: MapDrawing) {
  const middles = new Map(areas.map(({ key, middle }) => [key, middle]))
  const spots = circles.flatMap((circle): Spot[] => {
    const [x, y] = middles.get(circle.key) ?? []
    return x === undefined || y === undefined ? [] : [{ ...circle, x, y }]
  })
  if (spots.length > mostSpots) return new Map(spots.map(({ key, x, y }) => [key, [x, y] as const]))
  const within = (at: number, radius: number, size: number) => Math.max(radius + gap, Math.min(size - radius - gap, at))
  for (let round = 0; round < mostRounds; round++)
    for (const [index, one] of spots.entries()) {
      for (const other of spots.slice(index + 1)) push(one, other)
      one.x = within(one.x, one.radius, width)
      one.y = within(one.y, one.radius, height)
    }
  return new Map(spots.map(({ key, x, y }) => [key, [Math.round(x), Math.round(y)] as const]))
}

/** Moves two circles that overlap away from each other, both by half of what is wanting. */
function push(one: Spot, other: Spot) {
  const [dx, dy] = [other.x - one.x, other.y - one.y]
  const distance = Math.hypot(dx, dy)
  const half = (one.radius + other.radius + gap - distance) / 2
  if (half <= 0) return
  const [ux, uy] = distance > 0 ? [dx / distance, dy / distance] : [1, 0]
  one.x -= ux * half
  one.y -= uy * half
  other.x += ux * half
  other.y += uy * half
}
