import { Readable } from 'node:stream'
import { editionForRegistration } from '../../congress/index.ts'
import { csv, sheet, xlsx } from '../../platform/spreadsheet.ts'
import { NotFound } from '../../platform/visit.ts'
import type { Answer, Web } from '../../platform/web.tsx'
import { installation, regions } from '../../region/index.ts'
import { needColumns, registrationColumns } from '../export.ts'
import { DeskEditionsPage } from '../pages/desk/editions.tsx'
import { DeskListPage } from '../pages/desk/list.tsx'
import { ListedPage, NeedsPage } from '../pages/desk/lists.tsx'
import { deskPaths } from '../paths.ts'
import { mayDesk } from '../permissions/desk.ts'
import { deskEdition, filterOf, registrationList } from '../queries/desk.ts'
import { concernsOf } from '../queries/desk-attention.ts'
import { exportRows, listedPeople, needRows } from '../queries/desk-one.ts'
import { curveOf, editionsWithCounts, figuresOf } from '../queries/desk-standing.ts'
import { ticketTypesOf } from '../queries/ticket-types.ts'
import { deskText } from '../text/desk.ts'

/** The office's lists of registrations, on the screen, on paper and as files. */
export function deskListRoutes(web: Web) {
  listRoutes(web)
  fileRoutes(web)
}

function listRoutes(web: Web) {
  web.get(deskPaths.editions, async (visit) => {
    const [rows, { zone }] = await Promise.all([editionsWithCounts(visit), installation(visit)])
    if (rows.length === 0) throw new NotFound()
    return { page: <DeskEditionsPage editions={rows} zone={zone} /> }
  })
  web.get(deskPaths.list, async (visit, { params, query }) => {
    const edition = await deskEdition(visit, params.edition, mayDesk.find)
    const filter = filterOf(query)
    const [found, figures, curve, concerns, lines, types, { bookable }] = await Promise.all([
      registrationList(visit, edition, filter),
      figuresOf(visit, edition),
      curveOf(visit, edition),
      edition.mayWork ? concernsOf(visit, edition.id) : [],
      regions(visit),
      ticketTypesOf(visit, edition.id),
      editionForRegistration(visit, params.edition),
    ])
    return {
      page: (
        <DeskListPage
          edition={edition}
          filter={filter}
          {...found}
          figures={figures}
          curve={curve}
          concerns={concerns}
          choices={{ regions: lines, types, sessions: bookable }}
        />
      ),
    }
  })
  web.get(deskPaths.needs, async (visit, { params }) => {
    const edition = await deskEdition(visit, params.edition)
    return { page: <NeedsPage edition={edition} rows={await needRows(visit, edition)} /> }
  })
  web.get(deskPaths.participants, async (visit, { params }) => {
    const edition = await deskEdition(visit, params.edition)
    return { page: <ListedPage edition={edition} rows={await listedPeople(visit, edition)} /> }
  })
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function fileRoutes(web: Web) {
  web.get(deskPaths.csv, async (visit, { params, query }) => {
    const edition = await deskEdition(visit, params.edition)
    const rows = exportRows(visit, edition, filterOf(query))
    return csvAnswer(
      csv(registrationColumns(visit.language), rows, { language: visit.language, zone: edition.zone }),
      `${deskText[visit.language].export.file}-${edition.slug}`,
    )
  })
  web.get(deskPaths.xlsx, async (visit, { params, query }) => {
    const edition = await deskEdition(visit, params.edition)
    const { file } = deskText[visit.language].export
    const rows = []
    for await (const row of exportRows(visit, edition, filterOf(query))) rows.push(row)
    const bytes = await xlsx([
      sheet(file, registrationColumns(visit.language), rows, { language: visit.language, zone: edition.zone }),
    ])
    return { bytes, type: xlsxType, name: `${file}-${edition.slug}.xlsx` }
  })
  web.get(deskPaths.needsCsv, async (visit, { params }) => {
    const edition = await deskEdition(visit, params.edition)
    const rows = await needRows(visit, edition)
    return csvAnswer(
      csv(needColumns(visit.language), rows, { language: visit.language, zone: edition.zone }),
      `${deskText[visit.language].export.needsFile}-${edition.slug}`,
    )
  })
  web.get(deskPaths.needsXlsx, async (visit, { params }) => {
    const edition = await deskEdition(visit, params.edition)
    const { needsFile } = deskText[visit.language].export
    const bytes = await xlsx([
      sheet(needsFile, needColumns(visit.language), await needRows(visit, edition), {
        language: visit.language,
        zone: edition.zone,
      }),
    ])
    return { bytes, type: xlsxType, name: `${needsFile}-${edition.slug}.xlsx` }
  })
}

const csvAnswer = (lines: AsyncIterable<string>, name: string): Answer => ({
  bytes: Readable.from(lines),
  type: 'text/csv; charset=utf-8',
  name: `${name}.csv`,
})
