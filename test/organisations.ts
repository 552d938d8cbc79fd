import type { Insertable } from 'kysely'
import type { Schema } from '../src/platform/schema.ts'
import { hashOf, newSecret } from '../src/platform/tokens.ts'
import type { World } from './world.ts'

type Row<T extends keyof Schema> = Partial<Insertable<Schema[T]>>

/** An organisation that the office has confirmed. */
export async function anOrganisation({ db }: World, values: Row<'organisations'> = {}) {
  const row = { name: 'Stadtwerke Calw', kind: 'company', ...values } as const
  return (await db.insertInto('organisations').values(row).returning('id').executeTakeFirstOrThrow()).id
}

/** Somebody with an account who looks after an organisation. */
export async function aSteward(world: World, organisationId: string) {
  const person = await world.person()
  const at = { invitedAt: world.clock.now, joinedAt: world.clock.now }
  const { id } = await world.db
    .insertInto('organisationStewards')
    .values({ organisationId, personId: person.id, ...at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, person }
}

/** Somebody who is invited to and has not answered, with the secret of the link. */
export async function anInvitedSteward(world: World, organisationId: string, values: Row<'organisationStewards'> = {}) {
  const secret = newSecret()
  const row = { email: 'neu@werke.example', name: 'Neue Kraft', secretHash: hashOf(secret), ...values }
  const { id } = await world.db
    .insertInto('organisationStewards')
    .values({ organisationId, invitedAt: world.clock.now, ...row })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, secret }
}

/** A contact of an organisation, who has not answered unless the values say so; with the secret of the link. */
export async function aContact(world: World, organisationId: string, values: Row<'organisationContacts'> = {}) {
  const secret = newSecret()
  const row = { name: 'Kontakt der Werke', email: 'kontakt@werke.example', secretHash: hashOf(secret), ...values }
  const { id } = await world.db
    .insertInto('organisationContacts')
    .values({ organisationId, askedAt: world.clock.now, ...row })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, secret }
}
