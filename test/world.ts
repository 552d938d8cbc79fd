import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KyselyPlugin } from 'kysely'
import pg from 'pg'
import { pino } from 'pino'
import { test as base, inject } from 'vitest'
import { openHouse } from '../src/main.ts'
import { statementsSoFar } from '../src/platform/database.ts'
import type { Room } from '../src/platform/room.ts'
import { hashOf, newFormKey, newSecret } from '../src/platform/tokens.ts'
import type { Role } from '../src/platform/visit.ts'
import { cookieName } from '../src/platform/web-parts.ts'
import { databaseAt, template } from './postgres.ts'

const publicUrl = 'http://localhost'
const key = Buffer.alloc(32, 7)

/** Values of a form; a list is sent as the same field several times. */
export type Fields = Record<string, string | readonly string[]>

/**
 * One house with its own database, cloned from the migrated template, at a fixed time. Builders speak the field's
 * words; rooms add their own beside their tests.
 */
export async function openWorld(
  options: {
    now?: Date
    isCaching?: boolean
    writesPerMinute?: number
    searchesPerMinute?: number
    rooms?: readonly Room[]
    hostsInside?: readonly string[]
    filesUrl?: string
  } = {},
) {
  const templateUrl = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const databaseUrl = databaseAt(templateUrl, name)
  const onServer = async (statement: string) => {
    const client = new pg.Client(databaseAt(templateUrl, 'postgres'))
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  // Copied as files: half the time of writing it through the log.
  await onServer(`create database ${name} template ${template} strategy file_copy`)
  const data = await mkdtemp(join(tmpdir(), 'metropol-test-'))
  const clock = { now: options.now ?? new Date('2026-05-04T10:00:00Z') }
  const house = { publicUrl, key, data, hostsInside: options.hostsInside ?? [], filesUrl: options.filesUrl }
  const open = await openHouse({
    databaseUrl,
    house,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    now: () => clock.now,
    asset: (plain) => `/assets/${plain}`,
    smtpUrl: undefined,
    mailFrom: 'Metropol <office@region.example>',
    trustProxy: false,
    writesPerMinute: options.writesPerMinute ?? 100_000,
    searchesPerMinute: options.searchesPerMinute ?? 100_000,
    isCaching: options.isCaching ?? false,
    moreRooms: options.rooms ?? [],
  })
  const { app, db } = open
  await app.ready()

  /** Somebody signed in: their cookie, with which to get and post. */
  async function person(role?: Role, edition: string | null = null) {
    const email = `${randomUUID().slice(0, 8)}@office.example`
    const { id } = await db
      .insertInto('people')
      .values({ email, name: 'Geschäftsstelle', createdAt: clock.now })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (role)
      await db.insertInto('roles').values({ personId: id, role, editionId: edition, givenAt: clock.now }).execute()
    const secret = newSecret()
    await db
      .insertInto('signIns')
      .values({
        personId: id,
        secretHash: hashOf(secret),
        means: 'link',
        createdAt: clock.now,
        seenAt: clock.now,
        expiresAt: new Date(clock.now.getTime() + 864e5),
      })
      .execute()
    return { id, email, secret }
  }
  type Person = Awaited<ReturnType<typeof person>>
  const cookies = (who?: Person) => (who ? { [cookieName(publicUrl)]: who.secret } : {})
  const encode = (fields: Fields) =>
    new URLSearchParams(
      Object.entries(fields).flatMap(([field, value]) =>
        typeof value === 'string' ? [[field, value]] : value.map((one) => [field, one]),
      ),
    ).toString()

  return {
    app,
    db,
    house,
    open,
    clock,
    data,
    databaseUrl,
    person,
    /** A form key as a page would have given it to this person. */
    formKey: (who?: Person) => newFormKey(key, who?.secret ?? ''),
    get: (path: string, who?: Person, headers: Record<string, string> = {}) =>
      app.inject({ method: 'GET', url: path, cookies: cookies(who), headers }),
    /** Posts a form with a fresh key, or with the one given as `formKey`. */
    post: (path: string, fields: Fields = {}, who?: Person, remoteAddress = '127.0.0.1') =>
      app.inject({
        method: 'POST',
        url: path,
        remoteAddress,
        cookies: cookies(who),
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload: encode({ formKey: newFormKey(key, who?.secret ?? ''), ...fields }),
      }),
    /** Sends a piece of nothing. */
    patch: (path: string, _fields: Fields = {}, who?: Person) =>
      app.inject({
        method: 'PATCH',
        url: path,
        cookies: cookies(who),
        headers: { 'content-type': 'application/offset+octet-stream', 'sec-fetch-site': 'same-origin' },
      }),
    /** How many statements the house has sent to the database so far. */
    statements: statementsSoFar,
    /** One statement from outside the house. */
    async sql(text: string) {
      const client = new pg.Client(databaseUrl)
      await client.connect()
      try {
        return (await client.query(text)).rows as Record<string, unknown>[]
      } finally {
        await client.end()
      }
    },
    /** Names of the jobs that wait, in order. */
    async queued() {
      return (await this.sql('select task_identifier as job from graphile_worker.jobs order by id')).map(
        (row) => row.job as string,
      )
    },
    /** Runs all at the same moment: nobody may write the audit log until every one of them waits for a lock. */
    async together<T>(times: number, run: (n: number) => Promise<T>, table = 'audit'): Promise<T[]> {
      const gate = new pg.Client(databaseUrl)
      await gate.connect()
      await gate.query(`begin; lock table ${table} in access exclusive mode`)
      const results = Promise.all(Array.from({ length: times }, (_, n) => run(n)))
      const waiting = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      for (let tries = 0; ; tries++) {
        await gate.query('select pg_stat_clear_snapshot()')
        const { n } = (await gate.query(waiting)).rows[0]
        if (n >= Math.min(times, 10)) break
        if (tries === 4000) throw new Error(`only ${n} of ${times} came to wait: this is no race`)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      await gate.query('commit')
      await gate.end()
      return results
    },
    async close() {
      await open.close()
      await onServer(`drop database ${name} with (force)`)
      await rm(data, { recursive: true, force: true })
    },
  }
}
export type World = Awaited<ReturnType<typeof openWorld>>

export const test = base.extend<{ world: World }>({
  world: async ({}, use) => {
    const world = await openWorld()
    await use(world)
    await world.close()
  },
})

/** Takes `for update` out of every statement: the world without the lock. */
export const lockOff: KyselyPlugin = {
  transformQuery: ({ node }) => (node.kind === 'SelectQueryNode' ? { ...node, endModifiers: [] } : node),
  transformResult: async ({ result }) => result,
}
