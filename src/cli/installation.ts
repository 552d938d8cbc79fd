import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, openDataFolder } from '../platform/data-folder.ts'
import { announced } from '../platform/lock.ts'
import { migrate } from '../platform/migrate.ts'
import { waitForDatabase } from '../platform/outside-database.ts'
import { type Postgres, runningPostgres, startPostgres } from '../platform/postgres.ts'
import { Problem } from '../platform/problem.ts'
import { openSecrets, type Secrets } from '../platform/secrets.ts'
import { environmentWith, readSettings, type Settings } from '../platform/settings.ts'

export const say = (message: string) => void process.stdout.write(`${message}\n`)

export const settingsHere = () => readSettings(environmentWith(process.cwd(), process.env))

/** The settings here, with the address of the program that runs in this folder: it may have been started with another. */
export function settingsBeside(): Settings {
  const settings = settingsHere()
  return { ...settings, ...announced(settings.dataFolder) }
}

/** An installation that this process holds: its data folder taken, its database running and migrated. */
export type Held = {
  settings: Settings
  secrets: Secrets
  databaseUrl: string
  /** Numbers of the migrations carried out just now. */
  migrated: number[]
  postgres: Postgres | undefined
  close(): Promise<void>
}

/** Takes the data folder, starts or reaches the database and migrates it. What was taken is given back on failure. */
export async function hold(settings: Settings, signal?: AbortSignal): Promise<Held> {
  const folder = openDataFolder(settings.dataFolder)
  let postgres: Postgres | undefined
  const close = async () => {
    await postgres?.stop()
    folder.release()
  }
  try {
    if (settings.databaseUrl) await waitForDatabase(settings.databaseUrl, say, signal)
    else
      postgres = await startPostgres({
        folder: folder.places.postgres,
        logFolder: join(folder.places.logs, 'database'),
        password: folder.secrets.databasePassword,
      })
    const databaseUrl = settings.databaseUrl ?? postgres!.url
    const migrated = await migrate(databaseUrl)
    return { settings, secrets: folder.secrets, databaseUrl, migrated, postgres, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Throws where nothing has been started yet: who mistypes the folder must not make a second installation. */
export function mustExist() {
  const { dataFolder } = settingsHere()
  if (existsSync(join(dataFolder, 'secrets.json'))) return
  throw new Problem(
    `In ${dataFolder} ist keine Installation.\nWurde Metropol mit einem anderen METROPOL_DATA gestartet? Dann bitte dasselbe angeben, zum Beispiel:\n\n  METROPOL_DATA=/srv/metropol npx metropol invite name@example.org\n\nSonst beginnt „npm start“ eine neue.`,
  )
}

/** Runs `work` on the installation, beside a running instance or, where none runs, by starting the database for it. */
export async function withInstallation<R>(work: (held: Omit<Held, 'close' | 'postgres'>) => Promise<R>): Promise<R> {
  const settings = settingsBeside()
  const beside = await besideRunning(settings)
  if (beside) return work({ settings, ...beside })
  const held = await hold(settings)
  try {
    return await work(held)
  } finally {
    await held.close()
  }
}

async function besideRunning(settings: Settings) {
  if (!existsSync(join(settings.dataFolder, 'secrets.json'))) return undefined
  const secrets = openSecrets(settings.dataFolder)
  if (settings.databaseUrl) await waitForDatabase(settings.databaseUrl, say)
  const databaseUrl =
    settings.databaseUrl ?? runningPostgres(dataFolder(settings.dataFolder).postgres, secrets.databasePassword)
  return databaseUrl ? { secrets, databaseUrl, migrated: await migrate(databaseUrl) } : undefined
}
