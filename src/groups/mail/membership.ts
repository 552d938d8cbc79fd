import { inLanguage } from '../../platform/language.ts'
import { renderMail } from '../../platform/mail-page.tsx'
import { type MailWords, writtenMail } from '../../platform/mail-words.ts'
import type { Mail, MailTemplate } from '../../platform/outbox.ts'
import type { JobVisit } from '../../platform/room.ts'
import { invitationSecret } from '../commands/joining.ts'
import type { Part } from '../model.ts'
import { paths } from '../paths.ts'
import { text } from '../text/group.ts'
import { mailText } from '../text/mail.ts'

type Kind = 'invited' | 'confirm' | 'asked' | 'admitted'
/** In which state a membership has to be for its mail to make sense. */
const states = { invited: 'invited', confirm: 'invited', asked: 'asked', admitted: 'active' } as const

const wordsOf = (kind: Kind): MailWords => ({
  title: (language) => mailText[language].titles[kind],
  placeholders: kind === 'invited' ? ['greeting', 'group', 'congress', 'by', 'part'] : ['group', 'congress'],
  parts: ['link'],
  standard: (language) => mailText[language].standard[kind],
  example: (language) => ({
    ...mailText[language].example,
    link: mailText[language].buttons[kind],
  }),
})

/** A mail about one membership; useless once it has been answered. */
const membershipMail = (kind: Kind): MailTemplate => ({
  words: wordsOf(kind),
  async compose(visit, mail) {
    const { language } = mail
    const row = await membershipOf(visit, mail)
    if (row?.state !== states[kind]) return undefined
    const t = mailText[language]
    const at = { group: row.groupId }
    const isSecret = kind === 'invited' || kind === 'confirm'
    const { secret } = invitationSecret(visit.house, row.id)
    const address = isSecret
      ? paths.invitation.at(language, { secret })
      : (kind === 'asked' ? paths.members : paths.inner).at(language, at)
    const written = await writtenMail(visit, mail, wordsOf(kind), {
      values: {
        group: inLanguage(language, row.group),
        congress: inLanguage(language, row.congress),
        ...(kind === 'invited'
          ? {
              greeting: t.greeting(row.name ?? ''),
              by: (await inviterOf(visit, mail)) || t.office,
              part: text[language].parts[row.part as Part],
            }
          : {}),
      },
      parts: { link: [{ kind: 'button', text: t.buttons[kind], href: visit.house.publicUrl + address }] },
    })
    const regionNo = row.regionNo ?? undefined
    const rendered = renderMail({ ...visit.look, ...written, regionNo, footer: [t.footer] })
    return isSecret ? { ...rendered, secrets: [secret] } : rendered
  },
})

const membershipOf = (visit: JobVisit, { about }: Mail) =>
  visit.read
    .selectFrom('groupMembers')
    .innerJoin('workingGroups', 'workingGroups.id', 'groupMembers.groupId')
    .innerJoin('editions', 'editions.id', 'workingGroups.editionId')
    .leftJoin('regions', 'regions.id', 'editions.regionId')
    .where('groupMembers.id', '=', about)
    .select([
      'groupMembers.id',
      'groupMembers.groupId',
      'groupMembers.state',
      'groupMembers.name',
      'groupMembers.part',
      'workingGroups.name as group',
      'editions.title as congress',
      'regions.no as regionNo',
    ])
    .executeTakeFirst()

/** The name of who invited; empty for who has none, and once their account is erased. */
async function inviterOf(visit: JobVisit, { values }: Mail) {
  const { by } = values as { by?: string | null }
  if (!by) return ''
  const person = await visit.read.selectFrom('people').select('name').where('id', '=', by).executeTakeFirst()
  return person?.name ?? ''
}

export const membershipMails = {
  'groups.invited': membershipMail('invited'),
  'groups.confirm': membershipMail('confirm'),
  'groups.asked': membershipMail('asked'),
  'groups.admitted': membershipMail('admitted'),
}
