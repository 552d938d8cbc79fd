import { inLanguage } from '../platform/language.ts'
import { room } from '../platform/room.ts'
import { editionsOf } from '../platform/visit.ts'
import { eraseOldRegistrations, mailLostLinks } from './jobs.ts'
import { newEmailMail, oldEmailMail } from './mail/email.ts'
import { messageMail } from './mail/message.ts'
import { linksMail, registrationMail } from './mail/registration.ts'
import { concernHref, concernWords } from './pages/desk/concerns.ts'
import { deskPaths, isAtDesk } from './paths.ts'
import { may } from './permissions.ts'
import { concernsOf } from './queries/desk-attention.ts'
import { namesOfRegistrations, namesOfTicketTypes } from './queries/desk-one.ts'
import { deskRoutes } from './routes/desk.tsx'
import { deskListRoutes } from './routes/desk-lists.tsx'
import { publicRoutes } from './routes/public.tsx'
import { settingsRoutes } from './routes/settings.tsx'
import { deskText } from './text/desk.ts'
import { emailText } from './text/email.ts'
import { text } from './text.ts'

export { ticketPdf } from './documents/ticket.ts'
export { Course } from './pages/desk/course.tsx'
export { deskPaths, paths as registrationPaths } from './paths.ts'
export { courseOf, type Standing, standingOf } from './queries/desk-standing.ts'

export const registration = room({
  name: 'registration',
  routes(web) {
    publicRoutes(web)
    deskListRoutes(web)
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
    'registration.message': messageMail,
    'registration.new_email': newEmailMail,
    'registration.old_email': oldEmailMail,
  },
  menu: ({ viewer, language }) =>
    editionsOf(viewer, may.find).length > 0
      ? [{ href: deskPaths.editions.at(language), label: deskText[language].menu, holds: isAtDesk }]
      : [],
  async attention(visit) {
    const { language } = visit
    return (await concernsOf(visit)).map((concern) => ({
      text: `${inLanguage(language, concern.edition)}: ${concernWords(language, concern)}`,
      href: concernHref(language, concern),
    }))
  },
  async named(visit, ids) {
    const { language } = visit
    const [people, types] = await Promise.all([namesOfRegistrations(visit, ids), namesOfTicketTypes(visit, ids)])
    return [
      ...people.map(({ id, name, slug: edition }) => ({
        id,
        text: name,
        href: deskPaths.one.at(language, { edition, registration: id }),
      })),
      ...types.map(({ id, name, slug: edition }) => ({
        id,
        text: inLanguage(language, name),
        href: deskPaths.ticketType.at(language, { edition, item: id }),
      })),
    ]
  },
  recorded: (language) => ({
    deeds: { ...text[language].deeds, ...emailText[language].deeds, ...deskText[language].deeds },
    fields: text[language].fields,
    values: {
      state: deskText[language].states,
      consentWay: deskText[language].edit.ways,
      place: { outside: deskText[language].filter.outside },
    },
  }),
})
