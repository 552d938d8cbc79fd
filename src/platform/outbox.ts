import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Selectable } from 'kysely'
import { createTransport } from 'nodemailer'
import type { Job, JobVisit } from './job.ts'
import type { Language } from './language.ts'
import type { Schema } from './schema.ts'
import type { Change } from './visit.ts'

export type Mail = Selectable<Schema['mails']>
export type Attachment = { name: string; type: string; bytes: Buffer }
/** A mail as it leaves. `secrets` are masked in what the outbox keeps. */
export type Composed = {
  subject: string
  html: string
  text: string
  attachments?: readonly Attachment[]
  secrets?: readonly string[]
}

/** How a mail is written when its time has come; undefined when its reason has passed. */
export type MailTemplate = { compose(visit: JobVisit, mail: Mail): Promise<Composed | undefined> }

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
export type Post = { smtpUrl: string | undefined; from: string; templates: Readonly<Record<string, MailTemplate>> }

/** The job that sends one mail. A failed try is written down and tried again; after the eighth it is given up. */
export function sendMailJob(post: Post): Job {
  const transport = post.smtpUrl ? createTransport(post.smtpUrl, { pool: true } as never) : undefined
  return async (visit, payload) => {
    const mail = await visit.db
      .selectFrom('mails')
      .selectAll()
      .where('id', '=', String(payload.mail))
      .executeTakeFirst()
    if (!mail || mail.state === 'sent' || mail.state === 'kept' || mail.state === 'useless') return
    const template = post.templates[mail.template]
    if (!template) throw new Error(`no template ${mail.template}`)
    const composed = await template.compose({ ...visit, language: mail.language }, mail)
    if (!composed) return void (await settle(visit, mail, { state: 'useless' }))
    const message = {
      from: post.from,
      to: mail.recipient,
      subject: composed.subject,
      html: composed.html,
      text: composed.text,
      messageId: `<${mail.id}@${new URL(visit.house.publicUrl).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: (composed.attachments ?? []).map(({ name, type, bytes }) => ({
        filename: name,
        contentType: type,
        content: bytes,
      })),
    }
    try {
      if (transport) await transport.sendMail(message)
      const keptAs = transport ? null : await keepAsFile(visit, mail, message)
      await settle(visit, mail, {
        state: transport ? 'sent' : 'kept',
        keptAs,
        sentAt: visit.now,
        subject: composed.subject,
        body: masked(composed),
      })
    } catch (error) {
      const isLast = mail.attempts >= 7
      await settle(visit, mail, {
        state: isLast ? 'failed' : 'queued',
        lastError: String((error as Error).message).slice(0, 500),
      })
      if (!isLast) throw error
    }
  }
}

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
  const folder = join(visit.house.data, 'mail')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `${mail.queuedAt.toISOString().slice(0, 19).replaceAll(':', '-')}-${mail.id}.eml`
  await writeFile(join(folder, `${name}.part`), built.message as unknown as Buffer, { mode: 0o600 })
  await rename(join(folder, `${name}.part`), join(folder, name))
  return name
}
