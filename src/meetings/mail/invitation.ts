import { inLanguage, type Language } from '../../platform/language.ts'
import type { MailBlock } from '../../platform/mail-blocks.ts'
import { renderMail } from '../../platform/mail-page.tsx'
import { type MailWords, writtenMail } from '../../platform/mail-words.ts'
import type { Mail, MailTemplate } from '../../platform/outbox.ts'
import type { JobVisit } from '../../platform/room.ts'
import { guestSecret } from '../commands/meetings.ts'
import { paths } from '../paths.ts'
import type { Content } from '../queries/meetings.ts'
import { text } from '../text/text.ts'
import { spanText } from '../times.ts'

type Kind = 'poll' | 'invitation' | 'cancellation'

const wordsOf = (kind: Kind): MailWords => ({
  title: (language) => text[language].mail.titles[kind],
  placeholders: ['group', 'title'],
  parts: kind === 'cancellation' ? ['facts'] : ['facts', 'link'],
  standard: (language) => text[language].mail.standard[kind],
  example: (language) => ({ ...text[language].mail.example, link: text[language].mail.buttons.invitation }),
})

/** What an invitation says, out of what is kept of it; useless to who has left, and once something newer was sent. */
const invitationMail = (kind: Kind): MailTemplate => ({
  words: wordsOf(kind),
  async compose(visit, mail) {
    const { language } = mail
    const [sent, guest] = await Promise.all([lastSent(visit, mail), invitedGuest(visit, mail)])
    if (!sent || !guest) return undefined
    const t = text[language].mail
    const content = sent.content as unknown as Content
    const { secret } = guestSecret(visit.house, guest.id)
    const href = visit.house.publicUrl + paths.own.at(language, { secret })
    const written = await writtenMail(visit, mail, wordsOf(kind), {
      values: { group: inLanguage(language, content.group), title: content.title },
      parts: {
        facts: factsOf(language, content),
        ...(kind === 'cancellation' ? {} : { link: [{ kind: 'button' as const, text: t.buttons[kind], href }] }),
      },
    })
    const type = 'text/calendar; charset=utf-8; method=PUBLISH'
    const attachments = sent.calendar ? [{ name: 'sitzung.ics', type, bytes: Buffer.from(sent.calendar) }] : []
    return { ...renderMail({ ...visit.look, ...written, footer: [t.footer] }), attachments, secrets: [secret] }
  },
})

/** The kept invitation, unless a later one of the same meeting has made it out of date. */
const lastSent = ({ read }: JobVisit, { about }: Mail) =>
  read
    .selectFrom('meetingInvitations as sent')
    .where('sent.id', '=', about)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('meetingInvitations as later')
            .whereRef('later.meetingId', '=', 'sent.meetingId')
            .whereRef('later.sentAt', '>', 'sent.sentAt')
            .select('later.id'),
        ),
      ),
    )
    .select(['sent.content', 'sent.calendar'])
    .executeTakeFirst()

const invitedGuest = ({ read }: JobVisit, { values }: Mail) =>
  read
    .selectFrom('meetingGuests')
    .leftJoin('groupMembers', 'groupMembers.id', 'meetingGuests.memberId')
    .where('meetingGuests.id', '=', String((values as { guest?: string }).guest))
    .where((row) => row.or([row('memberId', 'is', null), row('groupMembers.state', '=', 'active')]))
    .select('meetingGuests.id')
    .executeTakeFirst()

function factsOf(language: Language, content: Content): MailBlock[] {
  const t = text[language]
  const { startsAt, endsAt, place, note, agenda, hasLink, zone } = content
  const span = (from: string, to: string) =>
    spanText(language, zone, { startsAt: new Date(from), endsAt: new Date(to) })
  const list = (items: string[]): MailBlock[] =>
    items.length > 0 ? [{ kind: 'list', items: items.map((item) => [item]) }] : []
  const facts = [
    ...(startsAt && endsAt ? [{ term: t.fields.when, text: span(startsAt, endsAt) }] : []),
    ...(place ? [{ term: t.fields.place, text: place }] : []),
  ]
  return [
    ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
    ...list(startsAt ? [] : content.options.map((one) => span(one.startsAt, one.endsAt))),
    ...(note ? [{ kind: 'paragraph' as const, parts: [note] }] : []),
    ...(agenda.length > 0 ? [{ kind: 'paragraph' as const, parts: [{ strong: t.agenda }] }] : []),
    ...list(
      agenda.map(({ title, who, lastsMinutes }) =>
        [title, who, lastsMinutes !== null && t.lasts(lastsMinutes)].filter(Boolean).join(' – '),
      ),
    ),
    ...(hasLink ? [{ kind: 'small' as const, parts: [t.hasLink] }] : []),
  ]
}

export const meetingMails = {
  'meetings.poll': invitationMail('poll'),
  'meetings.invitation': invitationMail('invitation'),
  'meetings.cancellation': invitationMail('cancellation'),
}
