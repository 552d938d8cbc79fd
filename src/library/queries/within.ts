import type { Visit } from '../../platform/visit.ts'
import { asked, guesser, isAsked, marker, type Question } from '../../search/index.ts'
import { passagesIn, placeOf, scattered, textsOf } from './passages.ts'
import type { PageHit } from './search.ts'

const mostPages = 100

/** The pages of this document's current version on which the question is answered, in their order, with a sentence of each. */
export async function within(visit: Visit, id: string, question: Question): Promise<PageHit[]> {
  if (!isAsked(question)) return []
  const query = await asked(visit, question)
  const whole = await passagesIn(visit, query, [id])
  const found = whole.length > 0 ? whole : await scattered(visit, query, [id])
  const shown = found.toSorted((a, b) => a.page - b.page).slice(0, mostPages)
  const texts = await textsOf(visit, shown)
  const guess = guesser(query)
  const guesses = shown.map((one) => ({ page: one.page, guess: guess(texts.get(placeOf(one)) ?? '') }))
  const marked = await marker(
    visit,
    query,
    guesses.flatMap((one) => one.guess.words),
  )
  return guesses.map((one) => ({ page: one.page, sentence: marked(one.guess.sentence) }))
}
