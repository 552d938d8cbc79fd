export type Flow = { from: string; to: string; value: number }
/** What goes in both directions between a place and another one; undefined is not known, which is not zero. */
export type Exchange = { key: string; into: number | undefined; out: number | undefined }

/** The flows of districts as flows of regions, those inside a region left out. */
export function betweenRegions(flows: readonly Flow[], regionOf: ReadonlyMap<string, string>): Flow[] {
  const sums = new Map<string, Flow>()
  for (const { from, to, value } of flows) {
    const [a, b] = [regionOf.get(from), regionOf.get(to)]
    if (a === undefined || b === undefined || a === b) continue
    const sum = sums.get(`${a} ${b}`) ?? { from: a, to: b, value: 0 }
    sum.value += value
    sums.set(`${a} ${b}`, sum)
  }
  return [...sums.values()]
}

/** What a place exchanges with each of the others, most of both directions first. */
export function exchanges(place: string, others: readonly string[], flows: readonly Flow[]): Exchange[] {
  const into = new Map(flows.filter(({ to }) => to === place).map(({ from, value }) => [from, value]))
  const out = new Map(flows.filter(({ from }) => from === place).map(({ to, value }) => [to, value]))
  return others
    .filter((key) => key !== place)
    .map((key) => ({ key, into: into.get(key), out: out.get(key) }))
    .sort((a, b) => bothOf(b) - bothOf(a))
}

export const bothOf = ({ into, out }: Omit<Exchange, 'key'>) => (into ?? 0) + (out ?? 0)

/** Where steps 1 to 4 of a map of flows begin: 3, 10, 30 and 100 hundredths of the largest power of ten in them. */
export function flowBreaks(most: number): readonly [number, number, number, number] {
  const top = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return [top * 0.03, top * 0.1, top * 0.3, top]
}

/** Whether all are rounded to 10, as the Federal Employment Agency does: what it does not list is below 10. */
export const isInTens = (flows: readonly Flow[]) => flows.length > 0 && flows.every(({ value }) => value % 10 === 0)

/** Sums of a set of flows by place: what comes in, goes out, and the difference. */
export function balances(keys: readonly string[], flows: readonly Flow[]) {
  const rows = new Map(keys.map((key) => [key, { key, into: 0, out: 0 }]))
  for (const { from, to, value } of flows) {
    const [home, work] = [rows.get(from), rows.get(to)]
    if (home) home.out += value
    if (work) work.into += value
  }
  return [...rows.values()].map((row) => ({ ...row, net: row.into - row.out }))
}

/** From how many people on relations can be asked for. */
export const thresholds = [100, 500, 1000, 5000, 10_000]

/** Traffic, economy, science: what binds the regions, as far as there are data. */
export const interlinkageKinds = ['commuters', 'projects', 'publications'] as const
export type InterlinkageKind = (typeof interlinkageKinds)[number]
