/** A total and what it is the sum of, by key. */
export type Sum = { total: string; parts: readonly string[] }
/** What is shown of each key: its number, or null where it is secret. What has no entry is not known. */
export type Shown = ReadonlyMap<string, number | null>
/** Whether a total may be hidden as well, or stays because its source has published it elsewhere. */
export type Give = 'totals' | 'parts'

/**
 * The keys that must be hidden beside the secret ones, so that no secret can be computed exactly from totals and parts:
 * neither by subtraction (a total less all other parts) nor by addition (all parts of a secret total), at any level, nor
 * where what is left of a total is nothing and so each of its secret parts is. The smallest part is hidden, which loses
 * the least information, or the total where it may be (secondary cell suppression: Handbook on Statistical Disclosure
 * Control, second edition, 2024, section 4.2.2, Secondary tabular data protection methods). In a hierarchy of totals every
 * number is part of one sum at most, and then no secret can be computed exactly if none stands alone in a sum.
 * Not protected: intervals in which a secret must lie, what one contributor knows of others, and sums over other
 * breakdowns than territories.
 */
export function hiddenBeside(shown: Shown, sums: readonly Sum[], give: Give): Set<string> {
  const hidden = new Set<string>()
  for (;;) {
    const next = mustHide({ shown, hidden, sums, give })
    if (next === undefined) return hidden
    hidden.add(next)
  }
}

type State = { shown: Shown; hidden: ReadonlySet<string>; sums: readonly Sum[]; give: Give }

/** What must be hidden next; undefined where no secret can be computed any more. */
function mustHide(state: State): string | undefined {
  const { shown, hidden, sums } = state
  const isSecret = (key: string) => shown.get(key) === null || hidden.has(key)
  // What is not known at all is known to a reader as soon as it follows from the rest.
  const derived = new Set<string>()
  const isUnknown = (key: string) => isSecret(key) || (!shown.has(key) && !derived.has(key))
  for (let found = true; found; ) {
    found = false
    for (const sum of sums) {
      const unknown = [sum.total, ...sum.parts].filter(isUnknown)
      const [only] = unknown
      if (only === undefined) continue
      const isTold = unknown.length === 1 ? isSecret(only) : isNothingLeft(state, sum, unknown)
      const next = isTold ? toHide(state, sum, unknown) : undefined
      if (next !== undefined) return next
      if (unknown.length === 1 && !isTold) {
        derived.add(only)
        found = true
      }
    }
  }
  return undefined
}

/** Whether what is known of a total is all of it, so that its secret parts are nothing each. */
function isNothingLeft({ shown, hidden }: State, { total, parts }: Sum, unknown: readonly string[]): boolean {
  const numbers = [total, ...parts].flatMap((key) => (unknown.includes(key) ? [] : [shown.get(key) ?? Number.NaN]))
  if (unknown.includes(total) || numbers.some((one) => !(one >= 0))) return false
  const [all = 0, ...known] = numbers
  const isSome = unknown.some((key) => shown.get(key) === null || hidden.has(key))
  return isSome && Math.abs(all - known.reduce((sum, one) => sum + one, 0)) < 1e-9
}

/** The total where it may go, else the smallest part that is shown, else what the rest of the sum follows from. */
function toHide({ shown, hidden, sums, give }: State, { total, parts }: Sum, unknown: readonly string[]) {
  const isShown = (key: string) => typeof shown.get(key) === 'number' && !hidden.has(key)
  if (give === 'totals' && isShown(total) && !unknown.includes(total)) return total
  const size = (key: string) => Math.abs(shown.get(key) ?? 0)
  const smallest = (keys: readonly string[]) => {
    const known = keys.filter(isShown).sort((a, b) => size(a) - size(b))
    return known.find((key) => size(key) > 0) ?? known[0]
  }
  return smallest(parts) ?? smallest(sums.flatMap((sum) => [sum.total, ...sum.parts]))
}
