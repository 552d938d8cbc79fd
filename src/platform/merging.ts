import { diffArrays, diffWordsWithSpace } from 'diff'

type Three = { base: string; mine: string; theirs: string }

/**
 * Both changes of one text in one. Undefined where both changed the same lines or lines side by side: then a person has
 * to read both.
 */
export const mergedText = (three: Three) => merged(three, (text) => text.split(/(?<=\n)/))

/** The same word by word: one unchanged word lies between two changes that can be put together. */
export const mergedWords = (three: Three) => merged(three, (text) => text.match(/\S+\s*|\s+/g) ?? [])

/** So many units taken out and put in are looked for; two texts further apart are told as one for the other. */
const mostEdits = 1500

type Units = readonly string[]
/** Units of the base, from the one with this number to before the other, and what stands there instead. */
type Hunk = { from: number; to: number; units: Units }

function merged({ base, mine, theirs }: Three, unitsOf: (text: string) => Units): string | undefined {
  if (mine === theirs || theirs === base) return mine
  if (mine === base) return theirs
  // A line at the end is the same line whether another follows or not.
  const [old, own, other] = [base, mine, theirs].map((text) => unitsOf(`${text}\n`)) as [Units, Units, Units]
  const hunks = together(hunksOf(old, own), hunksOf(old, other))
  if (!hunks) return undefined
  const parts = hunks.flatMap(({ to, units }, index) => [...units, ...old.slice(to, hunks[index + 1]?.from)])
  return [...old.slice(0, hunks[0]?.from), ...parts].join('').replace(/\n$/, '')
}

function hunksOf(base: Units, changed: Units): Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  let open: Hunk | undefined
  const changes = diffArrays([...base], [...changed], { maxEditLength: mostEdits })
  if (!changes) return [{ from: 0, to: base.length, units: changed }]
  for (const { added, removed, value } of changes) {
    if (!added && !removed) open = undefined
    else if (!open) {
      open = { from: at, to: at, units: [] }
      hunks.push(open)
    }
    if (open && added) open.units = [...open.units, ...value]
    if (!added) at += value.length
    if (open && removed) open.to = at
  }
  return hunks
}

/** The hunks of both in order, the same one once; undefined where two of them meet. */
function together(mine: readonly Hunk[], theirs: readonly Hunk[]): Hunk[] | undefined {
  const isSame = (one: Hunk, other: Hunk) =>
    one.from === other.from && one.to === other.to && one.units.join('') === other.units.join('')
  const others = theirs.filter((one) => !mine.some((own) => isSame(own, one)))
  const all = [...mine, ...others].sort((a, b) => a.from - b.from || a.to - b.to)
  return all.some(({ from }, index) => index > 0 && from <= all[index - 1]!.to) ? undefined : all
}

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string }

/** What was taken out of a text and what came in, word by word; blanks between two changes go with them. */
export function differences(from: string, to: string): Piece[] {
  const changes = diffWordsWithSpace(from, to, { maxEditLength: mostEdits })
  if (!changes) return [...changeOf(from, to)]
  const pieces: Piece[] = []
  let [removed, added] = ['', '']
  for (const [index, { added: isAdded, removed: isRemoved, value }] of changes.entries()) {
    const isBetween = (removed || added) && index < changes.length - 1 && !value.trim()
    if (isAdded || isRemoved || isBetween) {
      if (!isAdded) removed += value
      if (!isRemoved) added += value
      continue
    }
    pieces.push(...changeOf(removed, added), { kind: 'same', text: value })
    removed = added = ''
  }
  return [...pieces, ...changeOf(removed, added)]
}

const changeOf = (removed: string, added: string): Piece[] => [
  ...(removed ? [{ kind: 'removed' as const, text: removed }] : []),
  ...(added ? [{ kind: 'added' as const, text: added }] : []),
]
