import { sql } from 'kysely'
import type { Findings } from '../../platform/finding.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { answers, askedOf, findingsOf } from '../../search/index.ts'
import type { Content } from '../model.ts'
import { paths } from '../paths.ts'
import { shownPapers } from '../permissions.ts'
import { text } from '../text/text.ts'

/** More than so many are not compared. */
const mostCompared = 100

/** What the search over all rooms finds of adopted papers that the viewer may read. */
export async function found(visit: Visit, typed: string, atMost: number): Promise<Findings[]> {
  const query = await askedOf(visit, typed)
  if (!query) return []
  const { language } = visit
  const rows = await shownPapers(visit)
    .innerJoin('workingGroups', 'workingGroups.id', 'papers.groupId')
    .where(answers(query)(sql`paper_words(papers.content)`))
    .select(['papers.id', 'papers.groupId', 'papers.title', 'papers.content', 'workingGroups.name as group'])
    .orderBy('papers.adoptedAt', 'desc')
    .orderBy('papers.id')
    .limit(mostCompared)
    .execute()
  const candidates = rows.map(({ id, groupId, title, content, group }) => ({
    title,
    href: paths.paper.at(language, { group: groupId, paper: id }),
    kind: inLanguage(language, group),
    text: (content as unknown as Content).sections.map((section) => `${section.title}. ${section.text}`).join(' '),
  }))
  const findings = await findingsOf(visit, query, candidates, atMost)
  return [{ name: text[language].title, total: rows.length, findings }]
}
