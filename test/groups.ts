import type { Insertable } from 'kysely'
import type { Schema } from '../src/platform/schema.ts'
import { hashOf, newSecret } from '../src/platform/tokens.ts'
import type { World } from './world.ts'

type Row<T extends keyof Schema> = Partial<Insertable<Schema[T]>>

/** A group of an edition. */
export async function aGroup({ db }: World, editionId: string, values: Row<'workingGroups'> = {}) {
  const row = { editionId, name: { de: 'Neckarverkehr' }, position: 5, ...values }
  return (await db.insertInto('workingGroups').values(row).returning('id').executeTakeFirstOrThrow()).id
}

/** Somebody with an account who is in a group now. */
export async function aMember(
  world: World,
  groupId: string,
  { name = 'Mitglied der Gruppe', ...values }: Row<'groupMembers'> & { name?: string } = {},
) {
  const { db, clock } = world
  const person = await world.person()
  await db.updateTable('people').set({ name }).where('id', '=', person.id).execute()
  const row = { part: 'member', state: 'active', way: 'invitation', createdAt: clock.now, joinedAt: clock.now } as const
  const { id } = await db
    .insertInto('groupMembers')
    .values({ ...row, groupId, personId: person.id, ...values })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, person }
}

/** Somebody who is invited and has not answered; gives the secret of the link too. */
export async function anInvitation(world: World, groupId: string, values: Row<'groupMembers'> = {}) {
  const secret = newSecret()
  const row = { part: 'member', state: 'invited', way: 'invitation', name: 'Eingeladene Kraft' } as const
  const { id } = await world.db
    .insertInto('groupMembers')
    .values({
      ...row,
      groupId,
      email: 'gast@werke.example',
      secretHash: hashOf(secret),
      createdAt: world.clock.now,
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, secret }
}
