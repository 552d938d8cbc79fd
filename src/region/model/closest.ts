/** The candidate with the least cost; the first of several. Throws without candidates. */
export function closest<T>(candidates: readonly T[], costOf: (candidate: T) => number): T {
  let best: { candidate: T; cost: number } | undefined
  for (const candidate of candidates) {
    const cost = costOf(candidate)
    if (!best || cost < best.cost) best = { candidate, cost }
  }
  if (!best) throw new Error('There is no candidate to choose from.')
  return best.candidate
}
