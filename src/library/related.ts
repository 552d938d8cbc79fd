import { inLanguage, langOf } from '../platform/language.ts'
import type { Room } from '../platform/room.ts'
import { paths } from './paths.ts'
import { collectionsOf } from './queries/collections.ts'
import { belongingTo } from './queries/documents.ts'
import { text } from './text.ts'

/** The collections of editions, then the published documents of editions, of points of their programme, and of working groups, newest first. */
export const related: NonNullable<Room['related']> = async (visit, ids) => {
  const { language, house } = visit
  const [rows, put] = await Promise.all([belongingTo(visit, ids), collectionsOf(visit, ids)])
  const collections = put.map(({ id, slug, title, editionId }) => ({
    id,
    text: inLanguage(language, title),
    href: paths.collection.at(language, { collection: slug }),
    to: editionId ?? '',
    kind: text[language].collections.one,
    lang: langOf(language, title),
    alsoAt: Object.values(paths.collection.inBoth({ collection: slug })),
  }))
  const documents = rows.map(({ id, slug, title, to, type, dated, link, language: said }) => {
    const own = Object.values(paths.document.inBoth({ document: slug }))
    return {
      id,
      text: title,
      href: paths.document.at(language, { document: slug }),
      to,
      kind: text[language].types[type],
      ...(dated ? { detail: dated.slice(0, 4) } : {}),
      lang: said === language ? undefined : said,
      alsoAt: [...own, ...own.map((path) => house.publicUrl + path), ...(link ? [link] : [])],
    }
  })
  return [...collections, ...documents]
}
