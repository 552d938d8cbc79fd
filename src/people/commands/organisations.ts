import { sql } from 'kysely'
import { codeOf } from '../../platform/problem.ts'
import { type Change, demand, NotFound, refuse } from '../../platform/visit.ts'
import type { OrganisationKind } from '../model.ts'

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

export type OrganisationInput = {
  name: string
  kind: OrganisationKind
  districtKey: string | null
  website: string | null
  officialKey: string | null
}

/** Changes what the register says about an organisation, and confirms it. Refuses a name (`nameTaken`) or key (`keyTaken`) of another. */
export async function changeOrganisation(change: Change, { id, ...input }: OrganisationInput & { id: string }) {
  demand(change.viewer, keepers)
  const before = await locked(change, id)
  const same = await change.read
    .selectFrom('organisations')
    .where('id', '!=', id)
    .where((row) =>
      row.or([
        row(row.fn('lower', ['name']), '=', input.name.toLowerCase()),
        row('officialKey', '=', input.officialKey),
      ]),
    )
    .select('name')
    .executeTakeFirst()
  if (same)
    return same.name.toLowerCase() === input.name.toLowerCase()
      ? refuse('nameTaken', 'name')
      : refuse('keyTaken', 'officialKey', same.name)
  await change.write
    .updateTable('organisations')
    .set({ ...input, isConfirmed: true })
    .where('id', '=', id)
    .execute()
  const { id: _, sourceId: __, isConfirmed: ___, ...was } = before
  await change.record('organisation.changed', id, { before: was, after: input })
  return { id }
}

/**
 * Makes one organisation of two: whatever names `gone` names `kept` from then on, and what both take part in stays once.
 * What the register knows of `gone` alone goes over. Refuses `sameTwice`.
 */
export async function mergeOrganisations(change: Change, { kept, gone }: { kept: string; gone: string }) {
  demand(change.viewer, keepers)
  if (kept === gone) return refuse('sameTwice', 'other')
  // Always the smaller id first, so that two who merge crosswise wait for each other instead of blocking.
  const [first, second] = [kept, gone].sort() as [string, string]
  const rows = [await locked(change, first), await locked(change, second)]
  const [stays, goes] = [rows.find(({ id }) => id === kept)!, rows.find(({ id }) => id === gone)!]
  for (const place of await namingPlaces(change)) await moveRows(change, place, { kept, gone })
  await change.write.deleteFrom('organisations').where('id', '=', gone).execute()
  const { districtKey, website, officialKey, sourceId } = stays
  await change.write
    .updateTable('organisations')
    .set({
      districtKey: districtKey ?? goes.districtKey,
      website: website ?? goes.website,
      officialKey: officialKey ?? goes.officialKey,
      sourceId: sourceId ?? goes.sourceId,
      isConfirmed: stays.isConfirmed || goes.isConfirmed,
      ...(stays.kind === 'other' ? { kind: goes.kind } : {}),
    })
    .where('id', '=', kept)
    .execute()
  await change.record('organisation.merged', kept, { before: { name: goes.name }, after: { name: stays.name } })
  return { id: kept }
}

const keepers = ['office'] as const

async function locked({ write }: Change, id: string) {
  const row = await write.selectFrom('organisations').where('id', '=', id).selectAll().forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

type Place = { table: string; column: string }

/** Every column of the database that names an organisation, whichever room made it. */
async function namingPlaces({ write }: Change): Promise<Place[]> {
  const { rows } = await sql<Place>`select c.relname as table, a.attname as column from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'organisations'::regclass order by 1, 2`.execute(write)
  return rows
}

/** One row after the other: where `kept` stands already, the row of `gone` is one too many. */
async function moveRows({ write }: Change, { table, column }: Place, { kept, gone }: { kept: string; gone: string }) {
  const [t, c] = [sql.table(table), sql.ref(column)]
  const { rows } = await sql<{ at: string }>`select ctid::text as at from ${t} where ${c} = ${gone}`.execute(write)
  for (const { at } of rows) {
    await sql`savepoint moving`.execute(write)
    try {
      await sql`update ${t} set ${c} = ${kept} where ctid = ${at}::tid`.execute(write)
    } catch (error) {
      if (codeOf(error) !== '23505') throw error
      await sql`rollback to savepoint moving`.execute(write)
      await sql`delete from ${t} where ctid = ${at}::tid`.execute(write)
    }
  }
}
