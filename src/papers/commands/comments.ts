import { type Change, NotFound, personOf, refuse } from '../../platform/visit.ts'
import { placeOf } from '../anchors.ts'
import { mostSaid } from '../model.ts'
import { innerPaper, type Which, workedPaper } from './papers.ts'
import { lockedSection } from './sections.ts'

/** Says something at a passage. Refuses `passageGone` where its words do not stand in the section, `tooMuchSaid`. */
export async function addComment(
  change: Change,
  { sectionId, quote, near, text, ...which }: Which & { sectionId: string; quote: string; near: number; text: string },
) {
  const { group } = await innerPaper(change, which)
  const section = await lockedSection(change, { ...which, id: sectionId })
  if (await isTooMuchSaid(change, which.paperId)) return refuse('tooMuchSaid', 'text')
  const there = placeOf(section.text, quote, near)
  if (!there) return refuse('passageGone', 'quote')
  const { id } = await change.write
    .insertInto('paperComments')
    .values({
      ...{ sectionId, personId: personOf(change), text, at: change.now },
      ...{ quote, quoteStart: there.start, quoteEnd: there.end },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.record('paper.commented', which.paperId, { edition: group.editionId })
  return { id }
}

/** Answers a comment. Refuses `tooMuchSaid`. */
export async function answerComment(change: Change, { id, text, ...which }: Which & { id: string; text: string }) {
  const { group } = await innerPaper(change, which)
  const comment = await lockedComment(change, which.paperId, id)
  if (await isTooMuchSaid(change, which.paperId)) return refuse('tooMuchSaid', 'text')
  const answer = { sectionId: comment.sectionId, answersId: id, personId: personOf(change), text, at: change.now }
  await change.write.insertInto('paperComments').values(answer).execute()
  await change.record('paper.comment_answered', which.paperId, { edition: group.editionId })
  return { id }
}

/** Says that a comment is settled. */
export const settleComment = (change: Change, of: Which & { id: string }) =>
  setSettled(change, of, { resolvedAt: change.now, resolvedBy: personOf(change) })
/** Opens one again that was settled. */
export const reopenComment = (change: Change, of: Which & { id: string }) =>
  setSettled(change, of, { resolvedAt: null, resolvedBy: null })

async function setSettled(
  change: Change,
  { id, ...which }: Which & { id: string },
  values: { resolvedAt: Date | null; resolvedBy: string | null },
) {
  const { group } = await workedPaper(change, which)
  await lockedComment(change, which.paperId, id)
  await change.write.updateTable('paperComments').set(values).where('id', '=', id).execute()
  const what = values.resolvedAt ? 'paper.comment_settled' : 'paper.comment_reopened'
  await change.record(what, which.paperId, { edition: group.editionId })
  return { id }
}

/** A comment itself, no answer, locked. */
async function lockedComment({ write }: Change, paperId: string, id: string) {
  const row = await write
    .selectFrom('paperComments')
    .innerJoin('paperSections', 'paperSections.id', 'paperComments.sectionId')
    .where('paperSections.paperId', '=', paperId)
    .where('paperComments.id', '=', id)
    .where('paperComments.answersId', 'is', null)
    .select('paperComments.sectionId')
    .forUpdate('paperComments')
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** Whether a locked paper, or its section's page, would take no more: so that one person cannot make it slow for all. */
async function isTooMuchSaid(change: Change, paperId: string): Promise<boolean> {
  const { all, own } = await change.write
    .selectFrom('paperComments')
    .innerJoin('paperSections', 'paperSections.id', 'paperComments.sectionId')
    .where('paperSections.paperId', '=', paperId)
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn
        .countAll<number>()
        .filterWhere('paperComments.personId', '=', personOf(change))
        .filterWhere('paperComments.resolvedAt', 'is', null)
        .as('own'),
    ])
    .executeTakeFirstOrThrow()
  return Number(all) >= mostSaid.comments || Number(own) >= mostSaid.openOfOne
}
