import { innerGroup } from '../../groups/index.ts'
import { type Change, NotFound, refuse } from '../../platform/visit.ts'
import { type Answer, guestsKeptDays } from '../model.ts'
import { heldPlace } from '../permissions.ts'
import { bringMembers, type Which } from './meetings.ts'

/** Whose answer it is, at a meeting that is locked. */
export type Place = Awaited<ReturnType<typeof heldMeeting>>

/** Says which dates suit somebody; what was said before is replaced. Refuses `dateFixed` once one is chosen. */
export async function answerPoll(change: Change, { guestId, meeting }: Place, given: ReadonlyMap<string, Answer>) {
  if (meeting.state !== 'polling') return refuse(meeting.state === 'cancelled' ? 'meetingCancelled' : 'dateFixed')
  const asked = await change.write
    .selectFrom('meetingOptions')
    .where('meetingId', '=', meeting.id)
    .select('id')
    .execute()
  const rows = asked.flatMap(({ id }) => {
    const answer = given.get(id)
    return answer ? [{ guestId, optionId: id, answer }] : []
  })
  await change.write.deleteFrom('meetingAnswers').where('guestId', '=', guestId).execute()
  if (rows.length > 0) await change.write.insertInto('meetingAnswers').values(rows).execute()
  await change.write.updateTable('meetingGuests').set({ answeredAt: change.now }).where('id', '=', guestId).execute()
  await change.record('meeting.answered', meeting.id, { edition: meeting.editionId })
  return { id: meeting.id }
}

/** Says whether somebody comes. Refuses a meeting that is called off, over or without a date. */
export async function reply(change: Change, { guestId, meeting }: Place, input: { reply: 'yes' | 'no'; note: string }) {
  if (meeting.state !== 'planned') return refuse(meeting.state === 'cancelled' ? 'meetingCancelled' : 'meetingOver')
  await change.write
    .updateTable('meetingGuests')
    .set({ reply: input.reply, note: input.note || null, repliedAt: change.now })
    .where('id', '=', guestId)
    .execute()
  await change.record('meeting.replied', meeting.id, { edition: meeting.editionId, after: { reply: input.reply } })
  return { id: meeting.id }
}

/** Deletes guests, and what those invited wrote, a year after the meeting. */
export async function eraseGuests(change: Change) {
  const before = new Date(change.now.getTime() - guestsKeptDays * 86_400_000)
  const over = await change.write
    .selectFrom('meetings')
    .where((eb) => eb(eb.fn.coalesce('endsAt', 'createdAt'), '<', before))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('meetingGuests')
          .whereRef('meetingGuests.meetingId', '=', 'meetings.id')
          .where((row) => row.or([row('memberId', 'is', null), row('meetingGuests.note', 'is not', null)]))
          .select('meetingGuests.id'),
      ),
    )
    .select('id')
    .execute()
  for (const { id } of over) {
    await change.write.deleteFrom('meetingGuests').where('meetingId', '=', id).where('memberId', 'is', null).execute()
    await change.write.updateTable('meetingGuests').set({ note: null }).where('meetingId', '=', id).execute()
    await change.record('meeting.guests_erased', id)
  }
}

/** The place of who is signed in and a member; made where the invitation has not made one yet. */
export async function ownMeeting(change: Change, which: Which) {
  await innerGroup(change, which.groupId)
  const meeting = await lockedAt(change, which.id, which.groupId)
  await bringMembers(change, which)
  const place = await change.write
    .selectFrom('meetingGuests')
    .innerJoin('groupMembers', 'groupMembers.id', 'meetingGuests.memberId')
    .where('meetingGuests.meetingId', '=', meeting.id)
    .where('groupMembers.personId', '=', change.viewer.kind === 'person' ? change.viewer.id : null)
    .where('groupMembers.state', '=', 'active')
    .select('meetingGuests.id')
    .executeTakeFirst()
  if (!place) throw new NotFound()
  return { guestId: place.id, meeting }
}

/** The meeting of the held place, locked: who fixes its date waits, or has been first. */
export async function heldMeeting(change: Change) {
  const place = await heldPlace(change)
    .select(['meetingGuests.id as guestId', 'meetingGuests.meetingId'])
    .executeTakeFirst()
  if (!place) throw new NotFound()
  return { guestId: place.guestId, meeting: await lockedAt(change, place.meetingId) }
}

async function lockedAt({ write }: Change, id: string, groupId?: string) {
  const meeting = await write
    .selectFrom('meetings')
    .innerJoin('workingGroups', 'workingGroups.id', 'meetings.groupId')
    .where('meetings.id', '=', id)
    .$if(groupId !== undefined, (only) => only.where('meetings.groupId', '=', groupId!))
    .select(['meetings.id', 'meetings.state', 'workingGroups.editionId'])
    .forUpdate('meetings')
    .executeTakeFirst()
  if (!meeting) throw new NotFound()
  return meeting
}
