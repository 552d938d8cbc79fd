import { createHmac } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Body, Upload } from './forms.ts'
import { isFormKey } from './tokens.ts'
import type { House, Once } from './visit.ts'

class Forbidden extends Error {
  statusCode = 403
}
/** A form of our own pages whose key is of another sign-in, or of none: most often the sign-in has ended meanwhile. */
class KeyGone extends Forbidden {
  readonly typed: readonly string[]
  constructor(body: Body) {
    super()
    const texts = Object.entries(body).flatMap(([name, values]) => (name === 'formKey' ? [] : values))
    this.typed = texts.filter((text) => text.length >= shortestTyped).slice(0, mostTyped)
  }
}
/** What is shorter is quickly typed again. */
const shortestTyped = 20
const mostTyped = 5
/** The longer texts of a form that was refused for its key; nothing for any other error. */
export const typedIn = (error: unknown): readonly string[] => (error instanceof KeyGone ? error.typed : [])

/** An Idempotency-Key that somebody could guess would give a stranger the first sender's answer. */
class BadKey extends Error {
  statusCode = 400
}

type Sent = { body: Body; uploads: readonly Upload[]; boundTo: string }

/**
 * Where a write comes from, and its key. Browsers tell the origin (Sec-Fetch-Site, Origin); a form also carries a key
 * signed for this sign-in. A program without cookie sends `Idempotency-Key` instead.
 */
export function onceOf(house: House, request: FastifyRequest, { body, uploads, boundTo }: Sent): Once | undefined {
  demandSameOrigin(house, request)
  const given = request.headers['idempotency-key']
  const formKey = body.formKey?.[0] ?? ''
  if (typeof given === 'string' && given && !boundTo) {
    if (!/^[\w-]{22,200}$/.test(given)) throw new BadKey()
    const key = `header ${request.ip} ${request.url} ${given}`
    return { key, fingerprint: fingerprint(key, request, { body, uploads }), isShown: false }
  }
  if (!isFormKey(house.key, boundTo, formKey)) throw new KeyGone(body)
  return { key: formKey, fingerprint: fingerprint(formKey, request, { body, uploads }), isShown: true }
}

/** Throws where a browser says that another site sends this. */
export function demandSameOrigin(house: House, request: FastifyRequest) {
  const site = request.headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') throw new Forbidden()
  const { origin } = request.headers
  if (origin && origin !== house.publicUrl && URL.parse(origin)?.host !== request.headers.host) throw new Forbidden()
}

/** Keyed by what the database never sees: whoever reads it there cannot try out what a form may have said. */
function fingerprint(key: string, request: FastifyRequest, { body, uploads }: Omit<Sent, 'boundTo'>) {
  const content = Object.entries(body)
    .filter(([name]) => name !== 'formKey')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const hash = createHmac('sha256', key).update(`${request.method} ${request.url}\n${JSON.stringify(content)}`)
  for (const { field, bytes } of uploads) hash.update(`\n${field} ${bytes.length}\n`).update(bytes)
  return hash.digest()
}
