import { inLanguage } from '../../platform/language.ts'
import { linkedParts } from '../../platform/mail-blocks.ts'
import { renderMail } from '../../platform/mail-page.tsx'
import { writtenMail } from '../../platform/mail-words.ts'
import type { MailTemplate } from '../../platform/outbox.ts'
import { linkSecret } from '../../platform/visit.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { contactParts } from './contact.ts'
import { stillThere } from './registration.ts'
import { messageWords } from './words.ts'

/** What the office writes to one person, with the link to the registration while it stands. */
export const messageMail: MailTemplate = {
  words: messageWords,
  async compose(visit, mail) {
    const own = await stillThere(visit, mail)
    if (!own) return undefined
    const { language } = mail
    const said = mail.values as { subject?: string; text?: string }
    const { secret } = linkSecret(visit.house, 'registration', own.id, own.secretGeneration)
    const href = visit.house.publicUrl + paths.own.at(language, { secret })
    const lines = (said.text ?? '').split(/\n+/).filter((line) => line.trim())
    const written = await writtenMail(visit, mail, messageWords, {
      values: { name: own.name, subject: said.subject ?? '', congress: inLanguage(language, own.edition.title) },
      parts: {
        text: lines.map((line) => ({ kind: 'paragraph', parts: linkedParts(line) })),
        link: own.state === 'cancelled' ? [] : [{ kind: 'button', text: text[language].mail.manage, href }],
      },
    })
    const regionNo = own.edition.regionNo ?? undefined
    const footer = await contactParts(visit, language)
    return { ...renderMail({ ...visit.look, ...written, regionNo, footer }), secrets: [secret] }
  },
}
