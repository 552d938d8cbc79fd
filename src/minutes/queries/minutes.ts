import { sql } from 'kysely'
import type { Group } from '../../groups/index.ts'
import { isId } from '../../platform/id.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { type Content, type State, withoutNames } from '../model.ts'
import { comments, minutes, sections, shownMinutes, versions } from '../permissions.ts'

export type Minutes = { meetingId: string; state: State; approvedAt: Date | null; sha256: Buffer | null }

/** The minutes of a meeting, as those inside see them; undefined where nobody has begun them. */
export const minutesOf = (visit: Visit, meetingId: string): Promise<Minutes | undefined> =>
  minutes(visit)
    .where('minutes.meetingId', '=', meetingId)
    .select(['minutes.meetingId', 'minutes.state', 'minutes.approvedAt', 'minutes.sha256'])
    .executeTakeFirst()

const shownOf = (visit: Visit, group: Group, meetingId: string) =>
  shownMinutes(visit).where('meetings.groupId', '=', group.id).where('minutes.meetingId', '=', meetingId)

/** Approved minutes with what they say, for those outside without names. Throws NotFound where the viewer may not read any. */
export async function approvedMinutes(visit: Visit, group: Group, meetingId: string) {
  const row = isId(meetingId)
    ? await shownOf(visit, group, meetingId)
        .select(['minutes.meetingId', 'minutes.content', 'minutes.approvedAt', 'minutes.sha256'])
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  const content = row.content as unknown as Content
  return { ...row, content: group.standing === 'outside' ? withoutNames(content) : content }
}

/** The document of approved minutes, as it was kept. Throws NotFound where the viewer may not read any. */
export async function approvedDocument(visit: Visit, group: Group, meetingId: string): Promise<Buffer> {
  const row = isId(meetingId)
    ? await shownOf(visit, group, meetingId).select('minutes.pdf').executeTakeFirst()
    : undefined
  if (!row?.pdf) throw new NotFound()
  return row.pdf
}

const byName = sql<string>`coalesce(nullif(people.name, ''), '')`

export type Section = {
  id: string
  title: string
  text: string
  revision: number
  changedAt: Date
  by: string
}
const sectionsWith = (visit: Visit) =>
  sections(visit)
    .leftJoin('people', 'people.id', 'minutesSections.changedBy')
    .select([
      'minutesSections.id',
      'minutesSections.title',
      'minutesSections.text',
      'minutesSections.revision',
      'minutesSections.changedAt',
      byName.as('by'),
    ])

export const sectionsOf = (visit: Visit, meetingId: string): Promise<Section[]> =>
  sectionsWith(visit).where('meetingId', '=', meetingId).orderBy('position').orderBy('minutesSections.id').execute()

/** One section. Throws NotFound where there is none. */
export async function sectionAt(visit: Visit, meetingId: string, id: string): Promise<Section> {
  const row = isId(id)
    ? await sectionsWith(visit)
        .where('meetingId', '=', meetingId)
        .where('minutesSections.id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return row
}

export type Version = { revision: number; title: string; text: string; at: Date; by: string }

/** Every version of a section, the latest first. */
export const versionsOf = (visit: Visit, sectionId: string): Promise<Version[]> =>
  versions(visit)
    .leftJoin('people', 'people.id', 'minutesVersions.byPerson')
    .where('sectionId', '=', sectionId)
    .select([
      'minutesVersions.revision',
      'minutesVersions.title',
      'minutesVersions.text',
      'minutesVersions.at',
      byName.as('by'),
    ])
    .orderBy('revision', 'desc')
    .limit(100)
    .execute()

export type Comment = { id: string; sectionId: string; text: string; at: Date; by: string }

export const commentsOf = (visit: Visit, meetingId: string): Promise<Comment[]> =>
  comments(visit)
    .innerJoin('minutesSections', 'minutesSections.id', 'minutesComments.sectionId')
    .leftJoin('people', 'people.id', 'minutesComments.personId')
    .leftJoin('meetingGuests', 'meetingGuests.id', 'minutesComments.guestId')
    .where('minutesSections.meetingId', '=', meetingId)
    .select([
      'minutesComments.id',
      'minutesComments.sectionId',
      'minutesComments.text',
      'minutesComments.at',
      sql<string>`coalesce(people.name, meeting_guests.name, '')`.as('by'),
    ])
    .orderBy('minutesComments.at')
    .orderBy('minutesComments.id')
    .execute()

/** Approved minutes of groups of these ids, for what belongs to a group. */
export const minutesOfGroups = (visit: Visit, ids: readonly string[]) =>
  shownMinutes(visit)
    .where('meetings.groupId', 'in', ids)
    .select(['meetings.id', 'meetings.groupId', 'meetings.title', 'minutes.approvedAt', 'minutes.sha256'])
    .orderBy('minutes.approvedAt', 'desc')
    .limit(20)
    .execute()
