import { sql } from 'kysely'
import type { Change } from '../../platform/visit.ts'

/**
 * The id of the organisation of this name, whatever its case; it is entered, unconfirmed, where the register does not
 * have it. Who may name organisations, the caller decides, and records what for.
 */
export async function organisationNamed({ write }: Change, name: string): Promise<string> {
  const known = await write
    .selectFrom('organisations')
    .where((row) => row(row.fn('lower', ['name']), '=', name.toLowerCase()))
    .select('id')
    .forKeyShare()
    .executeTakeFirst()
  if (known) return known.id
  const { id } = await write
    .insertInto('organisations')
    .values({ name, kind: 'other', isConfirmed: false })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Deletes those of these organisations that the office has not confirmed and nothing names any more. */
export async function letGoOrganisations(change: Change, ids: readonly string[]) {
  if (ids.length === 0) return
  // Locked first: who is about to name one has done so before it is looked for, or finds it gone.
  await change.write.selectFrom('organisations').where('id', 'in', ids).select('id').orderBy('id').forUpdate().execute()
  const named = (await namingPlaces(change)).map(
    ({ table, column }) =>
      sql`select from ${sql.table(table)} naming where ${sql.ref(`naming.${column}`)} = organisations.id`,
  )
  await change.write
    .deleteFrom('organisations')
    .where('id', 'in', ids)
    .where('isConfirmed', '=', false)
    .where(sql<boolean>`not exists (${sql.join(named, sql` union all `)})`)
    .execute()
}

/** A column that names an organisation. */
export type NamingPlace = { table: string; column: string }

/** Every column of the database that names an organisation, whichever room made it. */
export async function namingPlaces({ write }: Change): Promise<NamingPlace[]> {
  const { rows } = await sql<NamingPlace>`select c.relname as table, a.attname as column from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'organisations'::regclass order by 1, 2`.execute(write)
  return rows
}
