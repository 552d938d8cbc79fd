import { sql } from 'kysely'
import { isId } from '../platform/id.ts'
import type { Language } from '../platform/language.ts'
import { type MailWords, previewOf, type Written, wordsVersion } from '../platform/mail-words.ts'
import { type Change, NotFound, refuse } from '../platform/visit.ts'
import { resendable } from './model.ts'
import { changedTemplates, mails, mayWriteTemplates } from './permissions.ts'

/**
 * Sends a mail once more. Refuses with `mailWaits`, `mailUseless` and, once its recipient is deleted, with
 * `mailErased`.
 */
export async function sendAgain(change: Change, { mail }: { mail: string }) {
  if (!isId(mail)) throw new NotFound()
  const row = await mails(change)
    .where('mails.id', '=', mail)
    .select(['id', 'state', 'recipient', 'editionId', 'template'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  if (!resendable.includes(row.state)) return refuse(row.state === 'queued' ? 'mailWaits' : 'mailUseless')
  if (!row.recipient) return refuse('mailErased')
  await change.write
    .updateTable('mails')
    .set({ state: 'queued', attempts: 0, lastError: null })
    .where('id', '=', mail)
    .execute()
  await change.queue('sendMail', { mail })
  const edition = row.editionId ? { edition: row.editionId } : {}
  await change.record('mail.queuedAgain', mail, {
    ...edition,
    before: { state: row.state },
    after: { state: 'queued' },
  })
  return { mail }
}

/** So many failed mails are sent again by one press. */
const mostAtOnce = 1000

/** Sends every failed mail once more that the visit may see, up to a thousand; refuses with `noneFailed`. */
export async function sendFailedAgain(change: Change) {
  const failed = await mails(change)
    .where('state', '=', 'failed')
    .where('recipient', '<>', '')
    .select(['id', 'editionId'])
    .orderBy('queuedAt')
    .limit(mostAtOnce)
    .forUpdate()
    .execute()
  if (failed.length === 0) return refuse('noneFailed')
  const ids = failed.map(({ id }) => id)
  await change.write
    .updateTable('mails')
    .set({ state: 'queued', attempts: 0, lastError: null })
    .where('id', 'in', ids)
    .execute()
  for (const mail of ids) await change.queue('sendMail', { mail })
  for (const edition of new Set(failed.map(({ editionId }) => editionId)))
    await change.record('mail.failedQueuedAgain', null, {
      ...(edition ? { edition } : {}),
      after: { count: failed.filter(({ editionId }) => editionId === edition).length },
    })
  return { count: ids.length }
}

type WordsOf = { template: string; language: Language; words: MailWords; seen: string }

/**
 * Puts the office's words in place of the built-in ones. Refuses with `changedMeanwhile` when they are no longer those
 * that were `seen`, and at subject or body with what makes them unusable.
 */
export async function changeWords(
  change: Change,
  { template, language, words, seen, subject, body }: WordsOf & Written,
) {
  const problem = wordsRefusal(words, { subject, body }, language)
  if (problem) return problem
  const before = await seenWords(change, { template, language, seen })
  if (before === 'changed') return refuse('changedMeanwhile')
  const row = { template, language, subject, body, changedAt: change.now }
  await change.write
    .insertInto('mailTemplates')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['template', 'language']).doUpdateSet({ subject, body, changedAt: change.now }),
    )
    .execute()
  await change.record('template.changed', null, {
    before: { template, language, ...(before ?? words.standard(language)) },
    after: { template, language, subject, body },
  })
  return { template }
}

/** Goes back to the built-in words. Refuses with `changedMeanwhile` and `isStandard`. */
export async function resetWords(change: Change, { template, language, words, seen }: WordsOf) {
  const before = await seenWords(change, { template, language, seen })
  if (before === 'changed') return refuse('changedMeanwhile')
  if (!before) return refuse('isStandard')
  await change.write
    .deleteFrom('mailTemplates')
    .where('template', '=', template)
    .where('language', '=', language)
    .execute()
  await change.record('template.reset', null, {
    before: { template, language, ...before },
    after: { template, language, ...words.standard(language) },
  })
  return { template }
}

/** Why words cannot be saved, at the field to blame. */
export function wordsRefusal(words: MailWords, written: Written, language: Language) {
  const filled = previewOf(words, written, language)
  if (!('problem' in filled)) return undefined
  const { kind, field, names } = filled.problem
  const keys = {
    unknown: 'unknownPlaceholder',
    missing: 'unknownPlaceholder',
    link: 'wrongLink',
    part: 'partNeeded',
    'too long': 'tooLong',
  } as const
  const shown = kind === 'link' ? names : names.map((name) => (/^[{}]/.test(name) ? name : `{{${name}}}`))
  return refuse(keys[kind], field, shown.join(', '))
}

/** The words as they are now, the template locked against a second hand; `changed` when they are not those seen. */
async function seenWords(change: Change, { template, language, seen }: Omit<WordsOf, 'words'>) {
  if (!mayWriteTemplates(change)) throw new NotFound()
  // Built-in words have no row to lock.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mail_templates ${template} ${language}`}, 0))`.execute(
    change.write,
  )
  const own = await changedTemplates(change)
    .select(['subject', 'body'])
    .where('template', '=', template)
    .where('language', '=', language)
    .executeTakeFirst()
  return wordsVersion(own) === seen ? own : ('changed' as const)
}
