import { sql } from 'kysely'
import { type NamingPlace, namingPlaces, type OrganisationKind } from '../../people/index.ts'
import { codeOf } from '../../platform/problem.ts'
import { isMergingStopped, type Merging, mergedIn, type Room } from '../../platform/room.ts'
import { type Change, NotFound, refuse } from '../../platform/visit.ts'
import { mustKeep } from '../permissions.ts'

type Input = {
  name: string
  kind: OrganisationKind
  districtKey: string | null
  website: string | null
  officialKey: string | null
}

/** Changes what the register says about an organisation, and confirms it. Refuses a name (`nameTaken`) or key (`keyTaken`) of another. */
export async function changeOrganisation(change: Change, { id, ...input }: Input & { id: string }) {
  mustKeep(change)
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
  const { id: _, sourceId: __, isConfirmed: ___, about: ____, ...was } = before
  await change.record('organisation.changed', id, { before: was, after: input })
  return { id }
}

/**
 * Makes one organisation of two: whatever names `gone` names `kept` from then on, and what both take part in stays once.
 * What the register knows of `gone` alone goes over. Of those who look after it only these `stewards` come along: all
 * others would see and keep what is not theirs. Refuses `sameTwice`, and `countsTwice` while a room stops it.
 */
export async function mergeOrganisations(change: Change, { kept, gone, stewards, rooms }: Two) {
  mustKeep(change)
  if (kept === gone) return refuse('sameTwice', 'other')
  // Always the smaller id first, so that two who merge crosswise wait for each other instead of blocking.
  const [first, second] = [kept, gone].sort() as [string, string]
  const rows = [await locked(change, first), await locked(change, second)]
  if (await isMergingStopped(change, rooms, { kept, gone })) return refuse('countsTwice', 'other')
  const [stays, goes] = [rows.find(({ id }) => id === kept)!, rows.find(({ id }) => id === gone)!]
  await change.write
    .deleteFrom('organisationStewards')
    .where('organisationId', '=', gone)
    .where(({ eb, fn, val, not }) => not(eb('id', '=', fn.any(val(stewards as string[])))))
    .execute()
  await mergedIn(change, rooms, { kept, gone })
  let moved = 0
  for (const place of await namingPlaces(change)) moved += await moveRows(change, place, { kept, gone })
  await change.write.deleteFrom('organisations').where('id', '=', gone).execute()
  await change.write.insertInto('formerOrganisations').values({ id: gone, organisationId: kept }).execute()
  const after = {
    name: stays.name,
    kind: stays.kind === 'other' ? goes.kind : stays.kind,
    districtKey: stays.districtKey ?? goes.districtKey,
    website: stays.website ?? goes.website,
    officialKey: stays.officialKey ?? goes.officialKey,
    about: stays.about ?? goes.about,
  }
  const sourceId = stays.sourceId ?? goes.sourceId
  await change.write
    .updateTable('organisations')
    .set({ ...after, sourceId, isConfirmed: stays.isConfirmed || goes.isConfirmed })
    .where('id', '=', kept)
    .execute()
  const { id: _, sourceId: __, isConfirmed: ___, ...before } = goes
  await change.record('organisation.merged', kept, { before, after: { ...after, moved } })
  return { id: kept }
}

type Two = Merging & { stewards: readonly string[]; rooms: readonly Room[] }

async function locked({ write }: Change, id: string) {
  const row = await write.selectFrom('organisations').where('id', '=', id).selectAll().forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** One row after the other: where `kept` stands already, the row of `gone` is one too many. Gives how many there were. */
async function moveRows(
  { write }: Change,
  { table, column }: NamingPlace,
  { kept, gone }: { kept: string; gone: string },
) {
  const [t, c] = [sql.table(table), sql.ref(column)]
  // Locked, so that a row is not elsewhere when it is moved: whoever writes to it waits, or is waited for.
  const found = sql<{ at: string }>`select ctid::text as at from ${t} where ${c} = ${gone} for update`
  const { rows } = await found.execute(write)
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
  return rows.length
}
