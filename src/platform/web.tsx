import type {} from '@fastify/rate-limit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Budget, budgetsOf } from './budget.ts'
import { pageOf } from './cache.ts'
import { tablesSeen } from './database.ts'
import type { Body, Upload } from './forms.ts'
import { languages } from './language.ts'
import { demandSameOrigin, onceOf } from './origin.ts'
import type { Path } from './paths.ts'
import { type Answer, attachment, sendAnswer, sendKept, sendText } from './reply.ts'
import {
  type Change,
  inChange,
  isRefusal,
  type Language,
  NotFound,
  type Once,
  type Refusal,
  type Visit,
} from './visit.ts'
import { errorPages, htmlType, render } from './web-page.tsx'
import { cookieName, type WebParts } from './web-parts.ts'
import { bodyOf, type MayBring, noteFrom, paramsOf, queryOf, setCookie, setNote, visitOf } from './web-visit.ts'

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
  /** The text of a note that this browser was given at this address. */
  note: (name: string) => string | undefined
}
type Handle<N extends string> = (visit: WebVisit, input: Input<N>) => Promise<Answer>
export type Register = <N extends string>(path: Path<N>, handle: Handle<N>, budget?: Budget) => void
type Method = 'get' | 'post' | 'patch'
export type Web = {
  get: Register
  post: Register
  /** A form with files, which only who may send them there can make large. */
  upload: (may: MayBring) => Register
  /** What programs send without a form's key: it changes nothing, or asks for a header that no other site can send. */
  receive: (method: 'post' | 'patch') => Register
  routes: { method: Method; path: Path<string> }[]
}

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
  const routes: Web['routes'] = []
  answerFromCache(parts)
  errorPages(parts)
  const budgets = budgetsOf(parts)
  const register =
    (method: Method, isForm = method === 'post', mayBring?: MayBring): Register =>
    (path, run, budget) => {
      routes.push({ method, path: path as never })
      const writes = { max: parts.writesPerMinute, timeWindow: 60_000, groupId: 'writes' }
      // A long file is a thousand pieces, and none of them is a form.
      const pieces = { ...writes, max: parts.writesPerMinute * 20, groupId: 'pieces' }
      for (const language of path.de === path.en ? (['de'] as const) : languages)
        parts.app.route({
          method: method === 'get' ? ['GET', 'HEAD'] : method === 'post' ? 'POST' : 'PATCH',
          url: path[language],
          config: { rateLimit: method === 'post' ? writes : method === 'patch' && pieces, mayBring },
          exposeHeadRoute: false,
          ...(budget ? { preHandler: budgets[budget] } : {}),
          handler: (request, reply) => handle(parts, { method, isForm, path, language, run }, request, reply),
        })
    }
  return {
    get: register('get'),
    post: register('post'),
    upload: (may) => register('post', true, may),
    receive: (method) => register(method, false),
    routes,
  }
}

/** Every answer says what a browser may do with it; kept pages leave before anything else runs. */
function answerFromCache({ app, house, cache, now }: WebParts) {
  const cookie = cookieName(house.publicUrl)
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
    const page = cache.get(request.url, now()) ?? cache.get(anyQuery(request), now())
    if (page) return sendKept(request, reply, page)
  })
}

type Route<N extends string> = { method: Method; isForm: boolean; path: Path<N>; language: Language; run: Handle<N> }
type Seen = Awaited<ReturnType<typeof visitOf>>

async function handle<N extends string>(
  parts: WebParts,
  route: Route<N>,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { method, path, language } = route
  const params = paramsOf<N>(request)
  const seen = await visitOf(parts, request, language, params)
  if (language !== 'de' && !(await parts.languages(seen.visit)).includes(language)) {
    if (method !== 'get') throw new NotFound()
    return reply.redirect(path.at('de', params, queryOf(request)), 303)
  }
  const begun = parts.cache.begin()
  const { result, words } = await tablesSeen(() => answerOf(parts, route, request, seen))
  const { answer, html, key } = result
  if ('cookie' in answer && answer.cookie !== undefined) setCookie(reply, parts.house, answer.cookie)
  if ('note' in answer && answer.note) setNote(reply, parts.house, answer.note)
  const keep = async (text: string, type: string, headers: Record<string, string> = {}) => {
    const page = await pageOf(Buffer.from(text), type, { 'cache-control': 'no-cache', ...headers }, words)
    parts.cache.keep(key!, page, begun, seen.base.now)
    return sendKept(request, reply, page)
  }
  return send(request, reply, { answer, html, keep: key === undefined ? undefined : keep })
}

