import { AsyncLocalStorage } from 'node:async_hooks'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Schema } from './schema.ts'

/** Counts and amounts stay far below 2^53, so bigint arrives as a number; dates without time stay text. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

const seen = new AsyncLocalStorage<Set<string>>()

/** Runs something and tells which tables its statements named (perhaps too many, never too few). */
export async function tablesSeen<T>(run: () => Promise<T>): Promise<{ result: T; words: Set<string> }> {
  const words = new Set<string>()
  return { result: await seen.run(words, run), words }
}

let statements = 0
/** How many statements this process has sent, for tests that count them. */
export const statementsSoFar = () => statements

const name = /\b[a-z][a-z_0-9]*\b/g

/** How near a short word must be to one typed wrongly (`<<%`); longer ones (`<%`) are compared as pg_trgm does by itself. */
const tolerance = '-c pg_trgm.strict_word_similarity_threshold=0.35'

/**
 * Opens the database. Names are snake_case there and camelCase here; content of jsonb columns is left as it is.
 * `size` is the largest number of connections.
 */
export function openDatabase(connectionString: string, size = 10) {
  const pool = new pg.Pool({ connectionString, max: size, application_name: 'metropol', options: tolerance })
  // A connection that broke is replaced; a query on it throws by itself.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log(event) {
      statements++
      const words = seen.getStore()
      if (words) for (const word of event.query.sql.match(name) ?? []) words.add(word)
    },
  })
  return { db, pool }
}
export type Database = Kysely<Schema>
