import { inLanguage, langOf } from '../platform/language.ts'
import { room } from '../platform/room.ts'
import { attention } from './attention.ts'
import { renameContributors } from './commands/consultations.ts'
import { putDocument } from './commands/documented.ts'
import { takeHandover } from './commands/handover.ts'
import { askAboutStill, forgetAsked, remindOfContributions } from './jobs.ts'
import { contributionMail } from './mail/contribution.ts'
import { inquiryMail } from './mail/inquiry.ts'
import { stillMail } from './mail/still.ts'
import { api } from './open-api.ts'
import { pathOf, paths } from './paths.ts'
import { mayWork } from './permissions.ts'
import { projectsOfDocument, projectsToChoose } from './queries/documented.ts'
import { found, suggest } from './queries/found.ts'
import { lostParts } from './queries/merging.ts'
import { namesOf } from './queries/office.ts'
import { allFields } from './queries/pieces.ts'
import { extentOf, latestPieces, projectsOn } from './queries/register.ts'
import { relatedTo, together } from './queries/related.ts'
import { apiRoutes } from './routes/api.ts'
import { consultationRoutes } from './routes/consultations.tsx'
import { officeRoutes } from './routes/office.tsx'
import { keepingRoutes } from './routes/project-keeping.tsx'
import { overdueRoutes } from './routes/projects.tsx'
import { publicRoutes } from './routes/public.tsx'
import { reminderRoutes } from './routes/reminders.tsx'
import { consultations } from './text/consultations.ts'
import { office } from './text/office.ts'
import { text as projectWords } from './text/projects.ts'
import { text } from './text/public.ts'
import { still } from './text/still.ts'

export { addEvent } from './commands/events.ts'
export { addPiece, type PieceInput, publishPiece } from './commands/pieces.ts'
export { addPoint } from './commands/points.ts'
export { addFund, type FundInput } from './commands/projects/funds.ts'
export { addIndicator, enterValue } from './commands/projects/indicators.ts'
export { relate } from './commands/relations.ts'
export { isOfThread, paths as threadPaths } from './paths.ts'
export { relatedTo as relatedPieces } from './queries/related.ts'

const mostInSitemap = 10_000

export const thread = room({
  name: 'thread',
  routes(web) {
    publicRoutes(web)
    officeRoutes(web)
    keepingRoutes(web)
    overdueRoutes(web)
    apiRoutes(web)
    consultationRoutes(web)
    reminderRoutes(web)
  },
  api,
  async sitemap(visit) {
    const [cards, fields] = await Promise.all([latestPieces(visit, mostInSitemap), allFields(visit)])
    return [
      ...[paths.thread, paths.projects, paths.positions, paths.calls, paths.stopped].map((path) => path.inBoth()),
      ...fields.map(({ id }) => paths.field.inBoth({ field: id })),
      ...cards.map(({ kind, slug, changedAt }) => ({
        ...pathOf(kind).inBoth({ piece: slug }),
        changed: changedAt,
      })),
    ]
  },
  named: async (visit, ids) =>
    (await namesOf(visit, ids)).map(({ id, kind, slug, title }) => ({
      id,
      text: inLanguage(visit.language, title),
      href: mayWork(visit)
        ? paths.edit.at(visit.language, { piece: id })
        : pathOf(kind).at(visit.language, { piece: slug }),
    })),
  documented: { choices: projectsToChoose, of: projectsOfDocument, put: putDocument },
  jobs: { askAboutStill, remindOfContributions, forgetAsked },
  clock: [
    { at: '12 5 * * 1', job: 'askAboutStill' },
    { at: '2 5 * * *', job: 'remindOfContributions' },
    { at: '57 2 * * *', job: 'forgetAsked' },
  ],
  mails: { 'thread.contribution': contributionMail, 'thread.inquiry': inquiryMail, 'thread.still': stillMail },
  handedOver: takeHandover,
  found,
  suggest,
  related: relatedTo,
  async ofPlace(visit, key, size) {
    const { language } = visit
    const filter = { region: key }
    const [rows, { count }] = await Promise.all([projectsOn(visit, filter, { page: 1, size }), extentOf(visit, filter)])
    return {
      name: text[language].projects.title,
      total: count,
      href: paths.projects.at(language, {}, filter),
      first: rows.map(({ id, slug, title, state }) => ({
        ...{
          id,
          text: inLanguage(language, title),
          lang: langOf(language, title),
          detail: text[language].states[state],
        },
        href: paths.project.at(language, { piece: slug }),
      })),
    }
  },
  together,
  recorded: (language) => ({
    deeds: {
      ...office[language].deeds,
      ...consultations[language].deeds,
      ...still[language].deeds,
      ...projectWords[language].deeds,
    },
    fields: { ...office[language].recorded, ...consultations[language].recorded, ...projectWords[language].recorded },
    values: {
      event: office[language].events,
      verdict: text[language].verdicts,
      relation: office[language].relationNames,
    },
  }),
  attention,
  lostByMerging: lostParts,
  merged: renameContributors,
  menu: (visit) =>
    mayWork(visit) ? [{ href: paths.office.at(visit.language), label: office[visit.language].menu }] : [],
})
