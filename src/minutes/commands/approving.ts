import { createHash } from 'node:crypto'
import { ledGroup } from '../../groups/index.ts'
import { type Change, isRefusal, personOf, refuse, type Visit } from '../../platform/visit.ts'
import { minutesPdf } from '../documents/minutes.ts'
import { nextStates } from '../model.ts'
import { contentOf, markOf } from './content.ts'
import { lockedRow, recordMove, type Which } from './minutes.ts'

/** The mark of what minutes say now: whoever approves has seen just this. */
export const markNow = async (visit: Visit, which: Which) => markOf(await contentOf(visit, which))

/**
 * The document of minutes as they would be approved. It takes its time, so it is set before anything is locked. Refuses
 * `changedMeanwhile` where they no longer say what was `seen`, `unsettable` as `minutesPdf` does.
 */
export async function minutesToApprove(visit: Visit, { seen, ...which }: Which & { seen: string }) {
  const said = await contentOf(visit, which)
  if (markOf(said) !== seen) return refuse('changedMeanwhile')
  const pdf = await minutesPdf(visit, said)
  return isRefusal(pdf) ? pdf : { seen, pdf }
}

/**
 * Approves minutes: what they say is kept with its document and the document's SHA-256, and nothing of it changes any
 * more. Refuses `moveImpossible` when they stand elsewhere by now, `amendmentsOpen` while words that were proposed wait
 * for an answer, `changedMeanwhile` where they no longer say what was `seen`.
 */
export async function approveMinutes(change: Change, { seen, pdf, ...which }: Which & { seen: string; pdf: Buffer }) {
  const group = await ledGroup(change, which.groupId)
  const { state } = await lockedRow(change, which)
  if (!nextStates(state).includes('approved')) return refuse('moveImpossible')
  const { meetingId } = which
  if (await hasOpenAmendments(change, meetingId)) return refuse('amendmentsOpen')
  const said = await contentOf(change, which)
  if (markOf(said) !== seen) return refuse('changedMeanwhile')
  await change.write
    .updateTable('minutes')
    .set({
      ...{ state: 'approved', approvedAt: change.now, approvedBy: personOf(change) },
      ...{ content: JSON.stringify(said.content), pdf, sha256: createHash('sha256').update(pdf).digest() },
    })
    .where('meetingId', '=', meetingId)
    .execute()
  await recordMove(change, { meetingId, edition: group.editionId, from: state, to: 'approved' })
  return { meetingId }
}

const hasOpenAmendments = async ({ write }: Change, meetingId: string) =>
  (await write
    .selectFrom('minutesAmendments')
    .innerJoin('minutesSections', 'minutesSections.id', 'minutesAmendments.sectionId')
    .where('minutesSections.meetingId', '=', meetingId)
    .where('minutesAmendments.state', '=', 'open')
    .select('minutesAmendments.id')
    .executeTakeFirst()) !== undefined
