import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { anEdition } from '../../test/congress.ts'
import { anEditionToRegisterFor, type EditionToRegisterFor, filledIn } from '../../test/registration.ts'
import { type Fields, test, type World } from '../../test/world.ts'

const hour = 3_600_000
const dayMs = 24 * hour

async function registered(world: World, edition: EditionToRegisterFor, more: Fields = {}) {
  const answer = await world.post(edition.url, filledIn(edition, more))
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location)
}

const changed = (edition: EditionToRegisterFor, more: Fields) => {
  const { email, consents, ...fields } = filledIn(edition, { seen: '1', ...more })
  return fields
}

/** The first part of a kept mail: its text. */
const plainText = (mail: string) =>
  Buffer.from(
    mail.replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

const encode = (fields: Fields) =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
  ).toString()

const working = new WeakSet<World>()

/** Lets the queue work until nothing waits, and gives the mails as they lie in their folder, line breaks undone. */
async function delivered(world: World): Promise<string[]> {
  if (!working.has(world)) await world.open.work()
  working.add(world)
  for (let tries = 0; tries < 400 && (await world.queued()).length > 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 25))
  const folder = join(world.data, 'mail')
  const names = await readdir(folder).catch(() => [])
  const texts = await Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')))
  return texts.map((text) => text.replace(/=\r\n/g, ''))
}

test('pressing twice registers once and leads to the same place', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const form = filledIn(edition, { formKey: world.formKey() })
  const answers = [await world.post(edition.url, form), await world.post(edition.url, form)]
  expect(answers[0]!.statusCode).toBe(303)
  expect(answers[1]!.headers.location).toBe(answers[0]!.headers.location)
  expect(await world.sql('select number from registrations')).toEqual([{ number: 1 }])
})

test('the same form with other content is refused, with the way to what was sent first', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const form = filledIn(edition, { formKey: world.formKey() })
  const first = await world.post(edition.url, form)
  const second = await world.post(edition.url, { ...form, name: 'Jemand anderes' })
  expect([second.statusCode, second.body.includes(`href="${first.headers.location}"`)]).toEqual([409, true])
  expect(await world.sql('select name from registrations')).toEqual([{ name: 'Vertretung Landkreis Calw' }])
})

test('who goes back and sends the form once more is told where they are registered, and may register another on purpose', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world)
  const post = async (more: Fields, cookies: Record<string, string> = {}) =>
    world.open.app.inject({
      method: 'POST',
      url: edition.url,
      cookies,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: encode({ ...filledIn(edition, more), formKey: world.formKey() }),
    })
  const first = await post({})
  const { name, value, path, httpOnly } = first.cookies[0]!
  expect([name, path, httpOnly]).toEqual(['registered', edition.url, true])
  const again = await post({ email: 'Vertretung@landkreis-calw.example', function: 'Referat 7' }, { [name]: value })
  expect(again.statusCode).toBe(409)
  for (const said of [`href="${first.headers.location}"`, 'Vertretung Landkreis Calw, Nummer 1', 'href="#f-isAnother"'])
    expect(again.body).toContain(said)
  expect(again.body).toContain('value="Referat 7"')
  const another = await post({ name: 'Noch Jemand', isAnother: 'on' }, { [name]: value })
  const both = await post({}, { [name]: another.cookies[0]!.value })
  expect([both.statusCode, both.body.includes('Noch Jemand, Nummer 2')]).toEqual([409, true])
  const elsewhere = await post({ email: 'andere@landkreis-calw.example' }, { [name]: value })
  expect([elsewhere.statusCode, elsewhere.body.includes('Nummer')]).toEqual([303, false])
  const { now } = world.clock
  world.clock.now = new Date(now.getTime() + 3_600_000)
  expect((await post({}, { [name]: value })).statusCode).toBe(303)
  world.clock.now = now
  await world.post(`${first.headers.location}/absagen`)
  expect((await post({}, { [name]: value })).statusCode).toBe(303)
  // who only knows the address, or brings what is not ours, learns nothing
  const strangers = [
    await post({}),
    await post({}, { [name]: 'A'.repeat(80) }),
    await post({}, { [name]: value.slice(1) }),
  ]
  expect(strangers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
})

