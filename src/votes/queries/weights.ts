import type { Merging } from '../../platform/room.ts'
import type { Visit } from '../../platform/visit.ts'
import { weightVersions } from '../permissions.ts'

export type WeightVersion = {
  id: string
  inForceOn: string
  source: string
  weights: { name: string; weight: number }[]
}

/** Every version of the weights, the one that holds longest last, each with its organisations. */
export async function weightVersionsOf(visit: Visit): Promise<WeightVersion[]> {
  const versions = await weightVersions(visit)
    .select(['id', 'inForceOn', 'source'])
    .orderBy('inForceOn', 'desc')
    .orderBy('createdAt', 'desc')
    .limit(100)
    .execute()
  const rows = await weightVersions(visit)
    .innerJoin('weights', 'weights.versionId', 'weightVersions.id')
    .innerJoin('organisations', 'organisations.id', 'weights.organisationId')
    .select(['weights.versionId', 'organisations.name', 'weights.weight'])
    .orderBy('organisations.name')
    .execute()
  const of = Map.groupBy(rows, ({ versionId }) => versionId)
  return versions.map((version) => ({
    ...version,
    weights: (of.get(version.id) ?? []).map(({ name, weight }) => ({ name, weight })),
  }))
}

/** The versions in which both organisations have weights, with both. */
export const weightsOfBoth = (visit: Visit, { kept, gone }: Merging) =>
  weightVersions(visit)
    .innerJoin('weights as stays', 'stays.versionId', 'weightVersions.id')
    .innerJoin('weights as goes', 'goes.versionId', 'weightVersions.id')
    .where('stays.organisationId', '=', kept)
    .where('goes.organisationId', '=', gone)
    .select(['inForceOn', 'source', 'stays.weight as stays', 'goes.weight as goes'])
    .orderBy('inForceOn')
    .execute()
