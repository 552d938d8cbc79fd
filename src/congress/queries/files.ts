import { idFrom } from '../../platform/id.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { stateAt } from '../model.ts'
import { editionDocuments, editionOrganisations, editions, sessions, speakers } from '../permissions.ts'

/**
 * A file that this edition shows, for everybody who sees the edition: a draft's files are as hidden as the draft, and
 * what an edition shows no longer is gone from it. Throws NotFound otherwise.
 */
export async function fileOf(visit: Visit, { edition: slug, file }: { edition: string; file: string }) {
  const edition = await editions(visit)
    .where('slug', '=', slug)
    .select(['id', 'stateByHand', 'announcedAt', 'opensAt', 'closesAt', 'endsAt', 'documentedAt'])
    .executeTakeFirst()
  if (!edition) throw new NotFound()
  const ofEdition = sessions(visit).where('editionId', '=', edition.id).select('sessions.id')
  const row = await visit.read
    .selectFrom('files')
    .where('id', '=', idFrom(file))
    .where((of) =>
      of.or([
        of('id', 'in', editionDocuments(visit).where('editionId', '=', edition.id).select('fileId')),
        of('id', 'in', editionOrganisations(visit).where('editionId', '=', edition.id).select('logoFileId')),
        of('id', 'in', speakers(visit).where('sessionId', 'in', ofEdition).select('pictureFileId')),
      ]),
    )
    .select(['sha256', 'name', 'mediaType', 'width'])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { ...row, isPublic: stateAt(edition, visit.now) !== 'draft' }
}
