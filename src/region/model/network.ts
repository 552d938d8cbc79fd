/** A district as a place in the network: `region` is the number of its line, positions are degrees WGS 84. */
export type Place = { key: string; region: number; longitude: number; latitude: number }

/** Two districts that share a border. */
export type Pair = readonly [a: string, b: string]

/** People who live in `from` and work in `to`. */
export type Flow = { from: string; to: string; value: number }

/** The way between two neighbours (`a` < `b`), and who uses it in either direction, by number of their home region. */
export type Section = { a: string; b: string; total: number; byRegion: Readonly<Record<number, number>> }

export type Network = { sections: Section[]; unplaced: number }

/**
 * Leads every flow along the shortest way through neighbouring districts (length: distance of centroids) and adds
 * up what each section carries. One section for every pair, in the order of their keys, also where nobody uses it.
 * `unplaced` counts the people whose districts no chain of neighbours connects.
 */
export function network(places: readonly Place[], pairs: readonly Pair[], flows: readonly Flow[]): Network {
  const neighbours = distances(places, pairs)
  const regionOf = new Map(places.map((place) => [place.key, place.region]))
  const sections = new Map(sortedPairs(pairs).map(([a, b]) => [sectionKey(a, b), { a, b, total: 0, byRegion: {} }]))
  const waysFrom = new Map<string, Ways>()
  let unplaced = 0
  for (const { from, to, value } of flows) {
    if (from === to) continue
    const ways = waysFrom.get(from) ?? shortestWays(neighbours, from)
    waysFrom.set(from, ways)
    const way = stationsBetween(ways, from, to)
    if (!way) unplaced += value
    else addLoad(sections, way, value, regionOf.get(from) ?? 0)
  }
  return { sections: [...sections.values()], unplaced }
}

/** The key of the section between two districts, whichever is named first. */
export const sectionKey = (a: string, b: string) => (a < b ? `${a}-${b}` : `${b}-${a}`)

/**
 * Which flows are meant: only those into or out of these districts together, only one direction or what is left of both
 * (`net`), only those of at least so many people.
 */
export type FlowPart = { around?: readonly string[]; direction?: 'into' | 'out' | 'net' | undefined; least?: number }

/** Only the flows that are meant. */
export function flowsOf(flows: readonly Flow[], { around, direction, least = 0 }: FlowPart): Flow[] {
  const enough = (direction === 'net' ? netOf(flows) : flows).filter(({ value }) => value >= least)
  if (!around) return enough
  return enough.filter(({ from, to }) => {
    const [isOut, isInto] = [around.includes(from), around.includes(to)]
    return isOut !== isInto && (direction === 'out' ? isOut : direction === 'into' ? isInto : true)
  })
}

/** Of each pair what one direction has more than the other; a direction that is not known takes nothing away. */
function netOf(flows: readonly Flow[]): Flow[] {
  const at = new Map(flows.map(({ from, to, value }) => [`${from} ${to}`, value]))
  return flows.flatMap(({ from, to, value }) => {
    const net = value - (at.get(`${to} ${from}`) ?? 0)
    return net > 0 ? [{ from, to, value: net }] : []
  })
}

/** How many people the flows move, how many of them into another region, and where those live (by region's number). */
export function summary(places: readonly Place[], flows: readonly Flow[]) {
  const regionOf = new Map(places.map((place) => [place.key, place.region]))
  const byRegion: Record<number, number> = {}
  let total = 0
  let across = 0
  for (const { from, to, value } of flows) {
    total += value
    const home = regionOf.get(from) ?? 0
    if (home === regionOf.get(to)) continue
    across += value
    byRegion[home] = (byRegion[home] ?? 0) + value
  }
  return { total, across, byRegion }
}

type Neighbours = ReadonlyMap<string, ReadonlyMap<string, number>>
type Ways = ReadonlyMap<string, string>

const sortedPairs = (pairs: readonly Pair[]) =>
  pairs.map(([a, b]): Pair => (a < b ? [a, b] : [b, a])).sort((p, q) => (sectionKey(...p) < sectionKey(...q) ? -1 : 1))

function distances(places: readonly Place[], pairs: readonly Pair[]): Neighbours {
  const at = kilometres(places)
  const positions = new Map(places.map((place, i) => [place.key, at[i]!]))
  const neighbours = new Map<string, Map<string, number>>(places.map((place) => [place.key, new Map()]))
  for (const [a, b] of sortedPairs(pairs)) {
    const [p, q] = [positions.get(a), positions.get(b)]
    if (!p || !q) continue
    const length = Math.hypot(p[0] - q[0], p[1] - q[1])
    neighbours.get(a)!.set(b, length)
    neighbours.get(b)!.set(a, length)
  }
  return neighbours
}

/** Positions on a plane in kilometres, x to the east and y to the south; true enough for an area of a few hundred. */
export function kilometres(places: readonly Place[]): [x: number, y: number][] {
  const middle = places.reduce((sum, place) => sum + place.latitude, 0) / Math.max(1, places.length)
  const perDegree = 111.2
  const narrowing = Math.cos((middle * Math.PI) / 180)
  return places.map((place) => [place.longitude * perDegree * narrowing, -place.latitude * perDegree])
}

/** Dijkstra (1959). Gives for every reachable district the one before it; the smaller key wins a tie. */
function shortestWays(neighbours: Neighbours, from: string): Ways {
  const length = new Map([[from, 0]])
  const before = new Map<string, string>()
  const open = new Set([...neighbours.keys()].sort())
  for (;;) {
    let nearest: string | undefined
    for (const key of open) {
      if (length.has(key) && (nearest === undefined || length.get(key)! < length.get(nearest)!)) nearest = key
    }
    if (nearest === undefined) return before
    open.delete(nearest)
    for (const [next, step] of neighbours.get(nearest)!) {
      const sum = length.get(nearest)! + step
      if (!open.has(next) || sum >= (length.get(next) ?? Number.POSITIVE_INFINITY)) continue
      length.set(next, sum)
      before.set(next, nearest)
    }
  }
}

function stationsBetween(ways: Ways, from: string, to: string): string[] | undefined {
  const way = [to]
  while (way[0] !== from) {
    const previous = ways.get(way[0]!)
    if (previous === undefined) return undefined
    way.unshift(previous)
  }
  return way
}

type Load = { total: number; byRegion: Record<number, number> }

function addLoad(sections: Map<string, Load>, way: string[], value: number, region: number) {
  for (let i = 1; i < way.length; i++) {
    const section = sections.get(sectionKey(way[i - 1]!, way[i]!))!
    section.total += value
    section.byRegion[region] = (section.byRegion[region] ?? 0) + value
  }
}
