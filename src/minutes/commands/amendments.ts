import { ledGroup } from '../../groups/index.ts'
import { type Change, isRefusal, NotFound, personOf, refuse } from '../../platform/visit.ts'
import { lockedMinutes, saveSection, type Which } from './minutes.ts'

type Decision = Which & { id: string; seen: number; to: 'accepted' | 'declined'; text: string; answer: string }

/**
 * Takes over other words for a section, as they are or changed, or declines them with a reason. Refuses
 * `decidedMeanwhile`, `answerMissing`, and `changedMeanwhile` when the section has been saved since it was shown.
 */
export async function decideWords(change: Change, { id, seen, to, text, answer, ...which }: Decision) {
  const group = await ledGroup(change, which.groupId)
  await lockedMinutes(change, which)
  const row = await change.write
    .selectFrom('minutesAmendments')
    .innerJoin('minutesSections', 'minutesSections.id', 'minutesAmendments.sectionId')
    .where('minutesSections.meetingId', '=', which.meetingId)
    .where('minutesAmendments.id', '=', id)
    .select(['minutesAmendments.state', 'minutesSections.id as sectionId', 'minutesSections.title'])
    .forUpdate('minutesAmendments')
    .executeTakeFirst()
  if (!row) throw new NotFound()
  if (row.state !== 'open') return refuse('decidedMeanwhile')
  if (to === 'declined' && !answer) return refuse('answerMissing', 'answer')
  if (to === 'accepted') {
    const saved = await saveSection(change, { ...which, id: row.sectionId, seen, title: row.title, text })
    if (isRefusal(saved)) return saved
  }
  await change.write
    .updateTable('minutesAmendments')
    .set({ state: to, decidedAt: change.now, decidedBy: personOf(change), answer: answer || null })
    .where('id', '=', id)
    .execute()
  await change.record(`minutes.amendment_${to}`, which.meetingId, { edition: group.editionId })
  return { id: row.sectionId }
}
