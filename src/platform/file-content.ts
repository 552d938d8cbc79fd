import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { archiveKind } from './archive-kind.ts'
import { textIn } from './text-content.ts'
import { type Refusal, refuse } from './visit.ts'

export const largestFileBytes = 20 * 1024 * 1024
/** More pixels than this are not decoded: a few kilobytes can claim billions. */
const largestPicturePixels = 50_000_000
const longestSidePixels = 2400
/** What the library keeps shall be printed one day. */
const longestKeptPixels = 7200

export const mediaTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  html: 'text/html',
  md: 'text/markdown',
  csv: 'text/csv',
  txt: 'text/plain',
} as const
export type Extension = keyof typeof mediaTypes
/** What is taken in where nothing else is said. */
export const pdfAndPictures: readonly Extension[] = ['pdf', 'png', 'jpg', 'webp']
export const picturesAlone: readonly Extension[] = ['png', 'jpg', 'webp']
/** What the library keeps: what can be read as text, and pictures. */
export const keptKinds = Object.keys(mediaTypes) as readonly Extension[]
/** The ending that files of this type have; none for a type that nobody takes in. */
export const extensionOf = (mediaType: string) =>
  Object.entries(mediaTypes).find(([, type]) => type === mediaType)?.[0] ?? ''
export type MediaType = (typeof mediaTypes)[Extension]
export type Content = { bytes: Buffer; extension: Extension; width: number | null; height: number | null }
export type ContentRefusal = Refusal<
  | 'fileEmpty'
  | 'fileTooLarge'
  | 'fileSvg'
  | 'fileType'
  | 'fileNoPicture'
  | 'fileBroken'
  | 'pictureTooLarge'
  | 'fileOld'
  | 'fileUnread'
>

/**
 * What a file is by its content, whatever it is called, as it may be kept: a document as it came, a picture drawn anew
 * (upright, at most 2400 pixels long, three times that in the library, without metadata and whatever else was hidden in it; a GIF becomes a PNG of its
 * first picture). Refuses everything else, and what is none of these `kinds`, at `field`.
 */
export async function contentOf(
  bytes: Buffer,
  field: string,
  kinds: readonly Extension[] = pdfAndPictures,
): Promise<Content | ContentRefusal> {
  if (bytes.length === 0) return refuse('fileEmpty', field)
  if (bytes.length > largestFileBytes) return refuse('fileTooLarge', field)
  const format = pictureOf(bytes)
  const longest = kinds === keptKinds ? longestKeptPixels : longestSidePixels
  if (format && kinds.includes('png')) return drawnAnew(bytes, { format, field, longest })
  if (isSvg(bytes)) return refuse('fileSvg', field)
  const extension = await documentOf(bytes)
  if (extension && kinds.includes(extension)) return { bytes, extension, width: null, height: null }
  if (!kinds.includes('docx')) return refuse(kinds.includes('pdf') ? 'fileType' : 'fileNoPicture', field)
  return refuse(isOldOffice(bytes) ? 'fileOld' : 'fileUnread', field)
}

export const largestSentBytes = 1024 * 1024 * 1024

/**
 * The same for a file that lies on this machine, up to a gigabyte: its bytes are not read at once. Above the size of
 * others only PDF and the archives of office programs are taken.
 */
export async function contentOfFile(file: string, bytes: number, kinds: readonly Extension[]) {
  if (bytes > largestSentBytes) return refuse('fileTooLarge', 'file')
  if (bytes <= largestFileBytes) return contentOf(await readFile(file), 'file', kinds)
  if (kinds.includes('txt') && !kinds.includes('pdf')) return largeText(file)
  const extension = await largeKind(file, bytes)
  return extension && kinds.includes(extension)
    ? { extension, width: null, height: null }
    : refuse('fileUnread', 'file')
}

/** A table of any length, where its owner keeps nothing but text. */
async function largeText(file: string) {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of createReadStream(file)) decoder.decode(piece as Buffer, { stream: true })
    return { extension: 'txt' as const, width: null, height: null }
  } catch {
    return refuse('fileUnread', 'file')
  }
}

async function largeKind(file: string, bytes: number): Promise<Extension | undefined> {
  const handle = await open(file, 'r')
  try {
    const part = async (at: number) => (await handle.read(Buffer.alloc(1024), 0, 1024, at)).buffer
    const head = await part(0)
    if (beginsWith(head, '%PDF-')) return (await part(bytes - 1024)).includes('%%EOF') ? 'pdf' : undefined
    return beginsWith(head, 'PK\x03\x04') ? await archiveKind(head, file) : undefined
  } finally {
    await handle.close()
  }
}

type Format = 'png' | 'jpeg' | 'webp' | 'gif'
const beginsWith = (bytes: Buffer, text: string, at = 0) =>
  bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'))

