import { inLanguage } from '../../platform/language.ts'
import type { Merging } from '../../platform/room.ts'
import type { Visit } from '../../platform/visit.ts'
import { pieces } from '../permissions.ts'
import { text } from '../text/projects.ts'

/** The pieces in which both organisations take part: the part and the contribution of the one that stays are kept. */
export async function lostParts(visit: Visit, { kept, gone }: Merging): Promise<string[]> {
  const { language } = visit
  const t = text[language].parts
  const rows = await pieces(visit)
    .innerJoin('pieceOrganisations as stays', 'stays.pieceId', 'pieces.id')
    .innerJoin('pieceOrganisations as goes', 'goes.pieceId', 'pieces.id')
    .where('stays.organisationId', '=', kept)
    .where('goes.organisationId', '=', gone)
    .where((row) => row.or([row('goes.task', 'is not', null), row('goes.part', '!=', row.ref('stays.part'))]))
    .select(['title', 'stays.part as stays', 'goes.part as goes'])
    .orderBy('pieces.slug')
    .limit(50)
    .execute()
  return rows.map(({ title, stays, goes }) => t.lost(inLanguage(language, title), t[stays], t[goes]))
}