/** What the route answers, its page as text, and under which address it may be kept; without one it may not. */
async function answerOf<N extends string>(
  parts: WebParts,
  { method, isForm, path, run }: Route<N>,
  request: FastifyRequest,
  { visit, base, boundTo, person }: Seen,
) {
  const sent = bodyOf(request)
  const once = isForm ? onceOf(parts.house, request, { ...sent, boundTo }) : undefined
  if (method !== 'get') demandSameOrigin(parts.house, request)
  const isForAll = method === 'get' && person.kind === 'nobody' && visit.viewer.kind === 'nobody'
  let key = isForAll ? anyQuery(request) : undefined
  const uncached = () => {
    key = undefined
  }
  const input: Input<N> = {
    ...{ params: request.params as Record<N, string>, ...sent, request },
    note: (name) => noteFrom(parts.house, request, name),
    get query() {
      const query = queryOf(request)
      // Said twice or in other letters it is the same page: kept is the one way that our own links write it.
      key &&= new URLSearchParams(query).toString() === (request.url.split('?')[1] ?? '') ? request.url : undefined
      return query
    },
  }
  const answer = await run({ ...visit, change: changing(parts, base, once), uncached }, input)
  if (!('page' in answer)) return { answer, key }
  const shown = { page: answer.page, path: path as never, boundTo, alternate: answer.alternate }
  return { answer, html: await render(parts, visit, request, shown), key }
}

/** Runs the one command of a request. A form sent again gets the first answer, without the cookie. */
function changing(parts: WebParts, base: Seen['base'], once: Once | undefined): WebVisit['change'] {
  let changes = 0
  return async (command, keep) => {
    if (changes++ > 0) throw new Error('one request makes one change')
    let cookie: string | undefined
    const answer = await inChange(parts.db, base, command, once, (result) => {
      const { cookie: own, ...kept } = keep(result as never) as { cookie?: string }
      cookie = own
      return kept
    })
    return (cookie === undefined || isRefusal(answer) ? answer : { ...answer, cookie }) as never
  }
}

type Made = {
  answer: Answer
  html?: { text: string; hasForm: boolean } | undefined
  keep: ((text: string, type: string, headers?: Record<string, string>) => Promise<FastifyReply>) | undefined
}

/** Sends what was made; a good page or text for everybody is kept on the way. */
async function send(request: FastifyRequest, reply: FastifyReply, { answer, html, keep }: Made) {
  const status = ('status' in answer && answer.status) || 200
  const mayKeep = status === 200 ? keep : undefined
  const links: Record<string, string> = 'link' in answer && answer.link ? { link: answer.link } : {}
  if (html) {
    if (mayKeep && !html.hasForm) return mayKeep(html.text, htmlType, links)
    const unkept = { 'cache-control': 'no-store', ...links }
    return sendText(request, reply.status(status).headers(unkept), html.text, htmlType)
  }
  if ('text' in answer) {
    const headers: Record<string, string> = {
      ...(answer.name ? { 'content-disposition': attachment(answer.name) } : {}),
      ...(answer.isOpen ? { 'access-control-allow-origin': '*' } : {}),
      ...links,
    }
    if (mayKeep && answer.isPublic !== false) return mayKeep(answer.text, answer.type, headers)
    const unkept = { 'cache-control': 'no-store', ...headers }
    return sendText(request, reply.status(status).headers(unkept), answer.text, answer.type)
  }
  if ('page' in answer) throw new Error('an answer without content')
  return sendAnswer(reply, answer)
}

/** The key of a page that is the same whatever query is asked; never that of one that looked at its query. */
const anyQuery = (request: FastifyRequest) => `${request.url.split('?')[0]}?*`
