import { endUploads, type SentInPieces } from '../../files/index.ts'
import { keptKinds } from '../../platform/file-content.ts'
import { storeFile } from '../../platform/files.ts'
import type { Bilingual } from '../../platform/language.ts'
import { type Change, isRefusal, NotFound, type Refusal, refuse } from '../../platform/visit.ts'
import type { DocumentInput } from '../model/document.ts'
import { nameInWords } from '../model/reading.ts'
import { mustKeep } from '../permissions.ts'
import { addDocument, locked } from './documents.ts'

export type Sent = { name: string; bytes: Buffer } | SentInPieces
export type NotTaken = { name: string; why: string }

/**
 * Takes in files, each as a draft of its own, which gets its title and text when it has been read. One that cannot be
 * taken never stops the rest; gives how many came in and which did not, and why. Refuses as `storeFile` does
 * when none came in.
 */
export async function takeInFiles(change: Change, files: readonly Sent[]) {
  mustKeep(change)
  const left: NotTaken[] = []
  let last: Refusal | undefined
  for (const file of files) {
    const taken = await stored(change, file)
    if (isRefusal(taken)) {
      last = taken
      left.push({ name: file.name, why: taken.refused })
    } else await draftFor(change, taken)
  }
  if (left.length === files.length) return last ?? refuse('fileMissing', 'file')
  return { count: files.length - left.length, left }
}

async function draftFor(change: Change, file: { id: string; name: string }) {
  const document = await addDocument(change, { ...unknown, title: nameInWords(file.name) })
  if (isRefusal(document)) throw new Error(document.refused)
  await joinVersion(change, { id: document.id, version: 1, fileId: file.id, note: null })
}

/** Enters a document as a draft, with a file that was stored before where there is one. Refuses as `addDocument` does. */
export async function addDocumentWithFile(change: Change, input: DocumentInput, file: string | null) {
  const document = await addDocument(change, input)
  if (!isRefusal(document) && file) await joinVersion(change, { id: document.id, version: 1, fileId: file, note: null })
  return document
}

/** What a document is said to be of which nothing is known yet. */
export const unknown: DocumentInput = {
  slug: '',
  type: 'study',
  language: 'de',
  title: '',
  subtitle: '',
  translatedTitle: '',
  abstract: null,
  publisher: '',
  dated: null,
  licence: 'all-rights-reserved',
  link: null,
  access: 'public',
  belongsTo: null,
  authors: [],
  subjects: [],
  regions: [],
}

/** Adds a file to a document as its newest version; those before stay. Refuses as `storeFile` does. */
export async function addVersion(
  change: Change,
  { id, file, note }: { id: string; file: Sent; note: Bilingual | null },
) {
  const row = await locked(change, id)
  if (row.state === 'withdrawn') throw new NotFound()
  const taken = await stored(change, file)
  if (isRefusal(taken)) return taken
  const { last } = await change.read
    .selectFrom('documentVersions')
    .where('documentId', '=', id)
    .select(({ fn }) => fn.max<number | null>('version').as('last'))
    .executeTakeFirstOrThrow()
  const version = (last ?? 0) + 1
  await joinVersion(change, { id, version, fileId: taken.id, note })
  await change.record('document.versionAdded', id, { after: { version, name: taken.name } })
  return { id, slug: row.slug }
}

/** Reads the newest version's file once more. */
export async function readAgain(change: Change, { id }: { id: string }) {
  const row = await locked(change, id)
  if (row.currentVersion === null) throw new NotFound()
  await change.write
    .updateTable('documentVersions')
    .set({ reading: 'waiting' })
    .where('documentId', '=', id)
    .where('version', '=', row.currentVersion)
    .execute()
  await change.queue('readDocument', { document: id, version: row.currentVersion })
  await change.record('document.readAgain', id)
  return { id, slug: row.slug }
}

/** The library keeps what it can read, whatever it is called. */
async function stored(change: Change, sent: Sent) {
  const { name } = sent
  const bytes = 'upload' in sent ? { file: sent.file, bytes: sent.bytes } : sent.bytes
  const file = await storeFile(change, { name, bytes, isPublic: false, kinds: keptKinds })
  if (!isRefusal(file) && 'upload' in sent) await endUploads(change, [sent.upload])
  return file
}

type NewVersion = { id: string; version: number; fileId: string; note: Bilingual | null }

async function joinVersion(change: Change, { id, version, fileId, note }: NewVersion) {
  await change.write
    .insertInto('documentVersions')
    .values({ documentId: id, version, fileId, note, at: change.now })
    .execute()
  await change.write
    .updateTable('documents')
    .set(({ eb }) => ({ currentVersion: version, changedAt: change.now, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await change.queue('readDocument', { document: id, version })
}
