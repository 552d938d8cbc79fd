import type { Marked } from '../platform/finding.ts'
import { type Asked, fold, type Term, wordsIn } from './model.ts'

/** How well a word answers one of the question's: as typed, by its stem, or by what the word was widened to. */
const worth = { typed: 1, stem: 0.8, wide: 0.5 }
/** A stem is the beginning of its word; so many letters may follow. Only a first guess, checked by `wordsOfStems`. */
const longestEnding = 5

export type Guess = { sentence: string; score: number; words: string[] }
export type Guesser = (text: string) => Guess

/**
 * Finds in a text the sentence that answers a question best. Its score is 0 where nothing of it stands there, 1 where
 * every word stands in the one sentence as it was typed, more where a phrase does.
 */
export function guesser({ terms, phrases }: Pick<Asked, 'terms' | 'phrases'>): Guesser {
  const parts = phrases.map(({ typed, all }) => ({
    typed: ` ${foldedWords(typed).join(' ')} `,
    stems: all.flat().map(fold),
  }))
  const folded = terms.map((term) => ({ ...term, strict: term.strict.map(fold), wide: term.wide.map(fold) }))
  const known = new Map<string, number[] | undefined>()
  const matchesOf = (word: string) => {
    if (known.has(word)) return known.get(word)
    const matches = folded.map((term) => worthOf(term, word))
    const worthIt = matches.some((one) => one > 0) ? matches : undefined
    known.set(word, worthIt)
    return worthIt
  }
  const stems = [...folded.flatMap(({ strict, wide }) => [...strict, ...wide]), ...parts.flatMap((one) => one.stems)]
  // Most sentences hold nothing of it, which this tells faster than looking at their words.
  const any = new RegExp(stems.map((stem) => stem.replace(/i$/, '[iy]')).join('|') || '(?!)', 'u')
  const most = Math.max(1, terms.length + phrases.length)
  const guesses = new Map<string, Guess>()
  return (text) => {
    const before = guesses.get(text)
    if (before) return before
    const sentences = sentencesOf(text)
    let best: Guess = { sentence: sentences[0] ?? '', score: 0, words: [] }
    for (const sentence of sentences) {
      if (!any.test(fold(sentence))) continue
      const guess = rated(sentence, { matchesOf, parts, count: terms.length })
      if (guess.score > best.score) best = guess
    }
    const guess = { ...best, score: best.score / most }
    guesses.set(text, guess)
    return guess
  }
}

type Tools = {
  matchesOf(word: string): number[] | undefined
  parts: { typed: string; stems: string[] }[]
  count: number
}

function rated(sentence: string, { matchesOf, parts, count }: Tools): Guess {
  const best = new Array<number>(count).fill(0)
  const found: string[] = []
  const words = wordsIn(sentence)
  for (const word of words) {
    const matches = matchesOf(word)
    if (!matches) continue
    found.push(word)
    for (let index = 0; index < count; index++) best[index] = Math.max(best[index]!, matches[index]!)
  }
  let score = best.reduce((sum, one) => sum + one, 0)
  for (const { typed, stems } of parts) {
    if (` ${words.map(fold).join(' ')} `.includes(typed)) score += 2
    const inPhrase = words.filter((word) => stems.some((stem) => begins(fold(word), stem)))
    if (inPhrase.length > 0) score += 0.1
    found.push(...inPhrase)
  }
  return { sentence, score, words: found }
}

function worthOf({ typed, strict, wide }: Term, word: string): number {
  const own = fold(word)
  if (own === fold(typed)) return isName(typed) && typed !== word ? worth.stem : worth.typed
  if (isName(typed)) return 0
  if (strict.some((stem) => begins(own, stem))) return worth.stem
  return wide.some((stem) => begins(own, stem)) ? worth.wide : 0
}
/** ETCS, RS4: a name made of capitals and digits is meant as it stands. */
const isName = (word: string) => /^(?=.*\p{Lu}.*[\p{Lu}\p{N}])[\p{Lu}\p{N}]{2,}$/u.test(word)
const begins = (word: string, stem: string) =>
  (word.startsWith(stem) && word.length - stem.length <= longestEnding) ||
  (stem.endsWith('i') && word === `${stem.slice(0, -1)}y`)

const foldedWords = (text: string) => wordsIn(text).map(fold)
export const sentencesOf = (text: string) => text.replace(/\s+/g, ' ').split(/(?<=[.!?…])\s+(?=[„"»]*\p{Lu})/u)

/** A sentence with these words (folded) marked, cut around the first of them where it is long. */
export function markedSentence(sentence: string, words: ReadonlySet<string>, mostLetters = 300): Marked[] {
  const pieces = sentence.split(/([\p{L}\p{N}]+)/u).map((text) => ({ text, isFound: words.has(fold(text)) }))
  const first = pieces
    .slice(
      0,
      Math.max(
        0,
        pieces.findIndex(({ isFound }) => isFound),
      ),
    )
    .reduce((sum, { text }) => sum + text.length, 0)
  return cut(pieces, sentence.length, { first, most: mostLetters })
}

function cut(pieces: readonly Marked[], length: number, { first, most }: { first: number; most: number }): Marked[] {
  const from = length <= most ? 0 : Math.max(0, Math.min(first - Math.round(most / 3), length - most))
  const found: Marked[] = from > 0 ? [{ text: '… ', isFound: false }] : []
  let at = 0
  for (const piece of pieces) {
    const isWithin = at >= from && at + piece.text.length <= from + most
    at += piece.text.length
    if (!isWithin || !piece.text) continue
    const last = found.at(-1)
    if (last && last.isFound === piece.isFound) found[found.length - 1] = { ...last, text: last.text + piece.text }
    else found.push(piece)
  }
  if (from + most < length) found.push({ text: ' …', isFound: false })
  return found
}
