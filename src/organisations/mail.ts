import { renderMail } from '../platform/mail-page.tsx'
import { type MailWords, writtenMail } from '../platform/mail-words.ts'
import type { Mail, MailTemplate } from '../platform/outbox.ts'
import type { JobVisit } from '../platform/room.ts'
import { contactSecret } from './commands/contacts.ts'
import { invitationSecret } from './commands/stewards.ts'
import { paths } from './paths.ts'
import { text } from './text.ts'

type Kind = 'invited' | 'contact'

const wordsOf = (kind: Kind): MailWords => ({
  title: (language) => text[language].mail.titles[kind],
  placeholders: kind === 'invited' ? ['organisation', 'by'] : ['organisation'],
  parts: ['link'],
  standard: (language) => text[language].mail.standard[kind],
  example: (language) => ({ ...text[language].mail.example, link: text[language].mail.buttons[kind] }),
})

type Found = { values: Readonly<Record<string, string>>; secret: string; address: string }

/** A mail with a secret link; useless once it has been answered. */
const linkMail = (kind: Kind, found: (visit: JobVisit, mail: Mail) => Promise<Found | undefined>): MailTemplate => ({
  words: wordsOf(kind),
  async compose(visit, mail) {
    const one = await found(visit, mail)
    if (!one) return undefined
    const t = text[mail.language].mail
    const written = await writtenMail(visit, mail, wordsOf(kind), {
      values: one.values,
      parts: { link: [{ kind: 'button', text: t.buttons[kind], href: visit.house.publicUrl + one.address }] },
    })
    return { ...renderMail({ ...visit.look, ...written, footer: [t.footer] }), secrets: [one.secret] }
  },
})

async function invitationOf(visit: JobVisit, { about, values, language }: Mail): Promise<Found | undefined> {
  const row = await visit.read
    .selectFrom('organisationStewards')
    .innerJoin('organisations', 'organisations.id', 'organisationStewards.organisationId')
    .where('organisationStewards.id', '=', about)
    .where('personId', 'is', null)
    .select(['organisationStewards.id', 'organisations.name as organisation'])
    .executeTakeFirst()
  if (!row) return undefined
  const { by } = values as { by?: string | null }
  const inviter = by
    ? await visit.read.selectFrom('people').select('name').where('id', '=', by).executeTakeFirst()
    : undefined
  const { secret } = invitationSecret(visit.house, row.id)
  return {
    values: { organisation: row.organisation, by: inviter?.name || text[language].mail.office },
    secret,
    address: paths.invitation.at(language, { secret }),
  }
}

async function contactOf(visit: JobVisit, { about, values, language }: Mail): Promise<Found | undefined> {
  const { version } = values as { version: number }
  const row = await visit.read
    .selectFrom('organisationContacts')
    .innerJoin('organisations', 'organisations.id', 'organisationContacts.organisationId')
    .where('organisationContacts.id', '=', about)
    .where('version', '=', version)
    .where('confirmedAt', 'is', null)
    .select(['organisationContacts.id', 'organisations.name as organisation'])
    .executeTakeFirst()
  if (!row) return undefined
  const { secret } = contactSecret(visit.house, row.id, version)
  return { values: { organisation: row.organisation }, secret, address: paths.consent.at(language, { secret }) }
}

export const organisationMails = {
  'organisations.invited': linkMail('invited', invitationOf),
  'organisations.contact': linkMail('contact', contactOf),
}
