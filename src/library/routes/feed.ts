import { type Bilingual, inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { xml } from '../../platform/xml.ts'
import { paths } from '../paths.ts'
import type { Card } from '../queries/documents.ts'
import { text } from '../text.ts'

type Feed = { name: Bilingual; hits: readonly Card[]; query: Record<string, string> }

/** A search's newest documents as an Atom feed (RFC 4287). */
export function feedOf({ language, house: { publicUrl }, now }: Visit, { name, hits, query }: Feed): string {
  const at = (card: Card) => publicUrl + paths.document.at(language, { document: card.slug })
  const updated = new Date(Math.max(...hits.map(({ changedAt }) => changedAt.getTime())))
  const self = publicUrl + paths.feed.at(language, {}, query)
  const publisher = inLanguage(language, name)
  const entries = hits.map((card) => {
    const summary = card.abstract ? inLanguage(language, card.abstract) : text[language].types[card.type]
    return `<entry><id>${publicUrl}${paths.document.at('de', { document: card.id })}</id><title>${xml(card.title)}</title><link href="${xml(at(card))}"/><published>${(card.publishedAt ?? card.changedAt).toISOString()}</published><updated>${card.changedAt.toISOString()}</updated><summary>${xml(summary)}</summary></entry>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>${xml(self)}</id><title>${xml(text[language].feedTitle(publisher))}</title><updated>${(hits.length > 0 ? updated : now).toISOString()}</updated><link rel="self" href="${xml(self)}"/><link href="${xml(publicUrl + paths.library.at(language, {}, query))}"/><author><name>${xml(publisher)}</name></author>${entries.join('')}</feed>\n`
}
