import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { dataFolder } from './data-folder.ts'
import { contentOf, type Extension, type MediaType, mediaTypes, narrowed } from './file-content.ts'
import type { Bilingual } from './language.ts'
import { path } from './paths.ts'
import { codeOf } from './problem.ts'
import type { Schema } from './schema.ts'
import { type Change, type House, isRefusal } from './visit.ts'

/** Where a file is read; the name is for people, the id decides. */
export const filePath = path('/dateien/:file/:name', '/dateien/:file/:name')

export type FileInput = {
  bytes: Buffer
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
 * Takes in a file: PDF, PNG, JPEG, WebP or GIF by content, or the `kinds` that are named, 20 MB at most. Its bytes lie whole in the data folder before
 * the change can be committed; the same content lies there once. The caller records the deed it belongs to.
 * Refuses with `fileEmpty`, `fileTooLarge`, `fileSvg`, `fileType`, `fileBroken`, `pictureTooLarge`, `fileOld` or `fileUnread`; the words for
 * them are `files` in platform/file-text.ts.
 */
export async function storeFile(change: Change, { bytes, name, isPublic, alt, kinds, field = 'file' }: FileInput) {
  const content = await contentOf(bytes, field, kinds)
  if (isRefusal(content)) return content
  const sha256 = createHash('sha256').update(content.bytes).digest()
  await sql`select pg_advisory_xact_lock_shared(${lockOf(sha256)}::bigint)`.execute(change.write)
  if (!(await areWhole(change.house, sha256))) {
    await keepWhole(placeOf(change.house, sha256), content.bytes)
    await change.write.updateTable('files').set({ isDamaged: false }).where('sha256', '=', sha256).execute()
  }
  const { width, height, extension } = content
  const row = {
    sha256,
    bytes: content.bytes.length,
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

/** Where bytes with this hash lie in the data folder. */
export function placeOf(house: House, sha256: Buffer): string {
  const hex = sha256.toString('hex')
  return join(dataFolder(house.data).files, hex.slice(0, 2), hex)
}

/** Writes a file so that it is there whole or not at all, also after a power cut. */
async function keepWhole(file: string, bytes: Buffer) {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomUUID()}.part`
  try {
    await synced(await open(draft, 'wx', 0o600), bytes)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await synced(await open(dirname(file), 'r'))
}

async function synced(handle: FileHandle, bytes?: Buffer) {
  try {
    if (bytes) await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Widths in which a picture can be asked for. */
export const widths = [400, 800, 1600] as const

/** A picture in one of the widths, as WebP; made once and kept beside the picture. */
export async function openNarrowed(house: House, sha256: Buffer, width: (typeof widths)[number]) {
  const original = placeOf(house, sha256)
  const file = `${original}-${width}.webp`
  try {
    return (await open(file, 'r')).createReadStream()
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  await keepWhole(file, await narrowed(original, width))
  return (await open(file, 'r')).createReadStream()
}

/** Keeps what was made from a file beside it, under a name of its own; it goes when the file goes. */
export const keepBeside = (house: House, sha256: Buffer, name: string, bytes: Buffer) =>
  keepWhole(`${placeOf(house, sha256)}-${name}`, bytes)

/** What was made from a file under this name; undefined when it is not there. */
export const readBeside = (house: House, sha256: Buffer, name: string) =>
  readFile(`${placeOf(house, sha256)}-${name}`).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })

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
  const place = placeOf(house, file.sha256)
  const { size } = await stat(place)
  const etag = `"${file.sha256.toString('hex')}"`
  return { ...common, file: place, size, etag, type: file.mediaType, name: file.name }
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
    const file = placeOf(house, sha256)
    const beside = await readdir(dirname(file)).catch(() => [])
    for (const name of beside) if (name.startsWith(basename(file))) await rm(join(dirname(file), name), { force: true })
  })
}

/** The number of the lock that bytes with this hash have. */
const lockOf = (sha256: Buffer) => String(sha256.readBigInt64BE())

/**
 * The hashes of all bytes that have lain in the data folder since before `before`, and what a broken write has left
 * there, which goes at once.
 */
export async function bytesFrom(house: House, before: Date): Promise<Buffer[]> {
  const folder = dataFolder(house.data).files
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const hashes = new Set<string>()
  for (const name of names) {
    const hex = /\/([0-9a-f]{64})(?=$|[-.])/.exec(name)?.[1]
    if (!hex || (await touchedAt(join(folder, name))) >= before.getTime()) continue
    if (name.endsWith('.part')) await rm(join(folder, name), { force: true })
    else hashes.add(hex)
  }
  return [...hashes].map((hex) => Buffer.from(hex, 'hex'))
}

const touchedAt = (file: string) =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => Number.POSITIVE_INFINITY,
  )

/** Whether the bytes that lie under this hash are those that have it. */
export async function areWhole(house: House, sha256: Buffer): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(placeOf(house, sha256))) hash.update(piece as Buffer)
  } catch {
    // What cannot be read is not there for anybody.
    return false
  }
  return hash.digest().equals(sha256)
}
