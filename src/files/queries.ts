import { sql } from 'kysely'
import sharp from 'sharp'
import { bytesOf } from '../platform/files.ts'
import { isId } from '../platform/id.ts'
import type { Bilingual } from '../platform/language.ts'
import type { House, Visit } from '../platform/visit.ts'
import { files, mayKeepFiles, uploads } from './permissions.ts'

export type FileRow = {
  id: string
  name: string
  mediaType: string
  bytes: number
  width: number | null
  height: number | null
  alt: Bilingual | null
  isPublic: boolean
  /** Shown by a congress or a document of the library: who sees that, may load it there. */
  isOfCongress: boolean
  createdAt: Date
  /** Its bytes were missing or others when they were last looked through. */
  isDamaged: boolean
}

export const filesPerPage = 50
const columns = [
  'id',
  'name',
  'mediaType',
  'bytes',
  'width',
  'height',
  'alt',
  'isPublic',
  'createdAt',
  'isDamaged',
] as const

const isOfCongress = sql<boolean>`exists (select from edition_documents d where d.file_id = files.id)
  or exists (select from edition_organisations o where o.logo_file_id = files.id)
  or exists (select from speakers s where s.picture_file_id = files.id)
  or exists (select from document_versions v where v.file_id = files.id)`.as('isOfCongress')

/** A page of the files, the newest first, and how many there are. */
export async function fileList(visit: Visit, page: number): Promise<{ rows: FileRow[]; total: number }> {
  const [rows, { total }] = await Promise.all([
    files(visit)
      .select(columns)
      .select(isOfCongress)
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .limit(filesPerPage)
      .offset((page - 1) * filesPerPage)
      .execute(),
    files(visit)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total }
}

export type Shown = { id: string; name: string; alt: Bilingual | null }

/** The latest pictures that everybody may see, at most so many. */
export const latestPictures = (visit: Visit, atMost: number): Promise<Shown[]> =>
  files(visit)
    .select(['id', 'name', 'alt'])
    .where('isPublic', '=', true)
    .where('width', 'is not', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(atMost)
    .execute()

/** One of them; undefined for what is no picture or not for everybody. */
export async function onePicture(visit: Visit, id: string): Promise<Shown | undefined> {
  const file = await oneFile(visit, id)
  return file?.isPublic && file.width !== null ? file : undefined
}

/** One file with where its bytes lie; undefined for what is not there or not for this visit. */
export async function oneFile(visit: Visit, id: string) {
  if (!isId(id)) return undefined
  return files(visit)
    .where('id', '=', id)
    .select(['id', 'name', 'sha256', 'mediaType', 'bytes', 'width', 'alt', 'isPublic'])
    .executeTakeFirst()
}

export type PrintedPicture = { bytes: Buffer; type: 'jpg' | 'png'; width: number; height: number }

/** A picture that everybody may see, for a document. */
export async function printedPicture(visit: Visit, id: string): Promise<PrintedPicture | undefined> {
  const file = await oneFile(visit, id)
  return file?.isPublic && file.width !== null ? drawnForPrint(visit.house, file.sha256) : undefined
}

/** A kept picture for a document: PNG where it is transparent, else JPEG, 1600 pixels wide at most. */
export async function drawnForPrint(house: House, sha256: Buffer): Promise<PrintedPicture> {
  const picture = sharp(await bytesOf(house, sha256)).rotate()
  const narrowed = picture.resize({ width: 1600, withoutEnlargement: true })
  const type = (await picture.metadata()).hasAlpha ? 'png' : 'jpg'
  const made = type === 'png' ? narrowed.png() : narrowed.jpeg({ quality: 85 })
  const { data, info } = await made.toBuffer({ resolveWithObject: true })
  return { bytes: data, type, width: info.width, height: info.height }
}

/** A file that the viewer sends in pieces. */
export const oneUpload = (visit: Visit, id: string) =>
  uploads(visit).where('id', '=', id).select(['id', 'name', 'bytes']).executeTakeFirst()

/** How many files were found damaged. Only the office is told. */
export async function damagedFiles(visit: Visit): Promise<number> {
  if (!mayKeepFiles(visit)) return 0
  const { count } = await files(visit)
    .where('isDamaged', '=', true)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
