import { groupsShowing, innerGroups } from '../groups/index.ts'
import type { Visit } from '../platform/visit.ts'

type Asker = Pick<Visit, 'read' | 'viewer' | 'now'>
const innerIds = (visit: Asker) => innerGroups(visit).select('workingGroups.id')

/** The meetings of the groups that the viewer sees from inside. */
export const meetings = (visit: Asker) =>
  visit.read.selectFrom('meetings').where('meetings.groupId', 'in', innerIds(visit))

/** The meetings whose title and date everybody may see, where the lead shows them; one's own all the same. */
export const shownMeetings = (visit: Asker) =>
  visit.read
    .selectFrom('meetings')
    .where((row) =>
      row.or([
        row('meetings.groupId', 'in', innerIds(visit)),
        row.and([
          row('meetings.state', 'in', ['planned', 'held']),
          row('meetings.groupId', 'in', groupsShowing(visit, 'meetings').select('workingGroups.id')),
        ]),
      ]),
    )

const ids = (visit: Asker) => meetings(visit).select('meetings.id')
/** What belongs to the meetings that the viewer sees from inside; so with all below. */
export const options = (visit: Asker) =>
  visit.read.selectFrom('meetingOptions').where('meetingOptions.meetingId', 'in', ids(visit))
export const agendaItems = (visit: Asker) =>
  visit.read.selectFrom('agendaItems').where('agendaItems.meetingId', 'in', ids(visit))
export const guests = (visit: Asker) =>
  visit.read.selectFrom('meetingGuests').where('meetingGuests.meetingId', 'in', ids(visit))
export const invitations = (visit: Asker) =>
  visit.read.selectFrom('meetingInvitations').where('meetingInvitations.meetingId', 'in', ids(visit))
/** The agendas of the meetings whose date everybody may see. */
export const shownAgendaItems = (visit: Asker) =>
  visit.read.selectFrom('agendaItems').where('agendaItems.meetingId', 'in', shownMeetings(visit).select('meetings.id'))

/** The place at a meeting whose secret the viewer holds. Who has left the group holds none. */
export const heldPlace = ({ read, viewer }: Pick<Visit, 'read' | 'viewer'>) =>
  read
    .selectFrom('meetingGuests')
    .leftJoin('groupMembers', 'groupMembers.id', 'meetingGuests.memberId')
    .where('meetingGuests.secretHash', '=', viewer.kind === 'holder' ? viewer.secretHash : null)
    .where((row) => row.or([row('meetingGuests.memberId', 'is', null), row('groupMembers.state', '=', 'active')]))

/** The same of a guest without an account who was there. */
export const heldPresence = (visit: Pick<Visit, 'read' | 'viewer'>) =>
  heldPlace(visit).where('meetingGuests.memberId', 'is', null).where('meetingGuests.isPresent', '=', true)
