import type { Visit } from '../../platform/visit.ts'
import type { Unit } from '../model/reading.ts'
import { versions } from '../permissions.ts'

/** What a list shows of a document's version: its cover, and what its pages are. */
export type Covered = { version: number; pictureHeights: number[]; unit: Unit }

/** The versions in front of these documents, by the document's id. */
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
    .select(['documentId', 'version', 'pictureHeights', 'unit'])
    .execute()
  return new Map(rows.map((row) => [row.documentId, { ...row, pictureHeights: row.pictureHeights as number[] }]))
}
