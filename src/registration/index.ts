import { room } from '../platform/room.ts'
import { eraseOldRegistrations, mailLostLinks } from './jobs.ts'
import { linksMail, registrationMail } from './mail/registration.ts'
import { publicRoutes } from './routes/public.tsx'
import { text } from './text.ts'

export const registration = room({
  name: 'registration',
  routes: publicRoutes,
  jobs: { mailLostLinks, eraseOldRegistrations },
  clock: [{ at: '23 2 * * *', job: 'eraseOldRegistrations' }],
  mails: {
    'registration.confirmed': registrationMail('registration.confirmed'),
    'registration.waiting': registrationMail('registration.waiting'),
    'registration.changed': registrationMail('registration.changed'),
    'registration.cancelled': registrationMail('registration.cancelled'),
    'registration.links': linksMail,
  },
  recorded: (language) => ({ deeds: text[language].deeds, fields: text[language].fields }),
})
