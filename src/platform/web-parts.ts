import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { VNode } from 'preact'
import type { PageCache } from './cache.ts'
import type { Frame } from './frame.ts'
import type { Schema } from './schema.ts'
import type { House, Language, Viewer, Visit } from './visit.ts'

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
  /** The page for a status that is no page of a room: 404, 403, 409, 413, 429, 500; with what was typed and is not kept. */
  errorPage: (language: Language, what: { status: number; requestId: string; typed: readonly string[] }) => VNode
  /** Writes a minute accepted from one client. */
  writesPerMinute: number
  /** Searches a minute accepted from one client (an address, or a network of IPv6); five times as many suggestions. */
  searchesPerMinute: number
}

export const cookieName = (publicUrl: string) => (publicUrl.startsWith('https:') ? '__Host-metropol' : 'metropol')
