import { cut } from '../platform/clean.ts'
import { datedText } from '../platform/dated.ts'
import { isId } from '../platform/id.ts'
import { room } from '../platform/room.ts'
import { remindOfTasks } from './jobs.ts'
import { guestMail } from './mail/guest.ts'
import { taskMail } from './mail/task.ts'
import { api } from './open-api.ts'
import { paths } from './paths.ts'
import { decisionsShown, ownTasks } from './queries/agreements.ts'
import { found } from './queries/found.ts'
import { minutesOfGroups } from './queries/minutes.ts'
import { agreementRoutes } from './routes/agreements.tsx'
import { amendmentRoutes } from './routes/amendments.tsx'
import { apiRoutes } from './routes/api.ts'
import { minutesRoutes } from './routes/minutes.tsx'
import { ownRoutes } from './routes/own.tsx'
import { text } from './text/text.ts'

export { addAgreement } from './commands/agreements.ts'
export { approveMinutes, markNow, minutesToApprove } from './commands/approving.ts'
export { beginMinutes, moveMinutes, saveSection } from './commands/minutes.ts'

export const minutes = room({
  name: 'minutes',
  routes(web) {
    minutesRoutes(web)
    amendmentRoutes(web)
    agreementRoutes(web)
    ownRoutes(web)
    apiRoutes(web)
  },
  api,
  found,
  jobs: { remindOfTasks },
  clock: [{ at: '7 5 * * *', job: 'remindOfTasks' }],
  mails: { 'minutes.task': taskMail, 'minutes.guest': guestMail },
  recorded: (language) => ({
    deeds: text[language].deeds,
    fields: text[language].recorded,
    values: { state: { ...text[language].states, ...text[language].taskStates } },
  }),
  attention: async (visit) =>
    (await ownTasks(visit)).map(({ id, groupId, text: task, dueOn }) => ({
      text: text[visit.language].ownTask(cut(task, 120), dueOn && datedText(visit.language, dueOn)),
      href: paths.agreement.at(visit.language, { group: groupId, agreement: id }),
    })),
  async related(visit, asked) {
    const ids = asked.filter(isId)
    if (ids.length === 0) return []
    const { language } = visit
    const t = text[language]
    const [approved, decisions] = await Promise.all([minutesOfGroups(visit, ids), decisionsShown(visit, ids)])
    return [
      ...approved.map(({ id, groupId, title }) => ({
        id: `${id}-minutes`,
        to: groupId,
        text: t.document.heading(title),
        kind: t.kind,
        href: paths.minutes.at(language, { group: groupId, meeting: id }),
      })),
      ...decisions.map(({ id, groupId, text: said }) => ({
        id,
        to: groupId,
        text: said,
        kind: t.kinds.decision,
        href: paths.agreements.at(language, { group: groupId }),
      })),
    ]
  },
})
