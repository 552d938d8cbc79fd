import { room } from '../platform/room.ts'
import { eraseOldMails } from './jobs.ts'
import { paths } from './paths.ts'
import { maySeeMails, mayWriteTemplates } from './permissions.ts'
import { failedCount } from './queries.ts'
import { outboxRoutes } from './routes/outbox.tsx'
import { templateRoutes } from './routes/templates.tsx'
import { text } from './text.ts'

export { paths as outboxPaths } from './paths.ts'

export const outbox = room({
  name: 'outbox',
  routes(web, rooms) {
    outboxRoutes(web, rooms)
    templateRoutes(web, rooms)
  },
  jobs: { eraseOldMails },
  clock: [{ at: '41 * * * *', job: 'eraseOldMails' }],
  recorded: (language) => ({ deeds: text[language].deeds, fields: text[language].fields }),
  menu(visit) {
    const t = text[visit.language]
    return [
      ...(maySeeMails(visit) ? [{ href: paths.outbox.at(visit.language), label: t.menu }] : []),
      ...(mayWriteTemplates(visit) ? [{ href: paths.templates.at(visit.language), label: t.templates.menu }] : []),
    ]
  },
  async attention(visit) {
    if (!maySeeMails(visit)) return []
    const failed = await failedCount(visit)
    const href = paths.outbox.at(visit.language, {}, { state: 'failed' })
    return failed ? [{ text: text[visit.language].failed(failed), href }] : []
  },
})
