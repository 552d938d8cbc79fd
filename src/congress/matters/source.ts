import type { Selectable } from 'kysely'
import { bilingual, type FormState, field, valueOf } from '../../platform/forms.ts'
import type { Schema } from '../../platform/schema.ts'
import type { NewSource } from '../../region/index.ts'
import { optionalBilingualFields } from './matter.ts'

/** The fields that name a source: one of the register, or a new one by title and address. */
export const sourceFields = {
  sourceId: field.optionalLine(100),
  ...optionalBilingualFields('sourceTitle', 500),
  sourceAddress: field.optionalLink(),
}

type Named = Pick<Selectable<Schema['editionFacts']>, 'sourceId'>
export const sourceStart = ({ sourceId }: Named) => ({ sourceId })
export const sourceRow = ({ sourceId }: { sourceId: string }): Named => ({ sourceId: sourceId || null })

/** The new source that was typed into a form; undefined where none was. */
export function newSourceIn(form: FormState): NewSource | undefined {
  const title = bilingual(valueOf(form, 'sourceTitleDe'), valueOf(form, 'sourceTitleEn'))
  const address = valueOf(form, 'sourceAddress') || null
  return title.de || title.en || address ? { title, address } : undefined
}
