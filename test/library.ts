import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Insertable } from 'kysely'
import { pdf } from '../src/platform/pdf.ts'
import type { Schema } from '../src/platform/schema.ts'
import type { World } from './world.ts'

type Values = Partial<Insertable<Schema['documents']>> & { pages?: string[]; subjects?: string[] }

/** A published document for everybody, in German, with one version where it has pages. */
export async function aDocument(world: World, { pages = [], subjects = [], ...values }: Values = {}) {
  const { db, clock } = world
  const row = { title: 'Studie', type: 'study', publishedAt: clock.now, state: 'published', ...values } as const
  const { id, slug } = await db
    .insertInto('documents')
    .values({
      slug: `studie-${Math.random().toString(36).slice(2, 8)}`,
      createdAt: clock.now,
      changedAt: clock.now,
      ...row,
    })
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow()
  if (pages.length > 0) await aVersion(world, id, pages)
  for (const subjectId of subjects)
    await db.insertInto('documentSubjects').values({ documentId: id, subjectId }).execute()
  return { id, slug }
}

/** A version that has been read, in front of those that are there. */
export async function aVersion(world: World, documentId: string, pages: readonly string[], version = 1) {
  const { db, clock, data } = world
  const content = `${documentId} ${version}`
  const sha256 = createHash('sha256').update(content).digest()
  const hex = sha256.toString('hex')
  await mkdir(join(data, 'files', hex.slice(0, 2)), { recursive: true })
  await writeFile(join(data, 'files', hex.slice(0, 2), hex), content)
  const file = { sha256, bytes: content.length, mediaType: 'application/pdf', name: 'studie.pdf', createdAt: clock.now }
  const { id: fileId } = await db.insertInto('files').values(file).returning('id').executeTakeFirstOrThrow()
  await db
    .insertInto('documentVersions')
    .values({ documentId, version, fileId, at: clock.now, reading: 'read', pageCount: pages.length, outline: '[]' })
    .execute()
  const rows = pages.map((text, index) => ({ documentId, version, page: index + 1, text }))
  await db.insertInto('documentPages').values(rows).execute()
  await db.updateTable('documents').set({ currentVersion: version }).where('id', '=', documentId).execute()
}

/** Draws the first page of a document: a picture beside its file, with a line of text. */
export async function aPicture({ db, data }: World, documentId: string) {
  const { sha256 } = await db
    .selectFrom('documentVersions')
    .innerJoin('files', 'files.id', 'fileId')
    .where('documentId', '=', documentId)
    .select('sha256')
    .executeTakeFirstOrThrow()
  const hex = sha256.toString('hex')
  for (const [name, content] of Object.entries({
    'page-1.webp': 'RIFF',
    'cover.webp': 'RIFF',
    'page-1.json': JSON.stringify([[10, 10, 200, 12, 'Ein Satz.']]),
  }))
    await writeFile(join(data, 'files', hex.slice(0, 2), `${hex}-${name}`), content)
  const drawn = { drawing: 'drawn', pictureHeights: '[1131]' } as const
  await db.updateTable('documentVersions').set(drawn).where('documentId', '=', documentId).execute()
}

/** A real PDF with these pages, each a paragraph under its heading. */
export const aPdf = (title: string, pages: readonly { heading: string; text: string }[]) =>
  pdf(
    `#for page in data.pages { heading(page.heading)
  page.text
  pagebreak(weak: true) }`,
    { pages },
    { language: 'de', title, author: 'Region' },
  )
