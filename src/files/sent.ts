import { isId } from '../platform/id.ts'
import type { Visit } from '../platform/visit.ts'
import { oneUpload } from './queries.ts'
import { partOf, sizeSoFar } from './sending.ts'

/** A file that came in pieces, whole: where it lies and how long it is. */
export type SentInPieces = { upload: string; name: string; file: string; bytes: number }

const most = 100

/** Which of these files that the viewer has sent in pieces are whole. */
export async function wholeUploads(visit: Visit, ids: readonly string[]): Promise<SentInPieces[]> {
  const found: SentInPieces[] = []
  for (const id of new Set(ids.filter(isId).slice(0, most))) {
    const upload = await oneUpload(visit, id)
    if (!upload || (await sizeSoFar(visit.house, id)) !== Number(upload.bytes)) continue
    found.push({ upload: id, name: upload.name, file: partOf(visit.house, id), bytes: Number(upload.bytes) })
  }
  return found
}
