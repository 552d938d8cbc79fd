import type { Group } from '../../groups/index.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { installation } from '../../region/index.ts'
import { type Content, isFixed, type State } from '../model.ts'
import { papers, sections } from '../permissions.ts'
import { adoptedPaper, paperAt } from './papers.ts'
import { type Pictures, picturesIn } from './pictures.ts'

/** What a document of a paper says. Its words are in the group's own language, German. */
export type Printed = { content: Content; state: State; publisher: string; group: string; at: Date; pictures: Pictures }

/** What a paper says now, for who is inside. */
export async function contentNow(
  visit: Visit,
  { groupId, paperId }: { groupId: string; paperId: string },
): Promise<Printed> {
  const [paper, parts, { name }] = await Promise.all([
    papers(visit)
      .innerJoin('workingGroups', 'workingGroups.id', 'papers.groupId')
      .where('papers.groupId', '=', groupId)
      .where('papers.id', '=', paperId)
      .select(['papers.title', 'papers.kind', 'papers.state', 'workingGroups.name as group'])
      .executeTakeFirstOrThrow(),
    sections(visit)
      .where('paperId', '=', paperId)
      .where('isRemoved', '=', false)
      .select(['id', 'title', 'text'])
      .orderBy('position')
      .orderBy('id')
      .execute(),
    installation(visit),
  ])
  const { title, kind, state, group } = paper
  const content = { title, kind, sections: parts }
  const named = { publisher: inLanguage('de', name), group: inLanguage('de', group as Bilingual) }
  return { content, state, at: visit.now, pictures: await picturesIn(visit, { paperId, sections: parts }), ...named }
}

/** What a file of a paper says: what was adopted, with its document; for those inside else what stands there now. */
export async function printedPaper(visit: Visit, group: Group, id: string): Promise<Printed & { pdf: Buffer | null }> {
  const paper = group.standing === 'outside' ? undefined : await paperAt(visit, group, id)
  if (paper && !isFixed(paper.state))
    return { ...(await contentNow(visit, { groupId: group.id, paperId: paper.id })), pdf: null }
  const [{ content, state, pdf, adoptedAt }, { name }] = await Promise.all([
    adoptedPaper(visit, group, id),
    installation(visit),
  ])
  const named = { publisher: inLanguage('de', name), group: inLanguage('de', group.name) }
  const pictures = await picturesIn(visit, { paperId: id, sections: content.sections })
  return { content, state, pdf, at: adoptedAt ?? visit.now, pictures, ...named }
}
