import { inLanguage, langOf } from '../../platform/language.ts'
import type { Related } from '../../platform/room.ts'
import type { Visit } from '../../platform/visit.ts'
import { paths } from '../paths.ts'
import { editionOrganisations } from '../permissions.ts'
import { text } from '../text/public.ts'

/** What belongs to these organisations: the congresses they host or support. */
export async function relatedTo(visit: Visit, ids: readonly string[]): Promise<Related[]> {
  if (ids.length === 0) return []
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
