import { houseOf } from '../main.ts'
import { type Database, openDatabase } from '../platform/database.ts'
import type { Logger } from '../platform/log.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Settings } from '../platform/settings.ts'
import type { House } from '../platform/visit.ts'
import { fill, invite } from '../setup.ts'

/** What a command line job of a room gets: a migrated database, which may be in use by a running instance. */
export type Installation = { settings: Settings; databaseUrl: string; secrets: Secrets; log: Logger }

/** Jobs on the command line that the rooms do. A room that is not there yet leaves its place open. */
export type Hooks = {
  /** Makes the address's owner an administrator and gives a sign-in link that works once. */
  invite?: (installation: Installation, email: string) => Promise<{ link: string }>
  /** Fills the example installation where there is none yet; gives one line on what was done. */
  seed?: (installation: Installation) => Promise<{ done: string }>
}

export const hooks: Hooks = {
  invite: (installation, email) =>
    withDatabase(installation, async (db, house) => ({ link: await invite(db, house, new Date(), email) })),
  seed: (installation) => withDatabase(installation, (db, house) => fill(db, house, new Date(), false)),
}

async function withDatabase<R>(
  { databaseUrl, settings, secrets }: Installation,
  work: (db: Database, house: House) => Promise<R>,
) {
  const { db } = openDatabase(databaseUrl, 2)
  try {
    return await work(db, houseOf(settings, secrets))
  } finally {
    await db.destroy()
  }
}
