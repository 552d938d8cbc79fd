import type { Flow } from './flows.ts'

/** One step of Intramax: which groups are joined, and the share of all flows that then stays inside a group. */
export type Joining = { first: string[]; second: string[]; inside: number }

type Group = { keys: string[]; out: number; into: number; inside: number; to: Map<Group, number> }

/**
 * Joins places step by step into groups that exchange more with each other than their sizes let expect, until only
 * `count` are left (Intramax: I. Masser, P. J. B. Brown, Hierarchical aggregation procedures for interaction data,
 * Environment and Planning A 7, 1975, 509–523). In each step those two are joined for which
 * T(ij) / (O(i) · D(j)) + T(ji) / (O(j) · D(i)) is largest, T being flows, O and D their sums by origin and destination.
 * Only groups that `areBeside` each other are joined. Equal ones are taken in the order of the keys.
 */
export function intramax(
  keys: readonly string[],
  flows: readonly Flow[],
  { count, areBeside }: { count: number; areBeside: (a: string, b: string) => boolean },
): { groups: string[][]; joinings: Joining[] } {
  let groups = groupsOf(keys, flows)
  const all = groups.reduce((sum, { out }) => sum + out, 0)
  const joinings: Joining[] = []
  while (groups.length > count) {
    const pair = closest(groups, areBeside)
    if (!pair) break
    const [first, second] = pair
    groups = joined(groups, first, second)
    const inside = all > 0 ? groups.reduce((sum, group) => sum + group.inside, 0) / all : 0
    joinings.push({ first: first.keys, second: second.keys, inside })
  }
  return { groups: groups.map((group) => group.keys), joinings }
}

function groupsOf(keys: readonly string[], flows: readonly Flow[]): Group[] {
  const groups = new Map(
    keys.toSorted().map((key): [string, Group] => [key, { keys: [key], out: 0, into: 0, inside: 0, to: new Map() }]),
  )
  for (const { from, to, value } of flows) {
    const [a, b] = [groups.get(from), groups.get(to)]
    if (!a || !b) continue
    a.out += value
    b.into += value
    if (a === b) a.inside += value
    else a.to.set(b, (a.to.get(b) ?? 0) + value)
  }
  return [...groups.values()]
}

function closest(groups: readonly Group[], areBeside: (a: string, b: string) => boolean): [Group, Group] | undefined {
  let best: { pair: [Group, Group]; tie: number } | undefined
  for (const [index, a] of groups.entries())
    for (const b of groups.slice(index + 1)) {
      const tie = share(a.to.get(b), a.out * b.into) + share(b.to.get(a), b.out * a.into)
      if (tie <= (best?.tie ?? 0)) continue
      if (a.keys.some((one) => b.keys.some((other) => areBeside(one, other)))) best = { pair: [a, b], tie }
    }
  return best?.pair
}

const share = (flow: number | undefined, of: number) => (flow && of > 0 ? flow / of : 0)

function joined(groups: readonly Group[], a: Group, b: Group): Group[] {
  const others = groups.filter((one) => one !== a && one !== b)
  const group: Group = {
    keys: [...a.keys, ...b.keys],
    out: a.out + b.out,
    into: a.into + b.into,
    inside: a.inside + b.inside + (a.to.get(b) ?? 0) + (b.to.get(a) ?? 0),
    to: new Map(others.map((one) => [one, (a.to.get(one) ?? 0) + (b.to.get(one) ?? 0)])),
  }
  for (const one of others) {
    one.to.set(group, (one.to.get(a) ?? 0) + (one.to.get(b) ?? 0))
    one.to.delete(a)
    one.to.delete(b)
  }
  return [group, ...others]
}

/** From which share of its employed residents on a place belongs to a city's commuting zone. */
export const commutingZone = 0.15

/**
 * The commuting zones of cities: every other place from which at least 15 % of the employed residents commute to a city,
 * to the one most of them go to (EU-OECD definition of a functional urban area: L. Dijkstra, H. Poelman, P. Veneri, OECD
 * Regional Development Working Papers 2019/11). `employed` counts the residents in employment, wherever they work; a
 * place without a number belongs nowhere. Cities that exchange as much are one: the smaller joins the larger.
 */
export function commutingZones(
  cities: readonly string[],
  flows: readonly Flow[],
  employed: ReadonlyMap<string, number>,
): Map<string, string> {
  const shareOf = ({ from, value }: Flow) => value / (employed.get(from) ?? Number.POSITIVE_INFINITY)
  const strong = flows.filter(
    (flow) => cities.includes(flow.to) && flow.from !== flow.to && shareOf(flow) >= commutingZone,
  )
  const zones = new Map(cities.map((city) => [city, city]))
  for (const { from, to } of strong
    .filter((flow) => cities.includes(flow.from))
    .toSorted((a, b) => shareOf(b) - shareOf(a)))
    if (zones.get(from) === from && zones.get(to) !== from) zones.set(from, zones.get(to) ?? to)
  for (const flow of strong.filter(({ from }) => !cities.includes(from)).toSorted((a, b) => b.value - a.value))
    if (!zones.has(flow.from)) zones.set(flow.from, zones.get(flow.to) ?? flow.to)
  return zones
}
