import type { Visit } from '../../platform/visit.ts'
import { versions } from '../permissions.ts'

/** What the cover of a document needs. */
export type Covered = { version: number; pictureHeights: number[] }

/** The versions in front of these documents that have a picture of their first page, by the document's id. */
export async function coversOf(visit: Visit, documents: readonly { id: string }[]): Promise<Map<string, Covered>> {
  if (documents.length === 0) return new Map()
  const rows = await versions(visit)
    .innerJoin('documents', (join) =>
      join.onRef('documents.id', '=', 'documentId').onRef('currentVersion', '=', 'version'),
    )
    .where(
      'documentId',
      'in',
      documents.map(({ id }) => id),
    )
    .select(['documentId', 'version', 'pictureHeights'])
    .execute()
  return new Map(rows.map((row) => [row.documentId, { ...row, pictureHeights: row.pictureHeights as number[] }]))
}
