import type { Database } from '../platform/database.ts'
import { fillConsentTexts, fillExampleEdition } from './edition.ts'
import { fillCongresses, fillRegion } from './past.ts'
import { fillExampleRegistrations } from './registrations.ts'

export { fillAtlas } from './atlas.ts'
export { fillGroup } from './group.ts'
export { fillLibrary } from './library.ts'
export { fillThread } from './thread.ts'

/**
 * Fills an empty database with the example installation: the Europäische Metropolregion Stuttgart with its congresses so
 * far, every figure with its source, and one edition that is an example. Does nothing where there is an installation;
 * all or nothing. Gives whether it filled.
 */
export async function fillExample(db: Database, now: Date): Promise<boolean> {
  return db.transaction().execute(async (write) => {
    const there = await write.selectFrom('installation').select('isOnly').executeTakeFirst()
    if (there) return false
    await fillRegion(write, now)
    const series = await fillCongresses(write, now)
    await fillConsentTexts(write, now)
    const edition = await fillExampleEdition(write, now, series)
    await fillExampleRegistrations(write, now, edition)
    await write
      .insertInto('audit')
      .values({ at: now, what: 'installation.filled', byKind: 'system', after: JSON.stringify({ example: true }) })
      .execute()
    return true
  })
}
