import { inLanguage } from '../platform/language.ts'
import { room } from '../platform/room.ts'
import { editionsOf, holds } from '../platform/visit.ts'
import { attention } from './attention.ts'
import { takeHandover } from './commands/proposals.ts'
import { api } from './open-api.ts'
import { paths } from './paths.ts'
import { may } from './permissions.ts'
import { namesOfEditions, namesOfSessions } from './queries/editions.ts'
import { found, suggest } from './queries/found.ts'
import { ofPlace, relatedTo } from './queries/related.ts'
import { sitemap } from './queries/sitemap.ts'
import { editingRoutes } from './routes/editing.tsx'
import { machineRoutes } from './routes/machines.ts'
import { publicRoutes } from './routes/public.tsx'
import { deedWords, editing } from './text/editing.ts'
import { text } from './text/public.ts'

export { editionAppointment, sessionAppointment } from './calendar.ts'
export { setSeats } from './commands/capacity.ts'
export {
  type EditionDates,
  type Format,
  formats,
  isFull,
  isOver,
  moves,
  type Places,
  type State,
  stateAt,
  states,
} from './model.ts'
export { AllEditions } from './pages/congresses.tsx'
export { placeText } from './pages/place.ts'
export { dayText, momentText, timesText, whenText } from './pages/when.ts'
export { paths as congressPaths } from './paths.ts'
export { capacities, editions, may as mayCongress, sessions, workingGroups } from './permissions.ts'
export { type Edition, editionBySlug } from './queries/edition.ts'
export { allEditions, type EditionCard, nextEdition, nextOf, theSeries } from './queries/editions.ts'
export type { Session } from './queries/programme.ts'
export { alsoCheck, type Check } from './queries/readiness.ts'
export { type EditionForRegistration, editionForRegistration, slugOf } from './queries/registration.ts'

export const congress = room({
  name: 'congress',
  routes(web, rooms) {
    publicRoutes(web, rooms)
    editingRoutes(web)
    machineRoutes(web)
  },
  api,
  found,
  suggest,
  sitemap,
  attention,
  related: relatedTo,
  ofPlace,
  handedOver: takeHandover,
  async named(visit, ids) {
    const { language, viewer } = visit
    const [all, points] = await Promise.all([namesOfEditions(visit, ids), namesOfSessions(visit, ids)])
    return [
      ...all.map(({ id, slug: edition, title }) => ({
        id,
        text: inLanguage(language, title),
        href: (holds(viewer, may.edit, id) ? paths.edit : paths.edition).at(language, { edition }),
      })),
      ...points.map(({ id, slug: edition, title }) => ({
        id,
        text: inLanguage(language, title),
        href: paths.programme.at(language, { edition }),
      })),
    ]
  },
  recorded: (language) => ({ deeds: deedWords(language), fields: editing[language].recorded }),
  menu: ({ viewer, language }) =>
    editionsOf(viewer, may.edit).length > 0 ? [{ href: paths.office.at(language), label: text[language].office }] : [],
})
