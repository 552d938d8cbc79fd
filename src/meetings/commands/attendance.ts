import { sql } from 'kysely'
import { workedGroup } from '../../groups/index.ts'
import type { Change } from '../../platform/visit.ts'

/** Writes down who was there; a planned meeting that has begun is held from then on. */
export async function takeAttendance(
  change: Change,
  { groupId, meetingId, present }: { groupId: string; meetingId: string; present: readonly string[] },
) {
  const group = await workedGroup(change, groupId)
  await change.write
    .updateTable('meetingGuests')
    .set({ isPresent: sql<boolean>`id = any(${present}::uuid[])` })
    .where('meetingId', '=', meetingId)
    .execute()
  await change.write
    .updateTable('meetings')
    .set({ state: 'held' })
    .where('groupId', '=', groupId)
    .where('id', '=', meetingId)
    .where('state', '=', 'planned')
    .where('startsAt', '<=', change.now)
    .execute()
  await change.record('meeting.attendance_taken', meetingId, { edition: group.editionId })
}
