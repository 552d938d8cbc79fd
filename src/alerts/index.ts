import { room } from '../platform/room.ts'
import { tellAlerts } from './jobs.ts'
import { confirmMail, foundMail } from './mail.ts'
import { routes } from './routes.tsx'
import { text } from './text.ts'

export const alerts = room({
  name: 'alerts',
  routes,
  jobs: { tellAlerts },
  clock: [{ at: '5 5 * * *', job: 'tellAlerts' }],
  mails: { 'alerts.confirm': confirmMail, 'alerts.found': foundMail },
  recorded: (language) => ({ deeds: text[language].deeds, fields: text[language].recorded }),
})
