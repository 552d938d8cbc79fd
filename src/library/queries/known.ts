import type { Visit } from '../../platform/visit.ts'
import { documents, mustKeep } from '../permissions.ts'

type Asked = { source: string | null; doi: string | null; urn: string | null; file: string | null }

/** The document that is known by one of these, or has the same content as this file; undefined where there is none. */
export async function knownDocument(visit: Visit, { source, doi, urn, file }: Asked): Promise<string | undefined> {
  mustKeep(visit)
  const row = await documents(visit)
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('documents.source', '=', source),
        eb(eb.fn('lower', ['doi']), '=', doi?.toLowerCase() ?? null),
        eb('urn', '=', urn),
        exists(
          selectFrom('documentVersions')
            .innerJoin('files', 'files.id', 'fileId')
            .whereRef('documentId', '=', 'documents.id')
            .where('sha256', '=', selectFrom('files as same').where('same.id', '=', file).select('same.sha256'))
            .select('documentId'),
        ),
      ]),
    )
    .select('documents.id')
    .orderBy('documents.id')
    .executeTakeFirst()
  return row?.id
}
