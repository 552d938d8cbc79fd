import { readableEmail } from '../platform/address.ts'
import { room } from '../platform/room.ts'
import { eraseAccounts, eraseOldRows, mailSignInLink } from './jobs.ts'
import { invitedMail, signInMail } from './mail/links.ts'
import { paths } from './paths.ts'
import { may } from './permissions.ts'
import { namesOfPeople } from './queries/audit.ts'
import { accessRoutes } from './routes/access.tsx'
import { accountRoutes } from './routes/account.tsx'
import { auditRoutes } from './routes/audit.tsx'
import { officeRoutes } from './routes/office.tsx'
import { text } from './text.ts'

export { accountFor } from './commands/administration.ts'
export { askForLink, createSignInLink } from './commands/links.ts'
export {
  letGoOrganisations,
  type NamingPlace,
  namingPlaces,
  organisationNamed,
} from './commands/organisations.ts'
export { type OrganisationKind, organisationKinds } from './model.ts'
export { paths as peoplePaths } from './paths.ts'
export { confirmedOrganisations } from './permissions.ts'
export { whoIs } from './queries/who-is.ts'

export const people = room({
  name: 'people',
  routes(web, rooms) {
    accessRoutes(web, rooms)
    accountRoutes(web, rooms)
    officeRoutes(web)
    auditRoutes(web, rooms)
  },
  jobs: { mailSignInLink, eraseOldRows, eraseAccounts },
  clock: [
    { at: '17 * * * *', job: 'eraseOldRows' },
    { at: '37 2 * * *', job: 'eraseAccounts' },
  ],
  mails: { 'people.signIn': signInMail, 'people.invited': invitedMail },
  recorded(language) {
    const { deeds, fields, account } = text[language]
    return { deeds, fields, values: { language: account.languages } }
  },
  named: async (visit, ids) =>
    (await namesOfPeople(visit, ids)).map(({ id, name, email }) => ({
      id,
      text: name || readableEmail(email),
      href: paths.person.at(visit.language, { person: id }),
    })),
  menu({ viewer, language }) {
    const t = text[language]
    const reaches = (reach: 'all' | string[]) => reach === 'all' || reach.length > 0
    return [
      ...(reaches(may.seePeople(viewer)) ? [{ href: paths.people.at(language), label: t.people.menu }] : []),
      ...(reaches(may.readAudit(viewer)) ? [{ href: paths.audit.at(language), label: t.audit.menu }] : []),
      { href: paths.account.at(language), label: t.account.title },
    ]
  },
})
