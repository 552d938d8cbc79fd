import { sql } from 'kysely'
import type { Group } from '../../groups/index.ts'
import { isId } from '../../platform/id.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Answer, State } from '../model.ts'
import {
  agendaItems,
  guests,
  heldPlace,
  invitations,
  meetings,
  options,
  shownAgendaItems,
  shownMeetings,
} from '../permissions.ts'

export type Meeting = {
  id: string
  groupId: string
  title: string
  state: State
  startsAt: Date | null
  endsAt: Date | null
  place: string | null
  link: string | null
  note: string | null
  version: number
  revision: number
  /** The revision that the last invitation told; none was sent where it is null. */
  toldRevision: number | null
}
const columns = [
  'meetings.id',
  'meetings.groupId',
  'meetings.title',
  'meetings.state',
  'meetings.startsAt',
  'meetings.endsAt',
  'meetings.place',
  'meetings.link',
  'meetings.note',
  'meetings.version',
  'meetings.revision',
  'meetings.toldRevision',
] as const

/** The meetings of a group that the viewer sees from inside, those without a date first, then the latest. */
export const meetingsOf = (visit: Visit, group: Group): Promise<Meeting[]> =>
  meetings(visit)
    .where('meetings.groupId', '=', group.id)
    .select(columns)
    .orderBy('meetings.startsAt', (order) => order.desc().nullsFirst())
    .orderBy('meetings.id')
    .limit(500)
    .execute()

/** One of them. Throws NotFound where there is none. */
export async function meetingAt(visit: Visit, group: Group, id: string): Promise<Meeting> {
  const row = isId(id)
    ? await meetings(visit)
        .where('meetings.groupId', '=', group.id)
        .where('meetings.id', '=', id)
        .select(columns)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return row
}

export type ShownMeeting = { id: string; title: string; state: State; startsAt: Date | null; endsAt: Date | null }
const shownColumns = [
  'meetings.id',
  'meetings.title',
  'meetings.state',
  'meetings.startsAt',
  'meetings.endsAt',
] as const

/** What everybody may know of a meeting. Throws NotFound where that is nothing. */
export async function shownMeetingAt(visit: Visit, group: Group, id: string): Promise<ShownMeeting> {
  const row = isId(id)
    ? await shownMeetings(visit)
        .where('meetings.groupId', '=', group.id)
        .where('meetings.id', '=', id)
        .select(shownColumns)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return row
}

/** What belongs to groups of these ids: their meetings, the latest first. */
export const meetingsOfGroups = (visit: Visit, ids: readonly string[]) =>
  shownMeetings(visit)
    .where('meetings.groupId', 'in', ids)
    .where('meetings.state', '!=', 'cancelled')
    .select([...shownColumns, 'meetings.groupId'])
    // Those to come first, the next of them on top; then those that were, the last one first.
    .orderBy(sql`meetings.starts_at < ${visit.now}`, (order) => order.asc().nullsFirst())
    .orderBy(sql`abs(extract(epoch from meetings.starts_at - ${visit.now}))`, (order) => order.asc().nullsFirst())
    .orderBy('meetings.id')
    .limit(20)
    .execute()

export type AgendaItem = { id: string; title: string; who: string | null; lastsMinutes: number | null }
const itemColumns = ['agendaItems.id', 'agendaItems.title', 'agendaItems.who', 'agendaItems.lastsMinutes'] as const

export const agendaOf = (visit: Visit, meetingId: string): Promise<AgendaItem[]> =>
  agendaItems(visit).where('meetingId', '=', meetingId).select(itemColumns).orderBy('position').orderBy('id').execute()

/** The items of a meeting that everybody may know of. */
export const shownAgendaOf = (visit: Visit, meetingId: string): Promise<AgendaItem[]> =>
  shownAgendaItems(visit)
    .where('meetingId', '=', meetingId)
    .select(itemColumns)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** The name of who is invited, in a statement that joins members and people. */
export const guestName = sql<string>`coalesce(nullif(people.name, ''), meeting_guests.name, '')`

export type Guest = {
  id: string
  name: string
  isMember: boolean
  reply: 'yes' | 'no' | null
  note: string | null
  isPresent: boolean | null
  answeredAt: Date | null
}

/** Who is invited, by name; of members those who are in the group still, or were there. */
export async function guestsOf(visit: Visit, meetingId: string): Promise<Guest[]> {
  const rows = await guests(visit)
    .leftJoin('groupMembers', 'groupMembers.id', 'meetingGuests.memberId')
    .leftJoin('people', 'people.id', 'groupMembers.personId')
    .where('meetingGuests.meetingId', '=', meetingId)
    .where((row) =>
      row.or([
        row('meetingGuests.memberId', 'is', null),
        row('groupMembers.state', '=', 'active'),
        row('meetingGuests.isPresent', '=', true),
      ]),
    )
    .select([
      'meetingGuests.id',
      'meetingGuests.memberId',
      'meetingGuests.reply',
      'meetingGuests.note',
      'meetingGuests.isPresent',
      'meetingGuests.answeredAt',
      guestName.as('name'),
    ])
    .orderBy(guestName)
    .orderBy('meetingGuests.id')
    .execute()
  return rows.map(({ memberId, ...guest }) => ({ ...guest, isMember: memberId !== null }))
}

