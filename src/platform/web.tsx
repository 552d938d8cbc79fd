import type {} from '@fastify/cookie'
import type {} from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { PageCache } from './cache.ts'
import { pageOf } from './cache.ts'
import { tablesSeen } from './database.ts'
import type { Body, Upload } from './forms.ts'
import { type Frame, FrameProvider } from './frame.ts'
import { languages } from './language.ts'
import { onceOf } from './origin.ts'
import type { Path } from './paths.ts'
import { isUnavailable } from './problem.ts'
import { type Answer, attachment, sendAnswer, sendKept, sendText } from './reply.ts'
import type { Schema } from './schema.ts'
import { hashOf, newFormKey } from './tokens.ts'
import {
  AlreadySent,
  type Change,
  type House,
  inChange,
  isRefusal,
  type Language,
  NotFound,
  type Refusal,
  type Viewer,
  type Visit,
} from './visit.ts'

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
/** What costs more than a page of its own: a client may ask so only so often; without a query it costs nothing. */
export type Budget = 'searches' | 'suggestions'
export type Register = <N extends string>(path: Path<N>, handle: Handle<N>, budget?: Budget) => void
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
  /** Searches a minute accepted from one client (an address, or a network of IPv6); five times as many suggestions. */
  searchesPerMinute: number
}

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

const htmlType = 'text/html; charset=utf-8'

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
    if (page) return sendKept(request, reply, page)
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
      return reply.status(status).header('cache-control', 'no-store').type(htmlType).send(html.text)
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
    const keepAndSend = async (text: string, type: string, headers: Record<string, string> = {}) => {
      const page = await pageOf(Buffer.from(text), type, { 'cache-control': 'no-cache', ...headers }, words)
      parts.cache.keep(readsQuery ? request.url : anyQuery(request), page, begun, base.now)
      return sendKept(request, reply, page)
    }
    const status = ('status' in answer && answer.status) || 200
    const mayBeKept = mayKeep && status === 200
    if (html) {
      if (mayBeKept && !html.hasForm) return keepAndSend(html.text, htmlType)
      return sendText(request, reply.status(status).header('cache-control', 'no-store'), html.text, htmlType)
    }
    if ('text' in answer) {
      const headers = answer.name ? { 'content-disposition': attachment(answer.name) } : {}
      if (mayBeKept && answer.isPublic !== false) return keepAndSend(answer.text, answer.type, headers)
      const unkept = { 'cache-control': 'no-store', ...headers }
      return sendText(request, reply.status(status).headers(unkept), answer.text, answer.type)
    }
    if ('page' in answer) throw new Error('an answer without content')
    return sendAnswer(reply, answer)
  }

  function setCookie(reply: FastifyReply, value: string) {
    const secure = house.publicUrl.startsWith('https:')
    if (value === '') reply.clearCookie(cookie, { path: '/', secure, httpOnly: true, sameSite: 'lax' })
    else
      reply.setCookie(cookie, value, { path: '/', secure, httpOnly: true, sameSite: 'lax', maxAge: 60 * 60 * 24 * 30 })
  }

  /** One budget for all routes that take from it. Who asks is the address of the connection, or what a known proxy says. */
  const budgetOf = (max: number) => {
    const spend = app.createRateLimit({ max, timeWindow: 60_000 })
    return async (request: FastifyRequest, reply: FastifyReply) => {
      if (!request.url.includes('?')) return
      const spent = await spend(request)
      if (spent.isAllowed || !spent.isExceeded) return
      reply.header('retry-after', spent.ttlInSeconds)
      throw Object.assign(new Error('too many searches'), { statusCode: 429 })
    }
  }
  const budgets = { searches: budgetOf(parts.searchesPerMinute), suggestions: budgetOf(parts.searchesPerMinute * 5) }

  const register =
    (method: 'get' | 'post'): Register =>
    (path, run, budget) => {
      routes.push({ method, path: path as never })
      for (const language of path.de === path.en ? (['de'] as const) : languages)
        app.route({
          method: method === 'get' ? ['GET', 'HEAD'] : 'POST',
          url: path[language],
          ...(method === 'post'
            ? { config: { rateLimit: { max: parts.writesPerMinute, timeWindow: 60_000, groupId: 'writes' } } }
            : { config: { rateLimit: false } }),
          exposeHeadRoute: false,
          ...(budget ? { preHandler: budgets[budget] } : {}),
          handler: (request, reply) => handle(method, path, language, run, request, reply),
        })
    }
  return { get: register('get'), post: register('post'), routes }
}

/** The key of a page that is the same whatever query is asked; never that of one that looked at its query. */
const anyQuery = (request: FastifyRequest) => `${request.url.split('?')[0]}?*`

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
