import { dates, inLanguage } from '../../platform/language.ts'
import { renderMail } from '../../platform/mail-page.tsx'
import { type MailWords, writtenMail } from '../../platform/mail-words.ts'
import type { MailTemplate } from '../../platform/outbox.ts'
import { paths } from '../paths.ts'
import { text } from '../text/text.ts'

const words: MailWords = {
  title: (language) => text[language].mail.title,
  placeholders: ['group', 'due', 'task'],
  parts: ['link'],
  standard: (language) => text[language].mail,
  example: (language) => ({ ...text[language].mail.example, link: text[language].mail.button }),
}

/** Reminds of a task; useless once it is done, somebody else's, or its member has left. */
export const taskMail: MailTemplate = {
  words,
  async compose(visit, mail) {
    const { language } = mail
    const row = await visit.read
      .selectFrom('agreements')
      .innerJoin('workingGroups', 'workingGroups.id', 'agreements.groupId')
      .innerJoin('groupMembers', 'groupMembers.id', 'agreements.memberId')
      .innerJoin('people', 'people.id', 'groupMembers.personId')
      .where('agreements.id', '=', mail.about)
      .where('agreements.state', '=', 'open')
      .where('groupMembers.state', '=', 'active')
      .where('people.email', '=', mail.recipient)
      .select(['agreements.id', 'agreements.text', 'agreements.dueOn', 'agreements.groupId', 'workingGroups.name'])
      .executeTakeFirst()
    if (!row?.dueOn) return undefined
    const t = text[language].mail
    const href = paths.agreement.at(language, { group: row.groupId, agreement: row.id })
    const written = await writtenMail(visit, mail, words, {
      values: {
        group: inLanguage(language, row.name),
        due: dates(language).day(new Date(`${row.dueOn}T12:00:00Z`)),
        task: row.text,
      },
      parts: { link: [{ kind: 'button', text: t.button, href: visit.house.publicUrl + href }] },
    })
    return renderMail({ ...visit.look, ...written, footer: [t.footer] })
  },
}
