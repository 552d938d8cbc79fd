import { groupPaths } from '../groups/index.ts'
import { dates, inLanguage, type Language, type Zone } from '../platform/language.ts'
import { renderMail } from '../platform/mail-page.tsx'
import { type MailWords, writtenMail } from '../platform/mail-words.ts'
import type { Mail, MailTemplate, MailVisit } from '../platform/outbox.ts'
import { installation } from '../region/index.ts'
import { wishSecret } from './commands.ts'
import { kinds, type News } from './model.ts'
import { paths } from './paths.ts'
import { text } from './text/text.ts'

const words: MailWords = {
  title: (language) => text[language].mail.title,
  placeholders: ['group', 'news'],
  parts: ['link'],
  standard: (language) => text[language].mail,
  example: (language) => ({
    ...text[language].mail.example,
    news: newsText(language, 'Europe/Berlin', { vote: 1, meeting: 2 }),
    link: text[language].mail.button,
  }),
}

/** How many new things there are, in words, and until when the next vote lasts: no title of any. */
const newsText = (language: Language, zone: Zone, news: News) => {
  const { news: words, until } = text[language]
  const f = dates(language, zone)
  const ends = news.until && new Date(news.until)
  return kinds
    .flatMap((kind) => {
      const count = news[kind]
      if (!count) return []
      const said = words[kind](count)
      return ends && kind === 'vote' ? `${said} (${until(count, `${f.weekday(ends)}, ${f.time(ends)}`)})` : said
    })
    .join(', ')
}

/** What is new in a group; useless to who has left it or wants to hear nothing any more. */
export const newsMail: MailTemplate = {
  words,
  async compose(visit, mail) {
    const { language } = mail
    const row = await memberOf(visit, mail)
    if (!row || row.pace === 'never') return undefined
    const t = text[language].mail
    const { zone } = await installation(visit)
    const { secret } = wishSecret(visit.house, row.id)
    const at = (path: typeof paths.held) => visit.house.publicUrl + path.at(language, { secret })
    const href = visit.house.publicUrl + groupPaths.inner.at(language, { group: row.groupId })
    const written = await writtenMail(visit, mail, words, {
      values: { group: inLanguage(language, row.name), news: newsText(language, zone, mail.values as News) },
      parts: { link: [{ kind: 'button', text: t.button, href }] },
    })
    const footer = [`${t.why} `, { link: t.change, href: at(paths.held) }]
    // One click in the reader's program ends it (RFC 8058).
    const headers = { 'List-Unsubscribe': `<${at(paths.end)}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    return { ...renderMail({ ...visit.look, ...written, footer }), headers, secrets: [secret] }
  },
}

const memberOf = ({ read }: MailVisit, { about, recipient }: Mail) =>
  read
    .selectFrom('groupMembers')
    .innerJoin('people', 'people.id', 'groupMembers.personId')
    .innerJoin('workingGroups', 'workingGroups.id', 'groupMembers.groupId')
    .innerJoin('noticeWishes', 'noticeWishes.memberId', 'groupMembers.id')
    .where('groupMembers.id', '=', about)
    .where('groupMembers.state', '=', 'active')
    .where('people.email', '=', recipient)
    .select(['groupMembers.id', 'groupMembers.groupId', 'workingGroups.name', 'noticeWishes.pace'])
    .executeTakeFirst()
