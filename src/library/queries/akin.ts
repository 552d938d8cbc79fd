import { sql } from 'kysely'
import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { collectionDocuments, collections, documentSubjects, readable } from '../permissions.ts'
import { type Card, cardColumns, type Document } from './documents.ts'

const most = 5
/** Of a subject that many documents have, only the newest are compared. */
const mostOfSubjects = 200

/**
 * Published documents near this one that are not of its congress, the nearest first: of the same working group, and about
 * the same subjects. One subject alone makes none.
 */
export function akin(visit: Visit, { id, groupId, editionId, subjects }: Document): Promise<Card[]> {
  const about = subjects.map((subject) => subject.id)
  const shared = documentSubjects(visit)
    .where('subjectId', 'in', about.length > 0 ? about : [''])
    .groupBy('documentId')
    .having(({ fn }) => fn.countAll(), '>', 1)
    .orderBy('documentId', 'desc')
    .limit(mostOfSubjects)
    .select('documentId')
  const together = sql<number>`(select count(*) from document_subjects where document_id = documents.id and subject_id = any(${about}))`
  return readable(visit)
    .where('documents.state', '=', 'published')
    .where('documents.id', '<>', id)
    .$if(editionId !== null, (all) => all.where('documents.editionId', 'is distinct from', editionId))
    .where(({ eb, or }) => or([eb('documents.id', 'in', shared), eb('documents.groupId', '=', groupId)]))
    .select(cardColumns)
    .orderBy(sql`coalesce(documents.group_id = ${groupId}, false)`, 'desc')
    .orderBy(together, 'desc')
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
