import { room } from '../platform/room.ts'
import { paths } from './paths.ts'
import { mayKeep } from './permissions.ts'
import { found, suggest } from './queries/found.ts'
import { idsForEverybody, namesOf } from './queries/register.ts'
import { routes } from './routes/routes.tsx'
import { text } from './text.ts'

export { paths as organisationPaths } from './paths.ts'

export const organisations = room({
  name: 'organisations',
  routes,
  found,
  suggest,
  async sitemap(visit) {
    const ids = await idsForEverybody(visit)
    return [paths.register.inBoth(), ...ids.map((organisation) => paths.organisation.inBoth({ organisation }))]
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
    values: { kind: text[language].kinds },
  }),
  menu: (visit) =>
    mayKeep(visit) ? [{ href: paths.office.at(visit.language), label: text[visit.language].menu }] : [],
})
