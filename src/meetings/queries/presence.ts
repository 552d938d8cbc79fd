import { NotFound, type Visit } from '../../platform/visit.ts'
import { guests, heldPresence } from '../permissions.ts'

/** Whether the viewer was at a meeting as a member; as long as nobody has taken attendance, everybody may say so. */
export async function wasThere(visit: Visit, meetingId: string): Promise<boolean> {
  const rows = await guests(visit)
    .leftJoin('groupMembers', 'groupMembers.id', 'meetingGuests.memberId')
    .where('meetingGuests.meetingId', '=', meetingId)
    .where('meetingGuests.isPresent', 'is not', null)
    .select(['meetingGuests.isPresent', 'groupMembers.personId'])
    .execute()
  const own = visit.viewer.kind === 'person' ? visit.viewer.id : undefined
  return rows.length === 0 || rows.some(({ isPresent, personId }) => isPresent && personId === own)
}

/** The guest who was at a meeting and holds the link of its invitation. Throws NotFound for everybody else. */
export async function presentGuest(visit: Visit) {
  const guest = await heldPresence(visit)
    .innerJoin('meetings', 'meetings.id', 'meetingGuests.meetingId')
    .innerJoin('workingGroups', 'workingGroups.id', 'meetings.groupId')
    .select(['meetingGuests.id as guestId', 'meetingGuests.name', 'meetings.id as meetingId', 'meetings.title'])
    .select(['workingGroups.name as group', 'workingGroups.editionId'])
    .executeTakeFirst()
  if (!guest) throw new NotFound()
  return guest
}
export type PresentGuest = Awaited<ReturnType<typeof presentGuest>>

/** The guests without an account who were there, with where they are reached. */
export const presentGuestsOf = ({ read }: Pick<Visit, 'read'>, meetingId: string) =>
  read
    .selectFrom('meetingGuests')
    .where('meetingId', '=', meetingId)
    .where('memberId', 'is', null)
    .where('isPresent', '=', true)
    .select(['id', 'email', 'language'])
    .execute()

/** Meetings to which the viewer is invited as a member, and has not answered yet. */
export const meetingsToAnswer = (visit: Visit) =>
  guests(visit)
    .innerJoin('groupMembers', 'groupMembers.id', 'meetingGuests.memberId')
    .innerJoin('meetings', 'meetings.id', 'meetingGuests.meetingId')
    .where('groupMembers.personId', '=', visit.viewer.kind === 'person' ? visit.viewer.id : null)
    .where('groupMembers.state', '=', 'active')
    .where('meetings.toldRevision', 'is not', null)
    .where((row) =>
      row.or([
        row.and([row('meetings.state', '=', 'polling'), row('meetingGuests.answeredAt', 'is', null)]),
        row.and([
          ...[row('meetings.state', '=', 'planned'), row('meetingGuests.reply', 'is', null)],
          row('meetings.startsAt', '>', visit.now),
        ]),
      ]),
    )
    .select(['meetings.id', 'meetings.groupId', 'meetings.title', 'meetings.state'])
    .orderBy('meetings.startsAt')
    .limit(20)
    .execute()
