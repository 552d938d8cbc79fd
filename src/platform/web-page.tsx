import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Frame, FrameProvider } from './frame.ts'
import { typedIn } from './origin.ts'
import type { Path } from './paths.ts'
import { isUnavailable } from './problem.ts'
import { newFormKey } from './tokens.ts'
import { AlreadySent, type Language, NotFound, type Visit } from './visit.ts'
import type { WebParts } from './web-parts.ts'
import { visitOf } from './web-visit.ts'

export const htmlType = 'text/html; charset=utf-8'

type Shown = {
  page: VNode
  path?: Path<string>
  boundTo: string
  alternate?: Readonly<Record<string, string>> | undefined
}

/** A page in its frame as text, and whether it carries a form: then it is for this visitor alone. */
export async function render(parts: WebParts, visit: Visit, request: FastifyRequest, shown: Shown) {
  let hasForm = false
  const plain = request.url.split('?')[0]!
  const around = await parts.frame(visit, plain)
  const frame: Frame = {
    ...around,
    language: visit.language,
    publicUrl: parts.house.publicUrl,
    path: plain,
    alternate: alternateOf(shown, visit.language, around.languages, request.params as Record<string, string>),
    formKey() {
      hasForm = true
      return newFormKey(parts.house.key, shown.boundTo)
    },
  }
  const text = `<!doctype html>${renderToString(<FrameProvider value={frame}>{shown.page}</FrameProvider>)}`
  return { text, hasForm }
}

/** Where the same page stands in the other language. */
function alternateOf(
  { path, alternate = {} }: Shown,
  language: Language,
  offered: readonly Language[],
  params: Readonly<Record<string, string>>,
): Frame['alternate'] {
  const other: Language = language === 'de' ? 'en' : 'de'
  if (!path || path.de === path.en || !offered.includes(other)) return undefined
  const label = other === 'de' ? 'Deutsch' : 'English'
  return { href: path.at(other, { ...params, ...alternate }), label, lang: other }
}

/** What was thrown, and addresses that lead nowhere: a page with the request's id, or plain words where none can be made. */
export function errorPages(parts: WebParts) {
  const { app } = parts
  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = statusOf(error)
    if (status >= 500) request.log.error({ err: error, requestId: request.id }, 'a request failed')
    if (reply.raw.headersSent) return reply
    if (status === 503) reply.header('retry-after', 60)
    return sendError(parts, request, reply.status(status), typedIn(error))
  })
  app.setNotFoundHandler((request, reply) => sendError(parts, request, reply.status(404)))
}

async function sendError(parts: WebParts, request: FastifyRequest, reply: FastifyReply, typed: readonly string[] = []) {
  const asked: Language = /^\/en(\/|$)/.test(request.url) ? 'en' : 'de'
  reply.header('cache-control', 'no-store')
  try {
    const offered = await parts.languages({ read: parts.db as never })
    const language = offered.includes(asked) ? asked : 'de'
    const { visit, boundTo } = await visitOf(parts, request, language)
    const page = parts.errorPage(language, { status: reply.statusCode, requestId: request.id, typed })
    const { text } = await render(parts, visit, request, { page, boundTo })
    return reply.type(htmlType).send(text)
  } catch (error) {
    request.log.error({ err: error, requestId: request.id }, 'an error page failed')
    const text = asked === 'de' ? 'Die Seite kann gerade nicht gezeigt werden.' : 'This page cannot be shown right now.'
    return reply.type('text/plain; charset=utf-8').send(`${text} (${request.id})\n`)
  }
}

function statusOf(error: Error & { statusCode?: number }): number {
  if (error instanceof NotFound) return 404
  if (error instanceof AlreadySent) return 409
  if (isUnavailable(error)) return 503
  const status = error.statusCode ?? 500
  return status >= 400 && status < 500 ? status : 500
}