export type Option = { id: string; startsAt: Date; endsAt: Date }
export type Poll = { options: Option[]; answers: { guestId: string; optionId: string; answer: Answer }[] }

/** The dates a meeting could have, and which of them suit whom. */
export async function pollOf(visit: Visit, meetingId: string): Promise<Poll> {
  const [asked, answers] = await Promise.all([
    options(visit)
      .where('meetingId', '=', meetingId)
      .select(['meetingOptions.id', 'meetingOptions.startsAt', 'meetingOptions.endsAt'])
      .orderBy('startsAt')
      .execute(),
    options(visit)
      .innerJoin('meetingAnswers', 'meetingAnswers.optionId', 'meetingOptions.id')
      .where('meetingId', '=', meetingId)
      .select(['guestId', 'optionId', 'answer'])
      .execute(),
  ])
  return { options: asked, answers }
}

/** What a member said to a meeting so far. */
export const replyOf = (visit: Visit, meetingId: string, memberId: string) =>
  guests(visit)
    .where('meetingGuests.meetingId', '=', meetingId)
    .where('meetingGuests.memberId', '=', memberId)
    .select(['meetingGuests.id as guestId', 'meetingGuests.reply', 'meetingGuests.note'])
    .executeTakeFirst()

/** What an invitation said, kept as it was sent. Instants as ISO texts, as JSON holds them. */
export type Content = {
  group: { de: string; en?: string | undefined }
  title: string
  zone: string
  startsAt: string | null
  endsAt: string | null
  options: { startsAt: string; endsAt: string }[]
  place: string | null
  hasLink: boolean
  note: string | null
  agenda: { title: string; who: string | null; lastsMinutes: number | null }[]
}

export type Sent = {
  id: string
  kind: 'poll' | 'invitation' | 'cancellation'
  version: number
  sentAt: Date
  recipients: number
  content: Content
}

/** Every invitation that was sent, the latest first. */
export async function sentOf(visit: Visit, meetingId: string): Promise<Sent[]> {
  const rows = await invitations(visit)
    .where('meetingId', '=', meetingId)
    .select([
      'meetingInvitations.id',
      'meetingInvitations.kind',
      'meetingInvitations.version',
      'sentAt',
      'recipients',
      'content',
    ])
    .orderBy('sentAt', 'desc')
    .orderBy('meetingInvitations.id', 'desc')
    .execute()
  return rows as unknown as Sent[]
}

/** The calendar file that came with the last invitation. Throws NotFound where none was sent. */
export async function sentCalendar(visit: Visit, meetingId: string): Promise<string> {
  const row = await invitations(visit)
    .where('meetingId', '=', meetingId)
    .where('calendar', 'is not', null)
    .select('calendar')
    .orderBy('meetingInvitations.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row?.calendar) throw new NotFound()
  return row.calendar
}

/** What the holder of a link may know: the meeting, its agenda, its dates, and what they have answered. */
export async function placeHeld(visit: Visit) {
  const place = await heldPlace(visit)
    .innerJoin('meetings', 'meetings.id', 'meetingGuests.meetingId')
    .innerJoin('workingGroups', 'workingGroups.id', 'meetings.groupId')
    .select([
      ...columns,
      'workingGroups.name as group',
      'meetingGuests.id as guestId',
      'meetingGuests.name as guestName',
      'meetingGuests.reply',
      'meetingGuests.note as ownNote',
    ])
    .executeTakeFirst()
  if (!place) throw new NotFound()
  const [agenda, dates, answered, calendar] = await Promise.all([
    visit.read
      .selectFrom('agendaItems')
      .where('meetingId', '=', place.id)
      .select(itemColumns)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    visit.read
      .selectFrom('meetingOptions')
      .where('meetingId', '=', place.id)
      .select(['id', 'startsAt', 'endsAt'])
      .orderBy('startsAt')
      .execute(),
    visit.read
      .selectFrom('meetingAnswers')
      .where('guestId', '=', place.guestId)
      .select(['optionId', 'answer'])
      .execute(),
    visit.read
      .selectFrom('meetingInvitations')
      .where('meetingId', '=', place.id)
      .where('calendar', 'is not', null)
      .select('calendar')
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ])
  return { place, agenda, dates, answered, calendar: calendar?.calendar ?? null }
}
export type Held = Awaited<ReturnType<typeof placeHeld>>

export const namesOfMeetings = (visit: Visit, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : meetings(visit).where('meetings.id', 'in', ids).select(['meetings.id', 'meetings.title', 'groupId']).execute()
