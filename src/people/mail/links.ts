import { renderMail } from '../../platform/mail-page.tsx'
import type { Mail, MailTemplate } from '../../platform/outbox.ts'
import { linkAddress } from '../commands/links.ts'
import { mailLook } from '../queries/mail-look.ts'
import { textOf } from '../text.ts'

type Words = { subject: string; intro: string; button: string; outro: string }

/** Both mails carry a one-time link; they are useless once it was used or has expired. */
const linkMail = (words: (mail: Mail, installation: string) => Words): MailTemplate => ({
  async compose(visit, mail) {
    const link = await visit.read
      .selectFrom('signInLinks')
      .select('id')
      .where('id', '=', mail.about)
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', visit.now)
      .executeTakeFirst()
    if (!link) return undefined
    const look = await mailLook({ ...visit, language: mail.language })
    const href = linkAddress(visit.house, mail.language, link.id)
    const { subject, intro, button, outro } = words(mail, look.installation)
    const page = renderMail({
      ...look,
      subject,
      preheader: intro,
      blocks: [
        { kind: 'heading', text: subject },
        { kind: 'paragraph', parts: [intro] },
        { kind: 'button', text: button, href },
        { kind: 'small', parts: [outro] },
      ],
      footer: [look.installation],
    })
    return { ...page, secrets: [href.slice(href.lastIndexOf('/') + 1)] }
  },
})

export const signInMail = linkMail((mail, installation) => {
  const t = textOf(mail.language).mail.signIn
  return { ...t, subject: t.subject(installation) }
})

export const invitedMail = linkMail((mail, installation) => {
  const t = textOf(mail.language).mail.invited
  const by = String((mail.values as { by?: string }).by ?? '')
  return { ...t, subject: t.subject(installation), intro: t.intro(installation, by) }
})
