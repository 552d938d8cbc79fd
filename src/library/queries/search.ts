import type { Marked } from '../../platform/finding.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import {
  type Asked,
  asked,
  type Guess,
  type Guesser,
  guesser,
  isAsked,
  marker,
  type Question,
} from '../../search/index.ts'
import { type Card, cardsOf } from './documents.ts'
import { asRanked, byDate, type Facets, type Filters, type Matched, matched, type Part } from './matching.ts'
import { type Passage, passages, passagesIn, placeOf, scattered, textsOf } from './passages.ts'

export type Search = { question: Question; filters: Filters; sort: 'relevance' | 'date'; page: number }
/** A page of a document on which something was found, with the sentence. */
export type PageHit = { page: number; sentence: Marked[] }
/** `score`: how well its title or one sentence of it answers, 0 to 1. */
export type Hit = Card & { hits: PageHit[]; pagesFound: number; sentence: Marked[] | undefined; score: number }
export type Found = {
  total: number
  hits: Hit[]
  facets: Facets
  /** Nothing holds all words; these hold some of them. */
  isLoose: boolean
  /** A phrase stands on more pages than were looked at: there are more of these. */
  isCut: boolean
}

export const hitsPerPage = 20
const pagesShown = 3
/** So many documents are read again, to see which of them says it in one sentence. */
const mostRead = 40

/** What a search finds among the published documents the viewer may read. Without a question: all of them. */
export async function search(visit: Visit, { question, filters, sort, page }: Search): Promise<Found> {
  const hasQuestion = isAsked(question) || question.without.length > 0
  const exact = hasQuestion ? await asked(visit, question) : undefined
  const part = { limit: hitsPerPage, offset: (page - 1) * hitsPerPage }
  const isRanked = isAsked(question) && sort === 'relevance'
  const [{ query, all }, near] = await Promise.all([
    matchedOrLoosely(visit, { asked: exact, filters, part: isRanked ? undefined : part }),
    exact && isAsked(question) ? asRanked(visit, exact) : undefined,
  ])
  const isLoose = query?.isLoose === true
  const { total, facets, isCut } = all
  const said = { total, facets, isLoose, isCut }
  if (!query || !near) return { ...said, hits: plain(await inOrder(visit, all.dated)) }
  const both = { query, near: { ...near, isLoose } }
  const answer = isRanked ? await ranked(visit, both, { filters, all, part }) : await dated(visit, both.near, all.dated)
  return { ...said, hits: await withSentences(visit, both, answer) }
}

/** What matches; where nothing does and several words were asked for, what matches some of them. */
async function matchedOrLoosely(
  visit: Visit,
  wanted: Parameters<typeof matched>[1],
): Promise<{ query: Asked | undefined; all: Matched }> {
  const { asked: query } = wanted
  const all = await matched(visit, wanted)
  if (all.total > 0 || !query || query.terms.length + query.phrases.length < 2) return { query, all }
  const loose = { ...query, isLoose: true }
  return { query: loose, all: await matched(visit, { ...wanted, asked: loose }) }
}

/** The documents to be shown, and the pages of each, best first. */
type Answer = { ids: string[]; pagesOf: Map<string, Passage[]>; guess: Guesser; read: Map<string, string> }

/** What matches, and what of it ranks. */
type Both = { query: Asked; near: Asked }

async function ranked(
  visit: Visit,
  { query, near }: Both,
  { filters, all, part }: { filters: Filters; all: Matched; part: Part },
): Promise<Answer> {
  const guess = guesser(near)
  const pagesOf = byDocument(await passages(visit, near, filters, all))
  const scores = new Map<string, number>()
  for (const { id, rank } of all.about) scores.set(id, 2 * rank)
  for (const [id, [best]] of pagesOf) scores.set(id, (scores.get(id) ?? 0) + (best?.rank ?? 0))
  const first = [...scores].toSorted(byScore).map(([id]) => id)
  const again = await readAgain(visit, { ids: first.slice(0, mostRead), pagesOf, scores, guess })
  const ids = [...again.ids, ...first.slice(mostRead)]
  const rest = part.offset + part.limit > ids.length ? await byDate(visit, query, filters, restOf(part, ids)) : []
  return { ids: [...ids.slice(part.offset, part.offset + part.limit), ...rest], pagesOf, guess, read: again.texts }
}

