import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type {} from '@fastify/cookie'
import type {} from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { PageCache } from './cache.ts'
import { pageOf } from './cache.ts'
import { tablesSeen } from './database.ts'
import type { Body } from './forms.ts'
import { type Frame, FrameProvider } from './frame.ts'
import { languages } from './language.ts'
import type { Path } from './paths.ts'
import { isUnavailable } from './problem.ts'
import type { Schema } from './schema.ts'
import { hashOf, isFormKey, newFormKey } from './tokens.ts'
import {
  AlreadySent,
  type Change,
  type House,
  inChange,
  isRefusal,
  type Language,
  NotFound,
  type Once,
  type Refusal,
  type Viewer,
  type Visit,
} from './visit.ts'

/** A file that came with a form. */
export type Upload = { field: string; name: string; bytes: Buffer }

/** What goes back. `cookie` sets (a value) or ends (empty) the sign-in; `alternate` are the parameters that differ in the other language. */
export type Answer =
  | { page: VNode; status?: number; cookie?: string; alternate?: Record<string, string> }
  | { seeOther: string; cookie?: string }
  | { text: string; type: string; status?: number; name?: string; isPublic?: boolean }
  | {
      bytes: Buffer | Readable
      type: string
      name?: string
      status?: number
      isInline?: boolean
      immutable?: boolean
      /** The file's own content security policy. */
      policy?: string
    }
  | { json: unknown; status?: number }

export type WebVisit = Visit & {
  requestId: string
  /**
   * Runs a command. `keep` turns its result into the answer that also answers the same form sent again, without the
   * cookie: a form sent again signs nobody in. A refusal comes back as a value; nothing of it is stored.
   */
  change<Result>(
    run: (change: Change) => Promise<Result>,
    keep: (result: Exclude<Result, Refusal>) => Answer,
  ): Promise<Answer | Extract<Result, Refusal>>
  /** What a HEAD or GET depended on beyond tables is not for everybody: never keep this page. */
  uncached(): void
}
export type Input<N extends string> = {
  params: Record<N, string>
  query: Readonly<Record<string, string>>
  body: Body
  uploads: readonly Upload[]
  request: FastifyRequest
}
type Handle<N extends string> = (visit: WebVisit, input: Input<N>) => Promise<Answer>
export type Register = <N extends string>(path: Path<N>, handle: Handle<N>) => void
export type Web = { get: Register; post: Register; routes: { method: 'get' | 'post'; path: Path<string> }[] }

/** What the wiring tells the web about the rooms above it. */
export type WebParts = {
  app: FastifyInstance
  db: Kysely<Schema>
  house: House
  cache: PageCache
  now: () => Date
  /** The person behind a sign-in cookie; nobody when it is unknown, expired or ended. */
  whoIs: (db: Kysely<Schema>, secretHash: Buffer, now: Date) => Promise<Viewer>
  /** The languages this installation has, the first one foremost. */
  languages: (visit: Pick<Visit, 'read'>) => Promise<readonly Language[]>
  frame: (
    visit: Visit,
    path: string,
  ) => Promise<Omit<Frame, 'formKey' | 'publicUrl' | 'path' | 'alternate' | 'language'>>
  /** The page for a status that is no page of a room: 404, 403, 409, 413, 429, 500. */
  errorPage: (language: Language, status: number, requestId: string) => VNode
  /** Writes a minute accepted from one client. */
  writesPerMinute: number
}

