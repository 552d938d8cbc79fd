import { closest } from './closest.ts'
import { ringAround } from './drawing.ts'
import { type Label, placeLabels } from './labels.ts'
import type { Layout, Point } from './layout.ts'
import { kilometres, type Pair, type Place, type Section, sectionKey } from './network.ts'

/**
 * A plan for a region that brings none: stops on a grid in the order of their true positions from west to east and
 * from north to south, no two on one point, sections with at most one bend, labels where they touch least.
 * Always the same for the same region. Meant for up to 60 districts.
 */
export function autoLayout(
  places: readonly (Place & { label: string })[],
  pairs: readonly Pair[],
  sections: readonly Pick<Section, 'a' | 'b' | 'total'>[] = [],
): Layout {
  const sorted = [...places].sort((p, q) => (p.key < q.key ? -1 : 1))
  const cells = onGrid(kilometres(sorted))
  const at = new Map(sorted.map((place, i) => [place.key, cells[i]!]))
  const unit = unitFor(cells)
  const widest = Math.round(Math.min(66, unit * 0.42))
  const widthOf = widths(sections, widest)
  const bends = bendsOf(at, pairs, widthOf)
  const lines = pairs.flatMap(([a, b]) =>
    segments([at.get(a)!, ...(bends[sectionKey(a, b)] ?? []), at.get(b)!]).map(([from, to]) => ({
      from,
      to,
      half: widthOf(sectionKey(a, b)) / 2,
    })),
  )
  const radiusOf = (key: string) =>
    ringAround(Math.max(0, ...pairs.filter((pair) => pair.includes(key)).map((pair) => widthOf(sectionKey(...pair)))))
  const stops = sorted.map(({ key, label }) => ({ at: at.get(key)!, label, radius: radiusOf(key) }))
  const labels = placeLabels(stops, lines, unit)
  const frame = frameOf(labels)
  return {
    unit,
    widest,
    size: [Math.ceil((frame.right - frame.left) * unit), Math.ceil((frame.bottom - frame.top) * unit)],
    origin: [Math.round(-frame.left * unit), Math.round(-frame.top * unit)],
    stops: Object.fromEntries(sorted.map(({ key }, i) => [key, { at: at.get(key)!, label: labels[i]!.place }])),
    bends,
  }
}

/**
 * Neighbours where none are known: two districts are neighbours if no third lies in the circle whose diameter they
 * are (Gabriel and Sokal 1969). The graph is plane and connected.
 */
export function guessedNeighbours(places: readonly Place[]): Pair[] {
  const sorted = [...places].sort((p, q) => (p.key < q.key ? -1 : 1))
  const at = kilometres(sorted)
  const square = (i: number, j: number) => (at[i]![0] - at[j]![0]) ** 2 + (at[i]![1] - at[j]![1]) ** 2
  const pairs: Pair[] = []
  for (let i = 0; i < at.length; i++) {
    for (let j = i + 1; j < at.length; j++) {
      const isBetween = (_: unknown, k: number) => k !== i && k !== j && square(i, k) + square(k, j) < square(i, j)
      if (!at.some(isBetween)) pairs.push([sorted[i]!.key, sorted[j]!.key])
    }
  }
  return pairs
}

/** The width of each section in pixels, the busiest being the widest; 0 where nobody is known to travel. */
function widths(sections: readonly Pick<Section, 'a' | 'b' | 'total'>[], widest: number) {
  const top = Math.max(0, ...sections.map(({ total }) => total))
  const known = new Map(sections.map(({ a, b, total }) => [sectionKey(a, b), top > 0 ? (total / top) * widest : 0]))
  return (key: string) => known.get(key) ?? 0
}

/** Pixels of one step: a drawing about as large as one by hand, so that names keep their size on the page. */
function unitFor(cells: readonly Point[]) {
  const across = Math.max(...cells.flat()) + 2
  return Math.round(Math.max(60, Math.min(110, 1240 / across)))
}

/** Cells of a coarse grid; where two stops share one, a row or column is put between them until none do. */
function onGrid(at: readonly Point[]): Point[] {
  const step = spacing(at)
  const least = [Math.min(...at.map(([x]) => x)), Math.min(...at.map(([, y]) => y))] as const
  const cells = at.map(([x, y]): [number, number] => [
    Math.round((x - least[0]) / step),
    Math.round((y - least[1]) / step),
  ])
  for (let clash = firstClash(cells); clash; clash = firstClash(cells)) {
    const [i, j] = clash
    const axis = Math.abs(at[i]![0] - at[j]![0]) > Math.abs(at[i]![1] - at[j]![1]) ? 0 : 1
    const middle = (at[i]![axis] + at[j]![axis]) / 2
    const isTwin = at[i]![axis] === at[j]![axis]
    cells.forEach((cell, k) => {
      if (isTwin ? k === j || at[k]![axis] > middle : at[k]![axis] > middle) cell[axis] += 1
    })
  }
  return cells
}

