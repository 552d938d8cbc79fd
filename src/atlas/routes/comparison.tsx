import { startWith } from '../../platform/forms.ts'
import type { Column } from '../../platform/spreadsheet.ts'
import { tableFile } from '../../platform/table-file.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { exportRows } from '../model/export.ts'
import { whole } from '../model/values.ts'
import { ComparisonPage, placeFields } from '../pages/comparison.tsx'
import { namesOf } from '../pages/words.ts'
import { paths } from '../paths.ts'
import { atlasOf } from '../queries/atlas.ts'
import { sourcesOf } from '../queries/indicator.ts'
import { standingOf } from '../queries/standing.ts'
import { text } from '../text.ts'
import { type TerritoryRow, territoryColumns } from './data.tsx'
import { askedIn } from './public.tsx'
import { shorter } from './shown.ts'

type Query = Readonly<Record<string, string>>

/** Territories side by side, and the same as a file; both as they were with a data version, where one is asked for. */
export function comparisonRoutes(web: Web) {
  web.get(
    paths.comparison,
    async (visit, { query }) => {
      const [{ atlas, places, asked }, standing] = await Promise.all([
        compared(visit, query),
        standingOf(visit, { kind: 'values' }, askedIn(query).version),
      ])
      const less = shorter(query, { ...asked, fassung: standing.version })
      // Fields left empty are closed up: what is asked for is the places.
      if (less) return { seeOther: paths.comparison.at(visit.language, {}, { ...asked, fassung: less.fassung }) }
      const form = startWith(asked)
      const sources = await sourcesOf(visit, atlas.values.sourcesOf(atlas.indicators.map(({ id }) => id)))
      return { page: <ComparisonPage {...{ atlas, places, asked, standing, sources, form }} day={visit.now} /> }
    },
    'searches',
  )

  web.get(paths.comparisonFile, (visit, { params, query }) => comparisonFile(visit, params.as, query), 'files')
}

async function comparisonFile(visit: Visit, as: string, query: Query) {
  const { atlas, places } = await compared(visit, query)
  const { indicators, values, land } = atlas
  const sources = await sourcesOf(visit, values.sourcesOf(indicators.map(({ id }) => id)))
  const names = namesOf(visit.language, land)
  const rows = indicators.flatMap((indicator) =>
    exportRows(indicator.id, values, land, values.yearsOf(indicator.id).slice(-1))
      .filter(({ key }) => places.includes(key))
      .map((row): TerritoryRow => ({ ...row, indicator, source: sources.find(({ id }) => id === row.sourceId) })),
  )
  const columns: Column<TerritoryRow>[] = [
    { title: text[visit.language].indicator.territory, value: ({ key }) => names.get(key)?.name, width: 24 },
    ...territoryColumns(visit.language),
  ]
  return tableFile(as, { name: 'vergleich', columns, rows }, visit)
}

/** What an address asks for: places that are known, each once, and the atlas of its data version. */
async function compared(visit: Visit, query: Query) {
  const atlas = await atlasOf(visit, { upTo: askedIn(query).version })
  const { regions, districts } = atlas.land
  const known = new Set([whole, ...regions.map(({ id }) => id), ...districts.map(({ key }) => key)])
  const places = [...new Set(placeFields.flatMap((name) => (known.has(query[name] ?? '') ? [query[name]!] : [])))]
  return { atlas, places, asked: Object.fromEntries(places.map((key, index) => [placeFields[index]!, key])) }
}
