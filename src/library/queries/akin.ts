import { sql } from 'kysely'
import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { collectionDocuments, collections, documentSubjects, readable } from '../permissions.ts'
import { type Card, cardColumns, type Document } from './documents.ts'

const most = 5
/** Of a subject that many documents have, only the newest are compared. */
const mostOfSubjects = 200

/**
 * Published documents near this one, the nearest first: of the same point of a programme, working group or congress, and
 * about the same subjects. One subject alone makes none.
 */
export async function akin(visit: Visit, document: Document): Promise<Card[]> {
  const { id, sessionId, groupId, editionId } = document
  const about = document.subjects.map((subject) => subject.id)
  const shared = documentSubjects(visit)
    .where('subjectId', 'in', about.length > 0 ? about : [''])
    .groupBy('documentId')
    .having(({ fn }) => fn.countAll(), '>', 1)
    .orderBy('documentId', 'desc')
    .limit(mostOfSubjects)
    .select('documentId')
  const of = (column: string, value: string | null, weight: number) =>
    value === null
      ? sql<number>`0`
      : sql<number>`case when ${sql.ref(column)} = ${value} then ${sql.lit(weight)} else 0 end`
  const together = sql<number>`(select count(*) from document_subjects where document_id = documents.id and subject_id = any(${about}))`
  const score = sql<number>`${of('documents.sessionId', sessionId, 6)} + ${of('documents.groupId', groupId, 3)} + ${of('documents.editionId', editionId, 2)} + ${together}`
  return readable(visit)
    .where('documents.state', '=', 'published')
    .where('documents.id', '<>', id)
    .where(({ eb, or }) =>
      or([
        eb('documents.id', 'in', shared),
        ...(sessionId ? [eb('documents.sessionId', '=', sessionId)] : []),
        ...(groupId ? [eb('documents.groupId', '=', groupId)] : []),
        ...(editionId ? [eb('documents.editionId', '=', editionId)] : []),
      ]),
    )
    .select(cardColumns)
    .orderBy(score, 'desc')
    .orderBy('dated', (order) => order.desc().nullsLast())
    .orderBy('documents.id')
    .limit(most)
    .execute()
}

/** The published collections in which a document lies. */
export const collectionsWith = (visit: Visit, id: string): Promise<{ slug: string; title: Bilingual }[]> =>
  collections(visit)
    .where('isPublished', '=', true)
    .where('collections.id', 'in', collectionDocuments(visit).where('documentId', '=', id).select('collectionId'))
    .select(['collections.slug', 'collections.title'])
    .orderBy('createdAt')
    .execute()
