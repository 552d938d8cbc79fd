import type { FlowRow } from '../../design/flow-table.tsx'
import type { Place, Section } from './network.ts'

/** The rows of the table under a network plan: the busiest section first, sections nobody uses left out. */
export function flowRows(places: readonly (Place & { label: string })[], sections: readonly Section[]): FlowRow[] {
  const labels = new Map(places.map(({ key, label }) => [key, label]))
  return sections
    .filter(({ total }) => total > 0)
    .toSorted((p, q) => q.total - p.total)
    .map(({ a, b, total, byRegion }) => ({ from: labels.get(a) ?? a, to: labels.get(b) ?? b, total, byRegion }))
}
