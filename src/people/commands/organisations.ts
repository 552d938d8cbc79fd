import type { Change } from '../../platform/visit.ts'

/**
 * The id of the organisation of this name, whatever its case; it is entered where the register does not have it. Who may
 * name organisations, the caller decides, and records what for.
 */
export async function organisationNamed({ write }: Change, name: string): Promise<string> {
  const known = await write
    .selectFrom('organisations')
    .where((row) => row(row.fn('lower', ['name']), '=', name.toLowerCase()))
    .select('id')
    .executeTakeFirst()
  if (known) return known.id
  const { id } = await write
    .insertInto('organisations')
    .values({ name, kind: 'other' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
