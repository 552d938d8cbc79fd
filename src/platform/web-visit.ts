import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Body, Upload } from './forms.ts'
import type { Brings } from './parse.ts'
import type { BrowserNote } from './reply.ts'
import { derivedSecret, hashOf, networkOf, seal, unseal } from './tokens.ts'
import { type House, type Language, NotFound, type Viewer, type Visit } from './visit.ts'
import { cookieName, type WebParts } from './web-parts.ts'

/** Who asks. `boundTo` is what a form's key is signed for: the sign-in's secret, or nothing. */
export async function visitOf(
  { house, db, now, whoIs }: WebParts,
  request: FastifyRequest,
  language: Language,
  params: Readonly<Record<string, string>> = {},
) {
  const at = now()
  const given = request.cookies[cookieName(house.publicUrl)]
  const person: Viewer = given ? await whoIs(db, hashOf(given), at) : { kind: 'nobody' }
  const viewer: Viewer = params.secret ? { kind: 'holder', secretHash: hashOf(params.secret) } : person
  const signedIn = person.kind === 'person' ? person.id : undefined
  const network = networkOf(house.key, request.ip)
  const base = { viewer, now: at, language, house, network, requestId: request.id, signedIn }
  const boundTo = given && signedIn ? given : ''
  return { visit: { ...base, read: db as never } satisfies Visit & { requestId: string }, base, boundTo, person }
}

/** Who may send files to a route. */
export type MayBring = (visit: Pick<Visit, 'viewer'>) => boolean

declare module 'fastify' {
  interface FastifyContextConfig {
    mayBring?: MayBring | undefined
  }
}

/** What a request may carry as a form with files: see `parse.ts`. */
export async function bringsOf(parts: WebParts, request: FastifyRequest): Promise<Brings> {
  const { person } = await visitOf(parts, request, 'de')
  if (person.kind !== 'person') return 'nothing'
  return request.routeOptions.config.mayBring?.({ viewer: person }) ? 'files' : 'form'
}

/** The parameters of an address; one that no row can have leads nowhere. */
export function paramsOf<N extends string>(request: FastifyRequest): Record<N, string> {
  const params = request.params as Record<N, string>
  for (const value of Object.values<string>(params))
    if (value.length > 200 || value.includes('\u0000')) throw new NotFound()
  return params
}

export function queryOf(request: FastifyRequest): Record<string, string> {
  const query: Record<string, string> = {}
  const at = request.url.indexOf('?')
  if (at >= 0)
    for (const [name, value] of new URLSearchParams(request.url.slice(at + 1)))
      query[name] ??= value.slice(0, 500).replaceAll('\u0000', '')
  return query
}

/** Form fields or a flat JSON object, every field a list; files apart. */
export function bodyOf(request: FastifyRequest): { body: Body; uploads: readonly Upload[] } {
  const body = request.body as { fields?: Record<string, string[]>; uploads?: Upload[] } | undefined
  return { body: body?.fields ?? {}, uploads: body?.uploads ?? [] }
}

const noteKey = ({ key }: House, name: string) => derivedSecret(key, 'note', name)

/** Gives the browser a note. */
export function setNote(reply: FastifyReply, house: House, { name, address, text }: BrowserNote) {
  const sealed = seal(noteKey(house, name), text).toString('base64url')
  const secure = house.publicUrl.startsWith('https:')
  reply.setCookie(name, sealed, { path: address, secure, httpOnly: true, sameSite: 'lax', maxAge: 60 * 60 })
}

/** What the browser brings back of a note of ours; nothing where it is none. */
export function noteFrom(house: House, request: FastifyRequest, name: string): string | undefined {
  const sealed = request.cookies[name]
  if (!sealed || sealed.length > 4000) return undefined
  try {
    return unseal(noteKey(house, name), Buffer.from(sealed, 'base64url'))
  } catch {
    return undefined
  }
}

/** Signs in with a secret for 30 days, or out with none. */
export function setCookie(reply: FastifyReply, { publicUrl }: House, secret: string) {
  const name = cookieName(publicUrl)
  const own = { path: '/', secure: publicUrl.startsWith('https:'), httpOnly: true, sameSite: 'lax' } as const
  if (secret === '') reply.clearCookie(name, own)
  else reply.setCookie(name, secret, { ...own, maxAge: 60 * 60 * 24 * 30 })
}
