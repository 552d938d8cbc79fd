import { type Runner, run, runMigrations } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Database } from './database.ts'
import type { Job, JobVisit, Room } from './room.ts'
import type { House } from './visit.ts'

type Log = { error(detail: object, message: string): void; debug(detail: object, message: string): void }

/** Makes the queue's own tables, so that a job can be queued before anybody works through them. */
export const prepareJobs = (connectionString: string) => runMigrations({ connectionString, logger: quiet as never })

/**
 * Works through the queue until `stop`, which waits for the running jobs. A job that throws is tried again with
 * growing pauses (graphile-worker: e^attempts seconds, 25 times).
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
      async (payload: unknown) => {
        try {
          await job(visit(), (payload ?? {}) as Record<string, unknown>)
        } catch (error) {
          log.error({ err: error, job: name }, 'a job failed')
          throw error
        }
      },
    ]),
  )
  const crontab = input.rooms.flatMap((room) => (room.clock ?? []).map(({ at, job }) => `${at} ${job}`)).join('\n')
  const runner: Runner = await run({
    pgPool: input.pool,
    taskList,
    crontab,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: quiet as never,
  })
  return { stop: () => runner.stop() }
}

const quiet = { error() {}, warn() {}, info() {}, debug() {}, scope: () => quiet }