const brotli = promisify(brotliCompress)
export const cookieName = (publicUrl: string) => (publicUrl.startsWith('https:') ? '__Host-metropol' : 'metropol')
const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Builds the web for the rooms: viewer, language, origin, key, cache and errors are handled here, once. */
export function web(parts: WebParts): Web {
  const { app, house } = parts
  const cookie = cookieName(house.publicUrl)
  const routes: Web['routes'] = []

  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': csp,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
      ...(house.publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    })
    if (request.method !== 'GET' || request.cookies[cookie]) return
    const page = parts.cache.get(request.url, parts.now()) ?? parts.cache.get(anyQuery(request), parts.now())
    if (page) return send(request, reply, page)
  })

  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = statusOf(error)
    if (status >= 500) request.log.error({ err: error, requestId: request.id }, 'a request failed')
    if (reply.raw.headersSent) return reply
    if (status === 503) reply.header('retry-after', 60)
    return sendError(request, reply, status)
  })
  app.setNotFoundHandler((request, reply) => sendError(request, reply, 404))

  async function sendError(request: FastifyRequest, reply: FastifyReply, status: number) {
    const asked: Language = /^\/en(\/|$)/.test(request.url) ? 'en' : 'de'
    try {
      const offered = await parts.languages({ read: parts.db as never })
      const language = offered.includes(asked) ? asked : 'de'
      const { visit, boundTo } = await visitOf(request, language, {})
      const html = await render(visit, request, undefined, parts.errorPage(language, status, request.id), { boundTo })
      return reply.status(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html.text)
    } catch (error) {
      request.log.error({ err: error, requestId: request.id }, 'an error page failed')
      const text =
        asked === 'de' ? 'Die Seite kann gerade nicht gezeigt werden.' : 'This page cannot be shown right now.'
      return reply
        .status(status)
        .header('cache-control', 'no-store')
        .type('text/plain; charset=utf-8')
        .send(`${text} (${request.id})\n`)
    }
  }

  async function visitOf(request: FastifyRequest, language: Language, params: Record<string, string>) {
    const now = parts.now()
    const given = request.cookies[cookie]
    const person: Viewer = given ? await parts.whoIs(parts.db, hashOf(given), now) : { kind: 'nobody' }
    const viewer: Viewer = params.secret ? { kind: 'holder', secretHash: hashOf(params.secret) } : person
    const signedIn = person.kind === 'person' ? person.id : undefined
    const base = { viewer, now, language, house, requestId: request.id, signedIn }
    const boundTo = given && person.kind === 'person' ? given : ''
    return {
      visit: { ...base, read: parts.db as never } satisfies Visit & { requestId: string },
      base,
      boundTo,
      person,
    }
  }

  async function render(
    visit: Visit,
    request: FastifyRequest,
    path: Path<string> | undefined,
    page: VNode,
    { boundTo = '', alternate = {} as Record<string, string> } = {},
  ) {
    let hasForm = false
    const plain = request.url.split('?')[0]!
    const other: Language = visit.language === 'de' ? 'en' : 'de'
    const around = await parts.frame(visit, plain)
    const frame: Frame = {
      ...around,
      language: visit.language,
      publicUrl: house.publicUrl,
      path: plain,
      alternate:
        path && path.de !== path.en && around.languages.includes(other)
          ? {
              href: path.at(other, { ...(request.params as Record<string, string>), ...alternate }),
              label: other === 'de' ? 'Deutsch' : 'English',
              lang: other,
            }
          : undefined,
      formKey() {
        hasForm = true
        return newFormKey(house.key, boundTo)
      },
    }
    const text = `<!doctype html>${renderToString(<FrameProvider value={frame}>{page}</FrameProvider>)}`
    return { text, hasForm }
  }

  async function handle<N extends string>(
    method: 'get' | 'post',
    path: Path<N>,
    language: Language,
    run: Handle<N>,
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    const params = request.params as Record<N, string>
    for (const value of Object.values<string>(params))
      if (value.length > 200 || value.includes('\u0000')) throw new NotFound()
    const { visit, base, boundTo, person } = await visitOf(request, language, params)
    if (language !== 'de' && !(await parts.languages(visit)).includes(language)) {
      if (method === 'post') throw new NotFound()
      return reply.redirect(path.at('de', params, queryOf(request)), 303)
    }
    const { body, uploads } = bodyOf(request)
    const once = method === 'post' ? onceOf(house, request, { body, uploads, boundTo }) : undefined
    let mayKeep = method === 'get' && person.kind === 'nobody' && visit.viewer.kind === 'nobody'
    let changes = 0
    let readsQuery = false
    const begun = parts.cache.begin()
    const { result, words } = await tablesSeen(async () => {
      const answer = await run(
        {
          ...visit,
          async change(command, keep) {
            if (changes++ > 0) throw new Error('one request makes one change')
            let cookie: string | undefined
            const answer = await inChange(parts.db, base, command, once, (result) => {
              const { cookie: own, ...kept } = keep(result as never) as { cookie?: string }
              cookie = own
              return kept
            })
            return (cookie === undefined || isRefusal(answer) ? answer : { ...answer, cookie }) as never
          },
          uncached() {
            mayKeep = false
          },
        },
        {
          params,
          get query() {
            readsQuery = true
            return queryOf(request)
          },
          body,
          uploads,
          request,
        },
      )
      if (!('page' in answer)) return { answer, html: undefined }
      const html = await render(visit, request, path as never, answer.page, {
        boundTo,
        alternate: answer.alternate ?? {},
      })
      return { answer, html }
    })
    const { answer, html } = result
    if ('cookie' in answer && answer.cookie !== undefined) setCookie(reply, answer.cookie)
    if (html) {
      const status = 'status' in answer ? (answer.status ?? 200) : 200
      const isPublic = mayKeep && status === 200 && !html.hasForm
      if (!isPublic)
        return sendText(
          request,
          reply.status(status).header('cache-control', 'no-store'),
          html.text,
          'text/html; charset=utf-8',
        )
      const page = await pageOf(
        Buffer.from(html.text),
        'text/html; charset=utf-8',
        { 'cache-control': 'no-cache' },
        words,
      )
      parts.cache.keep(readsQuery ? request.url : anyQuery(request), page, begun, base.now)
      return send(request, reply, page)
    }
    if ('seeOther' in answer) return reply.header('cache-control', 'no-store').redirect(answer.seeOther, 303)
    if ('json' in answer)
      return reply
        .status(answer.status ?? 200)
        .header('cache-control', 'no-store')
        .send(answer.json)
    if ('text' in answer) {
      if (answer.name) reply.header('content-disposition', attachment(answer.name))
      if (mayKeep && (answer.status ?? 200) === 200 && answer.isPublic !== false) {
        const headers: Record<string, string> = { 'cache-control': 'no-cache' }
        if (answer.name) headers['content-disposition'] = attachment(answer.name)
        const page = await pageOf(Buffer.from(answer.text), answer.type, headers, words)
        parts.cache.keep(readsQuery ? request.url : anyQuery(request), page, begun, base.now)
        return send(request, reply, page)
      }
      return sendText(
        request,
        reply.status(answer.status ?? 200).header('cache-control', 'no-store'),
        answer.text,
        answer.type,
      )
    }
    if (!('bytes' in answer)) throw new Error('an answer without content')
    if (answer.policy) reply.header('content-security-policy', answer.policy)
    reply.header('cache-control', answer.immutable ? 'public, max-age=31536000, immutable' : 'private, no-cache')
    if (answer.name)
      reply.header(
        'content-disposition',
        answer.isInline ? attachment(answer.name).replace('attachment', 'inline') : attachment(answer.name),
      )
    return reply
      .status(answer.status ?? 200)
      .type(answer.type)
      .send(answer.bytes)
  }

  function setCookie(reply: FastifyReply, value: string) {
    const secure = house.publicUrl.startsWith('https:')
    if (value === '') reply.clearCookie(cookie, { path: '/', secure, httpOnly: true, sameSite: 'lax' })
    else
      reply.setCookie(cookie, value, { path: '/', secure, httpOnly: true, sameSite: 'lax', maxAge: 60 * 60 * 24 * 30 })
  }

  const register =
    (method: 'get' | 'post'): Register =>
    (path, run) => {
      routes.push({ method, path: path as never })
      for (const language of path.de === path.en ? (['de'] as const) : languages)
        app.route({
          method: method === 'get' ? ['GET', 'HEAD'] : 'POST',
          url: path[language],
          ...(method === 'post'
            ? { config: { rateLimit: { max: parts.writesPerMinute, timeWindow: 60_000, groupId: 'writes' } } }
            : { config: { rateLimit: false } }),
          exposeHeadRoute: false,
          handler: (request, reply) => handle(method, path, language, run, request, reply),
        })
    }
  return { get: register('get'), post: register('post'), routes }
}

