import { editionBySlug } from '../../congress/index.ts'
import { strangerOf } from '../../platform/api.ts'
import { atomType } from '../../platform/atom.ts'
import { inLanguage } from '../../platform/language.ts'
import { tableFile } from '../../platform/table-file.ts'
import type { Web } from '../../platform/web.tsx'
import { installation, regions } from '../../region/index.ts'
import { reportPdf } from '../documents/report.ts'
import { projectColumns } from '../export.ts'
import { feedOf } from '../feed.ts'
import { paths } from '../paths.ts'
import { allFields } from '../queries/pieces.ts'
import { projectsForFile } from '../queries/projects-file.ts'
import { districtLabels, latestPieces } from '../queries/register.ts'
import { reportFor } from '../queries/report.ts'
import { withWork } from '../queries/thread.ts'
import { text as words } from '../text/projects.ts'
import { text } from '../text/public.ts'
import { filterFrom, ownQuery } from './filter.ts'

const inFeed = 50

/** What programs read and what is printed: the feed, the register's file, the report for a congress. */
export function machineRoutes(web: Web) {
  web.get(paths.feed, async (visit) => {
    const stranger = strangerOf(visit)
    const [cards, { name }] = await Promise.all([latestPieces(stranger, inFeed), installation(visit)])
    return { text: feedOf(visit, name, await withWork(stranger, cards)), type: atomType }
  })

  web.get(paths.projectsFeed, async (visit) => {
    const stranger = strangerOf(visit)
    const [cards, { name }] = await Promise.all([latestPieces(stranger, inFeed, 'project'), installation(visit)])
    const { language, house } = visit
    const title = words[language].feedTitle(inLanguage(language, name))
    const of = { title, self: house.publicUrl + paths.projectsFeed.at(language), page: paths.projects.at(language) }
    return { text: feedOf(visit, name, cards, of), type: atomType }
  })

  web.get(
    paths.projectsFile,
    async (visit, { params, query }) => {
      const [rows, fields, lines, labels] = await Promise.all([
        projectsForFile(visit, filterFrom(ownQuery(query))),
        allFields(visit),
        regions(visit),
        districtLabels(visit),
      ])
      const columns = projectColumns(visit, { fields, regions: lines, labels })
      return tableFile(params.as, { name: text[visit.language].projects.fileName, columns, rows }, visit)
    },
    'files',
  )

  web.get(
    paths.report,
    async (visit, { params }) => {
      const edition = await editionBySlug(visit, params.edition)
      const [report, { name }] = await Promise.all([reportFor(visit, edition), installation(visit)])
      const bytes = await reportPdf(visit, report, inLanguage(visit.language, name))
      return { bytes, type: 'application/pdf', name: `${text[visit.language].reportDoc.fileName}.pdf` }
    },
    'files',
  )
}
