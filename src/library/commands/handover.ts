import type { Handover, Taken } from '../../platform/room.ts'
import { type Change, isRefusal } from '../../platform/visit.ts'
import { addDocument } from './documents.ts'
import { addVersion, unknown } from './versions.ts'

/** Enters the paper that a working group hands over as a draft with its document; the office publishes it. */
export async function takeHandover(change: Change, handover: Handover): Promise<Taken> {
  const { title, abstract, editionId, groupId, pdf, isExample } = handover
  const said = { title, abstract: abstract ? { de: abstract } : null, dated: change.now.toISOString().slice(0, 10) }
  const place = { belongsTo: editionId, groupId, isExample }
  const document = await addDocument(change, { ...unknown, ...said, ...place, type: 'paper' })
  if (isRefusal(document)) throw new Error(`the library did not take a paper: ${document.refused}`)
  const file = await addVersion(change, { id: document.id, file: { name: 'papier.pdf', bytes: pdf }, note: null })
  if (isRefusal(file)) throw new Error(`the library did not take a paper's file: ${file.refused}`)
  return { documentId: document.id }
}
