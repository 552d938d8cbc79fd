import type { Selectable } from 'kysely'
import { changedOf } from '../../platform/changed-values.ts'
import { markOf, only } from '../../platform/meanwhile.ts'
import type { Schema } from '../../platform/schema.ts'
import { type Change, demand, NotFound, refuse } from '../../platform/visit.ts'
import { series } from '../matters/series.ts'
import { may } from '../permissions.ts'

type Values = Pick<Selectable<Schema['series']>, 'name' | 'rhythm'>

/**
 * Changes what the series is called and how often it comes together, if nobody changed it since the form was shown.
 * Only who works for the whole installation may.
 */
export async function changeSeries(change: Change, input: { id: string; values: Values; seen: string }) {
  demand(change.viewer, may.create)
  const row = await change.write
    .selectFrom('series')
    .where('id', '=', input.id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const before = only(row, series.columns)
  if (markOf(before) !== input.seen) return refuse('changedMeanwhile')
  const changed = changedOf(before, input.values)
  if (!changed) return { id: row.id }
  await change.write.updateTable('series').set(input.values).where('id', '=', row.id).execute()
  await change.record('series.changed', row.id, changed)
  return { id: row.id }
}
