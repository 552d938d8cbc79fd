import { isId } from '../platform/id.ts'
import type { Bilingual, Language } from '../platform/language.ts'
import type { Visit } from '../platform/visit.ts'
import type { MailState } from './model.ts'
import { changedTemplates, mails } from './permissions.ts'

export type MailFilter = { state: MailState | null; template: string; recipient: string; page: number }
export type MailRow = {
  id: string
  template: string
  recipient: string
  language: Language
  state: MailState
  attempts: number
  lastError: string | null
  subject: string | null
  queuedAt: Date
  sentAt: Date | null
}
export type MailSeen = MailRow & { body: string | null; keptAs: string | null; edition: Bilingual | null }

export const mailsPerPage = 50
const columns = [
  'mails.id',
  'template',
  'recipient',
  'language',
  'state',
  'attempts',
  'lastError',
  'subject',
  'queuedAt',
  'sentAt',
] as const

/** A page of the mails that fit a filter, the newest first, and how many fit. */
export async function mailList(visit: Visit, filter: MailFilter): Promise<{ rows: MailRow[]; total: number }> {
  const [rows, { total }] = await Promise.all([
    filtered(visit, filter)
      .select(columns)
      .orderBy('queuedAt', 'desc')
      .orderBy('mails.id', 'desc')
      .limit(mailsPerPage)
      .offset((filter.page - 1) * mailsPerPage)
      .execute(),
    filtered(visit, filter)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total }
}

function filtered(visit: Visit, { state, template, recipient }: MailFilter) {
  let query = mails(visit)
  if (state) query = query.where('state', '=', state)
  if (template) query = query.where('template', '=', template)
  if (recipient) query = query.where('recipient', 'ilike', `%${recipient.replace(/[\\%_]/g, '\\$&')}%`)
  return query
}

/** How many mails the visit may see have failed for good. */
export async function failedCount(visit: Visit): Promise<number> {
  const { failed } = await mails(visit)
    .where('state', '=', 'failed')
    .select((eb) => eb.fn.countAll<number>().as('failed'))
    .executeTakeFirstOrThrow()
  return failed
}

/** One mail with its text; undefined for what is not there or not for this visit. */
export async function oneMail(visit: Visit, id: string): Promise<MailSeen | undefined> {
  if (!isId(id)) return undefined
  return mails(visit)
    .leftJoin('editions', 'editions.id', 'mails.editionId')
    .where('mails.id', '=', id)
    .select([...columns, 'body', 'keptAs', 'editions.title as edition'])
    .executeTakeFirst()
}

export type OwnWords = { template: string; language: Language; subject: string; body: string; changedAt: Date }

/** All words the office has changed. */
export const ownWords = (visit: Visit): Promise<OwnWords[]> =>
  changedTemplates(visit).select(['template', 'language', 'subject', 'body', 'changedAt']).execute()

/** The office's own words of one mail; undefined where the built-in ones serve. */
export const ownWordsOf = (visit: Visit, template: string, language: Language): Promise<OwnWords | undefined> =>
  changedTemplates(visit)
    .select(['template', 'language', 'subject', 'body', 'changedAt'])
    .where('template', '=', template)
    .where('language', '=', language)
    .executeTakeFirst()
