import { applyPatch, diffWordsWithSpace, structuredPatch } from 'diff'

/**
 * Both changes of one text in one: what `theirs` changed in `base`, done to `mine` as well. Undefined where both changed
 * the same lines or lines side by side: then a person has to read both.
 */
export function mergedText({ base, mine, theirs }: { base: string; mine: string; theirs: string }): string | undefined {
  if (mine === theirs || theirs === base) return mine
  if (mine === base) return theirs
  const patch = structuredPatch('', '', line(base), line(theirs), '', '', { context: 1 })
  const merged = applyPatch(line(mine), patch, { fuzzFactor: 0 })
  return merged === false ? undefined : merged.replace(/\n$/, '')
}

const line = (text: string) => `${text}\n`

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string }

/** What was taken out of a text and what came in, word by word. */
export const differences = (from: string, to: string): Piece[] =>
  diffWordsWithSpace(from, to).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
