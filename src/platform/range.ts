export type Range = { start: number; end: number }

/**
 * The one range of bytes that a request asks for (RFC 9110, 14.2), of a content of `size` bytes. Undefined where none or
 * several are asked for: then the whole is sent. `unsatisfiable` where nothing of it is there.
 */
export function rangeOf(header: string | undefined, size: number): Range | 'unsatisfiable' | undefined {
  const { from = '', to = '' } = /^bytes=(?<from>\d{0,15})-(?<to>\d{0,15})$/.exec(header ?? '')?.groups ?? {}
  if (!from && !to) return undefined
  if (!from) return Number(to) === 0 ? 'unsatisfiable' : { start: Math.max(0, size - Number(to)), end: size - 1 }
  if (to && Number(to) < Number(from)) return undefined
  if (Number(from) >= size) return 'unsatisfiable'
  return { start: Number(from), end: to ? Math.min(Number(to), size - 1) : size - 1 }
}
