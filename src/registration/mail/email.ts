import { editionForRegistration, slugOf } from '../../congress/index.ts'
import { readableEmail } from '../../platform/address.ts'
import { inLanguage } from '../../platform/language.ts'
import { renderMail } from '../../platform/mail-page.tsx'
import { type MailWords, writtenMail } from '../../platform/mail-words.ts'
import type { Mail, MailTemplate } from '../../platform/outbox.ts'
import type { JobVisit } from '../../platform/room.ts'
import { emailSecrets } from '../commands/email.ts'
import { paths } from '../paths.ts'
import { whyNotConfirm } from '../queries/email.ts'
import { emailText } from '../text/email.ts'
import { contactParts } from './contact.ts'

const wordsOf = (kind: 'new' | 'old'): MailWords => ({
  title: (language) => emailText[language].mail[kind].title,
  placeholders: kind === 'new' ? ['congress'] : ['congress', 'name', 'address'],
  parts: ['link'],
  standard: (language) => emailText[language].mail[kind],
  example: (language) => ({ ...emailText[language].mail.example, link: emailText[language].mail[kind].button }),
})

/** The mail about an asked change to the new address (to confirm) or to the old one (to object). */
const emailMail = (kind: 'new' | 'old'): MailTemplate => ({
  words: wordsOf(kind),
  async compose(visit, mail) {
    const asked = await askedOf(visit, mail)
    if (!asked || (kind === 'new' && (await whyNotConfirm(visit, asked)))) return undefined
    const { language } = mail
    const t = emailText[language].mail
    const secrets = emailSecrets(visit.house, asked.id)
    const { secret } = kind === 'new' ? secrets.confirm : secrets.keep
    const address = (kind === 'new' ? paths.confirmEmail : paths.keepEmail).at(language, { secret })
    const edition = await editionForRegistration({ ...visit, language }, await slugOf(visit, asked.editionId))
    const congress = inLanguage(language, edition.title)
    const written = await writtenMail(visit, mail, wordsOf(kind), {
      values: kind === 'new' ? { congress } : { congress, name: asked.name, address: readableEmail(asked.newEmail) },
      parts: { link: [{ kind: 'button', text: t[kind].button, href: visit.house.publicUrl + address }] },
    })
    const regionNo = edition.regionNo ?? undefined
    return {
      ...renderMail({
        ...visit.look,
        ...written,
        regionNo,
        footer: [`${t.footer} `, ...(await contactParts(visit, language))],
      }),
      secrets: [secret],
    }
  },
})

const askedOf = (visit: JobVisit, { values }: Mail) =>
  visit.read
    .selectFrom('emailChanges')
    .innerJoin('registrations', 'registrations.id', 'emailChanges.registrationId')
    .where('emailChanges.id', '=', String((values as { change?: string }).change))
    .where('registrations.erasedAt', 'is', null)
    .select(['emailChanges.id', 'registrationId', 'newEmail', 'askedAt', 'confirmedAt', 'editionId', 'name'])
    .executeTakeFirst()

export const newEmailMail = emailMail('new')
export const oldEmailMail = emailMail('old')
