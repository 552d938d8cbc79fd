/** What can be shown, taken away, embedded and cited: each a chart or map with its own address. */
export const viewKinds = [
  'map',
  'places',
  'years',
  'slope',
  'pyramid',
  'relation',
  'regions',
  'paths',
  'balance',
] as const
export type ViewKind = (typeof viewKinds)[number]

const ofIndicator = ['kennzahl', 'jahr'] as const
const ofFlows = ['art', 'jahr'] as const
/** What of the address tells a view; the data version beside it is `fassung`. */
export const asksFor: Readonly<Record<ViewKind, readonly string[]>> = {
  map: [...ofIndicator, 'ebene', 'klassen'],
  places: ofIndicator,
  years: ['kennzahl', 'ebene'],
  slope: [...ofIndicator, 'von', 'ebene'],
  pyramid: ['ort'],
  relation: ['waagrecht', 'senkrecht'],
  regions: ofFlows,
  paths: [...ofFlows, 'ort', 'richtung', 'ab'],
  balance: ofFlows,
}

export type ViewQuery = Readonly<Record<string, string | undefined>>

/** Only what tells this view, and its data version. */
export const askedOf = (kind: ViewKind, query: ViewQuery): ViewQuery =>
  Object.fromEntries(
    [...asksFor[kind], 'fassung'].flatMap((name) => (query[name] ? [[name, query[name].slice(0, 80)] as const] : [])),
  )

/** The view that an address of this site leads to, in either language; undefined for any other address. */
export function viewAt(address: string): { kind: ViewKind; query: ViewQuery } | undefined {
  const [, name, search] = /\/atlas\/(?:ansichten|views)\/(\w+)(?:\?([^#]*))?$/.exec(address.trim()) ?? []
  const kind = viewKinds.find((one) => one === name)
  return kind && { kind, query: askedOf(kind, Object.fromEntries(new URLSearchParams(search))) }
}
