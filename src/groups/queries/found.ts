import { sql } from 'kysely'
import type { Findings } from '../../platform/finding.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { answers, askedOf, findingsOf } from '../../search/index.ts'
import { paths } from '../paths.ts'
import { publicMembers } from '../permissions.ts'
import { text } from '../text/group.ts'

/** More than so many are not compared. */
const mostCompared = 500

/**
 * What the search over all rooms finds of the people in groups: who agreed that everybody sees their name, where the
 * group shows its people; their organisation where they agreed to that too.
 */
export async function found(visit: Visit, typed: string, atMost: number): Promise<Findings[]> {
  const query = await askedOf(visit, typed)
  if (!query) return []
  const { language } = visit
  const t = text[language]
  const organisation = sql<string>`case when group_members.is_organisation_public then organisations.name end`
  const rows = await publicMembers(visit)
    .innerJoin('people', 'people.id', 'groupMembers.personId')
    .innerJoin('workingGroups', 'workingGroups.id', 'groupMembers.groupId')
    .leftJoin('organisations', 'organisations.id', 'groupMembers.organisationId')
    .where('groupMembers.isNamePublic', '=', true)
    .where(answers(query)(sql`both_words(concat_ws(' ', people.name, ${organisation}))`))
    .select(['workingGroups.id', 'workingGroups.name as group', 'people.name', 'groupMembers.part'])
    .select(organisation.as('organisation'))
    .orderBy('people.name')
    .orderBy('groupMembers.id')
    .limit(mostCompared)
    .execute()
  const candidates = rows.map(({ id, group, name, part, organisation: of }) => ({
    title: name,
    href: paths.group.at(language, { group: id }),
    kind: [t.parts[part as keyof typeof t.parts], inLanguage(language, group)].join(', '),
    text: of ?? '',
  }))
  return [{ name: t.found, total: rows.length, findings: await findingsOf(visit, query, candidates, atMost) }]
}
