import { documentLines } from '../library/index.ts'
import { renderMail } from '../platform/mail-page.tsx'
import { type MailWords, writtenMail } from '../platform/mail-words.ts'
import type { Mail, MailTemplate, MailVisit } from '../platform/outbox.ts'
import { linkSecret } from '../platform/visit.ts'
import { paths } from './paths.ts'
import { alerts } from './permissions.ts'
import { searchInWords } from './queries.ts'
import { text } from './text.ts'

type Kind = 'confirm' | 'found'
const wordsOf = (kind: Kind): MailWords => ({
  title: (language) => text[language].mail[kind].title,
  placeholders: ['search'],
  parts: kind === 'confirm' ? ['link'] : ['documents'],
  standard: (language) => text[language].mail[kind],
  example(language) {
    const { example, confirm, exampleDocument } = text[language].mail
    return { search: example, link: confirm.button, documents: exampleDocument }
  },
})
const words = { confirm: wordsOf('confirm'), found: wordsOf('found') }

const alertOf = (visit: MailVisit, mail: Mail) =>
  alerts(visit).where('id', '=', mail.about).select(['id', 'search', 'confirmedAt']).executeTakeFirst()

function linksOf({ house }: MailVisit, { language }: Mail, id: string) {
  const { secret } = linkSecret(house, 'alert', id, 1)
  const at = (path: typeof paths.alert) => house.publicUrl + path.at(language, { secret })
  return { secret, open: at(paths.alert), end: at(paths.end) }
}

/** The link that confirms a search; useless once it is confirmed or gone. */
export const confirmMail: MailTemplate = {
  words: words.confirm,
  async compose(visit, mail) {
    const alert = await alertOf(visit, mail)
    if (!alert || alert.confirmedAt) return undefined
    const { secret, open } = linksOf(visit, mail, alert.id)
    const t = text[mail.language].mail
    const written = await writtenMail(visit, mail, words.confirm, {
      values: { search: searchInWords(mail.language, alert.search) },
      parts: { link: [{ kind: 'button', text: t.confirm.button, href: open }] },
    })
    return { ...renderMail({ ...visit.look, ...written, footer: [t.ignore] }), secrets: [secret] }
  },
}

/** The new documents of a search; useless once it is ended or none of them is there for everybody any more. */
export const foundMail: MailTemplate = {
  words: words.found,
  async compose(visit, mail) {
    const alert = await alertOf(visit, mail)
    if (!alert?.confirmedAt) return undefined
    const { documents = [] } = mail.values as { documents?: string[] }
    const lines = await documentLines({ ...visit, viewer: { kind: 'nobody' } }, documents)
    if (lines.length === 0) return undefined
    const { secret, open, end } = linksOf(visit, mail, alert.id)
    const items = lines.map(({ title, href, kind }) => [
      { link: title, href: visit.house.publicUrl + href },
      ` (${kind})`,
    ])
    const written = await writtenMail(visit, mail, words.found, {
      values: { search: searchInWords(mail.language, alert.search) },
      parts: { documents: [{ kind: 'list', items }] },
    })
    const t = text[mail.language].mail
    const footer = [`${t.why} `, { link: t.end, href: open }]
    // One click in the reader's program ends it (RFC 8058).
    const headers = { 'List-Unsubscribe': `<${end}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    return { ...renderMail({ ...visit.look, ...written, footer }), headers, secrets: [secret] }
  },
}
