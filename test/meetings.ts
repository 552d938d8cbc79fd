import type { Insertable } from 'kysely'
import type { Schema } from '../src/platform/schema.ts'
import { hashOf, newSecret } from '../src/platform/tokens.ts'
import type { World } from './world.ts'

type Row<T extends keyof Schema> = Partial<Insertable<Schema[T]>>

/** A meeting of a group that is planned for 1 June 2026, 14 to 15.30 o'clock in Berlin. */
export async function aMeeting({ db, clock }: World, groupId: string, values: Row<'meetings'> = {}) {
  const row: Insertable<Schema['meetings']> = {
    ...{ groupId, title: 'Erste Sitzung', state: 'planned', createdAt: clock.now },
    ...{ startsAt: '2026-06-01T12:00:00Z', endsAt: '2026-06-01T13:30:00Z' },
    ...values,
  }
  return (await db.insertInto('meetings').values(row).returning('id').executeTakeFirstOrThrow()).id
}

/** A date that a meeting could have. */
export async function anOption({ db }: World, meetingId: string, startsAt: string) {
  const endsAt = new Date(Date.parse(startsAt) + 5_400_000)
  return (
    await db
      .insertInto('meetingOptions')
      .values({ meetingId, startsAt, endsAt })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
}

/** Somebody who is invited to a meeting; gives the secret of the link too. */
export async function aPlace({ db }: World, meetingId: string, values: Row<'meetingGuests'> = {}) {
  const secret = newSecret()
  const guest = values.memberId ? {} : { name: 'Gast der Sitzung', email: 'gast@verein.example' }
  const { id } = await db
    .insertInto('meetingGuests')
    .values({ meetingId, secretHash: hashOf(secret), ...guest, ...values })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, secret }
}
