/** Two regions, in how many things both take part, and how close that is. */
export type Cooperation = { a: string; b: string; together: number; cosine: number }

/**
 * How closely regions work together in things such as projects and groups, each told by the regions that take part in it:
 * Salton's cosine, the number of things of both by the root of the product of the numbers of each (G. Salton, M. J.
 * McGill, Introduction to Modern Information Retrieval, 1983; as a measure of joint work L. Leydesdorff, JASIST 59 (2008),
 * 77–85). From 0, nothing together, to 1, everything.
 */
export function cooperations(regions: readonly string[], things: readonly ReadonlySet<string>[]): Cooperation[] {
  const count = (...all: string[]) => things.filter((thing) => all.every((one) => thing.has(one))).length
  return regions.flatMap((a, index) =>
    regions.slice(index + 1).map((b) => {
      const together = count(a, b)
      const cosine = together > 0 ? together / Math.sqrt(count(a) * count(b)) : 0
      return { a, b, together, cosine }
    }),
  )
}
