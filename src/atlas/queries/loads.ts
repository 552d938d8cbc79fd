import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Mapping } from '../commands/reading.ts'
import type { Finding } from '../import/check.ts'
import { loads } from '../permissions.ts'

const columns = [
  'dataVersions.id',
  'no',
  'kind',
  'dataVersions.asOf',
  'sources.title as source',
  'dataVersions.createdAt',
  'publishedAt',
  'withdrawnAt',
  'imports.name',
  'format',
  'mapping',
  'findings',
  'rowsRead',
  'state',
] as const

export type Load = Awaited<ReturnType<typeof allLoads>>[number]
const mostLoads = 200

/** The newest loads, for the office. */
export async function allLoads(visit: Visit) {
  const rows = await loads(visit).select(columns).orderBy('no', 'desc').limit(mostLoads).execute()
  return rows.map(typed)
}

const typed = <Row extends { mapping: unknown; findings: unknown }>(row: Row) => ({
  ...row,
  mapping: row.mapping as Mapping | null,
  findings: (row.findings ?? []) as Finding[],
})

/** One load with some of what is in it. Throws NotFound for what is none. */
export async function loadAt(visit: Visit, id: string) {
  const row = await loads(visit).where('dataVersions.id', '=', id).select(columns).executeTakeFirst()
  if (!row) throw new NotFound()
  const sample = await visit.read
    .selectFrom('indicatorValues')
    .innerJoin('indicators', 'indicators.id', 'indicatorId')
    .leftJoin('districts', 'districts.key', 'districtKey')
    .where('versionId', '=', id)
    .select(['indicators.name', 'decimals', 'year', 'districts.label', 'value', 'status'])
    .orderBy('indicatorId')
    .orderBy('year', 'desc')
    .orderBy('districtKey')
    .limit(24)
    .execute()
  const municipalities = await visit.read
    .selectFrom('municipalities')
    .innerJoin('districts', 'districts.key', 'districtKey')
    .where('versionId', '=', id)
    .select(['municipalities.key', 'municipalities.name', 'municipalities.kind', 'label', 'municipalities.areaKm2'])
    .orderBy('municipalities.key')
    .limit(24)
    .execute()
  return { ...typed(row), sample, municipalities }
}