test('the whole way is there in English', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const url = `/en/congresses/${edition.slug}/registration`
  expect((await world.get(url)).statusCode).toBe(200)
  const answer = await world.post(url, filledIn(edition))
  expect(answer.headers.location).toMatch(/^\/en\/registration\/[\w-]{22}$/)
  expect((await world.get(String(answer.headers.location))).body).toContain('You are registered')
  expect(await world.sql('select language from mails')).toEqual([{ language: 'en' }])
})

test('who waits and moves to something that has a place is in', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 1 })
  await registered(world, edition)
  const link = await registered(world, edition)
  expect((await world.get(link)).body).toContain('Sie stehen auf der Warteliste')
  await world.post(`${link}/aendern`, changed(edition, { ticket: edition.online }))
  expect((await world.get(link)).body).toContain('Sie sind angemeldet')
})

test('who moves to taking part online loses only what there is on site, and is told so on the page and by mail', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world, { session: 1 })
  const link = await registered(world, edition, { sessions: [edition.water, edition.evening] })
  const refused = await world.post(
    `${link}/aendern`,
    changed(edition, { ticket: edition.online, sessions: [edition.water, edition.economy] }),
  )
  expect([refused.statusCode, refused.body.includes('href="#f-sessions"')]).toEqual([409, true])
  const answer = await world.post(
    `${link}/aendern`,
    changed(edition, { ticket: edition.online, sessions: [edition.water, edition.evening] }),
  )
  const said = 'Nur vor Ort gibt es „Wasser“, „Abendempfang“; das haben wir aus Ihrer Anmeldung genommen.'
  expect(answer.statusCode).toBe(303)
  expect((await world.get(String(answer.headers.location))).body).toContain(said)
  expect(await world.sql('select 1 from bookings union all select taken from capacities')).toEqual([{ '?column?': 0 }])
  const [, mail] = await delivered(world)
  expect(/Nur vor Ort gibt es.*?genommen\./s.exec(plainText(mail!))![0].replaceAll(/\s+/g, ' ')).toBe(said)
})

test('who has a place keeps it when there is none to move to', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 1 })
  await registered(world, edition)
  const link = await registered(world, edition, { ticket: edition.online })
  const answer = await world.post(`${link}/aendern`, changed(edition, { ticket: edition.onSite }))
  expect([answer.statusCode, answer.body.includes('kein Platz mehr frei')]).toEqual([409, true])
  expect(await world.sql('select state, ticket_type_id from registrations order by number')).toEqual([
    { state: 'confirmed', ticket_type_id: edition.onSite },
    { state: 'confirmed', ticket_type_id: edition.online },
  ])
})

test('a place that becomes free belongs to those who wait, not to who comes next', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 1 })
  const first = await registered(world, edition)
  await registered(world, edition)
  await world.post(`${first}/absagen`)
  await registered(world, edition)
  expect(await world.sql('select state from registrations order by number')).toEqual([
    { state: 'cancelled' },
    { state: 'waiting' },
    { state: 'waiting' },
  ])
})

test('after closing the booking stays as it is, the rest can be changed, and one can cancel', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const link = await registered(world, edition, { sessions: [edition.water] })
  const closesAt = new Date(world.clock.now.getTime() + hour)
  await world.db.updateTable('editions').set({ closesAt }).execute()
  world.clock.now = new Date(closesAt.getTime() + hour)
  const page = await world.get(`${link}/aendern`)
  expect([page.statusCode, page.body.includes('name="sessions"')]).toEqual([200, false])
  await world.post(
    `${link}/aendern`,
    changed(edition, { name: 'Dr. Neu', sessions: [edition.economy], ticket: edition.online }),
  )
  expect(await world.sql('select name, ticket_type_id from registrations')).toEqual([
    { name: 'Dr. Neu', ticket_type_id: edition.onSite },
  ])
  expect(await world.sql('select session_id from bookings')).toEqual([{ session_id: edition.water }])
  await world.post(`${link}/absagen`)
  expect(await world.sql('select state from registrations')).toEqual([{ state: 'cancelled' }])
})

