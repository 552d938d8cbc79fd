/** The values that differ, as they were and as they are. Undefined when nothing does. */
export function changedOf(before: object, after: object) {
  const names = Object.keys(after).filter((name) => !isSame(at(before, name), at(after, name)))
  if (names.length === 0) return undefined
  const pick = (from: object) => Object.fromEntries(names.map((name) => [name, at(from, name)]))
  return { before: pick(before), after: pick(after) }
}

const at = (from: object, name: string) => (from as Record<string, unknown>)[name] ?? null
const isSame = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (value: unknown) =>
  value && typeof value === 'object' && !(value instanceof Date) && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
