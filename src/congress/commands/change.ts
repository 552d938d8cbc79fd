import { sql } from 'kysely'
import type { Change } from '../../platform/visit.ts'
import { demand, NotFound } from '../../platform/visit.ts'
import { may } from '../permissions.ts'

/**
 * The edition to change, locked until the change ends. Throws NotFound unless the viewer may edit it. Registrations go
 * on meanwhile: the lock lets foreign keys through.
 */
export async function lockEdition(change: Change, slug: string) {
  const row = await change.write
    .selectFrom('editions')
    .where('slug', '=', slug)
    .selectAll()
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  demand(change.viewer, may.edit, row.id)
  return row
}

/**
 * Runs a write that a constraint of the database may refuse. Gives the constraint's name then, with the transaction
 * still usable, so that the refusal can name what is in the way.
 */
export async function brokenConstraint(
  change: Change,
  constraints: readonly string[],
  run: () => Promise<unknown>,
): Promise<string | undefined> {
  await sql`savepoint attempt`.execute(change.write)
  try {
    await run()
    await sql`release savepoint attempt`.execute(change.write)
    return undefined
  } catch (error) {
    const name = (error as { constraint?: string }).constraint
    if (!name || !constraints.includes(name)) throw error
    await sql`rollback to savepoint attempt`.execute(change.write)
    return name
  }
}
