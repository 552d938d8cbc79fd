import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Schema } from '../platform/schema.ts'
import { hashOf } from '../platform/tokens.ts'

type Db = Transaction<Schema>
const dayMs = 86_400_000

const functions = ['Planung', 'Wirtschaftsförderung', 'Verkehr', 'Umwelt', 'Leitung', 'Klimaschutz'] as const
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Registrations of offices, not of people, so that lists and plots have something to show. All are labelled. */
export async function fillExampleRegistrations(db: Db, now: Date, editionId: string, howMany = 263) {
  const organisations = await db
    .selectFrom('organisations')
    .innerJoin('districts', 'districts.key', 'organisations.districtKey')
    .select(['organisations.id', 'organisations.name', 'districtKey', 'regionId'])
    .orderBy('organisations.name')
    .execute()
  const types = await db
    .selectFrom('ticketTypes')
    .select(['id', 'attendance'])
    .where('editionId', '=', editionId)
    .orderBy('position')
    .execute()
  const sessions = await db
    .selectFrom('sessions')
    .select(['id', 'capacityId'])
    .where('editionId', '=', editionId)
    .where('isBookable', '=', true)
    .orderBy('position')
    .execute()
  const { capacityId } = await db
    .selectFrom('editions')
    .select('capacityId')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow()
  for (let n = 1; n <= howMany; n++) {
    const dice = createHash('sha256').update(`example ${n}`).digest()
    const organisation = organisations[dice[0]! % organisations.length]!
    const office = functions[dice[1]! % functions.length]!
    const type = types[dice[2]! % 8 === 0 ? 2 : 0]!
    const isCancelled = n % 19 === 0
    const createdAt = new Date(now.getTime() - Math.round(42 * dayMs * (1 - n / (howMany + 1)) ** 1.4))
    const { id } = await db
      .insertInto('registrations')
      .values({
        editionId,
        ticketTypeId: type.id,
        number: n,
        code: [...dice.subarray(4, 10)].map((byte) => alphabet[byte % 32]).join(''),
        state: isCancelled ? 'cancelled' : 'confirmed',
        name: `Vertretung ${office}`,
        email: `vertretung-${n}@beispiel.example`,
        organisation: organisation.name,
        organisationId: organisation.id,
        regionId: organisation.regionId,
        districtKey: organisation.districtKey,
        function: office,
        language: 'de',
        isListed: dice[3]! % 2 === 0,
        secretHash: hashOf(`example ${editionId} ${n}`),
        enteredBy: 'example',
        createdAt,
        changedAt: createdAt,
        cancelledAt: isCancelled ? new Date(createdAt.getTime() + dayMs) : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (isCancelled || type.attendance === 'online') continue
    const session = sessions[dice[10]! % 11]
    if (session)
      await db
        .insertInto('bookings')
        .values({ registrationId: id, editionId, sessionId: session.id, bookedAt: createdAt })
        .execute()
    const held = [capacityId, session?.capacityId].filter((one) => one !== null && one !== undefined)
    await db
      .insertInto('places')
      .values(held.map((one) => ({ capacityId: one, registrationId: id })))
      .execute()
  }
  await db.updateTable('editions').set({ lastNumber: howMany }).where('id', '=', editionId).execute()
  await db
    .updateTable('capacities')
    .set((eb) => ({
      taken: eb
        .selectFrom('places')
        .whereRef('places.capacityId', '=', 'capacities.id')
        .select(eb.fn.countAll<number>().as('taken')),
    }))
    .where('editionId', '=', editionId)
    .execute()
}
