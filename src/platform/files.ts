import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Kysely, sql } from 'kysely'
import { dataFolder } from './data-folder.ts'
import {
  contentOf,
  contentOfFile,
  type Extension,
  type MediaType,
  mediaTypes,
  narrowed,
  pdfAndPictures,
} from './file-content.ts'
import { type Content, type FileStore, folderStore } from './file-store.ts'
import type { Bilingual } from './language.ts'
import { path } from './paths.ts'
import type { Range } from './range.ts'
import { bodyOf, bucketOf } from './s3.ts'
import type { Schema } from './schema.ts'
import { type Change, type House, isRefusal } from './visit.ts'

/** Where a file is read; the name is for people, the id decides. */
export const filePath = path('/dateien/:file/:name', '/dateien/:file/:name')

export type FileInput = {
  /** The bytes, or the file on this machine that has them. */
  bytes: Buffer | { file: string; bytes: number }
  name: string
  /** Whether signed-out visitors may load it. */
  isPublic: boolean
  alt?: Bilingual | undefined
  /** The kinds that are taken in; PDF and pictures when not said. */
  kinds?: readonly Extension[]
  /** The form's field at which a refusal stands; `file` when not said. */
  field?: string
}
export type Stored = { id: string; name: string; mediaType: MediaType; isPicture: boolean }

/**
 * Takes in a file: PDF, PNG, JPEG, WebP or GIF by content, or the `kinds` that are named, 20 MB at most. Its bytes lie whole in the data folder, or
 * where FILES_URL says, before the change can be committed; the same content lies there once. The caller records the deed it belongs to.
 * Refuses with `fileEmpty`, `fileTooLarge`, `fileSvg`, `fileType`, `fileBroken`, `pictureTooLarge`, `fileOld` or `fileUnread`; the words for
 * them are `files` in platform/file-text.ts.
 */
export async function storeFile(change: Change, { bytes, name, isPublic, alt, kinds, field = 'file' }: FileInput) {
  const content = Buffer.isBuffer(bytes)
    ? await contentOf(bytes, field, kinds)
    : await contentOfFile(bytes.file, bytes.bytes, kinds ?? pdfAndPictures)
  if (isRefusal(content)) return content
  const kept = await hashed('bytes' in content ? content.bytes : (bytes as { file: string; bytes: number }))
  const { sha256 } = kept
  await sql`select pg_advisory_xact_lock_shared(${lockOf(sha256)}::bigint)`.execute(change.write)
  if (!(await areWhole(change.house, sha256))) {
    await storeOf(change.house).put(nameOf(sha256), kept.content)
    await change.write.updateTable('files').set({ isDamaged: false }).where('sha256', '=', sha256).execute()
  }
  const { width, height, extension } = content
  const row = {
    sha256,
    bytes: kept.bytes,
    mediaType: mediaTypes[extension],
    name: cleanName(name, extension),
    alt: alt ?? null,
    width,
    height,
    isPublic,
    createdAt: change.now,
  }
  const { id } = await change.write.insertInto('files').values(row).returning('id').executeTakeFirstOrThrow()
  return { id, name: row.name, mediaType: row.mediaType, isPicture: width !== null } satisfies Stored
}

/** Content with its SHA-256 and how long it is. */
async function hashed(given: Buffer | { file: string; bytes: number }) {
  const hash = createHash('sha256')
  if (Buffer.isBuffer(given)) {
    const sha256 = hash.update(given).digest()
    return { sha256, bytes: given.length, content: given as Content }
  }
  for await (const piece of createReadStream(given.file)) hash.update(piece as Buffer)
  const sha256 = hash.digest()
  return { sha256, bytes: given.bytes, content: { ...given, sha256 } as Content }
}

/** Letters, digits, dots, dashes and underscores of a file name, with the ending that its content has. */
export function cleanName(name: string, extension: Extension): string {
  const stem = name
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '')
  return `${[...stem].slice(0, 60).join('') || 'datei'}.${extension}`
}

/** Where this house keeps its files: in the bucket of FILES_URL, else in the data folder. */
const storeOf = ({ filesUrl, data }: House): FileStore =>
  filesUrl ? bucketOf(filesUrl) : folderStore(dataFolder(data).files)

/** What bytes with this hash are called where files lie. */
const nameOf = (sha256: Buffer) => {
  const hex = sha256.toString('hex')
  return `${hex.slice(0, 2)}/${hex}`
}

