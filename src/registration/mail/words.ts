import type { MailWords } from '../../platform/mail-words.ts'
import type { RegistrationMail } from '../commands/mail.ts'
import { text } from '../text.ts'

/** What the office may change in a mail about one registration. */
export const registrationWords = (template: RegistrationMail): MailWords => ({
  title: (language) => text[language].mail.title[template],
  placeholders: ['name', 'congress', 'when', 'where'],
  parts: ['facts', 'link'],
  standard(language) {
    const { subject, body, intro } = text[language].mail
    return { subject: subject[template], body: body(intro[template]) }
  },
  example: (language) => ({
    ...text[language].mail.example,
    link: text[language].mail[template === 'registration.cancelled' ? 'again' : 'manage'],
  }),
})

/** What stands round a message that the office writes to one person. */
export const messageWords: MailWords = {
  title: (language) => text[language].mail.title['registration.message'],
  placeholders: ['name', 'subject', 'congress'],
  parts: ['text', 'link'],
  standard: (language) => text[language].mail.messageWords,
  example: (language) => ({
    ...text[language].mail.example,
    ...text[language].mail.messageExample,
    link: text[language].mail.manage,
  }),
}

/** What the office may change in the mail with all links of one address. */
export const linksWords: MailWords = {
  title: (language) => text[language].mail.title['registration.links'],
  placeholders: [],
  parts: ['links'],
  standard(language) {
    const { lostSubject, lostIntro } = text[language].mail
    return { subject: lostSubject, body: `${lostIntro}\n\n{{links}}` }
  },
  example: (language) => text[language].mail.example,
}
