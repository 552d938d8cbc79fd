import { atom } from '../../platform/atom.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { paths } from '../paths.ts'
import type { Card } from '../queries/documents.ts'
import { text } from '../text.ts'

type Feed = { name: Bilingual; hits: readonly Card[]; query: Record<string, string> }

/** A search's newest documents as an Atom feed. */
export function feedOf({ language, house: { publicUrl }, now }: Visit, { name, hits, query }: Feed): string {
  const publisher = inLanguage(language, name)
  return atom({
    language,
    self: publicUrl + paths.feed.at(language, {}, query),
    page: publicUrl + paths.library.at(language, {}, query),
    title: text[language].feedTitle(publisher),
    author: publisher,
    now,
    entries: hits.map(({ id, slug, title, abstract, type, publishedAt, changedAt }) => ({
      id: publicUrl + paths.document.at('de', { document: id }),
      href: publicUrl + paths.document.at(language, { document: slug }),
      title,
      summary: abstract ? inLanguage(language, abstract) : text[language].types[type],
      published: publishedAt ?? changedAt,
      updated: changedAt,
    })),
  })
}
