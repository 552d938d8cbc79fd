import { inLanguage, type Language } from '../../platform/language.ts'
import type { Column } from '../../platform/spreadsheet.ts'
import { tableFile } from '../../platform/table-file.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { type ExportRow, exportRows, jsonStat, municipalityRows } from '../model/export.ts'
import type { Indicator } from '../model/indicator.ts'
import type { Values } from '../model/values.ts'
import { askedOf as askedFor } from '../model/views.ts'
import { drawn } from '../pages/drawn/index.ts'
import { fineNames, namesOf, sourceLine } from '../pages/words.ts'
import { paths } from '../paths.ts'
import { type IndicatorView, indicatorView, type Source } from '../queries/indicator.ts'
import { fineView, municipalityView } from '../queries/municipalities.ts'
import { standingOf } from '../queries/standing.ts'
import { territoryView } from '../queries/territory.ts'
import { viewData } from '../queries/view.ts'
import { text } from '../text.ts'
import { flowFile } from './flow-file.ts'
import { askedIn, isMunicipality } from './public.tsx'
import { shorter } from './shown.ts'
import { viewFile } from './views.tsx'

/** What people and programs take with them: tables, pictures, JSON. For everybody, from any site. */
export function dataRoutes(web: Web) {
  web.get(
    paths.indicatorData,
    async (visit, { params, query, request }) => {
      const asked = askedIn(query)
      const { indicator, as } = params
      const { jahr, ebene, klassen, fassung, kreis } = query
      const less = shorter(query, { jahr, ebene, klassen, fassung, kreis })
      if (less) return { seeOther: paths.indicatorData.at(visit.language, params, less) }
      if (query.ebene === 'gemeinden') return fineFile(visit, { ...params, ...asked, district: query.kreis })
      if (as === 'svg' || as === 'png' || as === 'html') {
        const data = await viewData(visit, 'map', askedFor('map', { ...query, kennzahl: indicator }))
        return viewFile(visit, { as, request }, drawn(visit.language, data))
      }
      const table = tableOf(visit, await indicatorView(visit, indicator, asked))
      switch (as) {
        case 'csv':
        case 'xlsx':
        case 'json':
        case 'json-stat':
          return tableAs(visit, as, table)
        default:
          throw new NotFound()
      }
    },
    'files',
  )
}

type FineAsked = {
  indicator: string
  as: string
  district: string | undefined
  year?: number | undefined
  version?: number | undefined
}

/** An indicator by municipality, of all years or of the one that was asked for. */
async function fineFile(visit: Visit, { indicator: id, as, ...asked }: FineAsked) {
  const [view, { version }] = await Promise.all([
    fineView(visit, id, asked),
    standingOf(visit, { kind: 'values' }, asked.version),
  ])
  const keys = view.municipalities.rows.map(({ key }) => key)
  const years = asked.year === undefined ? view.years : view.years.filter((year) => year === asked.year)
  return tableAs(visit, as, {
    ...view,
    years,
    version,
    from: view.fine,
    names: new Map([...fineNames(view)].filter(([key]) => keys.includes(key))),
    rows: municipalityRows(id, view.fine, keys, years),
  })
}

/** The figures of one territory, and the flows. */
export function territoryDataRoutes(web: Web) {
  web.get(
    paths.territoryData,
    async (visit, { params: { territory, as } }) => {
      if (await isMunicipality(visit, territory)) return municipalityFile(visit, territory, as)
      const view = await territoryView(visit, territory)
      const rows = view.indicators.flatMap((indicator) =>
        exportRows(indicator.id, view.values, view.land, view.values.yearsOf(indicator.id))
          .filter(({ key }) => key === territory)
          .map(
            (row): TerritoryRow => ({ ...row, indicator, source: view.sources.find(({ id }) => id === row.sourceId) }),
          ),
      )
      return tableFile(as, { name: territory, columns: territoryColumns(visit.language), rows }, visit)
    },
    'files',
  )

  web.get(paths.flowData, async (visit, { params, query }) => flowFile(visit, params.as, query), 'files')
}

async function municipalityFile(visit: Visit, key: string, as: string) {
  const { indicators, fine, sources } = await municipalityView(visit, key)
  const rows = indicators.flatMap((indicator) =>
    municipalityRows(indicator.id, fine, [key], fine.yearsOf(indicator.id)).map(
      (row): TerritoryRow => ({ ...row, indicator, source: sources.find(({ id }) => id === row.sourceId) }),
    ),
  )
  return tableFile(as, { name: key, columns: territoryColumns(visit.language), rows }, visit)
}

export type TerritoryRow = ExportRow & { indicator: Indicator; source: Source | undefined }

