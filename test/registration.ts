import { anOpenEdition } from './congress.ts'
import type { Fields, World } from './world.ts'

/** An edition open for registration with two ticket types, sessions and a text to agree to. Seats: null for no limit. */
export async function anEditionToRegisterFor(
  world: World,
  seats: { site?: number | null; session?: number | null } = {},
) {
  const { db, clock } = world
  const edition = await anOpenEdition(world)
  await db.updateTable('editions').set({ capacityId: null }).execute()
  await db.deleteFrom('capacities').execute()
  const capacity = async (count: number | null | undefined) =>
    count === null || count === undefined
      ? null
      : (
          await db
            .insertInto('capacities')
            .values({ editionId: edition.id, seats: count })
            .returning('id')
            .executeTakeFirstOrThrow()
        ).id
  const site = await capacity(seats.site)
  await db.updateTable('editions').set({ capacityId: site }).where('id', '=', edition.id).execute()
  const type = async (de: string, attendance: 'on_site' | 'online', position: number) =>
    (
      await db
        .insertInto('ticketTypes')
        .values({ editionId: edition.id, name: { de }, attendance, position })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const session = async (de: string, from: string, to: string, count?: number | null) =>
    (
      await db
        .insertInto('sessions')
        .values({
          editionId: edition.id,
          title: { de },
          format: 'workshop',
          isBookable: true,
          startsAt: from,
          endsAt: to,
          capacityId: await capacity(count),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const day = '2026-11-12'
  const consent = await db
    .insertInto('consentTexts')
    .values({
      key: 'participation',
      version: 1,
      text: { de: 'Ich habe die Hinweise gelesen.' },
      isRequired: true,
      validFrom: clock.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    ...edition,
    site,
    onSite: await type('Vor Ort', 'on_site', 0),
    online: await type('Im Netz', 'online', 1),
    water: await session('Wasser', `${day}T11:30:00Z`, `${day}T13:00:00Z`, seats.session),
    economy: await session('Wirtschaft', `${day}T12:30:00Z`, `${day}T13:30:00Z`),
    evening: await session('Abendempfang', `${day}T13:30:00Z`, `${day}T14:30:00Z`),
    consent: consent.id,
    url: `/kongresse/${edition.slug}/anmeldung`,
  }
}
export type EditionToRegisterFor = Awaited<ReturnType<typeof anEditionToRegisterFor>>

/** The form filled in as most people do. */
export const filledIn = (edition: EditionToRegisterFor, more: Fields = {}): Fields => ({
  name: 'Vertretung Landkreis Calw',
  email: 'vertretung@landkreis-calw.example',
  organisation: 'Landkreis Calw',
  function: 'Planung',
  place: 'outside',
  ticket: edition.onSite,
  sessions: [],
  food: '',
  access: '',
  consents: [edition.consent],
  ...more,
})
