import { room } from '../platform/room.ts'
import { tellDaily, tellNotices, tellWeekly } from './jobs.ts'
import { newsMail } from './mail.ts'
import { routes } from './routes.tsx'
import { text } from './text/text.ts'

export { notify, notifyNow, notifyOfTask } from './commands.ts'

export const notices = room({
  name: 'notices',
  routes,
  jobs: { tellNotices, tellDaily, tellWeekly },
  clock: [
    { at: '12 5 * * *', job: 'tellDaily' },
    { at: '17 5 * * 1', job: 'tellWeekly' },
  ],
  mails: { 'notices.new': newsMail },
  recorded: (language) => ({
    deeds: text[language].deeds,
    fields: text[language].recorded,
    values: { pace: text[language].paces },
  }),
})
