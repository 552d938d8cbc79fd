import { differences, mergedWords } from '../platform/merging.ts'

/** A passage of a text: characters from `start` to before `end`. */
export type Range = { start: number; end: number }

/** Of the places where these words stand in a text, the one nearest to `near`; undefined where they stand nowhere. */
export function placeOf(text: string, words: string, near = 0): Range | undefined {
  let best: number | undefined
  for (let at = text.indexOf(words); at >= 0 && words; at = text.indexOf(words, at + 1)) {
    if (best === undefined || Math.abs(at - near) < Math.abs(best - near)) best = at
    else break
  }
  return best === undefined ? undefined : { start: best, end: best + words.length }
}

/**
 * Where passages of a text lie in its next version. First the same words, nearest to where they would be: so a passage
 * is found that moved as a whole. Else what is left of it at its place, where that is half of its letters at least.
 * Undefined for one that is gone.
 */
export function movedRanges(from: string, to: string, ranges: readonly Range[]): (Range | undefined)[] {
  const shared = { from, to, kept: keptIn(from, to) }
  return ranges.map((range) => {
    const left = leftOf(shared, range)
    return placeOf(to, from.slice(range.start, range.end), left?.start ?? range.start) ?? left
  })
}

/**
 * What an amendment comes to where the passage was changed since it was made: both changes in one; undefined where they
 * meet.
 */
export const amended = ({ quote, replacement, passage }: { quote: string; replacement: string; passage: string }) =>
  mergedWords({ base: quote, mine: replacement, theirs: passage })

type Kept = { from: number; to: number; length: number }
type Shared = { from: string; to: string; kept: readonly Kept[] }

/** The stretches that two texts share, in order. */
function keptIn(from: string, to: string): Kept[] {
  const kept: Kept[] = []
  const at = { from: 0, to: 0 }
  for (const { kind, text } of differences(from, to)) {
    if (kind === 'same') kept.push({ ...at, length: text.length })
    if (kind !== 'added') at.from += text.length
    if (kind !== 'removed') at.to += text.length
  }
  return kept
}

/** What is left of a passage, with what stands there instead of what is not. */
function leftOf({ from, to, kept }: Shared, { start, end }: Range): Range | undefined {
  const letters = (said: string) => said.replace(/\s/g, '').length
  const left = kept.reduce(
    (sum, one) => sum + letters(from.slice(Math.max(one.from, start), Math.min(one.from + one.length, end))),
    0,
  )
  if (left === 0 || left * 2 < letters(from.slice(start, end))) return undefined
  const atStart = kept.findLast((one) => one.from <= start)
  const atEnd = kept.find((one) => one.from + one.length >= end)
  const first = atStart ? atStart.to + Math.min(start - atStart.from, atStart.length) : 0
  const words = to.slice(first, atEnd ? atEnd.to + Math.max(end - atEnd.from, 0) : to.length)
  return { start: first + words.length - words.trimStart().length, end: first + words.trimEnd().length }
}

/** A text as one reads it: without what makes words strong, and without where its links and notes lead. */
const spoken = (source: string) =>
  source
    .replace(/\[\^[^\][\s]+\]/g, '')
    .replace(/!?\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/\*\*|~~|`/g, '')
    .replace(/\*(\S(?:[^*\n]*[^*\s])?)\*/g, '$1')

/** Two wordings to be compared by a reader: as they read, or as they are written where only that differs. */
export function compared(from: string, to: string): { from: string; to: string } {
  const read = { from: spoken(from), to: spoken(to) }
  return read.from === read.to ? { from, to } : read
}
