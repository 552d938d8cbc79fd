import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addValues } from '../atlas/index.ts'
import { packageRoot } from '../platform/package-root.ts'
import type { Change } from '../platform/visit.ts'
import { newVersion, publishVersion, type Source } from '../region/index.ts'

type AtlasFile = {
  sources: (Source & { licence: string | null; note: string | null })[]
  values: { indicator: string; source: string; year: number; asOf: string; rows: Record<string, number> }[]
}

/** The figures of the example's districts, each with its source and date. */
export const atlasFile = (): AtlasFile => JSON.parse(readFileSync(join(packageRoot, 'example/atlas.json'), 'utf8'))

/**
 * Fills the example's atlas: one data version for each source. Does nothing where there are values already, or the
 * installation is no example.
 */
export async function fillAtlas(change: Change) {
  const { read, write } = change
  const [example, there] = await Promise.all([
    read.selectFrom('installation').where('isExample', '=', true).select('isOnly').executeTakeFirst(),
    read.selectFrom('indicatorValues').select('year').limit(1).executeTakeFirst(),
  ])
  if (!example || there) return
  const { sources, values } = atlasFile()
  await write
    .insertInto('sources')
    .values(sources)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  for (const sourceId of new Set(values.map(({ source }) => source))) {
    const versionId = await newVersion(change, { kind: 'values', asOf: null, sourceId })
    const own = values.filter(({ source }) => source === sourceId)
    await addValues(change, versionId, own.flatMap(rowsOf))
    await publishVersion(change, versionId)
  }
  await change.record('atlas.filled', null, { after: { values: values.length } })
}

const rowsOf = ({ indicator, year, asOf, rows }: AtlasFile['values'][number]) =>
  Object.entries(rows).map(([district, value]) => ({
    indicator,
    year,
    district,
    region: null,
    value,
    status: 'final' as const,
    as_of: asOf,
  }))
