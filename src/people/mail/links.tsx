import { renderToString } from 'preact-render-to-string'
import { inLanguage } from '../../platform/language.ts'
import type { Mail, MailTemplate } from '../../platform/outbox.ts'
import type { JobVisit } from '../../platform/room.ts'
import { linkAddress } from '../commands/links.ts'
import { textOf } from '../text.ts'

type Words = { subject: string; intro: string; button: string; outro: string }

/** Both mails carry a one-time link; they are useless once it was used or has expired. */
const linkMail = (words: (visit: JobVisit, mail: Mail, installation: string) => Words): MailTemplate => ({
  async compose(visit, mail) {
    const link = await visit.read
      .selectFrom('signInLinks')
      .select('id')
      .where('id', '=', mail.about)
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', visit.now)
      .executeTakeFirst()
    if (!link) return undefined
    const url = linkAddress(visit.house, mail.language, link.id)
    const { subject, intro, button, outro } = words(visit, mail, await nameOf(visit))
    return {
      subject,
      text: `${intro}\n\n${url}\n\n${outro}\n`,
      html: `<!doctype html>${renderToString(<Letter {...{ language: mail.language, subject, intro, button, outro, url }} />)}`,
      secrets: [url.slice(url.lastIndexOf('/') + 1)],
    }
  },
})

export const signInMail = linkMail((_visit, mail, installation) => {
  const t = textOf(mail.language).mail.signIn
  return { ...t, subject: t.subject(installation) }
})

export const invitedMail = linkMail((_visit, mail, installation) => {
  const t = textOf(mail.language).mail.invited
  const by = String((mail.values as { by?: string }).by ?? '')
  return { ...t, subject: t.subject(installation), intro: t.intro(installation, by) }
})

async function nameOf(visit: JobVisit) {
  const row = await visit.read.selectFrom('installation').select('name').executeTakeFirst()
  return row ? inLanguage(visit.language, row.name) : 'Metropol'
}

function Letter(letter: Words & { language: string; url: string }) {
  return (
    <html lang={letter.language}>
      <head>
        <meta charset="utf-8" />
        <title>{letter.subject}</title>
      </head>
      <body>
        <p>{letter.intro}</p>
        <p>
          <a href={letter.url}>{letter.button}</a>
        </p>
        <p>{letter.outro}</p>
      </body>
    </html>
  )
}
