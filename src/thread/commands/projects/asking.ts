import { sql } from 'kysely'
import { queueMail } from '../../../platform/outbox.ts'
import { type Change, NotFound, refuse } from '../../../platform/visit.ts'
import { askAgainDays } from '../../model/projects.ts'
import { mustKeep } from '../../permissions.ts'
import { askableOf, overdueOf } from '../../queries/overdue.ts'
import { lockProject } from './parts.ts'

const recipientsAtMost = 20

/**
 * Asks by mail how a project goes: the people of its leading organisations. Refuses where nothing is overdue
 * (`nothingOverdue`), where the house knows nobody to ask (`nobodyToAsk`), and who was asked a few days ago
 * (`askedLately`): one office does not write what another has just written.
 */
export async function askAfter(change: Change, { piece }: { piece: string }) {
  mustKeep(change)
  const { publishedAt } = await lockProject(change, piece)
  if (!publishedAt) throw new NotFound()
  const overdue = await overdueOf({ ...change, read: change.write as never }, piece)
  if (overdue.length === 0) return refuse('nothingOverdue')
  const lately = await change.write
    .selectFrom('projectInquiries')
    .where('pieceId', '=', piece)
    .where('askedAt', '>', new Date(change.now.getTime() - askAgainDays * 86_400_000))
    .select('id')
    .executeTakeFirst()
  if (lately) return refuse('askedLately')
  const { rows } = await askableOf(sql`${piece}::uuid`).execute(change.write)
  const people = rows.slice(0, recipientsAtMost)
  if (people.length === 0) return refuse('nobodyToAsk')
  for (const { email: recipient, language } of people)
    await queueMail(change, { template: 'thread.inquiry', about: piece, recipient, language })
  await change.write
    .insertInto('projectInquiries')
    .values({ pieceId: piece, askedAt: change.now, recipients: people.length })
    .execute()
  await change.record('project.asked', piece, { after: { recipients: people.length } })
  return { recipients: people.length }
}
