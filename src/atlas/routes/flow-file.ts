import { inLanguage } from '../../platform/language.ts'
import type { Answer } from '../../platform/reply.ts'
import type { Column } from '../../platform/spreadsheet.ts'
import { tableFile } from '../../platform/table-file.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { flowSets, municipalityFlowsIn } from '../../region/index.ts'
import type { Flow } from '../model/flows.ts'
import type { ViewQuery } from '../model/views.ts'
import { namesOf } from '../pages/words.ts'
import { flowsView } from '../queries/flows.ts'
import { municipalityNames } from '../queries/municipalities.ts'
import { flowQuestion } from '../queries/view.ts'
import { flowText, text } from '../text.ts'

type Table = { rows: readonly Flow[]; asOf: string; source: string; nameOf: (key: string) => string | undefined }

/** The flows of a kind and a day as a file: between districts, or between municipalities, all or those of one. */
export async function flowFile(visit: Visit, as: string, query: ViewQuery): Promise<Answer> {
  const { kind } = flowQuestion(query)
  const table = query.ebene === 'gemeinden' ? await fineTable(visit, query) : await coarseTable(visit, query)
  const t = text[visit.language]
  const words = flowText(visit.language, kind)
  if (as === 'xlsx' && table.rows.length >= sheetRows)
    return { text: t.tooManyRows, type: 'text/plain; charset=utf-8', status: 422 }
  const isWork = kind === 'commuters'
  const columns: Column<Flow>[] = [
    { title: isWork ? t.columns.homeKey : `${t.columns.key}: ${words.home}`, value: ({ from }) => from },
    { title: words.home, value: ({ from }) => table.nameOf(from), width: 24 },
    { title: isWork ? t.columns.workKey : `${t.columns.key}: ${words.work}`, value: ({ to }) => to },
    { title: words.work, value: ({ to }) => table.nameOf(to), width: 24 },
    { title: words.people, value: ({ value }) => value },
    { title: t.columns.asOf, value: () => table.asOf },
    { title: t.columns.source, value: () => table.source, width: 60 },
  ]
  return tableFile(as, { name: isWork ? 'pendeln' : kind, columns, rows: table.rows }, visit)
}

/** As many rows as a worksheet has below its head (ECMA-376, Excel’s limits). */
const sheetRows = 1_048_576

async function coarseTable(visit: Visit, query: ViewQuery): Promise<Table> {
  const { kind, year, upTo } = flowQuestion(query)
  const { flows, rows, land } = await flowsView(visit, { kind, year, upTo, least: 0 })
  const names = namesOf(visit.language, land)
  const source = flows ? inLanguage(visit.language, flows.source.title) : ''
  return { rows, asOf: flows?.asOf ?? '', source, nameOf: (key) => names.get(key)?.name }
}

/** Throws NotFound where no flows between municipalities are known. */
async function fineTable(visit: Visit, query: ViewQuery): Promise<Table> {
  const { kind, year, upTo } = flowQuestion(query)
  const sets = await flowSets(visit, kind, { upTo, isFine: true })
  const set = sets.find(({ asOf }) => asOf.startsWith(`${year}-`)) ?? sets[0]
  if (!set) throw new NotFound()
  const [rows, names] = await Promise.all([
    municipalityFlowsIn(visit, set.versionId, query.ort),
    municipalityNames(visit, set.asOf),
  ])
  const source = inLanguage(visit.language, set.source.title)
  return { rows, asOf: set.asOf, source, nameOf: (key) => names.get(key) }
}
