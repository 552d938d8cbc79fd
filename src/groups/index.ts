import { inLanguage, langOf } from '../platform/language.ts'
import { room } from '../platform/room.ts'
import { unconfirmSpeakers } from './commands/members.ts'
import { eraseGroupInvitations, takeJoinRequest } from './jobs.ts'
import { membershipMails } from './mail/membership.ts'
import { api } from './open-api.ts'
import { paths } from './paths.ts'
import { worksInGroupsAlone } from './permissions.ts'
import { found } from './queries/found.ts'
import { allGroups, groupsLedAlone, groupsToWorkIn, groupsWithoutLead, namesOfGroups } from './queries/groups.ts'
import {
  groupsOfOrganisations,
  groupsWithOrganisations,
  openRequests,
  speakersOf,
  unconfirmedSpeakers,
} from './queries/members.ts'
import { apiRoutes } from './routes/api.ts'
import { innerRoutes } from './routes/inner.tsx'
import { memberRoutes } from './routes/members.tsx'
import { publicRoutes } from './routes/public.tsx'
import { text } from './text/group.ts'

export { changeGroup, innerGroup, ledGroup, moveGroup, openGroup, workedGroup } from './commands/groups.ts'
export { DecisionForm } from './pages/decision.tsx'
export { Inner, useCrumbs as useGroupCrumbs, Way, Words, Written } from './pages/parts.tsx'
export { isOfGroups, paths as groupPaths } from './paths.ts'
export { groupsShowing, innerGroups, ledGroups, members as groupMembers, ownMemberships } from './permissions.ts'
export { type Group, groupAt, innerGroupAt, ledGroupAt } from './queries/groups.ts'
export { type Member, membersOf } from './queries/members.ts'

export const groups = room({
  name: 'groups',
  routes(web, rooms) {
    publicRoutes(web, rooms)
    innerRoutes(web, rooms)
    memberRoutes(web)
    apiRoutes(web)
  },
  api,
  found,
  jobs: { eraseGroupInvitations, takeJoinRequest },
  clock: [{ at: '47 2 * * *', job: 'eraseGroupInvitations' }],
  mails: membershipMails,
  menu: ({ viewer, language }) =>
    viewer.kind === 'person' ? [{ href: paths.groups.at(language), label: text[language].menu }] : [],
  /** Who works in groups alone goes there. */
  async landing(visit) {
    if (!worksInGroupsAlone(visit)) return undefined
    const [first, ...more] = await groupsToWorkIn(visit)
    const { language, viewer } = visit
    if (first && more.length === 0) return paths.inner.at(language, { group: first.id })
    const hasRole = viewer.kind === 'person' && viewer.roles.length > 0
    return first || hasRole ? paths.groups.at(language) : undefined
  },
  recorded: (language) => {
    const { deeds, recorded, states, joinings, parts } = text[language]
    return { deeds, fields: recorded, values: { state: states, joining: joinings, part: parts } }
  },
  merged: unconfirmSpeakers,
  lostByMerging: async (visit, { gone }) =>
    (await speakersOf(visit, gone)).map(({ name, count }) =>
      text[visit.language].speakersWait(inLanguage(visit.language, name), count),
    ),
  named: async (visit, ids) =>
    (await namesOfGroups(visit, ids)).map(({ id, name }) => ({
      id,
      text: inLanguage(visit.language, name),
      href: paths.group.at(visit.language, { group: id }),
    })),
  async related(visit, ids) {
    const { language } = visit
    return (await groupsOfOrganisations(visit, ids)).map(({ id, to, name, congress }) => ({
      id,
      to: to ?? '',
      text: inLanguage(language, name),
      kind: text[language].related,
      detail: inLanguage(language, congress),
      href: paths.group.at(language, { group: id }),
    }))
  },
  async ofPlace(visit, key, atMost) {
    const { language } = visit
    const all = await allGroups(visit, key)
    return {
      name: text[language].title,
      total: all.length,
      href: paths.groups.at(language, {}, { gebiet: key }),
      first: all.slice(0, atMost).map(({ id, name, edition }) => ({
        ...{ id, text: inLanguage(language, name), lang: langOf(language, name) },
        detail: inLanguage(language, edition.title),
        href: paths.group.at(language, { group: id }),
      })),
    }
  },
  async together(visit) {
    const { language } = visit
    return (await groupsWithOrganisations(visit)).map(({ id, name, editionId, congress, organisations }) => ({
      ...{ id, organisations },
      text: inLanguage(language, name),
      lang: langOf(language, name),
      href: paths.group.at(language, { group: id }),
      subject: { id: editionId, text: inLanguage(language, congress), group: text[language].congress },
    }))
  },
  async attention(visit) {
    const { language } = visit
    const t = text[language]
    const [asked, unconfirmed, unled] = await Promise.all([
      openRequests(visit),
      unconfirmedSpeakers(visit),
      groupsWithoutLead(visit),
    ])
    return [
      ...asked.map(({ count, ...group }) => ({ ...group, text: t.attention(inLanguage(language, group.name), count) })),
      ...unconfirmed.map(({ count, ...group }) => ({
        ...group,
        text: t.unconfirmed(inLanguage(language, group.name), count),
      })),
      ...unled.map((group) => ({ ...group, text: t.unled(inLanguage(language, group.name)) })),
    ].map(({ id, text }) => ({ text, href: paths.members.at(language, { group: id }) }))
  },
  keptAlone: async (visit) =>
    (await groupsLedAlone(visit)).map(({ id, name }) => ({
      id,
      text: inLanguage(visit.language, name),
      href: paths.members.at(visit.language, { group: id }),
    })),
  async sitemap(visit) {
    const all = await allGroups(visit)
    return [paths.groups.inBoth(), ...all.map(({ id }) => paths.group.inBoth({ group: id }))]
  },
})
