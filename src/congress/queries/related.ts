import { isId } from '../../platform/id.ts'
import { inLanguage, langOf } from '../../platform/language.ts'
import type { Related } from '../../platform/room.ts'
import type { Visit } from '../../platform/visit.ts'
import { paths } from '../paths.ts'
import { editionOrganisations } from '../permissions.ts'
import { text } from '../text/public.ts'
import { editionsIn } from './editions.ts'

/** What belongs to these organisations, regions and districts: the congresses they host or support, or that are held there. */
export async function relatedTo(visit: Visit, ids: readonly string[]): Promise<Related[]> {
  const [organisations, places] = [ids.filter(isId), ids.filter((one) => !isId(one))]
  const [hosted, held] = await Promise.all([
    organisations.length > 0 ? toOrganisations(visit, organisations) : [],
    places.length > 0 ? toPlaces(visit, places) : [],
  ])
  return [...hosted, ...held]
}

async function toPlaces(visit: Visit, places: readonly string[]): Promise<Related[]> {
  const { language } = visit
  const there = await editionsIn(visit, places)
  return there.map(({ id, slug: edition, title, regionId, districtKey, sortOn }) => ({
    ...{ id, to: places.find((one) => one === districtKey) ?? regionId ?? '' },
    text: inLanguage(language, title),
    lang: langOf(language, title),
    href: paths.edition.at(language, { edition }),
    kind: text[language].congress,
    detail: sortOn.slice(0, 4),
  }))
}

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
