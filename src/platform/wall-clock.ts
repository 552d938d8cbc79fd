const local = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/

/** The instant at which this wall clock time is shown in a zone; the later one of none (spring), the first of two (autumn). */
export function instantIn(zone: string, text: string): Date | undefined {
  const parts = local.exec(text)
  if (!parts) return undefined
  const [y, mo, d, h, mi] = parts.slice(1).map(Number) as [number, number, number, number, number]
  const wall = Date.UTC(y, mo - 1, d, h, mi)
  const check = new Date(wall)
  if (check.getUTCMonth() !== mo - 1 || check.getUTCDate() !== d || h > 23 || mi > 59 || y < 1900 || y > 2200)
    return undefined
  const before = wall - offsetOf(zone, new Date(wall - 86_400_000))
  if (before + offsetOf(zone, new Date(before)) === wall) return new Date(before)
  return new Date(wall - offsetOf(zone, new Date(wall - offsetOf(zone, new Date(wall)))))
}

/** The wall clock of an instant in a zone, as `datetime-local` wants it; empty for null. */
export function localIn(zone: string, at: Date | null | undefined): string {
  return at ? new Date(at.getTime() + offsetOf(zone, at)).toISOString().slice(0, 16) : ''
}

function offsetOf(zone: string, at: Date): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  ) as Record<string, number>
  const wall = Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!)
  return wall - Math.floor(at.getTime() / 1000) * 1000
}