test('two pages open: the older one is told, nothing is overwritten', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const link = await registered(world, edition)
  await world.post(`${link}/aendern`, changed(edition, { name: 'Erste' }))
  const answer = await world.post(`${link}/aendern`, changed(edition, { name: 'Zweite' }))
  expect([answer.statusCode, answer.body.includes('inzwischen an anderer Stelle geändert')]).toEqual([409, true])
  expect(await world.sql('select name from registrations')).toEqual([{ name: 'Erste' }])
})

test('before it opens and after it has closed the page says so with day and hour, and the one way on', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world)
  const set = (opensAt: Date, closesAt: Date) => world.db.updateTable('editions').set({ opensAt, closesAt }).execute()
  const at = (days: number) => new Date(world.clock.now.getTime() + days * dayMs)
  const page = async () => {
    const { body } = await world.get(edition.url)
    const main = body.slice(body.indexOf('<main'), body.indexOf('</main')).replaceAll('\u00a0', ' ')
    return {
      h1: /<h1>(.*?)<\/h1>/.exec(main)?.[1],
      lead: /class="lead">([^<]*)</.exec(main)?.[1],
      way: [...main.matchAll(/<a class="button" href="([^"]+)"/g)].map(([, href]) => href),
      ahead: [...main.matchAll(/<li class="open"><span class="when">(.*?)<\/span><div><h3>(?:<a[^>]*>)?(.*?)</g)].map(
        (m) => m[2],
      ),
    }
  }
  await set(at(2), at(9))
  expect(await page()).toEqual({
    h1: 'Die Anmeldung ist noch nicht offen',
    lead: 'Sie öffnet am 6. Mai 2026, 12.00 Uhr. Bis dahin brauchen Sie nichts zu tun.',
    way: [`/kongresse/${edition.slug}/kalender.ics`],
    ahead: ['Anmeldung öffnet', 'Anmeldeschluss', '7. Metropolkongress'],
  })
  expect((await world.post(edition.url, filledIn(edition))).statusCode).toBe(409)
  await set(at(-9), at(-2))
  expect(await page()).toEqual({
    h1: 'Die Anmeldung ist geschlossen',
    lead: 'Anmeldeschluss war am 2. Mai 2026, 12.00 Uhr. Wer angemeldet ist, kann weiterhin absagen.',
    way: [`/kongresse/${edition.slug}`],
    ahead: ['7. Metropolkongress'],
  })
  expect((await world.post(edition.url, filledIn(edition))).statusCode).toBe(409)
  world.clock.now = new Date('2026-11-13T12:00:00Z')
  expect(await page()).toMatchObject({
    h1: 'Dieser Kongress ist vorbei',
    way: [`/kongresse/${edition.slug}`],
    ahead: [],
  })
  expect(await world.sql('select id from registrations')).toEqual([])
})

test('the confirmation holds ticket, calendar and the link, and tells who else has this address', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  await registered(world, edition, { name: 'Frau Eins' })
  const link = await registered(world, edition, { name: 'Herr Zwei' })
  const mail = (await delivered(world)).find((text) => text.includes(link))!
  expect(mail).toContain('Content-Type: application/pdf')
  expect(mail).toContain('Content-Type: text/calendar')
  expect(mail).toContain('Frau Eins')
  const [{ body }] = (await world.sql(`select body from mails where body like '%Herr Zwei%' limit 1`)) as [
    { body: string },
  ]
  expect(body).not.toContain(link.split('/').at(-1))
  const ticket = await world.get(`${link}/karte.pdf`)
  expect([ticket.statusCode, ticket.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
})

test('no page tells whether an address is registered already', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  await registered(world, edition, { name: 'Frau Eins' })
  const link = await registered(world, edition, { name: 'Herr Zwei' })
  expect((await world.get(link)).body).not.toContain('Frau Eins')
})

