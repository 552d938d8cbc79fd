import { sql } from 'kysely'
import type { Visit } from '../../platform/visit.ts'
import { fold, foldedSpellings, partsOf, type Question, wordsIn } from '../model/question.ts'
import { searchWords } from '../permissions.ts'

/** The question as the two text searches of PostgreSQL take it: exactly as typed, and widened. */
export type Asked = Record<'german' | 'english', { strict: string; wide: string; without: string }>

const mostCompounds = 40
const mostLike = 4
const shortestInside = 5

type Widened = { term: string; word: string; isLike: boolean }

/**
 * Widens the words of a question by what the vocabulary knows: compounds that hold the word (Konzept → Verkehrskonzept),
 * the two parts of a compound (Verkehrskonzept → Verkehr and Konzept), and where a word is neither known nor made of known
 * ones, words written like it.
 */
export async function asked(visit: Visit, question: Question): Promise<Asked> {
  const terms = [...new Set(question.words.flatMap(foldedSpellings))]
  const [wider, known] = await Promise.all([widerWords(visit, terms), knownParts(visit, terms)])
  const alternatives = (word: string, own: string) => {
    const spellings = foldedSpellings(word)
    const split = spellings
      .flatMap(partsOf)
      .filter((pair) => pair.every((part) => known.has(part)))
      .map(([first, second]) => `(${quoted(first)} & ${quoted(second)})`)
    const more = wider
      .filter(({ term, isLike }) => spellings.includes(term) && !(isLike && split.length > 0))
      .map((one) => quoted(one.word))
    return `(${[quoted(own), ...new Set([...more, ...split])].join(' | ')})`
  }
  const inForm = (form: (text: string) => string) => {
    const phrases = question.phrases.map((phrase) => phraseOf(form(phrase)))
    return {
      strict: [...question.words.map((word) => quoted(form(word))), ...phrases].join(' & '),
      wide: [...question.words.map((word) => alternatives(word, form(word))), ...phrases].join(' & '),
      without: question.without.map((text) => phraseOf(form(text))).join(' | '),
    }
  }
  return { german: inForm((text) => text), english: inForm(fold) }
}

/** Only letters and digits come here (`wordsIn`), so that nothing in the quotes can end them. */
const quoted = (word: string) => `'${word}'`
const phraseOf = (text: string) => `(${wordsIn(text).map(quoted).join(' <-> ')})`

async function widerWords(visit: Visit, terms: readonly string[]): Promise<Widened[]> {
  if (terms.length === 0) return []
  const words = searchWords(visit)
  const compounds = words
    .where(sql<boolean>`length(term) >= ${shortestInside} and word like '%' || term || '%' and word <> term`)
    .select(['word', sql<boolean>`false`.as('isLike')])
    .orderBy(sql`length(word)`)
    .limit(mostCompounds)
  const isKnown = words.where(sql<boolean>`word like term || '%' and length(word) <= length(term) + 2`).select('word')
  const like = words
    .where(sql<boolean>`length(term) >= 4 and word % term and similarity(word, term) >= 0.4`)
    .where(sql<boolean>`not exists ${isKnown}`)
    .select(['word', sql<boolean>`true`.as('isLike')])
    .orderBy(sql`similarity(word, term)`, 'desc')
    .limit(mostLike)
  const { rows } = await sql<Widened>`select term, word, is_like as "isLike" from unnest(${terms}::text[]) term,
    lateral (${compounds} union ${like}) found`.execute(visit.read as never)
  return rows
}

/** Those parts of compounds that are words here, or all but an ending of two letters. */
async function knownParts(visit: Visit, terms: readonly string[]): Promise<Set<string>> {
  const parts = [...new Set(terms.flatMap(partsOf).flat())]
  if (parts.length === 0) return new Set()
  const isKnown = searchWords(visit)
    .where(sql<boolean>`word like part || '%' and length(word) <= length(part) + 2`)
    .select('word')
  const { rows } = await sql<{ part: string }>`select part from unnest(${parts}::text[]) part
    where exists ${isKnown}`.execute(visit.read as never)
  return new Set(rows.map(({ part }) => part))
}
