import { Readable } from 'node:stream'
import { editionForRegistration } from '../../congress/index.ts'
import type { Path } from '../../platform/paths.ts'
import { type Column, csv } from '../../platform/spreadsheet.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { sheet, xlsx } from '../../platform/workbook.ts'
import { installation, regions } from '../../region/index.ts'
import { mealColumns, needColumns, registrationColumns } from '../export.ts'
import { DeskEditionsPage } from '../pages/desk/editions.tsx'
import type { Choices } from '../pages/desk/filters.tsx'
import { DeskListPage } from '../pages/desk/list.tsx'
import { DoorPage, ListedPage, NeedsPage } from '../pages/desk/lists.tsx'
import { PrintPage } from '../pages/desk/print.tsx'
import { deskPaths } from '../paths.ts'
import { may } from '../permissions.ts'
import { type DeskEdition, deskEdition, type Filter, filterOf, registrationList, wholeList } from '../queries/desk.ts'
import { concernsOf } from '../queries/desk-attention.ts'
import { doorRows, listedPeople, mealCounts, needRows } from '../queries/desk-lists.ts'
import { exportRows } from '../queries/desk-one.ts'
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
    const edition = await deskEdition(visit, params.edition, may.find)
    const filter = filterOf(query)
    const [found, figures, curve, concerns, choices] = await Promise.all([
      registrationList(visit, edition, filter),
      figuresOf(visit, edition),
      curveOf(visit, edition),
      edition.mayWork ? concernsOf(visit, edition.id) : [],
      choicesOf(visit, edition),
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
          choices={choices}
        />
      ),
    }
  })
  web.get(deskPaths.print, async (visit, { params, query }) => {
    const edition = await deskEdition(visit, params.edition, may.find)
    const filter = filterOf(query)
    const [rows, choices] = await Promise.all([wholeList(visit, edition, filter), choicesOf(visit, edition)])
    return { page: <PrintPage {...{ edition, filter, choices, rows }} now={visit.now} /> }
  })
  web.get(deskPaths.needs, async (visit, { params }) => {
    const edition = await deskEdition(visit, params.edition)
    const [meals, rows] = await Promise.all([mealCounts(visit, edition), needRows(visit, edition)])
    return { page: <NeedsPage edition={edition} meals={meals} rows={rows} now={visit.now} /> }
  })
  web.get(deskPaths.participants, async (visit, { params }) => {
    const edition = await deskEdition(visit, params.edition)
    return { page: <ListedPage edition={edition} rows={await listedPeople(visit, edition)} /> }
  })
  web.get(deskPaths.door, async (visit, { params, query }) => {
    const edition = await deskEdition(visit, params.edition, may.find)
    const { q } = filterOf(query)
    return { page: <DoorPage edition={edition} q={q} rows={await doorRows(visit, edition, q)} now={visit.now} /> }
  })
}

/** What a list of registrations can be narrowed to. */
async function choicesOf(visit: Visit, edition: DeskEdition): Promise<Choices> {
  const [lines, types, { bookable }] = await Promise.all([
    regions(visit),
    ticketTypesOf(visit, edition.id),
    editionForRegistration(visit, edition.slug),
  ])
  return { regions: lines, types, sessions: bookable }
}

type Table<Row> = { columns: readonly Column<Row>[]; rows: Iterable<Row> | AsyncIterable<Row> }
type Export<Row> = (visit: Visit, edition: DeskEdition, filter: Filter) => Promise<Table<Row>>

function fileRoutes(web: Web) {
  files(web, [deskPaths.csv, deskPaths.xlsx], 'file', async (visit, edition, filter) => ({
    columns: registrationColumns(visit.language),
    rows: exportRows(visit, edition, filter),
  }))
  files(web, [deskPaths.needsCsv, deskPaths.needsXlsx], 'needsFile', async (visit, edition) => ({
    columns: needColumns(visit.language),
    rows: await needRows(visit, edition),
  }))
  files(web, [deskPaths.mealsCsv, deskPaths.mealsXlsx], 'mealsFile', async (visit, edition) => ({
    columns: mealColumns(visit.language),
    rows: await mealCounts(visit, edition),
  }))
}

type FileName = 'file' | 'needsFile' | 'mealsFile'
type Here = Path<'edition'>

/** A table as CSV and as a workbook, both sent while their rows are read. */
function files<Row>(web: Web, [asCsv, asXlsx]: [Here, Here], word: FileName, of: Export<Row>) {
  const tableOf = async (visit: Visit, slug: string, query: Readonly<Record<string, string>>) => {
    const edition = await deskEdition(visit, slug)
    const { columns, rows } = await of(visit, edition, filterOf(query))
    const title = deskText[visit.language].export[word]
    const locale = { language: visit.language, zone: edition.zone }
    return { columns, rows, locale, title, name: `${title}-${edition.slug}` }
  }
  web.get(asCsv, async (visit, { params, query }) => {
    const { columns, rows, locale, name } = await tableOf(visit, params.edition, query)
    const bytes = Readable.from(csv(columns, rows, locale))
    return { bytes, type: 'text/csv; charset=utf-8', name: `${name}.csv` }
  })
  web.get(asXlsx, async (visit, { params, query }) => {
    const { columns, rows, locale, title, name } = await tableOf(visit, params.edition, query)
    const bytes = Readable.from(xlsx([sheet(title, columns, rows, locale)]))
    return { bytes, type: xlsxType, name: `${name}.xlsx` }
  })
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
