import sharp, { type Metadata, type Sharp } from 'sharp'
import { type Refusal, refuse } from './visit.ts'

export const largestFileBytes = 20 * 1024 * 1024
/** More pixels than this are not decoded: a few kilobytes can claim billions. */
const largestPicturePixels = 50_000_000
const longestSidePixels = 2400

export const mediaTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
} as const
export type Extension = keyof typeof mediaTypes
export type MediaType = (typeof mediaTypes)[Extension]
export type Content = { bytes: Buffer; extension: Extension; width: number | null; height: number | null }
export type ContentRefusal = Refusal<
  'fileEmpty' | 'fileTooLarge' | 'fileSvg' | 'fileType' | 'fileBroken' | 'pictureTooLarge'
>

/**
 * What a file is by its content, whatever it is called, as it may be kept: a PDF as it came, a picture drawn anew
 * (upright, at most 2400 pixels long, without metadata and whatever else was hidden in it; a GIF becomes a PNG of its
 * first picture). Refuses everything else at `field`.
 */
export async function contentOf(bytes: Buffer, field: string): Promise<Content | ContentRefusal> {
  if (bytes.length === 0) return refuse('fileEmpty', field)
  if (bytes.length > largestFileBytes) return refuse('fileTooLarge', field)
  const format = formatOf(bytes)
  if (format === 'pdf') return { bytes, extension: 'pdf', width: null, height: null }
  if (format) return drawnAnew(bytes, format, field)
  return refuse(isSvg(bytes) ? 'fileSvg' : 'fileType', field)
}

type Format = 'pdf' | 'png' | 'jpeg' | 'webp' | 'gif'

function formatOf(bytes: Buffer): Format | undefined {
  const begins = (text: string, at = 0) => bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'))
  if (begins('%PDF-')) return bytes.subarray(-1024).includes('%%EOF') ? 'pdf' : undefined
  if (begins('\x89PNG\r\n\x1a\n')) return 'png'
  if (begins('\xff\xd8\xff')) return 'jpeg'
  if (begins('RIFF') && begins('WEBP', 8)) return 'webp'
  return begins('GIF87a') || begins('GIF89a') ? 'gif' : undefined
}

const isSvg = (bytes: Buffer) => /<svg[\s>]/i.test(bytes.subarray(0, 4096).toString('utf8'))

async function drawnAnew(bytes: Buffer, format: Format, field: string): Promise<Content | ContentRefusal> {
  try {
    const picture = sharp(bytes, { limitInputPixels: false, failOn: 'error' })
    const { width, height, format: found }: Metadata = await picture.metadata()
    if (found !== format) return refuse('fileBroken', field)
    if (width * height > largestPicturePixels) return refuse('pictureTooLarge', field)
    return await written(sharp(bytes, { limitInputPixels: largestPicturePixels, failOn: 'error' }), format)
  } catch {
    // What sharp throws here says that the picture cannot be read, which is the sender's to mend.
    return refuse('fileBroken', field)
  }
}

async function written(picture: Sharp, format: Format): Promise<Content> {
  const upright = picture
    .timeout({ seconds: 20 })
    .autoOrient()
    .resize({ width: longestSidePixels, height: longestSidePixels, fit: 'inside', withoutEnlargement: true })
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
export const narrowed = (file: string, widthPixels: number): Promise<Buffer> =>
  sharp(file, { limitInputPixels: largestPicturePixels })
    .timeout({ seconds: 20 })
    .resize({ width: widthPixels, withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer()
