import { EventEmitter, once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { type JobHelpers, run, runMigrations } from 'graphile-worker'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Database } from './database.ts'
import type { Job, JobVisit, Room } from './room.ts'
import type { House } from './visit.ts'

type Log = { error(detail: object, message: string): void; debug(detail: object, message: string): void }

/** Makes the queue's own tables, so that a job can be queued before anybody works through them. */
export const prepareJobs = (connectionString: string) => runMigrations({ connectionString, logger: quiet })

/**
 * Works through the queue until `stop`, which waits for the running jobs. A job that throws is tried again with
 * growing pauses (graphile-worker: e^attempts seconds, 25 times). An installation has one program at a time: what an
 * earlier one was killed over is taken up at once.
 */
export async function startJobs(input: {
  pool: Pool
  db: Database
  house: House
  now: () => Date
  rooms: readonly Room[]
  log: Log
}) {
  const { db, house, now, log } = input
  const jobs: Record<string, Job> = Object.assign({}, ...input.rooms.map((room) => room.jobs ?? {}))
  const visit = (): JobVisit => ({
    db,
    read: db as never,
    viewer: { kind: 'system' },
    now: now(),
    language: 'de',
    house,
  })
  const taskList = Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      async (payload: unknown, helpers: JobHelpers) => {
        try {
          await job(visit(), (payload ?? {}) as Record<string, unknown>, helpers.job.attempts)
        } catch (error) {
          log.error({ err: error, job: name }, 'a job failed')
          throw error
        }
      },
    ]),
  )
  const crontab = input.rooms.flatMap((room) => (room.clock ?? []).map(({ at, job }) => `${at} ${job}`)).join('\n')
  const isOver = { value: false }
  const pool = poolUntil(input.pool, isOver)
  const start = async () => {
    await sql`select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker.jobs where locked_by is not null))`.execute(db)
    const events = new EventEmitter()
    const lost = once(events, 'pool:listen:error')
    const options = { pgPool: pool, taskList, crontab, events, concurrency: 4, pollInterval: 2000, logger: quiet }
    const runner = await run({ ...options, noHandleSignals: true })
    return { runner, ended: Promise.race([lost, runner.promise.catch(() => undefined)]) }
  }
  let current = await start()
  const stop = () => current.runner.stop().catch(() => undefined)
  /** A runner that lost the database leaves jobs locked or gives up: another one takes its place until we stop. */
  const supervise = async () => {
    while (!isOver.value) {
      await current.ended
      if (isOver.value) return
      await stop()
      current = await untilItSucceeds(start, isOver)
      log.error({}, 'the queue had lost the database and goes on')
    }
  }
  void supervise()
  return {
    async stop() {
      isOver.value = true
      await stop()
    },
  }
}

async function untilItSucceeds<T>(start: () => Promise<T>, isOver: { value: boolean }): Promise<T> {
  for (;;) {
    await wait(1000, undefined, { ref: false })
    const started = isOver.value ? undefined : await start().catch(() => undefined)
    if (started) return started
    if (isOver.value) return new Promise(() => {})
  }
}

/**
 * The pool as the runner sees it. A runner that lost the database goes on trying to write that it failed: after the
 * end these tries wait for ever instead of ending the process with an error.
 */
function poolUntil(pool: Pool, isOver: { value: boolean }): Pool {
  const connect = (...given: []) => (isOver.value ? new Promise(() => {}) : pool.connect(...given))
  return Object.create(pool, { connect: { value: connect } })
}

const quiet = { error() {}, warn() {}, info() {}, debug() {}, scope: () => quiet } as never