/** The typical distance of a stop to its nearest, a little less than the median; 1 for a single stop. */
function spacing(at: readonly Point[]) {
  const nearest = at.flatMap((p, i) => {
    const others = at.filter((_, j) => j !== i).map((q) => Math.hypot(p[0] - q[0], p[1] - q[1]))
    return others.length ? [Math.min(...others)] : []
  })
  nearest.sort((p, q) => p - q)
  return (nearest[Math.floor(nearest.length / 2)] ?? 1) * 0.8 || 1
}

function firstClash(cells: readonly Point[]): [number, number] | undefined {
  const seen = new Map<string, number>()
  for (const [j, cell] of cells.entries()) {
    const i = seen.get(cell.join())
    if (i !== undefined) return [i, j]
    seen.set(cell.join(), j)
  }
  return undefined
}

/** The way of every section, the widest choosing first. */
function bendsOf(at: ReadonlyMap<string, Point>, pairs: readonly Pair[], widthOf: (key: string) => number) {
  const bends: Record<string, Point[]> = {}
  const drawn: [Point, Point][] = []
  const keys = pairs.map(([a, b]) => sectionKey(a, b)).sort()
  keys.sort((p, q) => widthOf(q) - widthOf(p))
  for (const key of keys) {
    const [a, b] = key.split('-').map((part) => at.get(part)!) as [Point, Point]
    const way = closest(oneBend(a, b), (candidate) => cost([a, ...candidate, b], [...at.values()], drawn))
    if (way.length) bends[key] = way
    drawn.push(...segments([a, ...way, b]))
  }
  return bends
}

/** The ways from a to b with at most one bend: diagonal first, or straight first. */
function oneBend(a: Point, b: Point): Point[][] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const slant = Math.min(Math.abs(dx), Math.abs(dy))
  if (slant === 0 || Math.abs(dx) === Math.abs(dy)) return [[]]
  const [sx, sy] = [Math.sign(dx) * slant, Math.sign(dy) * slant]
  return [[[a[0] + sx, a[1] + sy]], [[b[0] - sx, b[1] - sy]]]
}

const segments = (points: readonly Point[]) => points.slice(1).map((q, i): [Point, Point] => [points[i]!, q])

/** A way is bad if it runs over another stop, worse than if it crosses or covers another way. */
function cost(way: readonly Point[], stops: readonly Point[], drawn: readonly [Point, Point][]) {
  const [first, last] = [way[0]!, way.at(-1)!]
  const others = stops.filter((stop) => stop !== first && stop !== last)
  let sum = 0
  for (const [p, q] of segments(way)) {
    sum += 10 * others.filter((stop) => distanceTo(stop, p, q) < 0.2).length
    for (const [u, v] of drawn) {
      const covered = quarters.filter((share) => distanceTo(between(p, q, share), u, v) < 0.05).length
      if (covered > 0) sum += 2 * covered
      else if (side(p, q, u) * side(p, q, v) < 0 && side(u, v, p) * side(u, v, q) < 0) sum += 1
    }
  }
  return sum
}

const quarters = [0.25, 0.5, 0.75]
const between = (p: Point, q: Point, share: number): Point => [
  p[0] + (q[0] - p[0]) * share,
  p[1] + (q[1] - p[1]) * share,
]
const side = (p: Point, q: Point, r: Point) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))

function distanceTo(point: Point, p: Point, q: Point) {
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]]
  const length = dx * dx + dy * dy || 1
  const share = Math.max(0, Math.min(1, ((point[0] - p[0]) * dx + (point[1] - p[1]) * dy) / length))
  return Math.hypot(point[0] - p[0] - share * dx, point[1] - p[1] - share * dy)
}

function frameOf(labels: readonly Label[]) {
  const edge = 0.5
  return {
    left: Math.min(...labels.map((l) => Math.min(l.box.left, l.at[0]))) - edge,
    right: Math.max(...labels.map((l) => Math.max(l.box.right, l.at[0]))) + edge,
    top: Math.min(...labels.map((l) => Math.min(l.box.top, l.at[1]))) - edge,
    bottom: Math.max(...labels.map((l) => Math.max(l.box.bottom, l.at[1]))) + edge,
  }
}
