import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely, Selectable } from 'kysely'
import { createTransport } from 'nodemailer'
import { dataFolder } from './data-folder.ts'
import type { Job, JobVisit } from './job.ts'
import type { Language } from './language.ts'
import type { MailPage } from './mail-page.tsx'
import type { MailWords } from './mail-words.ts'
import type { Schema } from './schema.ts'
import type { Change, House, Visit } from './visit.ts'

export type Mail = Selectable<Schema['mails']>
export type Attachment = { name: string; type: string; bytes: Buffer }
/** A mail as it leaves. `secrets` are masked in what the outbox keeps. */
export type Composed = {
  subject: string
  html: string
  text: string
  attachments?: readonly Attachment[]
  headers?: Readonly<Record<string, string>>
  secrets?: readonly string[]
}

/** What makes a mail this installation's: language, name, lines. */
export type MailLook = Pick<MailPage, 'language' | 'installation' | 'regions'>
export type MailVisit = JobVisit & { look: MailLook }

/** How a mail is written when its time has come; undefined when its reason has passed. */
export type MailTemplate = {
  compose(visit: MailVisit, mail: Mail): Promise<Composed | undefined>
  /** What the office may change in it. */
  words?: MailWords
}

/** Puts a mail into the outbox and queues its sending, in the transaction of the change it belongs to. */
export async function queueMail(
  change: Change,
  mail: {
    template: string
    about: string | null
    edition?: string | null
    recipient: string
    language: Language
    values?: object
  },
) {
  const { id } = await change.write
    .insertInto('mails')
    .values({
      template: mail.template,
      about: mail.about,
      editionId: mail.edition ?? null,
      recipient: mail.recipient,
      language: mail.language,
      values: JSON.stringify(mail.values ?? {}),
      queuedAt: change.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.queue('sendMail', { mail: id })
  return id
}

/** Where mails go: an SMTP server, or files under the data folder. */
export type Post = {
  smtpUrl: string | undefined
  from: string
  templates: Readonly<Record<string, MailTemplate>>
  look: (visit: Visit) => Promise<MailLook>
  /** The languages of the installation; a mail in another one is written in the first. */
  languages: (visit: Visit) => Promise<readonly Language[]>
}

/** The job that sends one mail. A failed try is written down and tried again; after the eighth it is given up. */
export function sendMailJob(post: Post): Job {
  const transport = post.smtpUrl ? createTransport(post.smtpUrl, { pool: true } as never) : undefined
  return async (visit, payload) => {
    const mail = await visit.db
      .selectFrom('mails')
      .selectAll()
      .where('id', '=', String(payload.mail))
      .executeTakeFirst()
    if (mail?.state !== 'queued') return
    try {
      const composed = await composedMail(post, visit, mail)
      if (!composed) return void (await settle(visit, mail, { state: 'useless' }))
      const message = messageOf(post, visit, mail, composed)
      if (transport) await transport.sendMail(message)
      const keptAs = transport ? null : await keepAsFile(visit, mail, message)
      const { subject } = composed
      const state = transport ? 'sent' : 'kept'
      await settle(visit, mail, { state, keptAs, sentAt: visit.now, subject, body: masked(composed) })
    } catch (error) {
      const isLast = mail.attempts >= 7
      const lastError = String((error as Error).message).slice(0, 500)
      await settle(visit, mail, { state: isLast ? 'failed' : 'queued', lastError })
      if (!isLast) throw error
    }
  }
}

async function composedMail(post: Post, visit: JobVisit, mail: Mail) {
  const template = post.templates[mail.template]
  if (!template) throw new Error(`no template ${mail.template}`)
  const offered = await post.languages(visit)
  const language = offered.includes(mail.language) ? mail.language : (offered[0] ?? 'de')
  const own = { ...visit, language }
  return template.compose({ ...own, look: await post.look(own) }, { ...mail, language })
}

const messageOf = (
  post: Post,
  visit: JobVisit,
  mail: Mail,
  { subject, html, text, attachments, headers }: Composed,
) => ({
  from: post.from,
  to: mail.recipient,
  subject,
  html,
  text,
  messageId: `<${mail.id}@${new URL(visit.house.publicUrl).hostname}>`,
  headers: { 'Auto-Submitted': 'auto-generated', ...headers },
  attachments: (attachments ?? []).map(({ name, type, bytes }) => ({
    filename: name,
    contentType: type,
    content: bytes,
  })),
})

type Settled = {
  state: Mail['state']
  keptAs?: string | null
  sentAt?: Date
  subject?: string
  body?: string
  lastError?: string
}
const settle = (visit: JobVisit, mail: Mail, set: Settled) =>
  visit.db
    .updateTable('mails')
    .set({ ...set, attempts: mail.attempts + 1 })
    .where('id', '=', mail.id)
    .execute()

const masked = (composed: Composed) =>
  (composed.secrets ?? []).reduce((text, secret) => text.replaceAll(secret, '••••••'), composed.text)

async function keepAsFile(visit: JobVisit, mail: Mail, message: object) {
  const built = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(message)
  const folder = dataFolder(visit.house.data).mail
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `${mail.queuedAt.toISOString().slice(0, 19).replaceAll(':', '-')}-${mail.id}.eml`
  await writeFile(join(folder, `${name}.part`), built.message as unknown as Buffer, { mode: 0o600 })
  await rename(join(folder, `${name}.part`), join(folder, name))
  return name
}

/** Takes recipient, words, error and the kept files of mails away; the rows stay to be counted. */
export async function eraseMails(write: Kysely<Schema>, house: House, mails: readonly Pick<Mail, 'id' | 'keptAs'>[]) {
  for (const { keptAs } of mails) if (keptAs) await rm(join(dataFolder(house.data).mail, keptAs), { force: true })
  const ids = mails.map(({ id }) => id)
  if (ids.length > 0)
    await write
      .updateTable('mails')
      .set({ recipient: '', subject: null, body: null, lastError: null, keptAs: null, values: '{}' })
      .where('id', 'in', ids)
      .execute()
}
