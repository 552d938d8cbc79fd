import { type RawBuilder, sql } from 'kysely'
import type { Visit } from '../platform/visit.ts'
import { type Asked, fold, foldedSpellings, type Phrase, partsOf, type Question, type Term } from './model.ts'
import { knownWords } from './permissions.ts'

const mostCompounds = 40
const mostLike = 4
const mostPairs = 6
/** A word shorter than this begins or ends a compound; it is not looked for inside one. */
const shortestInside = 5

/**
 * Widens the words of a question by what the vocabulary knows: compounds that hold the word (Konzept → Verkehrskonzept),
 * the two parts of a compound (Verkehrskonzept → Verkehr and Konzept), and where a word is neither known nor made of known
 * ones, words written like it. Words too common to look for are left out.
 */
export async function asked(visit: Visit, question: Question): Promise<Asked> {
  const spellings = new Map(question.words.map((word) => [word, foldedSpellings(word)]))
  const folded = [...new Set([...spellings.values()].flat())]
  const [wider, known] = await Promise.all([widerWords(visit, folded), knownParts(visit, folded)])
  const drafts = question.words.map((word) => {
    const own = spellings.get(word)!
    const pairs = own.flatMap(partsOf).filter((pair) => pair.every((part) => known.has(part)))
    const more = wider.filter(({ term, isLike }) => own.includes(term) && !(isLike && pairs.length > 0))
    return { word, pairs: pairs.slice(0, mostPairs), more: more.map((one) => one.word) }
  })
  const words = drafts.flatMap(({ word, pairs, more }) => [word, ...pairs.flat(), ...more])
  const stems = await stemsOf(visit, { words, phrases: [...question.phrases, ...question.without] })
  const isContent = ({ word }: { word: string }) => Math.min(...sizes(stems.get(word)!)) > 0
  const kept = drafts.some(isContent) ? drafts.filter(isContent) : drafts
  const terms: Term[] = kept.flatMap(({ word, pairs, more }) => {
    const strict = lexemes(stems, word)
    if (strict.length === 0) return []
    const split = pairs.map(([a, b]) => [lexemes(stems, a), lexemes(stems, b)] as const)
    return [
      {
        typed: word,
        strict,
        wide: [...new Set([...strict, ...more.flatMap((one) => lexemes(stems, one))])],
        pairs: split.filter(([a, b]) => a.length > 0 && b.length > 0),
      },
    ]
  })
  const phraseOf = (text: string): Phrase[] => {
    const { german, english, query, germanPairs, englishPairs } = stems.get(text)!
    const both = [
      { stems: german, pairs: germanPairs },
      { stems: english, pairs: englishPairs },
    ].filter((one) => one.stems.length > 0)
    const isSame = both.length === 2 && `${both[0]!.stems}` === `${both[1]!.stems}`
    if (isSame) both.pop()
    return query ? [{ typed: text, query, all: both.map((one) => one.stems), pairs: both.map((one) => one.pairs) }] : []
  }
  return { terms, phrases: question.phrases.flatMap(phraseOf), without: question.without.flatMap(phraseOf) }
}

type Stems = {
  german: string[]
  english: string[]
  query: string | null
  germanPairs: number[]
  englishPairs: number[]
}
/** A word too common in one of the languages says little in the other one either: “die Bahn”. */
const sizes = ({ german, english }: Stems) => [german.length, english.length]
const lexemes = (stems: ReadonlyMap<string, Stems>, text: string) => {
  const { german, english } = stems.get(text)!
  return [...new Set([...german, ...english])]
}

/** The stems of each text, as the database's two stemmers give them; of a phrase also how it is asked for in either language. */
async function stemsOf(visit: Visit, { words, phrases }: { words: readonly string[]; phrases: readonly string[] }) {
  const texts = [...new Set([...words, ...phrases])]
  if (texts.length === 0) return new Map<string, Stems>()
  const ofPhrase = (what: RawBuilder<unknown>) => sql`case when text = any(${phrases}::text[]) then ${what} end`
  const { rows } = await sql<Stems & { text: string }>`select text,
      tsvector_to_array(in_german) as german, tsvector_to_array(in_english) as english,
      coalesce(${ofPhrase(sql`word_pairs(in_german)`)}, '{}') as "germanPairs",
      coalesce(${ofPhrase(sql`word_pairs(in_english)`)}, '{}') as "englishPairs",
      ${ofPhrase(sql`(phraseto_tsquery('german', worded(text)) || phraseto_tsquery('english', folded(worded(text))))::text`)} as query
    from unnest(${texts}::text[]) text, lateral (select to_tsvector('german', worded(text)) as in_german,
      to_tsvector('english', folded(worded(text))) as in_english offset 0) stems`.execute(visit.read as never)
  return new Map(rows.map((row) => [row.text, row]))
}

/** In a word of so few letters one slip changes half of its trigrams. */
const shortAtMost = 6

type Widened = { term: string; word: string; isLike: boolean }

async function widerWords(visit: Visit, terms: readonly string[]): Promise<Widened[]> {
  if (terms.length === 0) return []
  const words = knownWords(visit)
  const compounds = words
    .where(
      sql<boolean>`word <> term and (word like case when length(term) >= ${sql.lit(shortestInside)} then '%' || term || '%'
          when length(term) >= 3 then term || '%' end
        or word like case when length(term) = 4 then '%' || term end)
        and (length(term) > 3 or exists (select from known_words rest
          where rest.word = substr(known_words.word, 4) and (rest.is_public or not known_words.is_public)))`,
    )
    .select(['word', sql<boolean>`false`.as('isLike')])
    .orderBy(sql`length(word)`)
    .limit(mostCompounds)
  const isKnown = words.where(sql<boolean>`word like term || '%' and length(word) <= length(term) + 2`).select('word')
  const like = words
    .where(
      sql<boolean>`length(term) >= 4 and word % term and similarity(word, term) >= case
        when length(term) <= ${sql.lit(shortAtMost)} and left(word, 1) = left(term, 1) then 0.3 else 0.4 end`,
    )
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
  const isKnown = knownWords(visit)
    .where(sql<boolean>`word like part || '%' and length(word) <= length(part) + 2`)
    .select('word')
  const { rows } = await sql<{ part: string }>`select part from unnest(${parts}::text[]) part
    where exists ${isKnown}`.execute(visit.read as never)
  return new Set(rows.map(({ part }) => part))
}

/** Which of these words the database's stemmers bring to one of these stems, folded. */
export async function wordsOfStems(visit: Visit, words: readonly string[], stems: readonly string[]) {
  if (words.length === 0) return new Set<string>()
  const { rows } = await sql<{ word: string }>`select word from unnest(${words}::text[]) word
    where (ts_lexize('german_stem', lower(word)) || ts_lexize('english_stem', folded(word))) && ${stems}::text[]`.execute(
    visit.read as never,
  )
  return new Set(rows.map(({ word }) => fold(word)))
}
