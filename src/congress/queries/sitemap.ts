import type { Visit } from '../../platform/visit.ts'
import { hasOwnPage } from '../model.ts'
import { paths } from '../paths.ts'
import { sessions } from '../permissions.ts'
import { allEditions } from './editions.ts'

/** Addresses of the public editions with their programmes; drafts never, whoever asks. */
export async function sitemap(visit: Visit) {
  const [cards, points] = await Promise.all([
    allEditions(visit),
    sessions(visit).select(['id', 'editionId', 'startsAt', 'endsAt', 'format', 'isBookable', 'abstract']).execute(),
  ])
  const byEdition = Map.groupBy(points, ({ editionId }) => editionId)
  const known = cards.filter(({ state }) => state !== 'draft').reverse()
  return [
    inBoth((language) => paths.congresses.at(language)),
    ...known.map(({ slug }) => inBoth((language) => paths.edition.at(language, { edition: slug }))),
    ...known.flatMap(({ id, slug, state }) => {
      const own = byEdition.get(id) ?? []
      if (own.length === 0) return []
      return [
        inBoth((language) => paths.programme.at(language, { edition: slug })),
        ...own
          .filter((session) => hasOwnPage(session, state))
          .map(({ id }) => inBoth((language) => paths.session.at(language, { edition: slug, session: id }))),
      ]
    }),
  ]
}

const inBoth = (at: (language: 'de' | 'en') => string) => ({ de: at('de'), en: at('en') })
