import { room } from '../platform/room.ts'
import { readDocument } from './jobs.ts'
import { paths } from './paths.ts'
import { mayKeep } from './permissions.ts'
import { latest, namesOf } from './queries/documents.ts'
import { openMatters } from './queries/office.ts'
import { related } from './related.ts'
import { officeRoutes } from './routes/office.tsx'
import { publicRoutes } from './routes/public.tsx'
import { text } from './text.ts'

export { addDocument, publishDocument } from './commands/documents.ts'
export { addVersion } from './commands/versions.ts'
export type { DocumentInput } from './model/document.ts'
export { paths as libraryPaths } from './paths.ts'

const inBoth = (at: (language: 'de' | 'en') => string) => ({ de: at('de'), en: at('en') })
const mostInSitemap = 10_000

export const library = room({
  name: 'library',
  routes(web) {
    publicRoutes(web)
    officeRoutes(web)
  },
  jobs: { readDocument },
  async sitemap(visit) {
    const documents = await latest(visit, mostInSitemap)
    return [
      inBoth((language) => paths.library.at(language)),
      ...documents.map(({ slug }) => inBoth((language) => paths.document.at(language, { document: slug }))),
    ]
  },
  named: async (visit, ids) =>
    (await namesOf(visit, ids)).map(({ id, slug, title }) => ({
      id,
      text: title,
      href: (mayKeep(visit) ? paths.edit : paths.document).at(visit.language, { document: slug }),
    })),
  related,
  recorded: (language) => ({ deeds: text[language].deeds, fields: text[language].recorded }),
  async attention(visit) {
    const { drafts, unread } = await openMatters(visit)
    const t = text[visit.language].office.attention
    const href = paths.office.at(visit.language)
    return [
      ...(drafts ? [{ text: t.drafts(drafts), href }] : []),
      ...(unread ? [{ text: t.unread(unread), href }] : []),
    ]
  },
  menu: (visit) =>
    mayKeep(visit) ? [{ href: paths.office.at(visit.language), label: text[visit.language].office.menu }] : [],
})
