import { sql } from 'kysely'
import type { Findings } from '../../platform/finding.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { answers, askedOf, findingsOf } from '../../search/index.ts'
import { paths } from '../paths.ts'
import { shownDecisions } from '../permissions.ts'
import { text } from '../text/text.ts'

/** More than so many are not compared. */
const mostCompared = 200

/** What the search over all rooms finds of decisions in approved minutes that the viewer may know. */
export async function found(visit: Visit, typed: string, atMost: number): Promise<Findings[]> {
  const query = await askedOf(visit, typed)
  if (!query) return []
  const { language } = visit
  const rows = await shownDecisions(visit)
    .innerJoin('workingGroups', 'workingGroups.id', 'agreements.groupId')
    .where(answers(query)(sql`both_words(agreements.text)`))
    .select(['agreements.groupId', 'agreements.text', 'workingGroups.name as group'])
    .orderBy('minutes.approvedAt', 'desc')
    .orderBy('agreements.id')
    .limit(mostCompared)
    .execute()
  const candidates = rows.map(({ groupId, text: said, group }) => ({
    title: said,
    href: paths.agreements.at(language, { group: groupId }),
    kind: inLanguage(language, group),
    text: '',
  }))
  const findings = await findingsOf(visit, query, candidates, atMost)
  return [{ name: text[language].list.decisions, total: rows.length, findings }]
}
