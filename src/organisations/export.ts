import { inLanguage } from '../platform/language.ts'
import type { Column } from '../platform/spreadsheet.ts'
import type { Visit } from '../platform/visit.ts'
import { paths } from './paths.ts'
import type { Organisation } from './queries/register.ts'
import { text } from './text.ts'

/** The columns of the register's file. */
export function registerColumns({ language, house }: Visit): Column<Organisation>[] {
  const t = text[language]
  const address = (organisation: string) => house.publicUrl + paths.organisation.at(language, { organisation })
  return [
    { title: t.columns.name, value: ({ name }) => name, width: 44 },
    { title: t.columns.kind, value: ({ kind }) => t.kinds[kind], width: 22 },
    { title: t.columns.district, value: ({ district }) => district, width: 26 },
    { title: t.columns.key, value: ({ officialKey }) => officialKey, width: 24 },
    { title: t.website, value: ({ website }) => website, width: 40 },
    { title: t.fields.about, value: ({ about }) => about && inLanguage(language, about), width: 60 },
    { title: t.address, value: ({ id }) => address(id), width: 60 },
  ]
}
