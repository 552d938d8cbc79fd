import { sql } from 'kysely'
import type { Change } from '../../platform/visit.ts'
import { afterReading } from './reading.ts'

type Drawn = {
  document: string
  version: number
  /** The heights of the pictures that were there before. */
  known: readonly number[]
  heights: readonly number[]
  /** How many of them show a scan that is too pale. */
  faint: number
  drawing: 'waiting' | 'drawn' | 'failed'
}

/**
 * Keeps the heights of the pictures that lie beside a version's file now, and queues the next pages while there are some.
 * Changes nothing where another run has been faster.
 */
export async function keepPictures(change: Change, { document, version, known, heights, faint, drawing }: Drawn) {
  const mine = await change.write
    .updateTable('documentVersions')
    .set({
      pictureHeights: JSON.stringify([...known, ...heights]),
      drawing,
      accessibility: sql`jsonb_set(accessibility, '{faintPages}', to_jsonb(coalesce((accessibility ->> 'faintPages')::int, 0) + ${faint}::int))`,
    })
    .where('documentId', '=', document)
    .where('version', '=', version)
    .where('drawing', '=', 'waiting')
    .where('pictureHeights', '=', JSON.stringify(known))
    .returning('version')
    .executeTakeFirst()
  if (!mine) return
  if (drawing === 'waiting') await change.queue('drawDocument', { document, version }, { priority: afterReading })
  await change.record('document.drawn', document, { after: { version, pages: known.length + heights.length } })
}
