/**
 * Spearman's rank correlation of pairs, from −1 to 1; equal values share the mean of their ranks (C. Spearman, The Proof and
 * Measurement of Association between Two Things, The American Journal of Psychology 15 (1904), pp. 72–101,
 * doi:10.2307/1412159). Undefined for fewer than five pairs, and where one side is always the same.
 */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): number | undefined {
  if (pairs.length < 5) return undefined
  const [first, second] = [ranks(pairs.map(([a]) => a)), ranks(pairs.map(([, b]) => b))]
  const mean = (pairs.length + 1) / 2
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, rank, index) => sum + (rank - mean) * (b[index]! - mean), 0)
  const spread = Math.sqrt(product(first, first) * product(second, second))
  return spread > 0 ? product(first, second) / spread : undefined
}

function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length
    const same = values.filter((other) => other === value).length
    return below + (same + 1) / 2
  })
}

/** Round values from below the least to above the most: 1, 2, 2.5 or 5 times a power of ten apart, about five of them. */
export function ticksFor(values: readonly number[]): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const rough = (most - least || Math.abs(most) || 1) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10) * power
  const first = Math.floor(least / step)
  const last = Math.max(first + 1, Math.ceil(most / step))
  return Array.from({ length: last - first + 1 }, (_, n) => Number(((first + n) * step).toPrecision(12)))
}