/** A territory's figures as a file has them. */
export function territoryColumns(language: Language): Column<TerritoryRow>[] {
  const t = text[language]
  return [
    { title: t.columns.indicator, value: ({ indicator }) => inLanguage(language, indicator.name), width: 34 },
    { title: t.columns.year, value: ({ year }) => year },
    { title: t.columns.value, value: ({ value }) => value, width: 14 },
    { title: t.columns.unit, value: ({ indicator }) => inLanguage(language, indicator.unit), width: 18 },
    { title: t.columns.status, value: (row) => statusText(language, row), width: 24 },
    { title: t.columns.asOf, value: ({ asOf }) => asOf, width: 12 },
    { title: t.columns.source, value: ({ source }) => source && inLanguage(language, source.title), width: 60 },
  ]
}

const statusText = (language: Language, { status, isOwn }: ExportRow) =>
  `${text[language].statuses[status]}${isOwn ? `, ${text[language].own}` : ''}`

/** So many letters are packed and kept for the next who asks; more are sent as they are. */
const mostKept = 500_000

function openJson(content: object) {
  const text = JSON.stringify(content)
  const described = { type: 'application/json; charset=utf-8', isOpen: true }
  return text.length > mostKept ? { bytes: Buffer.from(text), ...described } : { text, ...described }
}

/** What is handed out of an indicator: its rows, and what the places are called. */
type DataTable = Pick<IndicatorView, 'indicator' | 'sources' | 'years' | 'version'> & {
  /** What tells where each value is from. */
  from: Values
  names: ReadonlyMap<string, { name: string }>
  rows: readonly ExportRow[]
}

const tableOf = ({ language }: Visit, view: IndicatorView): DataTable => ({
  ...view,
  from: view.values,
  names: namesOf(language, view.land),
  rows: exportRows(view.indicator.id, view.values, view.land, view.years),
})

function tableAs(visit: Visit, as: string, table: DataTable) {
  if (as === 'json') return openJson(jsonOf(visit, table))
  if (as === 'json-stat') return openJson(statOf(visit, table))
  const columns = columnsOf(visit.language, table)
  return tableFile(as, { name: table.indicator.id, columns, rows: table.rows }, visit)
}

/** The source of each value: its own, or those of what it was computed from. */
function sourceOf(language: Language, { indicator, from, sources }: DataTable) {
  const titles = new Map(sources.map(({ id, title }) => [id, inLanguage(language, title)]))
  const lines = new Map<number, string>()
  return ({ year, isOwn, sourceId }: ExportRow) => {
    if (!isOwn) return titles.get(sourceId)
    const known = lines.get(year)
    const line =
      known ??
      from
        .sourcesIn(indicator.id, year)
        .flatMap((id) => titles.get(id) ?? [])
        .join('; ')
    lines.set(year, line)
    return line
  }
}

function columnsOf(language: Language, table: DataTable): Column<ExportRow>[] {
  const { indicator, names } = table
  const t = text[language]
  return [
    { title: t.columns.key, value: ({ key }) => key, width: 20 },
    { title: t.columns.level, value: ({ level }) => t.territoryLevels[level] },
    { title: t.columns.name, value: ({ key }) => names.get(key)?.name, width: 24 },
    { title: t.columns.year, value: ({ year }) => year },
    { title: t.columns.value, value: ({ value }) => value, width: 14 },
    { title: t.columns.unit, value: () => inLanguage(language, indicator.unit), width: 18 },
    {
      title: t.columns.status,
      value: (row) => statusText(language, row),
      width: 24,
    },
    { title: t.columns.asOf, value: ({ asOf }) => asOf, width: 12 },
    { title: t.columns.source, value: sourceOf(language, table), width: 60 },
  ]
}

function jsonOf({ language, house: { publicUrl } }: Visit, table: DataTable) {
  const { indicator, names, sources, version, rows } = table
  const source = sourceOf(language, table)
  return {
    id: indicator.id,
    name: inLanguage(language, indicator.name),
    definition: inLanguage(language, indicator.definition),
    unit: inLanguage(language, indicator.unit),
    kind: indicator.kind,
    version,
    page: publicUrl + paths.indicator.at(language, { indicator: indicator.id }),
    sources: sources.map(({ title, address, licence }) => ({ title: inLanguage(language, title), address, licence })),
    values: rows.map((row) => ({
      territory: row.key,
      level: row.level,
      name: names.get(row.key)?.name,
      year: row.year,
      value: row.value,
      status: row.status,
      asOf: row.asOf,
      isOwnCalculation: row.isOwn,
      source: source(row),
    })),
  }
}

function statOf({ language, now }: Visit, { indicator, names, sources, years, rows }: DataTable) {
  const t = text[language]
  const asOf = rows
    .map((row) => row.asOf)
    .filter((one) => /^\d{4}-\d\d-\d\d$/.test(one))
    .sort()
  return jsonStat({
    id: indicator.id,
    label: inLanguage(language, indicator.name),
    unit: inLanguage(language, indicator.unit),
    decimals: indicator.decimals,
    source: sourceLine(language, sources),
    updated: asOf.at(-1) ?? now.toISOString().slice(0, 10),
    places: [...names].map(([key, { name }]) => ({ key, name })),
    years,
    rows,
    words: { place: t.columns.name, year: t.columns.year, statuses: t.statuses },
  })
}
