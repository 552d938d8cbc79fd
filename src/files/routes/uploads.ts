import { clean, cut } from '../../platform/clean.ts'
import { largestSentBytes } from '../../platform/file-content.ts'
import { isId } from '../../platform/id.ts'
import type { Answer } from '../../platform/reply.ts'
import { isRefusal, NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { beginUpload } from '../commands/uploads.ts'
import { paths } from '../paths.ts'
import { mayKeepFiles } from '../permissions.ts'
import { oneUpload } from '../queries.ts'
import { addPiece, sizeSoFar } from '../sending.ts'

type Headers = Readonly<Record<string, string | string[] | undefined>>
const version = '1.0.0'
const answer = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'tus-resumable': version, ...headers },
})
/** What this side speaks (tus 1.0.0); whoever speaks another is told which. */
const isSpoken = (headers: Headers) => headers['tus-resumable'] === version
const notSpoken = () => answer(412, { 'tus-version': version })
const whole = (value: unknown) => (/^\d{1,15}$/.test(String(value)) ? Number(value) : undefined)
const statusOf = { busy: 423, elsewhere: 409, tooMuch: 413 } as const

/** Large files in pieces, by the tus protocol for resumable uploads 1.0.0, core and creation. */
export function uploadRoutes(web: Web) {
  web.receive('post')(paths.uploads, async (visit, { request: { headers } }) => {
    if (!mayKeepFiles(visit)) throw new NotFound()
    if (!isSpoken(headers)) return notSpoken()
    const bytes = whole(headers['upload-length'])
    if (!bytes) return answer(400)
    if (bytes > largestSentBytes) return answer(413, { 'tus-max-size': String(largestSentBytes) })
    const begun = await visit.change(
      (change) => beginUpload(change, { name: nameIn(String(headers['upload-metadata'] ?? '')), bytes }),
      ({ id }) => answer(201, { location: paths.upload.at('de', { upload: id }) }),
    )
    return isRefusal(begun) ? answer(429) : begun
  })

  web.get(paths.upload, async (visit, { params }) => {
    const { id, bytes } = await uploadAt(visit, params.upload)
    const offset = String(await sizeSoFar(visit.house, id))
    return answer(200, { 'upload-offset': offset, 'upload-length': String(bytes) })
  })

  web.receive('patch')(paths.upload, async (visit, { params, request: { headers, raw } }) => {
    const { id, bytes } = await uploadAt(visit, params.upload)
    if (!isSpoken(headers)) return notSpoken()
    const offset = whole(headers['upload-offset'])
    if (headers['content-type'] !== 'application/offset+octet-stream') return answer(415)
    if (offset === undefined) return answer(400)
    if (offset + (whole(headers['content-length']) ?? 0) > bytes) return answer(413)
    const size = await addPiece(visit.house, { id, offset, bytes }, raw)
    return typeof size === 'number' ? answer(204, { 'upload-offset': String(size) }) : answer(statusOf[size])
  })
}

async function uploadAt(visit: Visit, id: string) {
  const upload = isId(id) ? await oneUpload(visit, id) : undefined
  if (!upload) throw new NotFound()
  return upload
}

/** The file's name among what is said of it: pairs of a key and a value in Base64. */
function nameIn(metadata: string): string {
  const [, encoded = ''] = /(?:^|,)\s*filename ([\w+/=]{0,2000})/.exec(metadata) ?? []
  const name = Buffer.from(encoded, 'base64').toString('utf8')
  return cut(clean(name), 300) || 'datei'
}
