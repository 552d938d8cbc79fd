import { isId } from '../../platform/id.ts'
import { inLanguage, langOf } from '../../platform/language.ts'
import type { OfPlace, Related } from '../../platform/room.ts'
import type { Visit } from '../../platform/visit.ts'
import { paths } from '../paths.ts'
import { editionOrganisations } from '../permissions.ts'
import { text } from '../text/public.ts'
import { editionsIn } from './editions.ts'

/** What belongs to these organisations, regions and districts: the congresses they host or support, or that are held there. */
export async function relatedTo(visit: Visit, ids: readonly string[]): Promise<Related[]> {
  const kind = text[visit.language].congress
  const [organisations, places] = [ids.filter(isId), ids.filter((one) => !isId(one))]
  const [hosted, held] = await Promise.all([
    organisations.length > 0 ? toOrganisations(visit, organisations) : [],
    Promise.all(places.map(async (to) => (await heldIn(visit, to)).map((one) => ({ ...one, to, kind })))),
  ])
  return [...hosted, ...held.flat()]
}

/** The congresses held in a district or region, the newest first. */
export async function ofPlace(visit: Visit, key: string, atMost: number): Promise<OfPlace> {
  const { language } = visit
  const held = await heldIn(visit, key)
  const href = held.length > atMost ? paths.congresses.at(language) : undefined
  return { name: text[language].congresses, total: held.length, href, first: held.slice(0, atMost) }
}

const heldIn = async (visit: Visit, place: string) =>
  (await editionsIn(visit, place)).map(({ id, slug: edition, title, sortOn }) => ({
    id,
    text: inLanguage(visit.language, title),
    lang: langOf(visit.language, title),
    href: paths.edition.at(visit.language, { edition }),
    detail: sortOn.slice(0, 4),
  }))

async function toOrganisations(visit: Visit, ids: readonly string[]): Promise<Related[]> {
  const { language } = visit
  const t = text[language]
  const rows = await editionOrganisations(visit)
    .innerJoin('editions', 'editions.id', 'editionId')
    .where('organisationId', 'in', ids)
    .select(['editions.id', 'slug', 'title', 'organisationId', 'part'])
    .orderBy('sortOn', 'desc')
    .execute()
  return rows.map(({ id, slug: edition, title, organisationId: to, part }) => ({
    ...{ id, to, kind: part === 'host' ? t.facts.host : t.partner },
    text: inLanguage(language, title),
    lang: langOf(language, title),
    href: paths.edition.at(language, { edition }),
  }))
}
