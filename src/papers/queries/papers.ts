import { sql } from 'kysely'
import type { Group } from '../../groups/index.ts'
import { isId } from '../../platform/id.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Content, Kind, State } from '../model.ts'
import { papers, sections, shownPapers, versions } from '../permissions.ts'

export type Paper = {
  id: string
  title: string
  kind: Kind
  state: State
  revision: number
  changedAt: Date
}

const columns = [
  'papers.id',
  'papers.title',
  'papers.kind',
  'papers.state',
  'papers.revision',
  'papers.changedAt',
] as const

const openComments = sql<number>`(select count(*)::int from paper_comments c join paper_sections s on s.id = c.section_id
  where s.paper_id = papers.id and c.answers_id is null and c.resolved_at is null)`
const openAmendments = sql<number>`(select count(*)::int from paper_amendments a
  where a.paper_id = papers.id and a.state = 'open')`

export type ListedPaper = Paper & { openComments: number; openAmendments: number }

const withCounts = (visit: Visit) =>
  papers(visit).select([...columns, openComments.as('openComments'), openAmendments.as('openAmendments')])

/** The papers of a group as those inside see them, the one changed last first. */
export const papersOf = (visit: Visit, group: Group): Promise<ListedPaper[]> =>
  withCounts(visit)
    .where('papers.groupId', '=', group.id)
    .orderBy('papers.changedAt', 'desc')
    .orderBy('papers.id')
    .limit(500)
    .execute()

/** One of them. Throws NotFound where there is none. */
export async function paperAt(visit: Visit, group: Group, id: string): Promise<ListedPaper> {
  const row = isId(id)
    ? await withCounts(visit).where('papers.groupId', '=', group.id).where('papers.id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return row
}

const adoptedColumns = [
  'papers.id',
  'papers.groupId',
  'papers.title',
  'papers.kind',
  'papers.state',
  'papers.adoptedAt',
] as const

/** Adopted papers of groups of these ids that the viewer may read, the latest first. */
export const adoptedPapers = (visit: Visit, groupIds: readonly string[]) =>
  shownPapers(visit)
    .where('papers.groupId', 'in', groupIds)
    .select(adoptedColumns)
    .orderBy('papers.adoptedAt', 'desc')
    .orderBy('papers.id')
    .limit(200)
    .execute()

/** An adopted paper with what it says. Throws NotFound where the viewer may not read any. */
export async function adoptedPaper(visit: Visit, group: Group, id: string) {
  const row = isId(id)
    ? await shownPapers(visit)
        .where('papers.groupId', '=', group.id)
        .where('papers.id', '=', id)
        .select([...adoptedColumns, 'papers.content', 'papers.sha256', 'papers.pdf', 'papers.handedOverAt'])
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return { ...row, content: row.content as unknown as Content }
}
export type AdoptedPaper = Awaited<ReturnType<typeof adoptedPaper>>

const byName = sql<string>`coalesce(people.name, '')`

export type Section = {
  id: string
  title: string
  text: string
  revision: number
  isRemoved: boolean
  changedAt: Date
  by: string
  openComments: number
  openAmendments: number
}

const sectionsWith = (visit: Visit) =>
  sections(visit)
    .leftJoin('people', 'people.id', 'paperSections.changedBy')
    .select([
      'paperSections.id',
      'paperSections.title',
      'paperSections.text',
      'paperSections.revision',
      'paperSections.isRemoved',
      'paperSections.changedAt',
      byName.as('by'),
      sql<number>`(select count(*)::int from paper_comments c
        where c.section_id = paper_sections.id and c.answers_id is null and c.resolved_at is null)`.as('openComments'),
      sql<number>`(select count(*)::int from paper_amendments a
        where a.section_id = paper_sections.id and a.state = 'open')`.as('openAmendments'),
    ])

/** The sections of a paper in order, those taken out at the end. */
export const sectionsOf = (visit: Visit, paperId: string): Promise<Section[]> =>
  sectionsWith(visit)
    .where('paperId', '=', paperId)
    .orderBy('isRemoved')
    .orderBy('position')
    .orderBy('paperSections.id')
    .execute()

/** One section. Throws NotFound where there is none. */
export async function sectionAt(visit: Visit, paperId: string, id: string): Promise<Section> {
  const row = isId(id)
    ? await sectionsWith(visit).where('paperId', '=', paperId).where('paperSections.id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return row
}

export type Version = { revision: number; title: string; text: string; at: Date; by: string }

const versionsWith = (visit: Visit, sectionId: string) =>
  versions(visit)
    .leftJoin('people', 'people.id', 'paperVersions.byPerson')
    .where('sectionId', '=', sectionId)
    .select([
      'paperVersions.revision',
      'paperVersions.title',
      'paperVersions.text',
      'paperVersions.at',
      byName.as('by'),
    ])

/** The latest versions of a section, the latest first; from the one with this number down. */
export const versionsOf = (visit: Visit, sectionId: string, upTo = 2_147_483_647): Promise<Version[]> =>
  versionsWith(visit, sectionId).where('revision', '<=', upTo).orderBy('revision', 'desc').limit(51).execute()

/** One version; undefined where there is none. */
export const versionAt = (visit: Visit, sectionId: string, revision: number): Promise<Version | undefined> =>
  versionsWith(visit, sectionId).where('revision', '=', revision).executeTakeFirst()
