import { createHash } from 'node:crypto'
import { guestsOf, spanText } from '../../meetings/index.ts'
import { type Bilingual, dates, inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { installation } from '../../region/index.ts'
import type { Content } from '../model.ts'
import { agreementsOfMeeting } from '../queries/agreements.ts'
import { sectionsOf } from '../queries/minutes.ts'

export type Said = { content: Content; publisher: string; group: string }

/** Names what minutes say: the same mark, the same words. */
export const markOf = (said: Said) => createHash('sha256').update(JSON.stringify(said)).digest('base64url')

/** What minutes say now, in the group's own language, German. */
export async function contentOf(
  asked: Visit,
  { groupId, meetingId }: { groupId: string; meetingId: string },
): Promise<Said> {
  const visit = { ...asked, language: 'de' as const }
  const [meeting, guests, sections, agreed, { zone, name }] = await Promise.all([
    visit.read
      .selectFrom('meetings')
      .innerJoin('workingGroups', 'workingGroups.id', 'meetings.groupId')
      .where('meetings.id', '=', meetingId)
      .where('groupId', '=', groupId)
      .select(['title', 'startsAt', 'endsAt', 'place', 'workingGroups.name as group'])
      .executeTakeFirstOrThrow(),
    guestsOf(visit, meetingId),
    sectionsOf(visit, meetingId),
    agreementsOfMeeting(visit, meetingId),
    installation(visit),
  ])
  const { title, startsAt, endsAt, place, group } = meeting
  const named = (isPresent: boolean) =>
    guests.flatMap((guest) => (guest.isPresent === isPresent && guest.name ? [guest.name] : []))
  const day = (on: string | null) => (on ? dates('de', zone).day(new Date(`${on}T12:00:00Z`)) : '')
  const content: Content = {
    ...{ title, place, present: named(true), absent: named(false) },
    when: startsAt && endsAt ? spanText('de', zone, { startsAt, endsAt }) : '',
    sections: sections.map((section) => ({
      title: section.title,
      text: section.text,
      agreements: agreed.flatMap(({ sectionId, kind, text, who, dueOn }) =>
        sectionId === section.id ? [{ kind, text, who, due: day(dueOn) }] : [],
      ),
    })),
  }
  return { content, publisher: inLanguage('de', name), group: inLanguage('de', group as Bilingual) }
}