async function sendText(request: FastifyRequest, reply: FastifyReply, text: string, type: string) {
  reply.type(type).header('vary', 'accept-encoding, cookie')
  if (text.length < 1024 || !accepts(request, 'br')) return reply.send(text)
  const body = await brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
  return reply.header('content-encoding', 'br').send(body)
}

function send(request: FastifyRequest, reply: FastifyReply, page: Awaited<ReturnType<typeof pageOf>>) {
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

/** The key of a page that is the same whatever query is asked; never that of one that looked at its query. */
const anyQuery = (request: FastifyRequest) => `${request.url.split('?')[0]}?*`

/** Content-Disposition with a name in ASCII and in UTF-8 (RFC 6266). */
const attachment = (name: string) =>
  `attachment; filename="${name.replace(/[^\w. -]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`

function queryOf(request: FastifyRequest): Record<string, string> {
  const query: Record<string, string> = {}
  const at = request.url.indexOf('?')
  if (at >= 0)
    for (const [name, value] of new URLSearchParams(request.url.slice(at + 1)))
      query[name] ??= value.slice(0, 500).replaceAll('\u0000', '')
  return query
}

/** Form fields or a flat JSON object, every field a list; files apart. */
function bodyOf(request: FastifyRequest): { body: Body; uploads: readonly Upload[] } {
  const body = request.body as { fields?: Record<string, string[]>; uploads?: Upload[] } | undefined
  return { body: body?.fields ?? {}, uploads: body?.uploads ?? [] }
}

function statusOf(error: Error & { statusCode?: number }): number {
  if (error instanceof NotFound) return 404
  if (error instanceof AlreadySent) return 409
  if (isUnavailable(error)) return 503
  const status = error.statusCode ?? 500
  return status >= 400 && status < 500 ? status : 500
}

class Forbidden extends Error {
  statusCode = 403
}
/** An Idempotency-Key that somebody could guess would give a stranger the first sender's answer. */
class BadKey extends Error {
  statusCode = 400
}

type Sent = { body: Body; uploads: readonly Upload[]; boundTo: string }

/**
 * Where a write comes from, and its key. Browsers tell the origin (Sec-Fetch-Site, Origin); a form also carries a key
 * signed for this sign-in. A program without cookie sends `Idempotency-Key` instead.
 */
function onceOf(house: House, request: FastifyRequest, { body, uploads, boundTo }: Sent): Once | undefined {
  const site = request.headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') throw new Forbidden()
  const { origin } = request.headers
  if (origin && origin !== house.publicUrl && URL.parse(origin)?.host !== request.headers.host) throw new Forbidden()
  const given = request.headers['idempotency-key']
  const formKey = body.formKey?.[0] ?? ''
  if (typeof given === 'string' && given && !boundTo) {
    if (!/^[\w-]{22,200}$/.test(given)) throw new BadKey()
    return {
      key: `header ${request.ip} ${request.url} ${given}`,
      fingerprint: fingerprint(request, body, uploads),
      isShown: false,
    }
  }
  if (!isFormKey(house.key, boundTo, formKey)) throw new Forbidden()
  return { key: formKey, fingerprint: fingerprint(request, body, uploads), isShown: true }
}

function fingerprint(request: FastifyRequest, body: Body, uploads: readonly Upload[]) {
  const content = Object.entries(body)
    .filter(([name]) => name !== 'formKey')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const hash = createHash('sha256').update(`${request.method} ${request.url}\n${JSON.stringify(content)}`)
  for (const { field, bytes } of uploads) hash.update(`\n${field} ${bytes.length}\n`).update(bytes)
  return hash.digest()
}
