import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/platform/migrate.ts'
import { startPostgres } from '../src/platform/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the migrated template; `databaseAt` gives that of another database beside it. */
    postgres: string
  }
}

export const template = 'template_metropol'

/** The address of another database on the same server. */
export function databaseAt(address: string, name: string) {
  const url = new URL(address)
  url.pathname = `/${name}`
  return url.href
}

/** A folder in memory where there is room in one: a database is copied for every test, many times faster than on a disk. */
function quickFolder() {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > 2e9 ? memory : tmpdir()
}

/** One PostgreSQL for the whole run, with a migrated template from which every test clones its own database. */
export default async function (project: TestProject) {
  const folder = mkdtempSync(join(quickFolder(), 'metropol-pg-'))
  chmodSync(folder, 0o755)
  const places = { folder: join(folder, 'db'), logFolder: join(folder, 'log') }
  const server = await startPostgres({ ...places, password: 'metropol', isThrowaway: true })
  const leave = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await makeTemplate(server.url)
  } catch (error) {
    await leave()
    throw error
  }
  project.provide('postgres', databaseAt(server.url, template))
  return leave
}

async function makeTemplate(address: string) {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  await client.query(`create database ${template}`)
  await client.end()
  const connectionString = databaseAt(address, template)
  await migrate(connectionString)
}
