import type { MapDrawing } from '../../design/index.tsx'
import { inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { type Boundaries, drawMap } from '../model/map.ts'
import { validOn } from '../permissions.ts'

/**
 * The districts in their boundaries of that day, with this place on them, and what to name as the source; undefined where
 * no boundaries are known.
 */
export async function regionMap(
  { read, language }: Pick<Visit, 'read' | 'language'>,
  { place, day }: { place?: { longitude: number; latitude: number } | undefined; day?: string | undefined } = {},
): Promise<{ drawing: MapDrawing; source: string | undefined } | undefined> {
  const [districts, drawn] = await Promise.all([
    read
      .selectFrom('districts')
      .innerJoin('regions', 'regions.id', 'regionId')
      .select(['key', 'no as region', 'short'])
      .execute(),
    boundariesOn({ read }, day),
  ])
  if (!drawn || districts.length === 0) return undefined
  const boundaries = drawn.data as Boundaries
  return {
    drawing: drawMap(boundaries, districts, place && [place]),
    source: drawn.title ? inLanguage(language, drawn.title) : boundaries.source,
  }
}

/** The days from which other boundaries of districts hold, the first left out: before and after are not the same areas. */
export async function reforms(visit: Pick<Visit, 'read'>): Promise<string[]> {
  const rows = await validOn(visit, 'boundaries').select('asOf').execute()
  return [...new Set(rows.flatMap(({ asOf }) => asOf ?? []))].sort().slice(1)
}

/** The boundaries valid on a day: those that were loaded, else those that came with the installation. */
async function boundariesOn({ read }: Pick<Visit, 'read'>, day: string | undefined) {
  const all = read
    .selectFrom('drawings')
    .leftJoin('sources', 'sources.id', 'drawings.sourceId')
    .select(['data', 'sources.title'])
    .where('drawings.kind', '=', 'boundaries')
  const load = await validOn({ read }, 'boundaries', day).select('dataVersions.id').limit(1).executeTakeFirst()
  return all.where('versionId', load ? '=' : 'is', load?.id ?? null).executeTakeFirst()
}
