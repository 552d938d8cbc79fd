import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { CachedPage } from './cache.ts'
import { type Range, rangeOf } from './range.ts'

/**
 * What a browser is given to bring back for an hour, to one address alone: sealed, so that it can neither read nor write it.
 * The same form sent again is given it again.
 */
export type BrowserNote = { name: string; address: string; text: string }

/** What goes back. `cookie` sets (a value) or ends (empty) the sign-in; `alternate` are the parameters that differ in the other language; `link` is its Link header (RFC 8288). */
export type Answer =
  | { page: VNode; status?: number; cookie?: string; alternate?: Record<string, string>; link?: string }
  | { seeOther: string; cookie?: string; note?: BrowserNote }
  | { movedTo: string }
  | {
      text: string
      type: string
      status?: number
      name?: string
      isPublic?: boolean
      /** Programs of other sites may read it (CORS). */
      isOpen?: boolean
      link?: string
    }
  | {
      bytes: Buffer | Readable
      type: string
      name?: string
      status?: number
      isInline?: boolean
      immutable?: boolean
      /** The file's own content security policy. */
      policy?: string
      /** Programs of other sites may read it (CORS). */
      isOpen?: boolean
    }
  | {
      link?: string
      /** Opens the bytes, whole or in part. */
      open: (range?: Range) => Promise<Readable>
      size: number
      /** What its content is known by. */
      etag: string
      type: string
      name: string
      isInline?: boolean
      immutable?: boolean
      policy?: string
    }
  | { json: unknown; status?: number }
  /** Nothing but a status and headers, for programs. */
  | { headers: Readonly<Record<string, string>>; status: number }

const brotli = promisify(brotliCompress)

/** Sends a text that is made for this request alone. */
export async function sendText(request: FastifyRequest, reply: FastifyReply, text: string, type: string) {
  reply.type(type).header('vary', 'accept-encoding, cookie')
  if (text.length < 1024 || !accepts(request, 'br')) return reply.send(text)
  const body = await brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
  return reply.header('content-encoding', 'br').send(body)
}

/** Sends a kept page in the best encoding, or 304 when the client has it. */
export function sendKept(request: FastifyRequest, reply: FastifyReply, page: CachedPage) {
  reply.header('etag', page.etag).header('vary', 'accept-encoding, cookie').headers(page.headers)
  if (request.headers['if-none-match']?.includes(page.etag)) return reply.status(304).send()
  const encoding = accepts(request, 'br') ? 'br' : accepts(request, 'gzip') ? 'gzip' : 'identity'
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.type(page.type).send(page.bodies[encoding])
}

const accepts = (request: FastifyRequest, encoding: string) =>
  new RegExp(`(^|,)\\s*${encoding}\\s*(;\\s*q=(?!0(\\.0+)?\\s*(,|$))|,|$)`).test(
    request.headers['accept-encoding'] ?? '',
  )

/** Content-Disposition with a name in ASCII and in UTF-8 (RFC 6266). */
export const attachment = (name: string) =>
  `attachment; filename="${name.replace(/[^\w. -]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`

/** Sends what is neither page nor text: another address, JSON, a file. */
export function sendAnswer(reply: FastifyReply, answer: Exclude<Answer, { page: unknown } | { text: string }>) {
  if ('seeOther' in answer) return reply.header('cache-control', 'no-store').redirect(answer.seeOther, 303)
  if ('movedTo' in answer) return reply.header('cache-control', 'no-store').redirect(answer.movedTo, 301)
  if ('open' in answer) return sendFile(reply, answer)
  reply.status(answer.status ?? 200)
  if ('headers' in answer) return reply.header('cache-control', 'no-store').headers(answer.headers).send()
  if ('json' in answer) return reply.header('cache-control', 'no-store').send(answer.json)
  describe(reply, answer)
  return reply.type(answer.type).send(answer.bytes)
}

/** Sends a file, or the part of it that is asked for; 304 to who has it. */
async function sendFile(reply: FastifyReply, answer: Extract<Answer, { open: unknown }>) {
  const { size, etag, open, type } = answer
  const { headers } = reply.request
  describe(reply, answer)
  reply.headers({ etag, 'accept-ranges': 'bytes', ...(answer.link ? { link: answer.link } : {}) })
  if (headers['if-none-match']?.includes(etag)) return reply.status(304).send()
  const isSame = headers['if-range'] === undefined || headers['if-range'] === etag
  const range = isSame ? rangeOf(headers.range, size) : undefined
  if (range === 'unsatisfiable') return reply.status(416).header('content-range', `bytes */${size}`).send()
  if (range) reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`)
  reply.type(type).header('content-length', range ? range.end - range.start + 1 : size)
  return reply.send(reply.request.method === 'HEAD' ? undefined : await open(range))
}

type Described = { name?: string; policy?: string; immutable?: boolean; isInline?: boolean; isOpen?: boolean }
/** What goes before a file's bytes, however they are sent. */
function describe(reply: FastifyReply, { name, policy, immutable, isInline, isOpen }: Described) {
  if (isOpen) reply.header('access-control-allow-origin', '*')
  if (policy) reply.header('content-security-policy', policy)
  reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'private, no-cache')
  const disposition = name && attachment(name)
  if (disposition)
    reply.header('content-disposition', isInline ? disposition.replace('attachment', 'inline') : disposition)
}
