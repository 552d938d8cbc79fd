import type { Language } from '../platform/language.ts'
import type { Job } from '../platform/room.ts'
import { inChange } from '../platform/visit.ts'
import { eraseClosedAccounts } from './commands/closing.ts'
import { mailLink } from './commands/links.ts'

/** Mails the sign-in link somebody asked for. Running twice mails once: the link's id comes with the payload. */
export const mailSignInLink: Job = async ({ db, read: _, ...visit }, payload) => {
  const language: Language = payload.language === 'en' ? 'en' : 'de'
  await inChange(db, { ...visit, language }, async (change) => {
    await mailLink(change, { link: String(payload.link), email: String(payload.email) })
    return { done: true }
  })
}

/** Erases the accounts whose time after closing has passed. */
export const eraseAccounts: Job = async ({ db, ...visit }) => {
  await inChange(db, visit, eraseClosedAccounts)
}

const hour = 3_600_000
const day = 24 * hour

/**
 * Erases what has served its purpose: kept answers after 24 hours, open challenges, one-time links and sign-ins that
 * ended more than 30 days ago, entries of the audit log after two years.
 */
export const eraseOldRows: Job = async ({ db, now }) => {
  const before = (span: number) => new Date(now.getTime() - span)
  const month = before(30 * day)
  const twoYears = new Date(now)
  twoYears.setUTCFullYear(now.getUTCFullYear() - 2)
  await db.deleteFrom('answers').where('at', '<', before(day)).execute()
  await db.deleteFrom('challenges').where('expiresAt', '<', now).execute()
  await db
    .deleteFrom('signInLinks')
    .where((eb) => eb.or([eb('usedAt', '<', month), eb('expiresAt', '<', month)]))
    .execute()
  await db
    .deleteFrom('signIns')
    .where((eb) => eb.or([eb('revokedAt', '<', month), eb('expiresAt', '<', month)]))
    .execute()
  await db.deleteFrom('audit').where('at', '<', twoYears).execute()
}
