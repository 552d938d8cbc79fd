import { inLanguage } from '../../platform/language.ts'
import type { Merging } from '../../platform/room.ts'
import type { Visit } from '../../platform/visit.ts'
import { pieces, signatures } from '../permissions.ts'
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
  const lost = await lostSignatures(visit, { kept, gone })
  return [
    ...rows.map(({ title, stays, goes }) => t.lost(inLanguage(language, title), t[stays], t[goes])),
    ...lost.map(({ title, number, person }) => t.lostSignature(inLanguage(language, title), number, person)),
  ]
}

/** Wordings that both have signed: the signature of the one that stays is kept. */
const lostSignatures = (visit: Visit, { kept, gone }: Merging) =>
  signatures(visit)
    .innerJoin('positionVersions', 'positionVersions.id', 'positionSignatures.versionId')
    .where('positionSignatures.organisationId', '=', gone)
    .where(
      'positionSignatures.versionId',
      'in',
      signatures(visit).where('organisationId', '=', kept).select('versionId'),
    )
    .select(['positionVersions.title', 'positionVersions.number', 'person'])
    .limit(50)
    .execute()
