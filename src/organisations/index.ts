import { room } from '../platform/room.ts'
import { eraseUnanswered } from './jobs.ts'
import { organisationMails } from './mail.ts'
import { api } from './open-api.ts'
import { paths } from './paths.ts'
import { mayKeep } from './permissions.ts'
import { found, suggest } from './queries/found.ts'
import { ownList } from './queries/keeping.ts'
import { idsForEverybody, namesOf } from './queries/register.ts'
import { routes } from './routes/routes.tsx'
import { text } from './text.ts'

export { Contacts as OrganisationContacts } from './pages/organisation.tsx'
export { paths as organisationPaths } from './paths.ts'
export { ownOrganisations as keptByViewer } from './permissions.ts'
export { ownList as ownOrganisations, type ShownContact, shownContactsOf } from './queries/keeping.ts'
export { seatsOf } from './queries/network.ts'

export const organisations = room({
  name: 'organisations',
  routes,
  api,
  found,
  suggest,
  async sitemap(visit) {
    const ids = await idsForEverybody(visit)
    return [
      paths.register.inBoth(),
      paths.network.inBoth(),
      ...ids.map((organisation) => paths.organisation.inBoth({ organisation })),
    ]
  },
  named: async (visit, ids) =>
    (await namesOf(visit, ids)).map(({ id, name }) => ({
      id,
      text: name,
      href: (mayKeep(visit) ? paths.edit : paths.organisation).at(visit.language, { organisation: id }),
    })),
  recorded: (language) => ({
    deeds: text[language].deeds,
    fields: text[language].recorded,
    values: { kind: text[language].kinds, shown: text[language].pieces },
  }),
  menu: (visit) =>
    visit.viewer.kind === 'person'
      ? [
          {
            href: (mayKeep(visit) ? paths.office : paths.register).at(visit.language),
            label: text[visit.language].menu,
          },
        ]
      : [],
  /** Who looks after organisations and does nothing else here goes there. */
  async landing(visit) {
    if (visit.viewer.kind !== 'person' || visit.viewer.roles.length > 0) return undefined
    const [first, ...more] = await ownList(visit)
    if (!first) return undefined
    const { language } = visit
    return more.length > 0 ? paths.register.at(language) : paths.care.at(language, { organisation: first.id })
  },
  jobs: { eraseUnanswered },
  clock: [{ at: '51 2 * * *', job: 'eraseUnanswered' }],
  mails: organisationMails,
})
