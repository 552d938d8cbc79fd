import type { Change } from '../../platform/visit.ts'
import { afterReading } from './reading.ts'

type Drawn = {
  document: string
  version: number
  /** The heights of the pictures that were there before. */
  known: readonly number[]
  heights: readonly number[]
  drawing: 'waiting' | 'drawn' | 'failed'
}

/**
 * Keeps the heights of the pictures that lie beside a version's file now, and queues the next pages while there are some.
 * Changes nothing where another run has been faster.
 */
export async function keepPictures(change: Change, { document, version, known, heights, drawing }: Drawn) {
  const mine = await change.write
    .updateTable('documentVersions')
    .set({ pictureHeights: JSON.stringify([...known, ...heights]), drawing })
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
