import { inLanguage } from '../../platform/language.ts'
import { renderMail } from '../../platform/mail-page.tsx'
import { type MailWords, writtenMail } from '../../platform/mail-words.ts'
import type { MailTemplate } from '../../platform/outbox.ts'
import { contact } from '../../platform/paths.ts'
import { reminderSecret } from '../commands/reminders.ts'
import { isStill } from '../model.ts'
import { pathOf, paths } from '../paths.ts'
import { pieces, reminders } from '../permissions.ts'
import { cardColumns } from '../queries/pieces.ts'
import { withWork } from '../queries/thread.ts'
import { still } from '../text/still.ts'

const words: MailWords = {
  title: (language) => still[language].mail.title,
  placeholders: ['title', 'organisation'],
  parts: ['link'],
  standard: (language) => still[language].mail.standard,
  example(language) {
    const { example, button } = still[language].mail
    return { ...example, link: button }
  },
}

/** Asks the responsible body what became of a piece; useless once something has moved, and where they ended it. */
export const stillMail: MailTemplate = {
  words,
  async compose(visit, mail) {
    const { language } = mail
    const row = await reminders(visit)
      .innerJoin('organisations', 'organisations.id', 'organisationId')
      .where('pieceReminders.id', '=', mail.about)
      .where('endedAt', 'is', null)
      .select(['pieceReminders.id', 'pieceId', 'organisations.name as organisation'])
      .executeTakeFirst()
    if (!row) return undefined
    const stranger = { ...visit, viewer: { kind: 'nobody' } } as const
    const cards = await pieces(stranger).where('pieces.id', '=', row.pieceId).select(cardColumns).execute()
    const [piece] = await withWork(stranger, cards)
    if (!piece || !isStill(piece.outcome, piece.movedAt, visit.now)) return undefined
    const t = still[language].mail
    const { secret } = reminderSecret(visit.house, row.id)
    const at = (path: string) => visit.house.publicUrl + path
    const end = at(paths.endReminders.at(language, { secret }))
    const written = await writtenMail(visit, mail, words, {
      values: { title: inLanguage(language, piece.title), organisation: row.organisation },
      parts: {
        link: [
          { kind: 'button', text: t.button, href: at(pathOf(piece.kind).at(language, { piece: piece.slug })) },
          { kind: 'paragraph', parts: [`${t.tell} `, { link: t.contact, href: at(contact.at(language)) }] },
        ],
      },
    })
    const footer = [`${t.why} `, { link: t.end, href: end }]
    // One click in the reader's program ends it (RFC 8058).
    const headers = { 'List-Unsubscribe': `<${end}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    return { ...renderMail({ ...visit.look, ...written, footer }), headers, secrets: [secret] }
  },
}