test('a mail whose reason has passed is not sent', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const link = await registered(world, edition)
  await world.post(`${link}/absagen`)
  await delivered(world)
  expect(await world.sql('select template, state from mails order by queued_at, id')).toEqual([
    { template: 'registration.confirmed', state: 'useless' },
    { template: 'registration.cancelled', state: 'kept' },
  ])
})

test('who lost the link gets the links of every registration to come, and not again at once', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const links = [
    await registered(world, edition),
    await registered(world, edition, { email: 'Vertretung@Landkreis-Calw.example' }),
  ]
  await world.sql('delete from graphile_worker._private_jobs')
  await world.post('/anmeldung-finden', { email: 'vertretung@landkreis-calw.example' })
  const mails = await delivered(world)
  expect(mails.length).toBe(1)
  for (const link of links) expect(mails[0]).toContain(`http://localhost${link}`)
  await world.post('/anmeldung-finden', { email: 'vertretung@landkreis-calw.example' })
  expect((await delivered(world)).length).toBe(1)
  await world.sql('update registrations set email = upper(email)')
  await world.post('/anmeldung-finden', { email: 'vertretung@landkreis-calw.example' })
  expect((await delivered(world)).length).toBe(1)
})

test('an address in a name is no link, neither in the mail that names others nor on the button of a lost link', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world)
  const name = 'Gewinn: https://boese.example/abholen und www.boese.example'
  await registered(world, edition, { name })
  await delivered(world)
  await registered(world, edition)
  await world.post('/anmeldung-finden', { email: 'vertretung@landkreis-calw.example' })
  const mails = await delivered(world)
  expect(mails.length).toBe(3)
  for (const mail of mails)
    expect([mail.includes('boese.'), mail.includes('boese.example'), /:\/\/boese|www\.boese/.test(mail)]).toEqual([
      true,
      false,
      false,
    ])
})

test('the list of participants shows holders those who wish it, of their own congress only', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const link = await registered(world, edition, { name: 'Wer nicht will' })
  await registered(world, edition, { name: 'Wer will', isListed: 'on' })
  const page = await world.get(`${link}/teilnehmende`)
  expect([page.body.includes('Wer will'), page.body.includes('Wer nicht will')]).toEqual([true, false])
  const other = await anEdition(world, { number: 8, slug: '2028-pforzheim' })
  await world.sql(`update ticket_types set edition_id = '${other.id}' where id = '${edition.online}'`)
  await world.sql(
    `update registrations set edition_id = '${other.id}', ticket_type_id = '${edition.online}' where name = 'Wer will'`,
  )
  expect((await world.get(`${link}/teilnehmende`)).body).not.toContain('Wer will')
})

test('needs go one day after the end; half a year later no person is left, but the counts', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 5 })
  const link = await registered(world, edition, { name: 'Frau Vergessen', food: 'Erdnussallergie' })
  const kept = await delivered(world)
  const end = new Date('2026-11-12T15:00:00Z').getTime()
  const erasedAt = async (now: number) => {
    world.clock.now = new Date(now)
    await world.sql(`select graphile_worker.add_job('eraseOldRegistrations')`)
    await delivered(world)
  }
  await erasedAt(end + dayMs - hour)
  expect((await world.sql('select food from registration_needs')).length).toBe(1)
  await erasedAt(end + dayMs + hour)
  expect(await world.sql('select food from registration_needs')).toEqual([])
  expect((await world.get(link)).statusCode).toBe(200)
  await world.sql(`update mails set last_error = '550 no such mailbox: gemeinde@landkreis-calw.example'`)
  await erasedAt(end + 184 * dayMs)
  expect([kept.length, await delivered(world)]).toEqual([1, []])
  for (const table of ['registrations', 'audit', 'mails', 'graphile_worker._private_jobs'])
    expect([table, await world.sql(`select 1 from ${table} t where t::text ~ 'Vergessen|landkreis-calw'`)]).toEqual([
      table,
      [],
    ])
  expect((await world.get(link)).statusCode).toBe(404)
  expect(await world.sql('select state, number from registrations')).toEqual([{ state: 'confirmed', number: 1 }])
})
