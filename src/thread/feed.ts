import { type Bilingual, inLanguage } from '../platform/language.ts'
import type { Visit } from '../platform/visit.ts'
import { xml } from '../platform/xml.ts'
import { pathOf, paths } from './paths.ts'
import type { Card } from './queries/pieces.ts'
import { text } from './text/public.ts'

/** What changed last in the thread as an Atom feed (RFC 4287). */
export function feedOf(
  { language, house: { publicUrl }, now }: Visit,
  name: Bilingual,
  cards: readonly Card[],
): string {
  const t = text[language]
  const self = publicUrl + paths.feed.at(language)
  const publisher = inLanguage(language, name)
  const updated = cards[0]?.changedAt ?? now
  const entries = cards.map((card) => {
    const at = publicUrl + pathOf(card.kind).at(language, { piece: card.slug })
    const id = publicUrl + pathOf(card.kind).at('de', { piece: card.id })
    const title = `${t.kinds[card.kind]}: ${inLanguage(language, card.title)}${card.isExample ? ` (${t.exampleShort})` : ''}`
    const summary = card.kind === 'result' && card.outcome === 'open' ? t.unknown : t.states[card.state]
    return `<entry><id>${xml(id)}</id><title>${xml(title)}</title><link href="${xml(at)}"/><published>${(card.publishedAt ?? card.changedAt).toISOString()}</published><updated>${card.changedAt.toISOString()}</updated><summary>${xml(summary)}</summary></entry>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>${xml(self)}</id><title>${xml(t.feedTitle(publisher))}</title><updated>${updated.toISOString()}</updated><link rel="self" href="${xml(self)}"/><link href="${xml(publicUrl + paths.thread.at(language))}"/><author><name>${xml(publisher)}</name></author>${entries.join('')}</feed>\n`
}