/** Gives a file that lies on this machine to `run`; a copy where files lie elsewhere, which goes afterwards. */
export async function withCopy<T>(house: House, sha256: Buffer, run: (file: string) => Promise<T>): Promise<T> {
  if (!house.filesUrl) return run(join(dataFolder(house.data).files, nameOf(sha256)))
  const folder = await mkdtemp(join(tmpdir(), 'metropol-copy-'))
  try {
    const copy = join(folder, 'file')
    await pipeline(await opened(house, nameOf(sha256)), createWriteStream(copy, { mode: 0o600 }))
    return await run(copy)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** All bytes of a file. */
export const bytesOf = async (house: House, sha256: Buffer) => bodyOf(await opened(house, nameOf(sha256)))

async function opened(house: House, name: string, range?: Range): Promise<Readable> {
  const stream = await storeOf(house).open(name, range)
  if (!stream) throw new Error(`no file ${name}`)
  return stream
}

/** Widths in which a picture can be asked for. */
export const widths = [400, 800, 1600] as const

/** A picture in one of the widths, as WebP; made once and kept beside the picture. */
export async function openNarrowed(house: House, sha256: Buffer, width: (typeof widths)[number]): Promise<Readable> {
  const name = `${nameOf(sha256)}-${width}.webp`
  const store = storeOf(house)
  const kept = await store.open(name)
  if (kept) return kept
  const bytes = await narrowed(await bytesOf(house, sha256), width)
  await store.put(name, bytes)
  return Readable.from([bytes])
}

/** Keeps what was made from a file beside it, under a name of its own; it goes when the file goes. */
export const keepBeside = (house: House, sha256: Buffer, name: string, bytes: Buffer) =>
  storeOf(house).put(`${nameOf(sha256)}-${name}`, bytes)

/** What was made from a file under this name; undefined when it is not there. */
export async function readBeside(house: House, sha256: Buffer, name: string) {
  const stream = await storeOf(house).open(`${nameOf(sha256)}-${name}`)
  return stream && bodyOf(stream)
}

type Kept = { sha256: Buffer; name: string; mediaType: string; width: number | null }

/** Nothing in a file may run, load or be framed. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"

/** What a browser shows by itself; everything else is loaded, a page of somebody else's above all. */
const isShownInline = (mediaType: string) => /^(application\/pdf|image\/|text\/plain)/.test(mediaType)

/**
 * The answer that serves a file, a picture in `width` where that is one of the widths and narrower. Whoever may load it
 * keeps it only where it `isPublic`.
 */
export async function fileAnswer(house: House, file: Kept, asked: { width: string | undefined; isPublic: boolean }) {
  const common = { isInline: isShownInline(file.mediaType), immutable: asked.isPublic, policy }
  const width = widths.find((one) => String(one) === asked.width)
  if (width && file.width !== null && width < file.width) {
    const bytes = await openNarrowed(house, file.sha256, width)
    return { ...common, bytes, type: 'image/webp', name: file.name.replace(/\.\w+$/, `-${width}.webp`) }
  }
  const name = nameOf(file.sha256)
  const size = await storeOf(house).size(name)
  if (size === undefined) throw new Error(`no file ${name}`)
  const etag = `"${file.sha256.toString('hex')}"`
  const open = (range?: Range) => opened(house, name, range)
  return { ...common, open, size, etag, type: file.mediaType, name: file.name }
}

/**
 * Takes the bytes away, with all that was made from them, unless a row names them. Whoever takes in the same content at that moment is
 * waited for: their row is there before it is looked for, or they write the bytes anew.
 */
export async function dropBytes(db: Kysely<Schema>, house: House, sha256: Buffer) {
  await db.transaction().execute(async (write) => {
    await sql`select pg_advisory_xact_lock(${lockOf(sha256)}::bigint)`.execute(write)
    const row = await write.selectFrom('files').select('id').where('sha256', '=', sha256).executeTakeFirst()
    if (row) return
    await storeOf(house).remove(nameOf(sha256))
  })
}

/** The number of the lock that bytes with this hash have. */
const lockOf = (sha256: Buffer) => String(sha256.readBigInt64BE())

/**
 * The hashes of all bytes that have lain where files lie since before `before`, and what a broken write has left there,
 * which goes at once.
 */
export async function bytesFrom(house: House, before: Date): Promise<Buffer[]> {
  const store = storeOf(house)
  const hashes = new Set<string>()
  for await (const { name, at } of store.all()) {
    const hex = /\/([0-9a-f]{64})(?=$|[-.])/.exec(name)?.[1]
    if (!hex || at >= before.getTime()) continue
    if (name.endsWith('.part')) await store.remove(name)
    else hashes.add(hex)
  }
  return [...hashes].map((hex) => Buffer.from(hex, 'hex'))
}

/** Whether the bytes that lie under this hash are those that have it. Throws where files lie elsewhere and cannot be reached. */
export async function areWhole(house: House, sha256: Buffer): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    const stream = await storeOf(house).open(nameOf(sha256))
    if (!stream) return false
    for await (const piece of stream) hash.update(piece as Buffer)
  } catch (error) {
    if (house.filesUrl) throw error
    // What cannot be read is not there for anybody.
    return false
  }
  return hash.digest().equals(sha256)
}
