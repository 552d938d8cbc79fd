import { datedText } from '../platform/dated.ts'
import { type Bilingual, inLanguage, type Language } from '../platform/language.ts'
import type { Column } from '../platform/spreadsheet.ts'
import type { Visit } from '../platform/visit.ts'
import { numberToType } from './model/projects.ts'
import { paths } from './paths.ts'
import type { FileRow } from './queries/projects-file.ts'
import { text as words } from './text/projects.ts'
import { text } from './text/public.ts'

type Names = {
  fields: readonly { id: string; name: Bilingual }[]
  regions: readonly { no: number; name: Bilingual }[]
  labels: ReadonlyMap<string, string>
}

/** The columns of the register's file. */
export function projectColumns({ language, house }: Visit, { fields, regions, labels }: Names): Column<FileRow>[] {
  const t = text[language]
  const { columns, address, where, aim } = t.projects
  const own = words[language].export
  const [measured, paid] = [measuredIn(language), paidIn(language)]
  const field = (id: string | null) => fields.find((one) => one.id === id)
  const named = (list: readonly number[]) =>
    regions
      .filter(({ no }) => list.includes(no))
      .map(({ name }) => inLanguage(language, name))
      .join(', ')
  return [
    { title: columns.title, value: (row) => inLanguage(language, row.title), width: 40 },
    { title: aim, value: (row) => row.text && inLanguage(language, row.text), width: 60 },
    { title: columns.field, value: (row) => inLanguage(language, field(row.fieldId)?.name ?? { de: '' }), width: 24 },
    { title: columns.regions, value: (row) => named(row.regionNos), width: 30 },
    { title: where, value: (row) => row.districts.map((key) => labels.get(key)).join(', '), width: 40 },
    { title: columns.leads, value: (row) => row.leads.join(', '), width: 40 },
    { title: own.partners, value: (row) => row.partners.join(', '), width: 40 },
    { title: columns.begin, value: (row) => row.starts && datedText(language, row.starts), width: 16 },
    { title: own.firstBegin, value: (row) => row.firstStarts && datedText(language, row.firstStarts), width: 16 },
    { title: columns.end, value: (row) => row.ends && datedText(language, row.ends), width: 16 },
    { title: own.firstEnd, value: (row) => row.firstEnds && datedText(language, row.firstEnds), width: 16 },
    { title: columns.state, value: (row) => t.states[row.state], width: 16 },
    { title: own.indicators, value: (row) => row.indicators.map(measured).join('; '), width: 60 },
    { title: own.budget, value: (row) => costs(row), width: 20 },
    { title: own.funding, value: (row) => row.funds.filter(isPaid).map(paid).join('; '), width: 60 },
    { title: t.exampleShort, value: (row) => row.isExample, width: 10 },
    { title: address, value: (row) => house.publicUrl + paths.project.at(language, { piece: row.slug }), width: 50 },
  ]
}

/** What is measured, its latest value and its target, in a line. */
const measuredIn = (language: Language) => (one: FileRow['indicators'][number]) => {
  const { indicators: t } = words[language]
  const amount = (value: number) => `${numberToType(language, value)} ${one.unit}`.trim()
  const goal = one.target === null ? '' : amount(one.target)
  const known = [
    one.latest ? `${amount(one.latest.value)} (${datedText(language, one.latest.measuredOn)})` : t.none,
    goal && (one.targetOn ? t.targetOn(goal, datedText(language, one.targetOn)) : t.target(goal)),
  ]
  return `${inLanguage(language, one.name)}: ${known.filter(Boolean).join(', ')}`
}

type Money = FileRow['funds'][number]
const isPaid = ({ kind }: Money) => kind !== 'budget'

/** The sum of what it costs, in euro, of those costs that are known. */
function costs({ funds }: FileRow) {
  const known = funds.flatMap(({ kind, amountCents }) => (kind === 'budget' && amountCents !== null ? amountCents : []))
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / 100
}

/** Who pays, how much and which part, in a line. */
const paidIn = (language: Language) => (one: Money) => {
  const { funds: t } = words[language]
  const known = [
    one.programme,
    one.amountCents === null ? '' : t.euro(numberToType(language, one.amountCents / 100)),
    one.ratePercent === null ? '' : t.rate(numberToType(language, one.ratePercent)),
  ]
  return `${t.kinds[one.kind]}: ${known.filter(Boolean).join(', ')}`
}
