import { inLanguage, type Language } from '../../platform/language.ts'
import { renderMail } from '../../platform/mail-page.tsx'
import { type MailWords, writtenMail } from '../../platform/mail-words.ts'
import type { Mail, MailTemplate } from '../../platform/outbox.ts'
import type { Visit } from '../../platform/visit.ts'
import { linkAddress } from '../commands/links.ts'
import { text } from '../text.ts'

type Kind = 'signIn' | 'invited'

/** Both mails carry a one-time link; they are useless once it was used or has expired. */
const linkMail = (kind: Kind): MailTemplate => {
  const words = wordsOf(kind)
  return {
    words,
    async compose(visit, mail) {
      const link = await visit.read
        .selectFrom('signInLinks')
        .select(['id', 'personId'])
        .where('id', '=', mail.about)
        .where('usedAt', 'is', null)
        .where('expiresAt', '>', visit.now)
        .executeTakeFirst()
      if (!link) return undefined
      const href = linkAddress(visit.house, mail.language, link.id)
      const t = text[mail.language].mail
      const { installation } = visit.look
      const written = await writtenMail(visit, mail, words, {
        values: { installation, ...(kind === 'invited' ? await invitationValues(visit, mail, link.personId) : {}) },
        parts: { link: [{ kind: 'button', text: t[kind].button, href }] },
      })
      const rendered = renderMail({ ...visit.look, ...written, footer: [t.footer(installation)] })
      return { ...rendered, secrets: [href.slice(href.lastIndexOf('/') + 1)] }
    },
  }
}

const wordsOf = (kind: Kind): MailWords => ({
  title: (language) => text[language].mail[kind].title,
  placeholders: kind === 'invited' ? ['greeting', 'installation', 'by', 'role'] : ['installation'],
  parts: ['link'],
  standard: (language) => text[language].mail[kind],
  example(language) {
    const t = text[language].mail
    return { installation: t.example, by: t.office, link: t[kind].button, ...exampleOf(language) }
  },
})

const exampleOf = (language: Language) => {
  const { mail, roles } = text[language]
  return {
    greeting: mail.greeting(mail.exampleName),
    role: mail.roleIn(roles.congress_team.name, mail.exampleCongress),
  }
}

/** How the invited person is greeted, who invites, and with which roles they hold by now. */
async function invitationValues(visit: Pick<Visit, 'read'>, mail: Mail, personId: string) {
  const { language } = mail
  const { mail: t, roles } = text[language]
  const [{ name }, held, by] = await Promise.all([
    visit.read.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirstOrThrow(),
    visit.read
      .selectFrom('roles')
      .leftJoin('editions', 'editions.id', 'roles.editionId')
      .select(['role', 'editions.title'])
      .where('personId', '=', personId)
      .orderBy('roles.id')
      .execute(),
    inviterOf(visit, mail),
  ])
  const said = held.map(({ role, title }) => t.roleIn(roles[role].name, title && inLanguage(language, title)))
  return { greeting: t.greeting(name), by: by || t.office, role: said.join('; ') || t.noRole }
}

/** The name of who invited; empty for the command line, and once their account is erased. */
async function inviterOf(visit: Pick<Visit, 'read'>, { values }: Mail) {
  const { by } = values as { by?: string | null }
  if (!by) return ''
  const person = await visit.read.selectFrom('people').select(['name', 'email']).where('id', '=', by).executeTakeFirst()
  return person?.name || person?.email || ''
}

export const signInMail = linkMail('signIn')
export const invitedMail = linkMail('invited')
