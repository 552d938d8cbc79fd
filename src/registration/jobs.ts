import type { Language } from '../platform/language.ts'
import type { Job } from '../platform/room.ts'
import { inChange } from '../platform/visit.ts'
import { eraseEmailChanges, eraseNeeds, eraseNetworks, eraseRegistrations } from './commands/erase.ts'
import { mailLinks } from './commands/lost.ts'

/** Looks up who asked for their links, and mails them. */
export const mailLostLinks: Job = async (visit, payload) => {
  const { db, ...base } = visit
  const language: Language = payload.language === 'en' ? 'en' : 'de'
  await inChange(db, { ...base, language }, (change) =>
    mailLinks(change, { email: String(payload.email), isGathered: payload.isGathered === true }),
  )
}

/** Deletes what its time has come for. */
export const eraseOldRegistrations: Job = async ({ db, ...base }) => {
  await inChange(db, base, eraseNetworks)
  await inChange(db, base, eraseNeeds)
  await inChange(db, base, eraseEmailChanges)
  await inChange(db, base, eraseRegistrations)
}
