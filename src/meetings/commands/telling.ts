import type { ledGroup } from '../../groups/index.ts'
import { calendar } from '../../platform/calendar.ts'
import { inLanguage } from '../../platform/language.ts'
import { queueMail } from '../../platform/outbox.ts'
import type { Change, Language } from '../../platform/visit.ts'
import { installation } from '../../region/index.ts'
import { paths } from '../paths.ts'
import type { Content } from '../queries/meetings.ts'

type Kind = 'poll' | 'invitation' | 'cancellation'
type Group = Awaited<ReturnType<typeof ledGroup>>
type Row = {
  id: string
  title: string
  startsAt: Date | null
  endsAt: Date | null
  place: string | null
  link: string | null
  note: string | null
  version: number
  revision: number
}

/** Keeps what is said now, with its calendar file, and mails it to all who are invited. Gives how many these are. */
export async function tell(change: Change, { group, meeting, kind }: { group: Group; meeting: Row; kind: Kind }) {
  const to = await recipients(change, meeting.id)
  const version = kind === 'poll' ? meeting.version : meeting.version + 1
  const content = await contentOf(change, group, meeting)
  const { id } = await change.write
    .insertInto('meetingInvitations')
    .values({
      ...{ meetingId: meeting.id, kind, version, sentAt: change.now, recipients: to.length },
      sentBy: change.viewer.kind === 'person' ? change.viewer.id : null,
      content: JSON.stringify(content),
      calendar: calendarOf(change, {
        group,
        meeting: { ...meeting, version },
        content,
        isCancelled: kind === 'cancellation',
      }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.write
    .updateTable('meetings')
    .set({ version, toldRevision: meeting.revision })
    .where('id', '=', meeting.id)
    .execute()
  for (const one of to) await mailTo(change, { id, kind, edition: group.editionId, to: one })
  return to.length
}

type Recipient = { id: string; email: string; language: Language }

/** Mails an invitation that is kept to one of those invited. */
export const mailTo = (
  change: Change,
  { id, kind, edition, to }: { id: string; kind: Kind; edition: string; to: Recipient },
) =>
  queueMail(change, {
    template: `meetings.${kind}`,
    about: id,
    edition,
    recipient: to.email,
    language: to.language,
    values: { guest: to.id },
  })

/** The members who are in the group now, and the guests. */
async function recipients({ write }: Change, meetingId: string): Promise<Recipient[]> {
  const rows = await write
    .selectFrom('meetingGuests')
    .leftJoin('groupMembers', 'groupMembers.id', 'meetingGuests.memberId')
    .leftJoin('people', 'people.id', 'groupMembers.personId')
    .where('meetingId', '=', meetingId)
    .where((row) => row.or([row('memberId', 'is', null), row('groupMembers.state', '=', 'active')]))
    .select((eb) => [
      'meetingGuests.id',
      eb.fn.coalesce('people.email', 'meetingGuests.email').as('email'),
      eb.fn.coalesce('people.language', 'meetingGuests.language').as('language'),
    ])
    .orderBy('meetingGuests.id')
    .execute()
  return rows.flatMap(({ id, email, language }) => (email ? [{ id, email, language }] : []))
}

async function contentOf(change: Change, group: Group, { id, ...meeting }: Row): Promise<Content> {
  const [agenda, dates, { zone }] = await Promise.all([
    change.read
      .selectFrom('agendaItems')
      .where('meetingId', '=', id)
      .select(['title', 'who', 'lastsMinutes'])
      .orderBy('position')
      .orderBy('id')
      .execute(),
    change.read
      .selectFrom('meetingOptions')
      .where('meetingId', '=', id)
      .select(['startsAt', 'endsAt'])
      .orderBy('startsAt')
      .execute(),
    installation(change),
  ])
  const { title, startsAt, endsAt, place, link, note } = meeting
  const iso = (at: Date) => at.toISOString()
  return {
    ...{ group: group.name, title, zone, place, note, agenda, hasLink: link !== null },
    startsAt: startsAt && iso(startsAt),
    endsAt: endsAt && iso(endsAt),
    options: dates.map((one) => ({ startsAt: iso(one.startsAt), endsAt: iso(one.endsAt) })),
  }
}

type Told = { group: Group; meeting: Row; content: Content; isCancelled: boolean }

/** The appointment as a file; none while there is no date. The video conference is found on the page, not in it. */
function calendarOf({ house, now, language }: Change, { group, meeting, content, isCancelled }: Told): string | null {
  const { id, version, title, startsAt, endsAt, place } = meeting
  if (!startsAt || !endsAt) return null
  const name = inLanguage(language, group.name)
  const agenda = content.agenda.map((item, index) => `${index + 1}. ${item.title}`)
  return calendar({
    name,
    publicUrl: house.publicUrl,
    stamp: now,
    zone: content.zone,
    appointments: [
      {
        ...{ id, version, isCancelled, begin: startsAt, end: endsAt, title: `${name}: ${title}` },
        description: [meeting.note, ...agenda].filter(Boolean).join('\n') || undefined,
        url: house.publicUrl + paths.meeting.at(language, { group: group.id, meeting: id }),
        place: place ? { name: place } : undefined,
      },
    ],
  })
}
