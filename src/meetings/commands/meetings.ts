import { ledGroup } from '../../groups/index.ts'
import { notify } from '../../notices/index.ts'
import { changedOf } from '../../platform/changed-values.ts'
import { type Change, linkSecret, NotFound, refuse } from '../../platform/visit.ts'
import { mailTo, tell } from './telling.ts'

/** The secret of the link of somebody who is invited. */
export const guestSecret = (house: Change['house'], id: string) => linkSecret(house, 'meeting-guest', id, 1)

export type Said = { title: string; place: string | null; link: string | null; note: string | null }
type Span = { startsAt: Date; endsAt: Date }
export type Which = { groupId: string; id: string }

/** Enters a meeting: with one date it is planned, with several those invited are asked first. */
export async function addMeeting(
  change: Change,
  { groupId, dates, ...said }: Said & { groupId: string; dates: Span[] },
) {
  const group = await ledGroup(change, groupId)
  const [only, ...others] = dates
  if (!only) return refuse('dateMissing', 'start1')
  const fixed = others.length === 0 ? only : { startsAt: null, endsAt: null }
  const { id } = await change.write
    .insertInto('meetings')
    .values({
      ...{ groupId, ...said, ...fixed, state: others.length === 0 ? 'planned' : 'polling' },
      createdAt: change.now,
      createdBy: change.viewer.kind === 'person' ? change.viewer.id : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (others.length > 0)
    await change.write
      .insertInto('meetingOptions')
      .values(dates.map((date) => ({ meetingId: id, ...date })))
      .execute()
  await bringMembers(change, { groupId, id })
  await notify(change, { groupId, kind: 'meeting' })
  await change.record('meeting.added', id, { edition: group.editionId })
  return { id }
}

/** Changes what is said of a meeting, and its date where it has one. Refuses `changedMeanwhile`, and one that is over. */
export async function changeMeeting(
  change: Change,
  { groupId, id, seen, date, ...said }: Said & Which & { seen: number; date: Span | null },
) {
  const { group, meeting } = await lockedMeeting(change, { groupId, id })
  if (meeting.state === 'cancelled') return refuse('meetingCancelled')
  if (meeting.revision !== seen) return refuse('changedMeanwhile')
  const values = { ...said, ...(meeting.startsAt && date ? date : {}) }
  await change.write
    .updateTable('meetings')
    .set({ ...values, revision: meeting.revision + 1 })
    .where('id', '=', id)
    .execute()
  await change.record('meeting.changed', id, { edition: group.editionId, ...changedOf(meeting, values) })
  return { id }
}

export type Item = { id: string | null; title: string; who: string | null; lastsMinutes: number | null }

/** Sets the agenda, in this order; an item keeps its id. Refuses `changedMeanwhile`. */
export async function setAgenda(change: Change, { groupId, id, seen, items }: Which & { seen: number; items: Item[] }) {
  const { group, meeting } = await lockedMeeting(change, { groupId, id })
  if (meeting.revision !== seen) return refuse('changedMeanwhile')
  const before = await change.write.selectFrom('agendaItems').where('meetingId', '=', id).select('id').execute()
  const kept = items.flatMap((item) => item.id ?? [])
  const gone = before.flatMap((item) => (kept.includes(item.id) ? [] : [item.id]))
  if (gone.length > 0) await change.write.deleteFrom('agendaItems').where('id', 'in', gone).execute()
  for (const [position, { id: own, ...item }] of items.entries())
    if (own && before.some((known) => known.id === own))
      await change.write
        .updateTable('agendaItems')
        .set({ ...item, position })
        .where('id', '=', own)
        .execute()
    else
      await change.write
        .insertInto('agendaItems')
        .values({ ...item, position, meetingId: id })
        .execute()
  await change.write
    .updateTable('meetings')
    .set({ revision: meeting.revision + 1 })
    .where('id', '=', id)
    .execute()
  await change.record('meeting.agenda_set', id, {
    edition: group.editionId,
    after: { agenda: items.map(({ title }) => title) },
  })
  return { id }
}

/** Invites a guest who is no member. Where an invitation was sent already, the guest gets the last one. */
export async function addGuest(change: Change, input: Which & { name: string; email: string; language: 'de' | 'en' }) {
  const { groupId, id, name, email, language } = input
  const { group, meeting } = await lockedMeeting(change, { groupId, id })
  if (meeting.state === 'cancelled') return refuse('meetingCancelled')
  const there = await change.write
    .selectFrom('meetingGuests')
    .leftJoin('groupMembers', 'groupMembers.id', 'meetingGuests.memberId')
    .leftJoin('people', 'people.id', 'groupMembers.personId')
    .where('meetingId', '=', id)
    .where((eb) =>
      eb(eb.fn('lower', [eb.fn.coalesce('people.email', 'meetingGuests.email')]), '=', email.toLowerCase()),
    )
    .select('meetingGuests.id')
    .executeTakeFirst()
  if (there) return refuse('alreadyInvited', 'email')
  if (await hasManyGuests(change, id)) return refuse('tooManyGuests', 'email')
  const guest = crypto.randomUUID()
  await change.write
    .insertInto('meetingGuests')
    .values({ id: guest, meetingId: id, name, email, language, secretHash: guestSecret(change.house, guest).hash })
    .execute()
  const last = await change.write
    .selectFrom('meetingInvitations')
    .where('meetingId', '=', id)
    .select(['id', 'kind'])
    .orderBy('sentAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last) await mailTo(change, { ...last, edition: group.editionId, to: { id: guest, email, language } })
  await change.record('meeting.guest_added', id, { edition: group.editionId })
  return { id }
}

/** Sends the invitation, or asks for a date where there is none yet, to all members and guests. */
export async function sendInvitation(change: Change, which: Which) {
  const { group, meeting } = await lockedMeeting(change, which)
  if (meeting.state !== 'polling' && meeting.state !== 'planned') return refuse('meetingOver')
  if (meeting.toldRevision === meeting.revision && (await wasJustTold(change, which.id))) return refuse('justTold')
  await bringMembers(change, which)
  const told = await tell(change, { group, meeting, kind: meeting.state === 'polling' ? 'poll' : 'invitation' })
  await change.record('meeting.told', which.id, { edition: group.editionId })
  return { id: which.id, told }
}

const mostGuests = 100
async function hasManyGuests({ write }: Change, meetingId: string): Promise<boolean> {
  const { count } = await write
    .selectFrom('meetingGuests')
    .where('meetingId', '=', meetingId)
    .where('memberId', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count) >= mostGuests
}

/** So long the same is not sent to everybody once more. */
const untoldMinutes = 60
async function wasJustTold({ write, now }: Change, meetingId: string): Promise<boolean> {
  const row = await write
    .selectFrom('meetingInvitations')
    .where('meetingId', '=', meetingId)
    .where('sentAt', '>', new Date(now.getTime() - untoldMinutes * 60_000))
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Fixes one of the dates that were asked about, and invites to it. Refuses `dateFixed` when somebody was first. */
export async function fixDate(change: Change, { option, ...which }: Which & { option: string }) {
  const { group, meeting } = await lockedMeeting(change, which)
  if (meeting.state !== 'polling') return refuse('dateFixed')
  const date = await change.write
    .selectFrom('meetingOptions')
    .where('meetingId', '=', which.id)
    .where('id', '=', option)
    .select(['startsAt', 'endsAt'])
    .executeTakeFirst()
  if (!date) throw new NotFound()
  const fixed = { ...date, state: 'planned' as const, revision: meeting.revision + 1 }
  await change.write.updateTable('meetings').set(fixed).where('id', '=', which.id).execute()
  await bringMembers(change, which)
  const told = await tell(change, { group, meeting: { ...meeting, ...fixed }, kind: 'invitation' })
  await change.record('meeting.fixed', which.id, { edition: group.editionId, after: date })
  return { id: which.id, told }
}

/** Calls a meeting off, and tells all who were asked or invited. */
export async function callOff(change: Change, which: Which) {
  const { group, meeting } = await lockedMeeting(change, which)
  if (meeting.state !== 'polling' && meeting.state !== 'planned') return refuse('meetingOver')
  const over = { state: 'cancelled' as const, revision: meeting.revision + 1 }
  await change.write.updateTable('meetings').set(over).where('id', '=', which.id).execute()
  if (meeting.toldRevision !== null)
    await tell(change, { group, meeting: { ...meeting, ...over }, kind: 'cancellation' })
  await change.record('meeting.called_off', which.id, { edition: group.editionId })
  return { id: which.id }
}

/** The meeting, its group's row and its own locked until the change ends. Throws NotFound for all but who leads the group. */
export async function lockedMeeting(change: Change, { groupId, id }: Which) {
  const group = await ledGroup(change, groupId)
  const meeting = await change.write
    .selectFrom('meetings')
    .where('groupId', '=', groupId)
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!meeting) throw new NotFound()
  return { group, meeting }
}

/** Gives every member who has none a place at the meeting. */
export async function bringMembers(change: Change, { groupId, id }: Which) {
  const members = await change.write
    .selectFrom('groupMembers')
    .where('groupId', '=', groupId)
    .where('state', '=', 'active')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('meetingGuests')
            .where('meetingId', '=', id)
            .whereRef('memberId', '=', 'groupMembers.id')
            .select('meetingGuests.id'),
        ),
      ),
    )
    .select('id')
    .execute()
  if (members.length === 0) return
  const rows = members.map((member) => {
    const guest = crypto.randomUUID()
    return { id: guest, meetingId: id, memberId: member.id, secretHash: guestSecret(change.house, guest).hash }
  })
  await change.write.insertInto('meetingGuests').values(rows).execute()
}
