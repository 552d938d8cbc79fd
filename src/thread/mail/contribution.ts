import { datedText } from '../../platform/dated.ts'
import { renderMail } from '../../platform/mail-page.tsx'
import { type MailWords, writtenMail } from '../../platform/mail-words.ts'
import type { MailTemplate } from '../../platform/outbox.ts'
import { contributionSecret } from '../commands/consultations.ts'
import { paths } from '../paths.ts'
import { consultations } from '../text/consultations.ts'

const words: MailWords = {
  title: (language) => consultations[language].mail.title,
  placeholders: ['title', 'organisation', 'topic', 'due'],
  parts: ['link'],
  standard: (language) => consultations[language].mail.standard,
  example(language) {
    const { example, button } = consultations[language].mail
    return { ...example, link: button }
  },
}

/** The link with which somebody contributes; useless once the answer is made, and as a reminder once it has come. */
export const contributionMail: MailTemplate = {
  words,
  async compose(visit, mail) {
    const { language } = mail
    const { isReminder } = mail.values as { isReminder?: boolean }
    const row = await visit.read
      .selectFrom('consultationContributions')
      .innerJoin('consultations', 'consultations.id', 'consultationId')
      .where('consultationContributions.id', '=', mail.about)
      .where('positionId', 'is', null)
      .$if(isReminder === true, (waiting) => waiting.where('receivedAt', 'is', null))
      .select(['consultationContributions.id', 'title', 'organisation', 'topic', 'due'])
      .executeTakeFirst()
    if (!row) return undefined
    const t = consultations[language].mail
    const { secret } = contributionSecret(visit.house, row.id)
    const href = visit.house.publicUrl + paths.contribute.at(language, { secret })
    const { title, organisation, topic, due } = row
    const written = await writtenMail(visit, mail, words, {
      values: { title, organisation, topic, due: datedText(language, due) },
      parts: { link: [{ kind: 'button', text: t.button, href }] },
    })
    return { ...renderMail({ ...visit.look, ...written, footer: [t.footer] }), secrets: [secret] }
  },
}
