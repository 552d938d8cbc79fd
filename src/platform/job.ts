import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'
import type { Visit } from './visit.ts'

/** What a job may use: a visit of the system, and the database to open changes on. */
export type JobVisit = Visit & { db: Kysely<Schema> }
/** A job checks first whether it still makes sense; it may run twice. `attempt` counts from 1, those the program died over too. */
export type Job = (visit: JobVisit, payload: Record<string, unknown>, attempt?: number) => Promise<void>
