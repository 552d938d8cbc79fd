import { groupsShowing, innerGroups } from '../groups/index.ts'
import { heldPresence } from '../meetings/index.ts'
import type { Visit } from '../platform/visit.ts'

type Asker = Pick<Visit, 'read' | 'viewer' | 'now'>
const innerIds = (visit: Asker) => innerGroups(visit).select('workingGroups.id')

/** The minutes of the groups that the viewer sees from inside. */
export const minutes = (visit: Asker) =>
  visit.read
    .selectFrom('minutes')
    .innerJoin('meetings', 'meetings.id', 'minutes.meetingId')
    .where('meetings.groupId', 'in', innerIds(visit))

/** The approved minutes that everybody may read, where the lead shows them; one's own all the same. */
export const shownMinutes = (visit: Asker) =>
  visit.read
    .selectFrom('minutes')
    .innerJoin('meetings', 'meetings.id', 'minutes.meetingId')
    .where('minutes.state', '=', 'approved')
    .where('meetings.groupId', 'in', groupsShowing(visit, 'minutes').select('workingGroups.id'))

const ids = (visit: Asker) => minutes(visit).select('minutes.meetingId')
/** What belongs to the minutes the viewer sees from inside; so with all below. */
export const sections = (visit: Asker) =>
  visit.read.selectFrom('minutesSections').where('minutesSections.meetingId', 'in', ids(visit))
export const versions = (visit: Asker) =>
  visit.read
    .selectFrom('minutesVersions')
    .where('minutesVersions.sectionId', 'in', sections(visit).select('minutesSections.id'))
export const comments = (visit: Asker) =>
  visit.read
    .selectFrom('minutesComments')
    .where('minutesComments.sectionId', 'in', sections(visit).select('minutesSections.id'))
export const amendments = (visit: Asker) =>
  visit.read
    .selectFrom('minutesAmendments')
    .where('minutesAmendments.sectionId', 'in', sections(visit).select('minutesSections.id'))
export const agreements = (visit: Asker) =>
  visit.read.selectFrom('agreements').where('agreements.groupId', 'in', innerIds(visit))

/** The decisions of approved minutes, where the lead shows them to everybody. */
export const shownDecisions = (visit: Asker) =>
  visit.read
    .selectFrom('agreements')
    .innerJoin('minutes', 'minutes.meetingId', 'agreements.meetingId')
    .where('agreements.kind', '=', 'decision')
    .where('minutes.state', '=', 'approved')
    .where('agreements.groupId', 'in', groupsShowing(visit, 'agreements').select('workingGroups.id'))

/** What belongs to minutes that lie before a guest who was there and holds their link; so with what was agreed. */
export const heldSections = (visit: Asker) =>
  visit.read
    .selectFrom('minutesSections')
    .innerJoin('minutes', 'minutes.meetingId', 'minutesSections.meetingId')
    .where('minutes.state', '=', 'commenting')
    .where('minutes.meetingId', 'in', heldPresence(visit).select('meetingGuests.meetingId'))
export const heldAgreements = (visit: Asker) =>
  visit.read
    .selectFrom('agreements')
    .where('agreements.sectionId', 'in', heldSections(visit).select('minutesSections.id'))
