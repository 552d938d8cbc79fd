import { linkedParts } from '../platform/mail-blocks.ts'
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

const lines = (text: string) => text.split(/\n+/).filter((line) => line.trim())

const answerWords: MailWords = {
  title: (language) => text[language].mail.answerTitle,
  placeholders: [],
  parts: ['answer', 'message'],
  standard: (language) => text[language].mail.answerWords,
  example(language) {
    const t = text[language].mail
    return { answer: t.answerExample, message: t.reportExample }
  },
}

/** What the office answers to a report, with the report quoted. */
export const answerMail: MailTemplate = {
  words: answerWords,
  async compose(visit, mail) {
    const row = await visit.read.selectFrom('reports').select('text').where('id', '=', mail.about).executeTakeFirst()
    if (!row) return undefined
    const { answer } = mail.values as { answer?: string }
    const written = await writtenMail(visit, mail, answerWords, {
      values: {},
      parts: {
        answer: lines(answer ?? '').map((line) => ({ kind: 'paragraph', parts: linkedParts(line) })),
        message: lines(row.text).map((line) => ({ kind: 'small', parts: [`> ${line}`] })),
      },
    })
    return renderMail({ ...visit.look, ...written, footer: [] })
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
        text: lines(row.text).map((line) => ({ kind: 'paragraph', parts: [line] })),
        link: [{ kind: 'button', text: t.open, href: visit.house.publicUrl + paths.reports.at(mail.language) }],
      },
    })
    return renderMail({ ...visit.look, ...written, footer: [row.page] })
  },
}
