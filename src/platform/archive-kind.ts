import { fromBufferPromise, openPromise } from 'yauzl'

const parts = { 'word/document.xml': 'docx', 'ppt/presentation.xml': 'pptx', 'xl/workbook.xml': 'xlsx' } as const
/** How an archive begins that is an OpenDocument text: its first part, unpacked, and the next one's mark. */
const openText = 'mimetypeapplication/vnd.oasis.opendocument.textPK'
const mostNames = 10_000

/**
 * Which kind of document an archive is, by what lies in it; undefined for any other and for a broken one. `bytes` are
 * those of a `file` on this machine to begin with, where one is named.
 */
export async function archiveKind(bytes: Buffer, file?: string): Promise<'docx' | 'pptx' | 'xlsx' | 'odt' | undefined> {
  if (bytes.subarray(30, 30 + openText.length).toString('latin1') === openText) return 'odt'
  let names = 0
  try {
    const zip = file
      ? await openPromise(file, { lazyEntries: true })
      : await fromBufferPromise(bytes, { lazyEntries: true })
    // A name that leads out of the archive ends it here, too.
    for await (const { fileName } of zip.eachEntry()) {
      if (++names > mostNames) return undefined
      if (fileName in parts) return parts[fileName as keyof typeof parts]
    }
  } catch {
    // Whatever is wrong with its directory, it is no document.
  }
  return undefined
}
