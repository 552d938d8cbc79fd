import { atom } from '../platform/atom.ts'
import { type Bilingual, inLanguage } from '../platform/language.ts'
import type { Visit } from '../platform/visit.ts'
import { pathOf, paths } from './paths.ts'
import type { Card } from './queries/pieces.ts'
import { text } from './text/public.ts'

type Of = { title: string; self: string; page: string }

/** What changed last in the thread, or in one part of it, as an Atom feed. */
export function feedOf(
  { language, house: { publicUrl }, now }: Visit,
  name: Bilingual,
  cards: readonly Card[],
  of?: Of,
): string {
  const t = text[language]
  const author = inLanguage(language, name)
  const titleOf = ({ kind, title, isExample }: Card) =>
    `${t.kinds[kind]}: ${inLanguage(language, title)}${isExample ? ` (${t.exampleShort})` : ''}`
  return atom({
    ...{ language, author, now },
    self: of?.self ?? publicUrl + paths.feed.at(language),
    page: publicUrl + (of?.page ?? paths.thread.at(language)),
    title: of?.title ?? t.feedTitle(author),
    entries: cards.map((card) => ({
      id: publicUrl + pathOf(card.kind).at('de', { piece: card.id }),
      href: publicUrl + pathOf(card.kind).at(language, { piece: card.slug }),
      title: titleOf(card),
      summary: card.kind === 'result' ? t.outcomes[card.outcome] : t.states[card.state],
      published: card.publishedAt ?? card.changedAt,
      updated: card.changedAt,
    })),
  })
}
