import { inLanguage } from '../platform/language.ts'
import { room } from '../platform/room.ts'
import { editionsOf } from '../platform/visit.ts'
import { eraseOldRegistrations, mailLostLinks } from './jobs.ts'
import { linksMail, registrationMail } from './mail/registration.ts'
import { deskPaths } from './paths.ts'
import { mayDesk } from './permissions/desk.ts'
import { attentionOf } from './queries/desk-standing.ts'
import { deskRoutes } from './routes/desk.tsx'
import { publicRoutes } from './routes/public.tsx'
import { settingsRoutes } from './routes/settings.tsx'
import { deskText } from './text/desk.ts'
import { text } from './text.ts'

export { deskPaths } from './paths.ts'
export { type Standing, standingOf } from './queries/desk-standing.ts'

export const registration = room({
  name: 'registration',
  routes(web) {
    publicRoutes(web)
    deskRoutes(web)
    settingsRoutes(web)
  },
  jobs: { mailLostLinks, eraseOldRegistrations },
  clock: [{ at: '23 2 * * *', job: 'eraseOldRegistrations' }],
  mails: {
    'registration.confirmed': registrationMail('registration.confirmed'),
    'registration.waiting': registrationMail('registration.waiting'),
    'registration.changed': registrationMail('registration.changed'),
    'registration.cancelled': registrationMail('registration.cancelled'),
    'registration.links': linksMail,
  },
  menu: ({ viewer, language }) =>
    editionsOf(viewer, mayDesk.find).length > 0
      ? [{ href: deskPaths.editions.at(language), label: deskText[language].menu }]
      : [],
  async attention(visit) {
    const { language } = visit
    const t = deskText[language].attention
    return (await attentionOf(visit)).flatMap(({ slug, title, seats, taken, waiting }) => {
      const href = deskPaths.list.at(language, { edition: slug }, { state: waiting ? 'waiting' : undefined })
      if (waiting && taken < seats) return [{ text: t.waiting(waiting, inLanguage(language, title)), href }]
      return taken >= seats ? [{ text: t.full(inLanguage(language, title)), href }] : []
    })
  },
  recorded: (language) => ({
    deeds: { ...text[language].deeds, ...deskText[language].deeds },
    fields: text[language].fields,
  }),
})
