import { sql } from 'kysely'
import type { MapDrawing } from '../../design/index.tsx'
import { keeping } from '../../platform/kept.ts'
import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { drawMunicipalities } from '../model/municipality-map.ts'
import { validOn } from '../permissions.ts'
import { inOwnWords, type Reader } from './region.ts'

export type Municipality = {
  key: string
  name: string
  kind: string | null
  areaKm2: number | null
  districtKey: string
}
/** Municipalities as they were on a day, and which load tells so. */
export type Municipalities = {
  loadId: string
  asOf: string
  source: Bilingual
  sourceId: string
  rows: Municipality[]
}

/** Which municipalities: those of these districts, on this day; of all districts and today when not said. */
export type Where = { districts?: readonly string[]; day?: string | undefined }

const loadOn = (visit: Pick<Visit, 'read'>, day?: string) =>
  validOn(visit, 'municipalities', day)
    .innerJoin('sources', 'sources.id', 'sourceId')
    .select(['dataVersions.id', 'asOf', 'title', 'sourceId'])
    .limit(1)
    .executeTakeFirst()

const columns = [
  'key',
  'municipalities.name',
  'municipalities.nameEn',
  'municipalities.kind',
  'areaKm2',
  'districtKey',
] as const

/** Municipalities as the load tells that is valid on that day, by name; undefined where none does. */
export async function municipalitiesOf(visit: Reader, { districts, day }: Where): Promise<Municipalities | undefined> {
  const load = await loadOn(visit, day)
  if (!load) return undefined
  const all = visit.read.selectFrom('municipalities').select(columns).where('versionId', '=', load.id)
  const rows = await (districts ? all.where('districtKey', 'in', [...districts, '']) : all)
    .orderBy('name')
    .orderBy('key')
    .execute()
  const { id, asOf, title, sourceId } = load
  return rows.length > 0
    ? { loadId: id, asOf: asOf ?? '', source: title, sourceId, rows: rows.map(inOwnWords(visit)) }
    : undefined
}

/** The municipalities of the latest load, to be chosen from; none where there is no load. */
export const latestMunicipalities = (visit: Pick<Visit, 'read'>) =>
  visit.read
    .selectFrom('municipalities')
    .innerJoin('districts', 'districts.key', 'districtKey')
    .where('versionId', '=', ({ selectFrom }) =>
      selectFrom(validOn(visit, 'municipalities').select('dataVersions.id').limit(1).as('latest')).select('latest.id'),
    )

/** Whether any municipalities are known. */
export const hasMunicipalities = async (visit: Pick<Visit, 'read'>) =>
  (await validOn(visit, 'municipalities').select('dataVersions.id').limit(1).executeTakeFirst()) !== undefined

/** A municipality by its key, as the latest load tells that has it; undefined for what is none. */
export async function municipalityAt(visit: Reader, key: string) {
  const row = await validOn(visit, 'municipalities')
    .innerJoin('municipalities', 'municipalities.versionId', 'dataVersions.id')
    .where('key', '=', key)
    .select([...columns, 'asOf'])
    .limit(1)
    .executeTakeFirst()
  return row && { ...inOwnWords(visit)(row), asOf: row.asOf ?? '' }
}

/** The keys of all municipalities that any published load knows, each with its district. */
export async function municipalityKeys({ read }: Pick<Visit, 'read'>): Promise<Map<string, string>> {
  const rows = await validOn({ read }, 'municipalities')
    .innerJoin('municipalities', 'municipalities.versionId', 'dataVersions.id')
    .select(['key', 'districtKey'])
    .execute()
  // The latest load comes first: what it says of a key counts.
  return new Map(rows.toReversed().map(({ key, districtKey }) => [key, districtKey]))
}

export type MunicipalityMap = { drawing: MapDrawing; source: Bilingual }
const keptMaps = keeping<MapDrawing | undefined>(24)

/** The boundaries of these municipalities as a drawing; undefined where none are known. A load never changes. */
export async function municipalityMap(
  { read }: Pick<Visit, 'read'>,
  { loadId, source, rows }: Municipalities,
): Promise<MunicipalityMap | undefined> {
  if (rows.length === 0) return undefined
  const districts = [...new Set(rows.map(({ districtKey }) => districtKey))].sort()
  const { no } = await read
    .selectFrom('municipalities')
    .where('versionId', '=', loadId)
    .where('districtKey', 'in', districts)
    .select(sql<string>`count(*)`.as('no'))
    .executeTakeFirstOrThrow()
  const drawing = await keptMaps(JSON.stringify([loadId, no, districts]), async () => {
    const areas = await read
      .selectFrom('municipalities')
      .innerJoin('districts', 'districts.key', 'districtKey')
      .innerJoin('regions', 'regions.id', 'regionId')
      .where('versionId', '=', loadId)
      .where('districtKey', 'in', districts)
      .where('boundary', 'is not', null)
      .select(['municipalities.key', 'municipalities.name', 'boundary', 'regions.no as region'])
      .orderBy('municipalities.key')
      .execute()
    return drawMunicipalities(areas.map(({ boundary, ...area }) => ({ ...area, boundary: boundary as never })))
  })
  return drawing && { drawing, source }
}
