import { sql } from 'kysely'
import { queueMail } from '../platform/outbox.ts'
import { type Change, linkSecret, NotFound } from '../platform/visit.ts'
import { alerts } from './permissions.ts'

type Asked = { email: string; search: string }
/** So many searches may wait for one address to be confirmed, so that nobody fills it with mails. */
const mostWaiting = 3

/** Notes a search and sends the link that confirms it; says the same whether or not there was one before. */
export async function askForAlert(change: Change, { email, search }: Asked) {
  const { write, now, language, house } = change
  const address = email.toLowerCase()
  const rows = await write
    .selectFrom('alerts')
    .where('email', '=', address)
    .select(['search', 'confirmedAt'])
    .forUpdate()
    .execute()
  const isKnown = rows.some((one) => one.search === search)
  if (isKnown || rows.filter(({ confirmedAt }) => confirmedAt === null).length >= mostWaiting) return {}
  const { rows: made } = await sql<{ id: string }>`select uuidv7() as id`.execute(write)
  const { id } = made[0]!
  const { hash } = linkSecret(house, 'alert', id, 1)
  const row = { id, email: address, language, search, secretHash: hash, toldUntil: now, createdAt: now }
  await write.insertInto('alerts').values(row).execute()
  await queueMail(change, { template: 'alerts.confirm', about: id, recipient: address, language })
  await change.record('alert.asked', id)
  return {}
}

/** Confirms it: from now on it is told. */
export async function confirmAlert(change: Change) {
  const row = await alerts(change).select(['id', 'confirmedAt']).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  if (row.confirmedAt) return {}
  const set = { confirmedAt: change.now, toldUntil: change.now }
  await change.write.updateTable('alerts').set(set).where('id', '=', row.id).execute()
  await change.record('alert.confirmed', row.id)
  return {}
}

/** Ends it: address and search are gone. */
export async function endAlert(change: Change) {
  const row = await alerts(change).select('id').forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  await change.write.deleteFrom('alerts').where('id', '=', row.id).execute()
  await change.record('alert.ended', row.id)
  return {}
}

/** Sends the documents of a search that are new, and notes until when it is told. */
export async function tellAlert(change: Change, id: string, documents: readonly string[]) {
  const row = await change.write
    .updateTable('alerts')
    .set({ toldUntil: change.now })
    .where('id', '=', id)
    .where('toldUntil', '<', change.now)
    .returning(['email', 'language'])
    .executeTakeFirst()
  if (!row) return
  const { email, language } = row
  const mail = { template: 'alerts.found', about: id, recipient: email, language, values: { documents } }
  await queueMail(change, mail)
  await change.record('alert.told', id, { after: { documents: documents.length } })
}

const twoWeeks = 14 * 86_400_000
/** Forgets searches that nobody has confirmed. */
export async function forgetAlerts(change: Change) {
  const before = new Date(change.now.getTime() - twoWeeks)
  const gone = await change.write
    .deleteFrom('alerts')
    .where('confirmedAt', 'is', null)
    .where('createdAt', '<', before)
    .returning('id')
    .execute()
  for (const { id } of gone) await change.record('alert.ended', id)
}
