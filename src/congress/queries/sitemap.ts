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
    paths.congresses.inBoth(),
    ...known.map(({ slug }) => paths.edition.inBoth({ edition: slug })),
    ...known.flatMap(({ id, slug, state }) => {
      const own = byEdition.get(id) ?? []
      if (own.length === 0) return []
      return [
        paths.programme.inBoth({ edition: slug }),
        ...own
          .filter((session) => hasOwnPage(session, state))
          .map(({ id }) => paths.session.inBoth({ edition: slug, session: id })),
      ]
    }),
  ]
}
