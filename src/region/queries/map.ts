import type { MapDrawing } from '../../design/index.tsx'
import { inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { type Boundaries, drawMap } from '../model/map.ts'

/** The districts with this place on them, and what to name as the source; undefined where no boundaries are known. */
export async function regionMap(
  { read, language }: Pick<Visit, 'read' | 'language'>,
  place?: { longitude: number; latitude: number },
): Promise<{ drawing: MapDrawing; source: string | undefined } | undefined> {
  const [districts, drawn] = await Promise.all([
    read
      .selectFrom('districts')
      .innerJoin('regions', 'regions.id', 'regionId')
      .select(['key', 'no as region', 'short'])
      .execute(),
    read
      .selectFrom('drawings')
      .leftJoin('sources', 'sources.id', 'drawings.sourceId')
      .leftJoin('dataVersions', 'dataVersions.id', 'versionId')
      .select(['data', 'sources.title'])
      .where('drawings.kind', '=', 'boundaries')
      .where((eb) => eb.or([eb('versionId', 'is', null), eb('publishedAt', 'is not', null)]))
      .where('withdrawnAt', 'is', null)
      .orderBy('no', (order) => order.desc().nullsLast())
      .limit(1)
      .executeTakeFirst(),
  ])
  if (!drawn || districts.length === 0) return undefined
  const boundaries = drawn.data as Boundaries
  return {
    drawing: drawMap(boundaries, districts, place && [place]),
    source: drawn.title ? inLanguage(language, drawn.title) : boundaries.source,
  }
}
