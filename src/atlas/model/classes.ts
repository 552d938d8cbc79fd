export type ClassMethod = 'natural' | 'quantiles'
export const classMethods = ['natural', 'quantiles'] as const satisfies readonly ClassMethod[]
export const mostClasses = 5

/** Where classes 2 to n begin, ascending; fewer classes where there are fewer different values. */
export function breaksOf(values: readonly number[], method: ClassMethod, most = mostClasses): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  const count = Math.min(most, new Set(sorted).size)
  if (count < 2) return []
  return method === 'quantiles' ? quantiles(sorted, count) : naturalBreaks(sorted, count)
}

/** The class of a value, from 0. */
export const classOf = (value: number, breaks: readonly number[]) => breaks.filter((from) => value >= from).length

/** As many values in each class as can be; equal values stay together. */
function quantiles(sorted: readonly number[], count: number): number[] {
  const starts = Array.from({ length: count - 1 }, (_, n) => sorted[Math.ceil(((n + 1) * sorted.length) / count)]!)
  return [...new Set(starts)].filter((from) => from > sorted[0]!)
}

/** More values than this are thinned out before natural breaks are looked for, which takes time with their square. */
const mostValues = 600

/**
 * Natural breaks: classes whose values deviate least from their means (sum of squares), found exactly by dynamic
 * programming: W. D. Fisher, On Grouping for Maximum Homogeneity, Journal of the American Statistical Association 53
 * (1958), pp. 789–798, doi:10.1080/01621459.1958.10501479; brought to maps by G. F. Jenks, The Data Model Concept in
 * Statistical Mapping, International Yearbook of Cartography 7 (1967), pp. 186–190.
 */
function naturalBreaks(all: readonly number[], count: number): number[] {
  const sorted = thinned(all)
  const cost = squares(sorted)
  const n = sorted.length
  let best = Array.from({ length: n + 1 }, (_, end) => (end === 0 ? 0 : cost(0, end)))
  const starts: number[][] = []
  for (let classes = 2; classes <= count; classes++) {
    const next = new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY)
    const from = new Array<number>(n + 1).fill(0)
    for (let end = classes; end <= n; end++)
      for (let start = classes - 1; start < end; start++) {
        const sum = best[start]! + cost(start, end)
        if (sum < next[end]!) [next[end], from[end]] = [sum, start]
      }
    best = next
    starts.push(from)
  }
  const found: number[] = []
  for (let end = n, at = starts.length - 1; at >= 0; at--) {
    end = starts[at]![end]!
    found.unshift(sorted[end]!)
  }
  return [...new Set(found)].filter((from) => from > sorted[0]!)
}

/** The squared deviation of the values from `start` up to before `end`. */
function squares(sorted: readonly number[]) {
  // Deviations are taken from the middle of all, so that large numbers lose no digits.
  const middle = sorted[Math.floor(sorted.length / 2)]!
  const sums = [0]
  const sumsOfSquares = [0]
  for (const [index, value] of sorted.entries()) {
    sums.push(sums[index]! + value - middle)
    sumsOfSquares.push(sumsOfSquares[index]! + (value - middle) ** 2)
  }
  return (start: number, end: number) =>
    sumsOfSquares[end]! - sumsOfSquares[start]! - (sums[end]! - sums[start]!) ** 2 / (end - start)
}

const thinned = (sorted: readonly number[]) =>
  sorted.length <= mostValues
    ? sorted
    : Array.from({ length: mostValues }, (_, n) => sorted[Math.round((n * (sorted.length - 1)) / (mostValues - 1))]!)
