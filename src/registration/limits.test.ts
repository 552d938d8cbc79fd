import { expect } from 'vitest'
import { anEditionToRegisterFor, filledIn } from '../../test/registration.ts'
import { test, type World } from '../../test/world.ts'
import { eraseOldRegistrations } from './jobs.ts'

/** As many copies of the one registration there is, all of this hour. */
const copied = (world: World, times: number) =>
  world.sql(`insert into registrations
    (edition_id, ticket_type_id, number, code, state, name, email, language, secret_hash, from_network, created_at, changed_at)
    select edition_id, ticket_type_id, 1000 + n, 'C' || n, state, name, email, language, sha256(n::text::bytea), from_network,
      created_at, changed_at from registrations, generate_series(1, ${times}) n`)

test('thirty may be registered from one place under one address in an hour, also when several come at the same moment', async ({
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

test('who fills the tries of an address from elsewhere keeps neither its owner nor the rest of a network out', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world, { site: 200 })
  const from = (address: string, name: string) =>
    world.post(edition.url, filledIn(edition, { name, email: 'eva@landkreis-calw.example' }), undefined, address)
  await from('2001:db8:1:2:aaaa::1', 'Eins')
  await copied(world, 29)
  const answers = [
    await from('2001:DB8:1:2::9', 'Derselbe Anschluss'),
    await from('2001:db8:1:3::9', 'Eva'),
    await from('::ffff:192.0.2.7', 'Ein anderer'),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([409, 303, 303])
})

test('a stranger does not flood a mailbox: beyond ten mails in an hour one with all links comes, and soon', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world, { site: 200 })
  const at = (n: number) =>
    world.post(
      edition.url,
      filledIn(edition, { name: `Nummer ${n}`, email: 'eva@x.example' }),
      undefined,
      `192.0.2.${n}`,
    )
  for (let n = 1; n <= 13; n++) await at(n)
  const mails = () => world.sql(`select template, count(*)::int as n from mails group by 1 order by 1`)
  expect(await mails()).toEqual([{ template: 'registration.confirmed', n: 10 }])
  const waiting = () => world.sql(`select run_at from graphile_worker.jobs where key like 'gathered %'`)
  const [{ run_at: first } = {}] = await waiting()
  world.clock.now = new Date('2026-05-04T10:09:00Z')
  await at(14)
  expect([first, await waiting()]).toEqual([new Date('2026-05-04T10:10:00Z'), [{ run_at: first }]])
})

test('a day later nothing tells from which network a registration came', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 10 })
  await world.post(edition.url, filledIn(edition))
  const known = () => world.sql('select from_network is null as forgotten from registrations')
  expect(await known()).toEqual([{ forgotten: false }])
  world.clock.now = new Date(world.clock.now.getTime() + 25 * 3_600_000)
  const { db, house, clock } = world
  await eraseOldRegistrations(
    { db, read: db as never, house, now: clock.now, language: 'de', viewer: { kind: 'system' } },
    {},
  )
  expect(await known()).toEqual([{ forgotten: true }])
})
