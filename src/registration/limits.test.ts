import { expect } from 'vitest'
import { anEditionToRegisterFor, filledIn } from '../../test/registration.ts'
import { test, type World } from '../../test/world.ts'

/** As many copies of the one registration there is, all of this hour. */
const copied = (world: World, times: number) =>
  world.sql(`insert into registrations
    (edition_id, ticket_type_id, number, code, state, name, email, language, secret_hash, created_at, changed_at)
    select edition_id, ticket_type_id, 1000 + n, 'C' || n, state, name, email, language, sha256(n::text::bytea),
      created_at, changed_at from registrations, generate_series(1, ${times}) n`)

test('thirty may be registered under one address in an hour, also when several come at the same moment', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world, { site: 100 })
  await world.post(edition.url, filledIn(edition))
  await copied(world, 28)
  const emails = ['vertretung@landkreis-calw.example', 'Vertretung@Landkreis-Calw.example']
  const answers = await world.together(4, (n) =>
    world.post(edition.url, filledIn(edition, { name: `Nummer ${n}`, email: emails[n % 2] ?? '' })),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409, 409, 409])
  expect(await world.sql('select count(*)::int as n from registrations')).toEqual([{ n: 30 }])
})
