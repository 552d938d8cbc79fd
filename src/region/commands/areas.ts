import { sql } from 'kysely'
import type { Change } from '../../platform/visit.ts'

export type MunicipalityRow = {
  key: string
  district_key: string
  name: string
  name_en: string | null
  kind: string | null
  latitude: number
  longitude: number
  area_km2: number | null
  /** Coordinates of a MultiPolygon; null where a list told no boundary. */
  boundary: unknown
}

/** Puts municipalities into a load; their districts are known, and none is there twice. */
export async function addMunicipalities(
  { write }: Pick<Change, 'write'>,
  versionId: string,
  rows: readonly MunicipalityRow[],
) {
  await sql`insert into municipalities
      (version_id, key, district_key, name, name_en, kind, latitude, longitude, area_km2, boundary)
    select ${versionId}::uuid, key, district_key, name, name_en, kind, latitude, longitude, area_km2,
      nullif(boundary, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (key text, district_key text, name text,
      name_en text, kind text, latitude double precision, longitude double precision, area_km2 double precision, boundary jsonb)`.execute(
    write,
  )
}

/** Puts the boundaries of districts into a load: GeoJSON whose features' `id` is the district's key. */
export async function addBoundaries({ write }: Pick<Change, 'write'>, versionId: string, data: object) {
  const { sourceId } = await write
    .selectFrom('dataVersions')
    .select('sourceId')
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow()
  await write
    .insertInto('drawings')
    .values({ kind: 'boundaries', data: JSON.stringify(data), sourceId, versionId })
    .execute()
}
