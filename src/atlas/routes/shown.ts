import { asksFor, type ViewQuery } from '../model/views.ts'
import { startOf } from '../pages/drawn/of-indicator.tsx'
import type { FlowsView } from '../queries/flows.ts'
import type { ViewData } from '../queries/view.ts'

type Shown = Readonly<Record<string, string | number | undefined>>

/**
 * What an address says beyond what its page shows (a name nobody reads, a year that is none) would be the same page
 * under ever new addresses: gives what it should say instead, undefined where it says just that.
 */
export function shorter(query: ViewQuery, shown: Shown): ViewQuery | undefined {
  const said = Object.entries(query)
  const own = said.filter(([name, value]) => value && String(shown[name]) === value)
  return own.length < said.length ? Object.fromEntries(own) : undefined
}

/** What of a question about flows is shown, in the words of its address. */
export function shownFlows({ asked, days }: FlowsView, { richtung }: ViewQuery): Shown {
  const { kind, year, place, direction, least } = asked
  const day = days.find((one) => one.startsWith(`${year}-`)) ?? days[0]
  return { art: kind, jahr: day?.slice(0, 4), ort: place, richtung: direction && richtung, ab: least || undefined }
}

/** What a view shows of what it can be asked. */
export function shownIn(data: ViewData): Shown {
  const all: Shown = { ...data.query, ...toldBy(data) }
  const names = asksFor[data.kind].map((name) => [name, all[name]])
  return { ...Object.fromEntries(names), fassung: data.standing.version }
}

function toldBy(data: ViewData): Shown {
  if ('flows' in data) return shownFlows(data.flows, data.query)
  if ('pyramid' in data) return {}
  if ('relation' in data)
    return { waagrecht: data.relation.across?.indicator.id, senkrecht: data.relation.up?.indicator.id }
  return { jahr: data.view.year, von: startOf(data), ebene: data.level, klassen: data.method }
}
