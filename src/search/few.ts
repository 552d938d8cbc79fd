import { type RawBuilder, sql } from 'kysely'
import type { Finding, Marked } from '../platform/finding.ts'
import type { Visit } from '../platform/visit.ts'
import { type Asked, isAsked, questionFrom, wholeTsquery } from './model.ts'
import { asked, wordsOfStems } from './queries.ts'
import { guesser, markedSentence } from './sentence.ts'

const known = new WeakMap<Visit, Map<string, Promise<Asked>>>()

/** The question that was typed, widened; once for all rooms that are asked the same. Undefined where nothing is asked. */
export function askedOf(visit: Visit, typed: string): Promise<Asked> | undefined {
  const question = questionFrom(typed)
  if (!isAsked(question)) return undefined
  const own = known.get(visit) ?? new Map<string, Promise<Asked>>()
  known.set(visit, own)
  const before = own.get(typed) ?? asked(visit, question)
  own.set(typed, before)
  return before
}

/** Whether a row's words (an expression that has an index) answer the question: for things of which there are thousands, not millions. */
export const answers = (query: Asked) => {
  const text = query.terms.length + query.phrases.length > 0 ? wholeTsquery(query) : ''
  return (words: RawBuilder<string>) => sql<boolean>`${words} @@ ${text}::tsquery`
}

/** Something found, before its sentence is chosen. */
export type Candidate = Omit<Finding, 'sentence' | 'score' | 'places'> & { text: string }

/** The best of these, each with the sentence that answers best, its words marked. */
export async function findingsOf(
  visit: Visit,
  query: Asked,
  all: readonly Candidate[],
  atMost: number,
): Promise<Finding[]> {
  const guess = guesser(query)
  const rated = all
    .map(({ text, ...one }) => {
      const inText = guess(text)
      return { one, inText, score: Math.max(guess(one.title).score, 0.8 * inText.score) }
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, atMost)
  const marked = await marker(
    visit,
    query,
    rated.flatMap(({ inText }) => inText.words),
  )
  return rated.map(({ one, inText, score }) => ({
    ...one,
    score,
    sentence: inText.score > 0 ? marked(inText.sentence) : undefined,
  }))
}

/** Marks those of the guessed words in a sentence that really have one of the stems looked for. */
export async function marker(
  visit: Visit,
  { terms, phrases }: Asked,
  guessed: readonly string[],
): Promise<(sentence: string) => Marked[]> {
  const stems = [
    ...terms.flatMap(({ wide, pairs }) => [...wide, ...pairs.flat(2)]),
    ...phrases.flatMap(({ all }) => all.flat()),
  ]
  const words = await wordsOfStems(visit, [...new Set(guessed)], [...new Set(stems)])
  return (sentence) => markedSentence(sentence, words)
}
