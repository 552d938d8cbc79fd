import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
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

/** A real PDF with these pages, each a paragraph under its heading. */
export const aPdf = (title: string, pages: readonly { heading: string; text: string }[]) =>
  pdf(
    `#for page in data.pages { heading(page.heading)
  page.text
  pagebreak(weak: true) }`,
    { pages },
    { language: 'de', title, author: 'Region' },
  )

/** A PDF written by hand, object by object, for what no program would write. */
export function rawPdf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places = objects.map((object, index) => {
    const at = Buffer.concat(parts).length
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'))
    return at
  })
  const table = Buffer.concat(parts).length
  const lines = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}

const onePage = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>'] as const
const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>'

/** Files that cannot be read, each in its own way, by what the office is told. */
export const hostileFiles = () => {
  let bomb: Buffer = Buffer.alloc(700_000_000, ' ')
  for (let times = 0; times < 3; times++) bomb = deflateSync(bomb, { level: times === 0 ? 1 : 9 })
  const head = `<</Length ${bomb.length}/Filter[/FlateDecode/FlateDecode/FlateDecode]>>stream\n`
  const key = '<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>'
  return {
    too_large: rawPdf([...onePage, page, Buffer.concat([Buffer.from(head), bomb, Buffer.from('\nendstream')])]),
    encrypted: rawPdf(
      [
        ...onePage,
        page,
        '<</Length 0>>stream\n\nendstream',
        `<</Filter/Standard/V 2/R 3/Length 128/P -4/O ${key}/U ${key}>>`,
      ],
      '/Encrypt 5 0 R/ID[<00><00>]',
    ),
    broken: Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    empty: rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>']),
    scan: rawPdf([...onePage, page, '<</Length 0>>stream\n\nendstream']),
  }
}
