import { datedText } from '../../platform/dated.ts'
import { inLanguage } from '../../platform/language.ts'
import { renderMail } from '../../platform/mail-page.tsx'
import { type MailWords, writtenMail } from '../../platform/mail-words.ts'
import type { MailTemplate } from '../../platform/outbox.ts'
import { paths } from '../paths.ts'
import { overdueOf } from '../queries/overdue.ts'
import { text } from '../text/projects.ts'

const words: MailWords = {
  title: (language) => text[language].mail.name,
  placeholders: ['project', 'matters'],
  parts: ['link'],
  standard: (language) => text[language].mail.standard,
  example: (language) => ({ ...text[language].mail.example, link: text[language].mail.button }),
}

/** Asks how a project goes; says what is overdue when it is sent, and is not sent where nothing is any more. */
export const inquiryMail: MailTemplate = {
  words,
  async compose(visit, mail) {
    const { about, language } = mail
    const project = await visit.read
      .selectFrom('pieces')
      .where('id', '=', about)
      .where('publishedAt', 'is not', null)
      .select(['id', 'slug', 'title'])
      .executeTakeFirst()
    const matters = project ? await overdueOf(visit, project.id) : []
    if (!project || matters.length === 0) return undefined
    const t = text[language]
    const said = matters
      .slice(0, 5)
      .map(({ what, dated, title }) =>
        t.overdue.matters[what](dated ? datedText(language, dated) : '', title ? inLanguage(language, title) : ''),
      )
    const href = visit.house.publicUrl + paths.keep.at(language, { piece: project.slug })
    const written = await writtenMail(visit, mail, words, {
      values: { project: inLanguage(language, project.title), matters: said.join('; ') },
      parts: { link: [{ kind: 'button', text: t.mail.button, href }] },
    })
    return renderMail({ ...visit.look, ...written, footer: [t.mail.footer] })
  },
}