function pictureOf(bytes: Buffer): Format | undefined {
  const begins = (text: string, at?: number) => beginsWith(bytes, text, at)
  if (begins('\x89PNG\r\n\x1a\n')) return 'png'
  if (begins('\xff\xd8\xff')) return 'jpeg'
  if (begins('RIFF') && begins('WEBP', 8)) return 'webp'
  return begins('GIF87a') || begins('GIF89a') ? 'gif' : undefined
}

/** The kind of a document; undefined for what is none. */
async function documentOf(bytes: Buffer): Promise<Extension | undefined> {
  if (beginsWith(bytes, '%PDF-')) return bytes.subarray(-1024).includes('%%EOF') ? 'pdf' : undefined
  if (beginsWith(bytes, 'PK\x03\x04')) return archiveKind(bytes)
  const text = textIn(bytes)
  if (text === undefined || !text.trim()) return undefined
  if (/^<(!doctype\s+html|html|head|body)[\s>]/i.test(behindPrologue(text.slice(0, 4096)))) return 'html'
  if (/^(#{1,6} \S|[^\n]+\n={3,}\s*$)/m.test(text)) return 'md'
  return isTable(text.slice(0, 65_536)) ? 'csv' : 'txt'
}

/** Whether the first lines have the same number of cells, as no running text has. */
function isTable(text: string): boolean {
  const lines = text
    .split(/\r?\n/)
    .slice(0, 20)
    .filter((line) => line.trim())
  const plain = lines.slice(0, lines.length > 2 ? -1 : undefined).map((line) => line.replace(/"[^"]*"/g, ''))
  const areEqual = (mark: string) => {
    const [first = 0, ...others] = plain.map((line) => line.split(mark).length)
    return first > 1 && others.length > 0 && others.every((count) => count === first)
  }
  return areEqual(';') || areEqual('\t') || (plain.every((line) => !/, /.test(line)) && areEqual(','))
}

const isSvg = (bytes: Buffer) =>
  /^(<!doctype svg[^>]*>\s*)?<svg[\s>]/i.test(behindPrologue(bytes.subarray(0, 4096).toString('utf8')))

/** Markup behind what may come first: blanks, comments and instructions. Step by step: a pattern for it would not end. */
function behindPrologue(markup: string): string {
  let rest = markup.trimStart()
  for (;;) {
    const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : undefined
    const at = end ? rest.indexOf(end, 2) : -1
    if (!end || at < 0) return rest
    rest = rest.slice(at + end.length).trimStart()
  }
}

/** What older Office programs wrote, and newer ones with a password. */
const isOldOffice = (bytes: Buffer) => beginsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')

type Anew = { format: Format; field: string; longest: number }
async function drawnAnew(bytes: Buffer, { format, field, longest }: Anew): Promise<Content | ContentRefusal> {
  try {
    const picture = sharp(bytes, { limitInputPixels: false, failOn: 'error' })
    const { width, height, format: found }: Metadata = await picture.metadata()
    if (found !== format) return refuse('fileBroken', field)
    if (width * height > largestPicturePixels) return refuse('pictureTooLarge', field)
    return await written(sharp(bytes, { limitInputPixels: largestPicturePixels, failOn: 'error' }), format, longest)
  } catch {
    // What sharp throws here says that the picture cannot be read, which is the sender's to mend.
    return refuse('fileBroken', field)
  }
}

async function written(picture: Sharp, format: Format, longest: number): Promise<Content> {
  const upright = picture
    .timeout({ seconds: 20 })
    .autoOrient()
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
  const extension = format === 'jpeg' ? 'jpg' : format === 'webp' ? 'webp' : 'png'
  const { data, info } = await inFormat(upright, extension).toBuffer({ resolveWithObject: true })
  return { bytes: data, extension, width: info.width, height: info.height }
}

const inFormat = (picture: Sharp, extension: 'jpg' | 'webp' | 'png') =>
  extension === 'jpg'
    ? picture.jpeg({ quality: 84 })
    : extension === 'webp'
      ? picture.webp({ quality: 84 })
      : picture.png({ compressionLevel: 9 })

/** A kept picture in a smaller width, as WebP. */
export const narrowed = (picture: Buffer, widthPixels: number): Promise<Buffer> =>
  sharp(picture, { limitInputPixels: largestPicturePixels })
    .timeout({ seconds: 20 })
    .resize({ width: widthPixels, withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer()

/** Pixels (red, green, blue, opacity) as WebP; in another width where one is asked for. */
export const asWebp = (pixels: Buffer, { width, height }: { width: number; height: number }, narrow = width) =>
  sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize({ width: narrow })
    .webp({ quality: 60 })
    .toBuffer()
