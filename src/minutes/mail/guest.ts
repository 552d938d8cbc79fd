import { guestSecret } from '../../meetings/index.ts'
import { inLanguage } from '../../platform/language.ts'
import { renderMail } from '../../platform/mail-page.tsx'
import { type MailWords, writtenMail } from '../../platform/mail-words.ts'
import type { MailTemplate } from '../../platform/outbox.ts'
import { paths } from '../paths.ts'
import { text } from '../text/text.ts'

const words: MailWords = {
  title: (language) => text[language].guestMail.title,
  placeholders: ['group', 'meeting', 'name'],
  parts: ['link'],
  standard: (language) => text[language].guestMail,
  example: (language) => ({ ...text[language].guestMail.example, link: text[language].guestMail.button }),
}

/** Asks a guest who was there to read the minutes; useless once they lie before nobody any more. */
export const guestMail: MailTemplate = {
  words,
  async compose(visit, mail) {
    const { language } = mail
    const guest = await visit.read
      .selectFrom('meetingGuests')
      .innerJoin('meetings', 'meetings.id', 'meetingGuests.meetingId')
      .innerJoin('minutes', 'minutes.meetingId', 'meetings.id')
      .innerJoin('workingGroups', 'workingGroups.id', 'meetings.groupId')
      .where('meetingGuests.id', '=', mail.about)
      .where('meetingGuests.memberId', 'is', null)
      .where('meetingGuests.isPresent', '=', true)
      .where('minutes.state', '=', 'commenting')
      .select(['meetingGuests.id', 'meetingGuests.name', 'meetings.title', 'workingGroups.name as group'])
      .executeTakeFirst()
    if (!guest) return undefined
    const t = text[language].guestMail
    const { secret } = guestSecret(visit.house, guest.id)
    const href = visit.house.publicUrl + paths.own.at(language, { secret })
    const values = { group: inLanguage(language, guest.group), meeting: guest.title, name: guest.name ?? '' }
    const parts = { link: [{ kind: 'button' as const, text: t.button, href }] }
    const written = await writtenMail(visit, mail, words, { values, parts })
    return { ...renderMail({ ...visit.look, ...written, footer: [t.footer] }), secrets: [secret] }
  },
}
