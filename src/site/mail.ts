import { renderMail } from '../platform/mail-page.tsx'
import { type MailWords, writtenMail } from '../platform/mail-words.ts'
import type { MailTemplate } from '../platform/outbox.ts'
import { paths } from './paths.ts'
import { text } from './text.ts'

const words: MailWords = {
  title: (language) => text[language].mail.reportTitle,
  placeholders: ['kind'],
  parts: ['text', 'link'],
  standard: (language) => text[language].mail.reportWords,
  example(language) {
    const t = text[language].mail
    return { kind: t.reportSubject.barrier, text: t.reportExample, link: t.open }
  },
}

/** Tells the office that somebody has reported a barrier or asked; useless once it is settled. */
export const reportMail: MailTemplate = {
  words,
  async compose(visit, mail) {
    const row = await visit.read
      .selectFrom('reports')
      .selectAll()
      .where('id', '=', mail.about)
      .where('doneAt', 'is', null)
      .executeTakeFirst()
    if (!row) return undefined
    const t = text[mail.language].mail
    const written = await writtenMail(visit, mail, words, {
      values: { kind: t.reportSubject[row.kind] },
      parts: {
        text: row.text.split(/\n+/).map((line) => ({ kind: 'paragraph', parts: [line] })),
        link: [{ kind: 'button', text: t.open, href: visit.house.publicUrl + paths.reports.at(mail.language) }],
      },
    })
    return renderMail({ ...visit.look, ...written, footer: [row.page] })
  },
}
