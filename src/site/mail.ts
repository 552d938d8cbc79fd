import { renderMail } from '../platform/mail-page.tsx'
import type { MailTemplate } from '../platform/outbox.ts'
import { mailLook } from '../region/index.ts'
import { paths } from './paths.ts'
import { text } from './text.ts'

/** Tells the office that somebody has reported a barrier or asked; useless once it is settled. */
export const reportMail: MailTemplate = {
  async compose(visit, mail) {
    const row = await visit.read
      .selectFrom('reports')
      .selectAll()
      .where('id', '=', mail.about)
      .where('doneAt', 'is', null)
      .executeTakeFirst()
    if (!row) return undefined
    const t = text[mail.language].mail
    return renderMail({
      ...(await mailLook(visit)),
      subject: t.reportSubject[row.kind],
      blocks: [
        { kind: 'heading', text: t.reportSubject[row.kind] },
        { kind: 'paragraph', parts: [t.reportText] },
        ...row.text.split(/\n+/).map((line) => ({ kind: 'paragraph' as const, parts: [line] })),
        { kind: 'button', text: t.open, href: visit.house.publicUrl + paths.reports.at(mail.language) },
      ],
      footer: [row.page],
    })
  },
}
