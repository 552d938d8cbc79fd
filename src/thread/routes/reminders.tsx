import { isRefusal } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { endReminders } from '../commands/reminders.ts'
import { EndRemindersPage } from '../pages/reminders.tsx'
import { paths } from '../paths.ts'
import { heldReminder } from '../queries/still.ts'

/** Who was asked what became of something ends these mails. */
export function reminderRoutes(web: Web) {
  web.get(paths.endReminders, async (visit, { params }) => {
    const { endedAt } = await heldReminder(visit)
    return { page: <EndRemindersPage secret={params.secret} isEnded={endedAt !== null} /> }
  })
  // Mail programs send this by themselves, without a form (RFC 8058).
  web.receive('post')(paths.endReminders, async (visit, { params }) => {
    const done = await visit.change(endReminders, () => ({ seeOther: paths.endReminders.at(visit.language, params) }))
    if (isRefusal(done)) throw new Error('never refused')
    return done
  })
}
