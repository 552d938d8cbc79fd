import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { prepareJobs } from './jobs.ts'
import { packageRoot } from './package-root.ts'
import { codeOf, Problem } from './problem.ts'

/** A step of the database's schema: `0001_house.sql` is number 1, named house. */
type Migration = { number: number; name: string; hash: string; sql: string }

/**
 * What must be there before the first migration. `uuidv7()` is part of PostgreSQL 18; older servers get one that has
 * the same layout (48 bits of milliseconds, RFC 9562) in the schema `public`.
 */
const prelude = `
create table if not exists migrations (
  number integer primary key check (number > 0),
  name text not null,
  hash text not null,
  at timestamptz not null default now()
);
comment on table migrations is 'Schritte des Schemas, die diese Datenbank hinter sich hat.';
comment on column migrations.number is 'Nummer der Datei in migrations/.';
comment on column migrations.name is 'Name der Datei ohne Nummer.';
comment on column migrations.hash is 'SHA-256 der Datei, als sie ausgeführt wurde.';
comment on column migrations.at is 'Wann sie ausgeführt wurde.';
do $$ begin
  if to_regprocedure('pg_catalog.uuidv7()') is null then
    create or replace function public.uuidv7() returns uuid language sql volatile parallel safe as $f$
      select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
    $f$;
  end if;
end $$;
`

/**
 * Brings the database to this program's schema: each file of the folder once, in order, in its own transaction, its
 * number written first so that two starters wait for each other; then the queue's tables. Returns the numbers that it carried out.
 * Throws a Problem when the database is newer than the program or a file was changed after it had been carried out.
 */
export async function migrate(databaseUrl: string, folder = join(packageRoot, 'migrations')): Promise<number[]> {
  const files = migrationsIn(folder)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await prepare(client)
    await compare(client, files)
    const done: number[] = []
    for (const migration of files) if (await step(client, migration)) done.push(migration.number)
    await prepareJobs(databaseUrl)
    return done
  } finally {
    await client.end()
  }
}

/** How far the database is: what it has carried out, and what of the folder is still open. Changes nothing. */
export async function migrationState(client: pg.ClientBase, folder = join(packageRoot, 'migrations')) {
  const { rows } = await client.query(`select to_regclass('migrations') is not null as "isPrepared"`)
  const done: number[] = rows[0].isPrepared
    ? (await client.query('select number from migrations order by number')).rows.map((row) => row.number)
    : []
  const open = migrationsIn(folder).filter(({ number }) => !done.includes(number))
  return { done, open: open.map(({ number }) => number) }
}

function migrationsIn(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}_.+\.sql$/.test(name))
    .sort()
  return names.map((file) => {
    const sql = readFileSync(join(folder, file), 'utf8')
    const hash = createHash('sha256').update(sql).digest('hex')
    return { number: Number(file.slice(0, 4)), name: file.slice(5, -4), hash, sql }
  })
}

/** Two starters that prepare an empty database at once meet in PostgreSQL's own catalogue: one has to try again. */
async function prepare(client: pg.Client, triesLeft = 5): Promise<void> {
  try {
    await client.query(prelude)
  } catch (error) {
    if (triesLeft === 0 || !['23505', '42P07', '42710', 'XX000', '40P01'].includes(codeOf(error) ?? '')) throw error
    await prepare(client, triesLeft - 1)
  }
}

async function step(client: pg.Client, { number, name, hash, sql }: Migration) {
  await client.query('begin')
  try {
    const first = 'insert into migrations (number, name, hash) values ($1, $2, $3) on conflict do nothing'
    const { rowCount } = await client.query(first, [number, name, hash])
    if (rowCount) await client.query(sql)
    await client.query('commit')
    return rowCount === 1
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Schritt ${number} (${name}) des Schemas ist gescheitert; die Datenbank steht davor.`, {
      cause: error,
    })
  }
}

async function compare(client: pg.Client, files: Migration[]) {
  const { rows } = await client.query<Omit<Migration, 'sql'>>(
    'select number, name, hash from migrations order by number',
  )
  for (const row of rows) {
    const file = files.find(({ number }) => number === row.number)
    if (!file)
      throw new Problem(
        `Die Datenbank ist neuer als dieses Programm (Schritt ${row.number}, ${row.name}).\nBitte mindestens die Fassung starten, die zuletzt lief, oder eine Sicherung zurückholen.`,
      )
    if (file.hash !== row.hash)
      throw new Problem(
        `migrations/${String(row.number).padStart(4, '0')}_${row.name}.sql wurde nachträglich geändert.`,
      )
  }
}
