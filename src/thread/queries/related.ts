import { editions } from '../../congress/index.ts'
import { inLanguage, langOf } from '../../platform/language.ts'
import type { Related } from '../../platform/room.ts'
import type { Visit } from '../../platform/visit.ts'
import { pathOf, paths } from '../paths.ts'
import { pieceOrganisations, pieces, relations } from '../permissions.ts'
import { text } from '../text/public.ts'

/**
 * What the thread has that belongs to rows of other rooms: to an edition the page that tells what became of its results,
 * to a document or an organisation the pieces that name it.
 */
export async function relatedTo(visit: Visit, ids: readonly string[]): Promise<Related[]> {
  if (ids.length === 0) return []
  const [ofEditions, ofDocuments, ofOrganisations] = await Promise.all([
    toEditions(visit, ids),
    relations(visit).where('toDocumentId', 'in', ids).select(['fromId as pieceId', 'toDocumentId as to']).execute(),
    pieceOrganisations(visit).where('organisationId', 'in', ids).select(['pieceId', 'organisationId as to']).execute(),
  ])
  return [...ofEditions, ...(await toPieces(visit, [...ofDocuments, ...ofOrganisations]))]
}

async function toEditions(visit: Visit, ids: readonly string[]): Promise<Related[]> {
  const { language } = visit
  const t = text[language].related
  const rows = await pieces(visit)
    .innerJoin('editions', 'editions.id', 'pieces.editionId')
    .where('pieces.editionId', 'in', ids)
    .where('editions.id', 'in', editions(visit).select('editions.id'))
    .where('pieces.publishedAt', 'is not', null)
    .groupBy(['editions.id', 'editions.slug'])
    .select(({ fn }) => ['editions.id', 'editions.slug', fn.countAll<number>().as('count')])
    .execute()
  return rows.map(({ id, slug, count }) => ({
    id: `${id}-thread`,
    to: id,
    text: t.onward,
    kind: t.results(count),
    href: paths.edition.at(language, { edition: slug }),
  }))
}

async function toPieces(visit: Visit, links: readonly { pieceId: string; to: string | null }[]): Promise<Related[]> {
  if (links.length === 0) return []
  const { language } = visit
  const t = text[language]
  const cards = await pieces(visit)
    .where('pieces.id', 'in', [...new Set(links.map(({ pieceId }) => pieceId))])
    .where('pieces.publishedAt', 'is not', null)
    .select(['pieces.id', 'kind', 'slug', 'title', 'state'])
    .execute()
  return links.flatMap(({ pieceId, to }) => {
    const card = cards.find(({ id }) => id === pieceId)
    if (!card || !to) return []
    const { id, kind, slug, title, state } = card
    const href = pathOf(kind).at(language, { piece: slug })
    return [
      {
        id,
        to,
        text: inLanguage(language, title),
        kind: t.kinds[kind],
        detail: t.states[state],
        lang: langOf(language, title),
        href,
      },
    ]
  })
}
