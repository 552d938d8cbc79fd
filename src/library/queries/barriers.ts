import type { Visit } from '../../platform/visit.ts'
import { type Accessibility, type Lack, lacksOf } from '../model/accessibility.ts'
import { versions } from '../permissions.ts'
import { type Card, cardColumns } from './documents.ts'

export type Barriers = Card & { lacks: Lack[] }
const atMost = 500

/** The published documents whose PDF lacks something, newest first. */
export async function barriers(visit: Visit): Promise<Barriers[]> {
  const rows = await versions(visit)
    .innerJoin('documents', (join) =>
      join.onRef('documents.id', '=', 'documentId').onRef('currentVersion', '=', 'version'),
    )
    .where('documents.state', '=', 'published')
    .where('accessibility', 'is not', null)
    .select([...cardColumns, 'accessibility'])
    .orderBy('publishedAt', 'desc')
    .orderBy('documents.id')
    .limit(atMost)
    .execute()
  return rows.flatMap(({ accessibility, ...card }) => {
    const missing = lacksOf(accessibility as Accessibility)
    return missing.length > 0 ? [{ ...card, lacks: missing }] : []
  })
}
