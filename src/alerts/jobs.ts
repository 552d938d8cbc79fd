import { newSince, searchFrom } from '../library/index.ts'
import type { Job } from '../platform/room.ts'
import { inChange, type Visit } from '../platform/visit.ts'
import { forgetAlerts, tellAlert } from './commands.ts'
import { alerts } from './permissions.ts'

/** Tells what is new in the searches that somebody has confirmed: of what everybody may read. */
export const tellAlerts: Job = async (visit) => {
  const { db } = visit
  await inChange(db, visit, forgetAlerts)
  const stranger: Visit = { ...visit, viewer: { kind: 'nobody' } }
  const rows = await alerts(visit)
    .where('confirmedAt', 'is not', null)
    .select(['id', 'search', 'toldUntil'])
    .orderBy('id')
    .execute()
  for (const { id, search, toldUntil } of rows) {
    const asked = searchFrom(Object.fromEntries(new URLSearchParams(search)))
    const found = await newSince(stranger, asked, toldUntil)
    if (found.length > 0) await inChange(db, visit, (change) => tellAlert(change, id, found))
  }
}
