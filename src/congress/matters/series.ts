import type { Selectable } from 'kysely'
import { z } from 'zod'
import { bilingual, bilingualFields } from '../../platform/forms.ts'
import type { Schema } from '../../platform/schema.ts'
import { both, matterOf, needGerman, optionalBilingual, optionalBilingualFields, seenField } from './matter.ts'

export type SeriesRow = Selectable<Schema['series']>

/** What the series is called and how often it comes together. */
export const series = matterOf<SeriesRow>()({
  columns: ['name', 'rhythm'],
  schema: needGerman(
    z.object({ ...bilingualFields('name', 200), ...optionalBilingualFields('rhythm', 1000), ...seenField }),
    'rhythm',
  ),
  start: (row) => ({ ...both('name', row.name), ...both('rhythm', row.rhythm) }),
  row: (data) => ({
    name: bilingual(data.nameDe, data.nameEn),
    rhythm: optionalBilingual(data.rhythmDe, data.rhythmEn),
  }),
})
