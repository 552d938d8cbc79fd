import { datedText } from '../platform/dated.ts'
import { type Bilingual, inLanguage } from '../platform/language.ts'
import type { Column } from '../platform/spreadsheet.ts'
import type { Visit } from '../platform/visit.ts'
import { paths } from './paths.ts'
import type { RegisterRow } from './queries/register.ts'
import { text } from './text/public.ts'

type Names = {
  fields: readonly { id: string; name: Bilingual }[]
  regions: readonly { no: number; name: Bilingual }[]
  labels: ReadonlyMap<string, string>
}

/** The columns of the register's file. */
export function projectColumns({ language, house }: Visit, { fields, regions, labels }: Names): Column<RegisterRow>[] {
  const t = text[language]
  const { columns, address, where, aim } = t.projects
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
    { title: columns.begin, value: (row) => row.starts && datedText(language, row.starts), width: 16 },
    { title: columns.end, value: (row) => row.ends && datedText(language, row.ends), width: 16 },
    { title: columns.state, value: (row) => t.states[row.state], width: 16 },
    { title: t.exampleShort, value: (row) => row.isExample, width: 10 },
    { title: address, value: (row) => house.publicUrl + paths.project.at(language, { piece: row.slug }), width: 50 },
  ]
}
