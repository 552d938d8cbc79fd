import { allEditions, sessions, workingGroups } from '../../congress/index.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Access, State, Type } from '../model/document.ts'
import type { ReadingState, Unit } from '../model/reading.ts'
import { documentSubjects, documents, mayKeep, mustKeep, subjects, versions } from '../permissions.ts'
import type { Version } from './documents.ts'

export type OfficeRow = {
  id: string
  slug: string
  title: string
  type: Type
  state: State
  access: Access
  reading: ReadingState | null
  recognition: Version['recognition'] | null
  pageCount: number | null
  unit: Unit | null
  changedAt: Date
}
export const documentsPerPage = 50

/** A page of all documents, drafts first, then what changed last, and how many there are. Only for the office. */
export async function officeList(visit: Visit, page: number): Promise<{ rows: OfficeRow[]; total: number }> {
  mustKeep(visit)
  const [rows, { total }] = await Promise.all([
    documents(visit)
      .leftJoin('documentVersions', (join) =>
        join.onRef('documentId', '=', 'documents.id').onRef('version', '=', 'currentVersion'),
      )
      .select([
        'documents.id',
        'slug',
        'title',
        'type',
        'state',
        'access',
        'reading',
        'recognition',
        'pageCount',
        'unit',
        'changedAt',
      ])
      .orderBy(({ eb }) => eb('state', '=', 'draft'), 'desc')
      .orderBy('changedAt', 'desc')
      .orderBy('documents.id')
      .limit(documentsPerPage)
      .offset((page - 1) * documentsPerPage)
      .execute(),
    documents(visit)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total }
}

/** What a document may belong to: the congresses, each with the points of its programme and its working groups. */
export async function placesToBelong(visit: Visit) {
  const [cards, points, groups] = await Promise.all([
    allEditions(visit),
    sessions(visit).select(['id', 'editionId', 'title']).orderBy('startsAt').orderBy('position').execute(),
    workingGroups(visit).select(['id', 'editionId', 'name']).orderBy('position').execute(),
  ])
  const groupsOf = Map.groupBy(groups, ({ editionId }) => editionId)
  const byEdition = Map.groupBy(points, ({ editionId }) => editionId)
  return cards.toReversed().map(({ id, title, theme }) => ({
    ...{ id, title, theme },
    sessions: byEdition.get(id) ?? [],
    groups: groupsOf.get(id) ?? [],
  }))
}

/** How many drafts there are, and how many files could not be read as text. */
export async function openMatters(visit: Visit) {
  if (!mayKeep(visit)) return { drafts: 0, unread: 0 }
  const [drafts, unread] = await Promise.all([
    documents(visit)
      .where('state', '=', 'draft')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
    versions(visit)
      .innerJoin('documents', (join) =>
        join.onRef('documents.id', '=', 'documentId').onRef('currentVersion', '=', 'version'),
      )
      .where('reading', 'in', ['encrypted', 'broken', 'empty', 'too_large'])
      .where('state', '!=', 'withdrawn')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ])
  return { drafts: drafts.count, unread: unread.count }
}

/** The vocabulary of subjects in its order, with how many documents each has. Only for the office. */
export async function subjectRows(visit: Visit) {
  mustKeep(visit)
  const [rows, counts] = await Promise.all([
    subjects(visit).select(['id', 'name', 'concept']).orderBy('position').orderBy('id').execute(),
    documentSubjects(visit)
      .select(({ fn }) => ['subjectId', fn.countAll<number>().as('count')])
      .groupBy('subjectId')
      .execute(),
  ])
  const countOf = new Map(counts.map(({ subjectId, count }) => [subjectId, count]))
  return rows.map((row) => ({ ...row, documents: countOf.get(row.id) ?? 0 }))
}
