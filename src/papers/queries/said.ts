import { sql } from 'kysely'
import { isId } from '../../platform/id.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { AmendmentState } from '../model.ts'
import { amendments, comments } from '../permissions.ts'

const byName = sql<string>`coalesce(people.name, '')`

export type Comment = {
  id: string
  answersId: string | null
  text: string
  at: Date
  by: string
  quote: string | null
  quoteStart: number | null
  quoteEnd: number | null
  resolvedAt: Date | null
}

/** What was said at the passages of a section, with the answers, in the order of time. */
export const commentsOf = (visit: Visit, sectionId: string): Promise<Comment[]> =>
  comments(visit)
    .leftJoin('people', 'people.id', 'paperComments.personId')
    .where('paperComments.sectionId', '=', sectionId)
    .select([
      'paperComments.id',
      'paperComments.answersId',
      'paperComments.text',
      'paperComments.at',
      'paperComments.quote',
      'paperComments.quoteStart',
      'paperComments.quoteEnd',
      'paperComments.resolvedAt',
      byName.as('by'),
    ])
    .orderBy('paperComments.at')
    .orderBy('paperComments.id')
    .execute()

/** The section that a comment stands in. Throws NotFound where there is none. */
export async function commentAt(visit: Visit, paperId: string, id: string) {
  const row = isId(id)
    ? await comments(visit)
        .innerJoin('paperSections', 'paperSections.id', 'paperComments.sectionId')
        .where('paperSections.paperId', '=', paperId)
        .where('paperComments.id', '=', id)
        .where('paperComments.answersId', 'is', null)
        .select(['paperComments.id', 'paperComments.sectionId'])
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return row
}

export type Amendment = {
  id: string
  no: number
  sectionId: string
  section: string
  by: string
  personId: string | null
  at: Date
  quote: string
  replacement: string
  reason: string
  state: AmendmentState
  decidedAt: Date | null
  decider: string
  applied: string | null
  answer: string | null
  quoteStart: number | null
  quoteEnd: number | null
  /** What stands at its passage now; null where that is gone. */
  passage: string | null
}

const amendmentsWith = (visit: Visit) =>
  amendments(visit)
    .innerJoin('paperSections', 'paperSections.id', 'paperAmendments.sectionId')
    .leftJoin('people', 'people.id', 'paperAmendments.personId')
    .leftJoin('people as deciders', 'deciders.id', 'paperAmendments.decidedBy')
    .select([
      'paperAmendments.id',
      'paperAmendments.no',
      'paperAmendments.sectionId',
      'paperSections.title as section',
      byName.as('by'),
      'paperAmendments.personId',
      'paperAmendments.at',
      'paperAmendments.quote',
      'paperAmendments.replacement',
      'paperAmendments.reason',
      'paperAmendments.state',
      'paperAmendments.decidedAt',
      sql<string>`coalesce(deciders.name, '')`.as('decider'),
      'paperAmendments.applied',
      'paperAmendments.answer',
      'paperAmendments.quoteStart',
      'paperAmendments.quoteEnd',
      'paperSections.text as sectionText',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof amendmentsWith>['executeTakeFirstOrThrow']>>

const withPassage = ({ sectionText, ...row }: Row): Amendment => ({
  ...row,
  // The program counts UTF-16 units, the database characters: so it is cut here.
  passage: row.quoteStart === null || row.quoteEnd === null ? null : sectionText.slice(row.quoteStart, row.quoteEnd),
})

/** The amendments to a paper in the order of their passages; to one section alone where that is asked for. */
export async function amendmentsOf(visit: Visit, paperId: string, sectionId?: string): Promise<Amendment[]> {
  const all = amendmentsWith(visit).where('paperAmendments.paperId', '=', paperId)
  const rows = await (sectionId ? all.where('paperAmendments.sectionId', '=', sectionId) : all)
    .orderBy('paperSections.isRemoved')
    .orderBy('paperSections.position')
    .orderBy('paperSections.id')
    .orderBy('paperAmendments.quoteStart', (order) => order.asc().nullsLast())
    .orderBy('paperAmendments.no')
    .limit(2000)
    .execute()
  return rows.map(withPassage)
}

/** One of them. Throws NotFound where there is none. */
export async function amendmentAt(visit: Visit, paperId: string, id: string): Promise<Amendment> {
  const row = isId(id)
    ? await amendmentsWith(visit)
        .where('paperAmendments.paperId', '=', paperId)
        .where('paperAmendments.id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return withPassage(row)
}
