import { type Change, personOf, refuse } from '../../platform/visit.ts'
import { mustSetWeights } from '../permissions.ts'

type Line = { name: string; weight: number }

/**
 * Enters a version of the weights. What was opened before keeps the one it had. Refuses an organisation that the register
 * does not know, and one named twice.
 */
export async function enterWeights(
  change: Change,
  input: { inForceOn: string; source: string; lines: readonly Line[] },
) {
  mustSetWeights(change)
  const { inForceOn, source, lines } = input
  const known = await change.write
    .selectFrom('organisations')
    .where(
      'name',
      'in',
      lines.map(({ name }) => name),
    )
    .select(['id', 'name'])
    .execute()
  const idOf = new Map(known.map(({ id, name }) => [name, id]))
  const unknown = lines.find(({ name }) => !idOf.has(name))
  if (unknown) return refuse('organisationUnknown', 'lines', unknown.name)
  const twice = lines.find(({ name }, index) => lines.findIndex((one) => one.name === name) < index)
  if (twice) return refuse('organisationTwice', 'lines', twice.name)
  const { id } = await change.write
    .insertInto('weightVersions')
    .values({ inForceOn, source, createdAt: change.now, createdBy: personOf(change) })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = lines.map(({ name, weight }) => ({ versionId: id, organisationId: idOf.get(name)!, weight }))
  await change.write.insertInto('weights').values(rows).execute()
  await change.record('weights.entered', id, { after: { inForceOn, source } })
  return { id }
}
