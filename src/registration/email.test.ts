import { expect } from 'vitest'
import { keptMails, workedThrough } from '../../test/people.ts'
import { anEditionToRegisterFor, filledIn } from '../../test/registration.ts'
import { test, type World } from '../../test/world.ts'

const hour = 3_600_000
const old = 'vertretung@landkreis-calw.example'
const later = (world: World, hours: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + hours * hour)
}
async function registered(world: World) {
  const edition = await anEditionToRegisterFor(world)
  const { headers } = await world.post(edition.url, filledIn(edition))
  return { edition, link: String(headers.location) }
}
/** The links in the mails to an address, the newest last: `neue-adresse`, `adresse-behalten`, `anmeldung`. */
async function linksTo(world: World, address: string, kind: string) {
  await workedThrough(world)
  const mails = (await keptMails(world)).filter((mail) => new RegExp(`^To: ${address}`, 'm').test(mail))
  return mails.flatMap(
    (mail) => [...mail.matchAll(new RegExp(`http://localhost(/${kind}/[\\w-]{22})`, 'g'))][0]?.[1] ?? [],
  )
}
const ask = (world: World, link: string, email: string) => world.post(`${link}/e-mail`, { email })
const stored = async (world: World) => (await world.sql('select email from registrations')).map(({ email }) => email)

test('an address changes only when the new one confirms, and then the old link opens nothing', async ({ world }) => {
  const { link } = await registered(world)
  const answer = await ask(world, link, 'neu@amt.example')
  expect([answer.statusCode, answer.headers.location]).toEqual([303, link])
  expect((await world.get(link)).body).toContain('Wir haben einen Link an neu@amt.example gesendet')
  const [confirm] = await linksTo(world, 'neu@amt.example', 'neue-adresse')
  const seen = [await stored(world), (await world.get(confirm!)).statusCode, await stored(world)]
  expect(seen).toEqual([[old], 200, [old]])
  const done = await world.post(confirm!)
  const own = String(done.headers.location).replace('?info=email', '')
  expect([done.statusCode, await stored(world)]).toEqual([303, ['neu@amt.example']])
  expect([(await world.get(link)).statusCode, (await world.get(own)).statusCode]).toEqual([404, 200])
  expect(await linksTo(world, 'neu@amt.example', 'anmeldung')).toEqual([own])
  expect((await world.get(confirm!)).statusCode).toBe(410)
})

test('the old address is told at once, and takes the change back even when it was confirmed', async ({ world }) => {
  const { link } = await registered(world)
  await ask(world, link, 'dieb@fremd.example')
  const [keep] = await linksTo(world, old, 'adresse-behalten')
  const [confirm] = await linksTo(world, 'dieb@fremd.example', 'neue-adresse')
  const stolen = String((await world.post(confirm!)).headers.location).replace('?info=email', '')
  await ask(world, stolen, 'dieb2@fremd.example')
  const [onward] = await linksTo(world, 'dieb2@fremd.example', 'neue-adresse')
  later(world, 24 * 13)
  expect((await world.get(keep!)).body).toContain('hat sie auf dieb@fremd.example umgestellt')
  const back = String((await world.post(keep!)).headers.location).replace('?info=kept', '')
  expect(await stored(world)).toEqual([old])
  const codes = [stolen, link, back, onward!].map(async (path) => (await world.get(path)).statusCode)
  expect(await Promise.all(codes)).toEqual([404, 404, 200, 404])
})

test('an address that was not confirmed in time, or was given up for another one, changes nothing', async ({
  world,
}) => {
  const { link } = await registered(world)
  await ask(world, link, 'erste@amt.example')
  await ask(world, link, 'zweite@amt.example')
  const [first] = await linksTo(world, 'erste@amt.example', 'neue-adresse')
  const [second] = await linksTo(world, 'zweite@amt.example', 'neue-adresse')
  expect(first).toBeUndefined()
  later(world, 49)
  expect([(await world.get(second!)).statusCode, (await world.post(second!)).statusCode]).toEqual([410, 410])
  expect(await stored(world)).toEqual([old])
  expect((await world.get(link)).body).not.toContain('zweite@amt.example')
})

test('nobody floods a stranger’s mailbox, and the same address is no change', async ({ world }) => {
  const { link } = await registered(world)
  expect((await ask(world, link, old.toUpperCase())).body).toContain('Das ist schon Ihre Adresse')
  const codes = []
  for (let n = 0; n < 6; n++) codes.push((await ask(world, link, `opfer${n}@fremd.example`)).statusCode)
  expect(codes).toEqual([303, 303, 303, 303, 303, 409])
})

test('nor do many registrations together, nor one that takes each wish back', async ({ world }) => {
  const { link, edition } = await registered(world)
  const codes = []
  for (let n = 0; n < 3; n++) codes.push((await ask(world, link, 'opfer@fremd.example')).statusCode)
  const [keep] = await linksTo(world, old, 'adresse-behalten')
  await world.post(keep!)
  for (let n = 0; n < 3; n++) {
    const { headers } = await world.post(edition.url, filledIn(edition, { email: `noch-${n}@amt.example` }))
    codes.push((await ask(world, String(headers.location), 'Opfer@fremd.example')).statusCode)
  }
  expect(codes).toEqual([303, 303, 303, 303, 303, 409])
})

test('a new link from the office ends what a wrong hand has begun', async ({ world }) => {
  const { link, edition } = await registered(world)
  await ask(world, link, 'dieb@fremd.example')
  const [confirm] = await linksTo(world, 'dieb@fremd.example', 'neue-adresse')
  const [{ id }] = (await world.sql('select id from registrations')) as [{ id: string }]
  const one = `/verwaltung/kongresse/${edition.slug}/anmeldungen/${id}`
  await world.post(`${one}/neuer-link`, {}, await world.person('office'))
  expect([(await world.post(confirm!)).statusCode, await stored(world)]).toEqual([404, [old]])
})

test('asked changes are forgotten when nobody can object any more', async ({ world }) => {
  const { link } = await registered(world)
  await ask(world, link, 'neu@amt.example')
  await workedThrough(world)
  later(world, 24 * 15)
  await world.sql(`select graphile_worker.add_job('eraseOldRegistrations', '{}')`)
  await workedThrough(world)
  expect(await world.sql('select 1 from email_changes')).toEqual([])
})
