import { inLanguage } from '../platform/language.ts'
import { room } from '../platform/room.ts'
import { installation } from '../region/index.ts'
import { eraseOldReports } from './jobs.ts'
import { answerMail, reportMail } from './mail.ts'
import { answerTemplate } from './model.ts'
import { paths } from './paths.ts'
import { mayPublish, mayWrite } from './permissions.ts'
import { found } from './queries/found.ts'
import { allPages, openBlanks, reportList } from './queries/pages.ts'
import { machineRoutes, siteAddresses } from './routes/machines.tsx'
import { officeRoutes } from './routes/office.tsx'
import { publicRoutes } from './routes/public.tsx'
import { text } from './text.ts'

export { fillDefaultPages } from './defaults/index.ts'
export { frameOf } from './frame.ts'
export { errorPage } from './pages/error.tsx'

export const site = room({
  name: 'site',
  routes(web, rooms) {
    publicRoutes(web)
    machineRoutes(web, rooms)
    officeRoutes(web, rooms)
  },
  jobs: { eraseOldReports },
  clock: [{ at: '53 2 * * *', job: 'eraseOldReports' }],
  mails: { 'report.received': reportMail, [answerTemplate]: answerMail },
  found,
  sitemap: siteAddresses,
  named: async (visit, ids) =>
    mayWrite(visit)
      ? (await allPages(visit))
          .filter(({ id }) => ids.includes(id))
          .map(({ id, title }) => ({
            id,
            text: inLanguage(visit.language, title),
            href: paths.editPage.at(visit.language, { page: id }),
          }))
      : [],
  recorded: (language) => ({ deeds: text[language].deeds, fields: {} }),
  menu(visit) {
    const { language } = visit
    const t = text[language]
    return [
      { href: paths.overview.at(language), label: t.overview.menu },
      ...(mayWrite(visit) ? [{ href: paths.pages.at(language), label: t.pages.menu }] : []),
      ...(mayPublish(visit)
        ? [
            { href: paths.operator.at(language), label: t.operator.menu },
            { href: paths.reports.at(language), label: t.reports.menu },
          ]
        : []),
    ]
  },
  landing: async ({ language }) => paths.overview.at(language),
  async attention(visit) {
    if (!mayPublish(visit)) return []
    const { language } = visit
    const t = text[language].overview
    const [blanks, reports, pages, { languages }] = await Promise.all([
      openBlanks(visit),
      reportList(visit),
      allPages(visit),
      installation(visit),
    ])
    const open = reports.filter(({ doneAt }) => !doneAt).length
    const german = languages.includes('en') ? pages.filter(({ text: of, title }) => !of.en || !title.en).length : 0
    return [
      ...(blanks.length ? [{ text: t.blanks(blanks.length), href: paths.operator.at(language) }] : []),
      ...(open ? [{ text: t.openReports(open), href: paths.reports.at(language) }] : []),
      ...(german ? [{ text: t.english(german), href: paths.pages.at(language) }] : []),
    ]
  },
})
