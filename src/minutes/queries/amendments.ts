import { sql } from 'kysely'
import { isId } from '../../platform/id.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { AmendmentState } from '../model.ts'
import { amendments } from '../permissions.ts'

const rows = (visit: Visit) =>
  amendments(visit)
    .innerJoin('minutesSections', 'minutesSections.id', 'minutesAmendments.sectionId')
    .leftJoin('minutesVersions', (join) =>
      join
        .onRef('minutesVersions.sectionId', '=', 'minutesAmendments.sectionId')
        .onRef('minutesVersions.revision', '=', 'minutesAmendments.seen'),
    )
    .leftJoin('people', 'people.id', 'minutesAmendments.personId')
    .leftJoin('meetingGuests', 'meetingGuests.id', 'minutesAmendments.guestId')
    .select([
      'minutesAmendments.id',
      'minutesAmendments.sectionId',
      'minutesAmendments.at',
      'minutesAmendments.text',
      'minutesAmendments.reason',
      'minutesAmendments.answer',
      sql<AmendmentState>`minutes_amendments.state`.as('state'),
      sql<string>`coalesce(people.name, meeting_guests.name, '')`.as('by'),
      sql<string>`coalesce(minutes_versions.text, '')`.as('base'),
    ])

/** Other words that were proposed for sections of a meeting's minutes, in the order of time. */
export const amendmentsOf = (visit: Visit, meetingId: string) =>
  rows(visit)
    .where('minutesSections.meetingId', '=', meetingId)
    .orderBy('minutesAmendments.at')
    .orderBy('minutesAmendments.id')
    .execute()
export type Amendment = Awaited<ReturnType<typeof amendmentsOf>>[number]

/** One of them. Throws NotFound where there is none. */
export async function amendmentAt(visit: Visit, meetingId: string, id: string): Promise<Amendment> {
  const row = isId(id)
    ? await rows(visit)
        .where('minutesSections.meetingId', '=', meetingId)
        .where('minutesAmendments.id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return row
}
