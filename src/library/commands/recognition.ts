import type { Change } from '../../platform/visit.ts'
import { isScan, tidy } from '../model/reading.ts'
import { keepPages, propose } from './reading.ts'

type Of = { document: string; version: number }
type Recognised = Of & { fileName: string; mediaType: string; texts: readonly string[] }

/**
 * Keeps what was recognised on all pages at once, as if it had been read; nothing where it is too little to be the text.
 * Changes nothing where another run has been faster.
 */
export async function keepRecognised(change: Change, { document, version, fileName, mediaType, texts }: Recognised) {
  const pages = texts.map(tidy)
  const isFound = !isScan(pages)
  const mine = await change.write
    .updateTable('documentVersions')
    .set(isFound ? { recognition: 'done', reading: 'read' } : { recognition: 'failed' })
    .where('documentId', '=', document)
    .where('version', '=', version)
    .where('recognition', '=', 'waiting')
    .where('reading', '=', 'scan')
    .returning('version')
    .executeTakeFirst()
  if (!mine) return
  if (isFound) {
    await keepPages(change, document, version, pages)
    await propose(change, document, { fileName, mediaType, title: '', pages })
  }
  await change.record('document.recognised', document, { after: { version, pages: isFound ? pages.length : 0 } })
}