async function dated(visit: Visit, near: Asked, ids: string[]): Promise<Answer> {
  return { ids, pagesOf: byDocument(await passagesIn(visit, near, ids)), guess: guesser(near), read: new Map() }
}

const byScore = ([a, x]: [string, number], [b, y]: [string, number]) => y - x || (a < b ? -1 : 1)
const restOf = ({ limit, offset }: Part, ids: readonly string[]) => ({
  limit: Math.min(limit, offset + limit - ids.length),
  offset: Math.max(0, offset - ids.length),
  without: ids,
})

function byDocument(found: readonly Passage[]): Map<string, Passage[]> {
  const all = Map.groupBy(found, ({ id }) => id)
  for (const [id, own] of all)
    all.set(
      id,
      own.toSorted((a, b) => b.rank - a.rank || a.page - b.page),
    )
  return all
}

type Ranking = { ids: readonly string[]; pagesOf: Map<string, Passage[]>; scores: Map<string, number>; guess: Guesser }

/** The same documents, those first in which one sentence, or the title, says most of what was asked. */
async function readAgain(visit: Visit, { ids, pagesOf, scores, guess }: Ranking) {
  const [texts, cards] = await Promise.all([
    textsOf(
      visit,
      ids.flatMap((id) => pagesOf.get(id)?.slice(0, 1) ?? []),
    ),
    cardsOf(visit, ids),
  ])
  const titles = new Map(cards.map((card) => [card.id, `${card.title} ${card.subtitle} ${card.translatedTitle}`]))
  const final = ids.map((id): [string, number] => {
    const best = pagesOf.get(id)?.[0]
    const onPage = best ? guess(texts.get(placeOf(best)) ?? '').score : 0
    const rank = scores.get(id) ?? 0
    return [id, rank / (1 + rank) + 2 * onPage + 1.5 * guess(titles.get(id) ?? '').score]
  })
  return { ids: final.toSorted(byScore).map(([id]) => id), texts }
}

async function inOrder(visit: Visit, ids: readonly string[]): Promise<Card[]> {
  const cards = await cardsOf(visit, ids)
  return ids.flatMap((id) => cards.find((card) => card.id === id) ?? [])
}
const plain = (cards: readonly Card[]): Hit[] =>
  cards.map((card) => ({ ...card, hits: [], pagesFound: 0, sentence: undefined, score: 0 }))

async function withSentences(visit: Visit, { query }: Both, { ids, pagesOf, guess, read }: Answer): Promise<Hit[]> {
  const lost = new Set(ids.filter((id) => !pagesOf.has(id)))
  for (const [id, own] of byDocument(await scattered(visit, query, [...lost]))) pagesOf.set(id, own)
  // What ranks is not in these: what it was widened to may be.
  const wide = lost.size > 0 ? guesser(query) : guess
  const guessIn = (id: string) => (lost.has(id) ? wide : guess)
  const shown = ids.flatMap((id) => pagesOf.get(id)?.slice(0, pagesShown) ?? [])
  const unread = shown.filter((one) => !read.has(placeOf(one)))
  const [cards, more] = await Promise.all([inOrder(visit, ids), textsOf(visit, unread)])
  const texts = new Map([...read, ...more])
  const onPages = new Map(shown.map((one) => [placeOf(one), guessIn(one.id)(texts.get(placeOf(one)) ?? '')]))
  const inAbstracts = new Map(
    cards.map((card) => [card.id, guessIn(card.id)(card.abstract ? inLanguage(visit.language, card.abstract) : '')]),
  )
  const guesses: Guess[] = [...onPages.values(), ...inAbstracts.values()]
  const marked = await marker(
    visit,
    query,
    guesses.flatMap((one) => one.words),
  )
  return cards.map((card) => {
    const own = pagesOf.get(card.id) ?? []
    const hits = own
      .slice(0, pagesShown)
      .map((one) => ({ page: one.page, sentence: marked(onPages.get(placeOf(one))!.sentence) }))
    const abstract = inAbstracts.get(card.id)!
    const sentence = abstract.score > 0 ? marked(abstract.sentence) : undefined
    const best = own[0] ? onPages.get(placeOf(own[0]))!.score : 0
    const score = Math.max(guessIn(card.id)(card.title).score, best, abstract.score)
    return { ...card, hits, pagesFound: own.length, sentence, score }
  })
}
