import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { publishedVersions } from '../permissions.ts'

export type Municipality = { key: string; name: string; kind: string | null; areaKm2: number | null }
export type Municipalities = { asOf: string; source: Bilingual; rows: Municipality[] }

/** The municipalities of a district as the newest load tells them, by name; undefined where none does. */
export async function municipalitiesOf(
  visit: Pick<Visit, 'read'>,
  district: string,
): Promise<Municipalities | undefined> {
  const latest = await publishedVersions(visit)
    .innerJoin('sources', 'sources.id', 'sourceId')
    .where('kind', '=', 'municipalities')
    .select(['dataVersions.id', 'asOf', 'title'])
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!latest) return undefined
  const rows = await visit.read
    .selectFrom('municipalities')
    .select(['key', 'name', 'kind', 'areaKm2'])
    .where('versionId', '=', latest.id)
    .where('districtKey', '=', district)
    .orderBy('name')
    .orderBy('key')
    .execute()
  return rows.length > 0 ? { asOf: latest.asOf ?? '', source: latest.title, rows } : undefined
}
