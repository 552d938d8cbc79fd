import { expect } from 'vitest'
import { anEdition } from '../../test/congress.ts'
import { anEditionToRegisterFor, type EditionToRegisterFor, filledIn } from '../../test/registration.ts'
import type { Fields, World } from '../../test/world.ts'
import { test } from '../../test/world.ts'

const here = (edition: EditionToRegisterFor) => `/verwaltung/kongresse/${edition.slug}/anmeldungen`
async function registered(world: World, edition: EditionToRegisterFor, more: Fields = {}) {
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  await world.post(edition.url, filledIn(edition, more))
  const [row] = await world.sql('select id, version from registrations order by number desc limit 1')
  return String(row!.id)
}
const namesIn = (body: string) => [...body.matchAll(/anmeldungen\/[0-9a-f-]{36}">([^<]+)</g)].map((match) => match[1])

test('the office finds somebody by a part, by what sounds alike, by address and by code', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const office = await world.person('office')
  await registered(world, edition, { name: 'Grete Müller', email: 'grete@stadt.example' })
  await registered(world, edition, { name: 'Hans Schmidt', organisation: 'Hochschule Aalen' })
  const [{ code }] = (await world.sql(`select code from registrations where name = 'Hans Schmidt'`)) as [
    { code: string },
  ]
  const find = async (q: string) =>
    namesIn((await world.get(`${here(edition)}?q=${encodeURIComponent(q)}`, office)).body)
  expect([
    await find('Muller'),
    await find('mueller'),
    await find('grete@'),
    await find('Schmitd'),
    await find('aalen'),
    await find(code.toLowerCase()),
    await find('niemand'),
  ]).toEqual([
    ['Grete Müller'],
    ['Grete Müller'],
    ['Grete Müller'],
    ['Hans Schmidt'],
    ['Hans Schmidt'],
    ['Hans Schmidt'],
    [],
  ])
})

test('filters hold together', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const office = await world.person('office')
  await registered(world, edition, { name: 'Eins', sessions: [edition.water] })
  await registered(world, edition, { name: 'Zwei' })
  await registered(world, edition, { name: 'Drei', ticket: edition.online })
  const list = async (query: string) => namesIn((await world.get(`${here(edition)}?${query}`, office)).body)
  expect([
    await list('sort=oldest'),
    await list(`session=${edition.water}&attendance=on_site`),
    await list('attendance=on_site&q=drei'),
    await list('attendance=online&q=drei'),
    await list('state=cancelled'),
    await list('region=outside&q=zwei'),
  ]).toEqual([['Eins', 'Zwei', 'Drei'], ['Eins'], [], ['Drei'], [], ['Zwei']])
})

test('strangers, other editions’ teams and other roles find nothing; the door finds names without addresses', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world)
  const other = await anEdition(world, { number: 8, slug: '2028-aalen' })
  const id = await registered(world, edition, {
    name: 'Grete Müller',
    email: 'grete@geheim.example',
    food: 'Erdnussallergie',
  })
  const strangers = [
    undefined,
    await world.person(),
    await world.person('congress_team', other.id),
    await world.person('delegate'),
    await world.person('author'),
  ]
  const paths = [
    '',
    '/liste.csv',
    '/liste.xlsx',
    '/neu',
    '/bedarf',
    '/bedarf.csv',
    '/teilnehmende',
    `/${id}`,
    `/${id}/bearbeiten`,
    `/${id}/absagen`,
  ]
  for (const stranger of strangers)
    for (const path of paths)
      expect([path, (await world.get(here(edition) + path, stranger)).statusCode]).toEqual([path, 404])
  const door = await world.person('door', edition.id)
  const list = await world.get(here(edition), door)
  expect([
    list.statusCode,
    list.body.includes('Grete Müller'),
    list.body.includes('geheim.example'),
    list.body.includes('Erdnuss'),
  ]).toEqual([200, true, false, false])
  for (const path of paths.slice(1))
    expect([path, (await world.get(here(edition) + path, door)).statusCode]).toEqual([path, 404])
})

test('food and access stand on the person’s page and in the caterer’s list, never in the ordinary file', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world)
  const team = await world.person('congress_team', edition.id)
  const id = await registered(world, edition, { food: 'Erdnussallergie' })
  const has = async (path: string) => (await world.get(here(edition) + path, team)).body.includes('Erdnussallergie')
  expect([
    await has(`/${id}`),
    await has('/bedarf'),
    await has('/bedarf.csv'),
    await has(''),
    await has('/liste.csv'),
  ]).toEqual([true, true, true, false, false])
})

test('the file opens in a German spreadsheet and runs nothing', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  await registered(world, edition, { name: '=HYPERLINK("http://evil.example")', organisation: 'Amt; "Nord"' })
  const answer = await world.get(`${here(edition)}/liste.csv`, await world.person('office'))
  const [head, row] = answer.body.split('\r\n')
  expect(head!.startsWith('\ufeffNr.;Kurzzeichen;Stand;Name;E-Mail')).toBe(true)
  expect(row).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
  expect(row).toContain('"Amt; ""Nord"""')
})

test('the office corrects a name: stored, logged from → to, and mailed when it wants to', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const office = await world.person('office')
  const id = await registered(world, edition, { name: 'Grete Muller' })
  const { consents: _, ...fields } = filledIn(edition, { name: 'Grete Müller', seen: '1', tells: 'on' })
  const answer = await world.post(`${here(edition)}/${id}/bearbeiten`, fields, office)
  expect([answer.statusCode, await world.sql('select name, version from registrations')]).toEqual([
    303,
    [{ name: 'Grete Müller', version: 2 }],
  ])
  expect((await world.get(`${here(edition)}/${id}`, office)).body).toContain('Name: Grete Muller → Grete Müller')
  expect(
    (await world.sql(`select template from mails order by queued_at, id`)).map(({ template }) => template),
  ).toEqual(['registration.confirmed', 'registration.changed'])
  const late = await world.post(`${here(edition)}/${id}/bearbeiten`, { ...fields, name: 'Anders' }, office)
  expect([
    late.statusCode,
    late.body.includes('inzwischen an anderer Stelle geändert'),
    late.body.includes('value="Anders"'),
  ]).toEqual([409, true, true])
})

test('somebody who waits gets a place only while there is one', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 1 })
  const office = await world.person('office')
  const first = await registered(world, edition)
  const waiting = await registered(world, edition)
  const give = () => world.post(`${here(edition)}/${waiting}/platz`, {}, office)
  const refused = await give()
  expect([refused.statusCode, refused.body.includes('Es ist kein Platz frei')]).toEqual([409, true])
  await world.post(`${here(edition)}/${first}/absagen`, { reason: 'krank' }, office)
  expect((await give()).statusCode).toBe(303)
  expect(await world.sql('select state from registrations order by number')).toEqual([
    { state: 'cancelled' },
    { state: 'confirmed' },
  ])
  expect(await world.sql('select taken from capacities')).toEqual([{ taken: 1 }])
})

test('a new link makes the old one invalid', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const { headers } = await world.post(edition.url, filledIn(edition))
  const [{ id }] = (await world.sql('select id from registrations')) as [{ id: string }]
  await world.post(`${here(edition)}/${id}/neuer-link`, {}, await world.person('office'))
  expect((await world.get(String(headers.location))).statusCode).toBe(404)
})

test('a quota can’t go below what is taken, and a used ticket type can’t be deleted', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const office = await world.person('office')
  await registered(world, edition)
  await registered(world, edition)
  const url = `/verwaltung/kongresse/${edition.slug}/tickets/${edition.onSite}`
  const set = (seats: string) =>
    world.post(
      url,
      { nameDe: 'Vor Ort', nameEn: '', noteDe: '', noteEn: '', attendance: 'on_site', seats, position: '0' },
      office,
    )
  const low = await set('1')
  expect([low.statusCode, low.body.includes('2 Plätze sind schon vergeben')]).toEqual([409, true])
  expect((await set('2')).statusCode).toBe(303)
  expect(await world.sql('select seats, taken from capacities')).toEqual([{ seats: 2, taken: 2 }])
  expect((await world.post(`${url}/loeschen`, {}, office)).statusCode).toBe(409)
})

test('a changed consent text is a new version; the old agreement stays what it was', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const office = await world.person('office')
  await registered(world, edition)
  await world.post(
    '/verwaltung/einwilligungen/participation',
    { textDe: 'Neuer Wortlaut.', textEn: '', isRequired: 'on' },
    office,
  )
  expect(await world.sql('select version from consent_texts order by version')).toEqual([
    { version: 1 },
    { version: 2 },
  ])
  expect(await world.sql('select t.version from consents c join consent_texts t on t.id = c.consent_text_id')).toEqual([
    { version: 1 },
  ])
  expect((await world.get(edition.url)).body).toContain('Neuer Wortlaut.')
})

test('what a search shows is what its file holds; the door finds nobody by an address it may not see', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world)
  await registered(world, edition, { name: 'Hans Schmidt', email: 'hans@geheim.example' })
  await registered(world, edition, { name: 'Grete Müller' })
  const file = await world.get(`${here(edition)}/liste.csv?q=Schmitd`, await world.person('office'))
  expect(file.body.split('\r\n').map((line) => line.split(';')[3])).toEqual(['Name', 'Hans Schmidt', undefined])
  const door = await world.person('door', edition.id)
  const finds = async (q: string) => (await world.get(`${here(edition)}?q=${q}`, door)).body.includes('Hans Schmidt')
  expect([await finds('schmidt'), await finds('geheim'), await finds('gehiem')]).toEqual([true, false, false])
})

test('the number on a ticket finds its registration and no other whose code has the same digits', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  await registered(world, edition, { name: 'Eine Erste' })
  await registered(world, edition, { name: 'Eine Zweite' })
  await world.sql(`update registrations set code = 'K2222K' where number = 1`)
  const door = await world.person('door', edition.id)
  for (const q of ['2', 'Nr. 2', '%232'])
    for (const page of [`${here(edition)}?q=${q}`, `${here(edition)}/einlass?q=${q}`]) {
      const { body } = await world.get(page, door)
      expect([page, body.includes('Eine Erste'), body.includes('Eine Zweite')]).toEqual([page, false, true])
    }
})

test('what needs attention stands on the overview: what is full, and who could have a place', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 1, session: 1 })
  const office = await world.person('office')
  const first = await registered(world, edition, { sessions: [edition.water] })
  await registered(world, edition)
  const said = async () => {
    const { body } = await world.get(here(edition), office)
    return ['vor Ort ist kein Platz', 'Wasser: kein Platz', 'eine Person wartet'].map((words) => body.includes(words))
  }
  expect(await said()).toEqual([true, true, false])
  await world.post(`${here(edition)}/${first}/absagen`, { reason: 'krank' }, office)
  expect(await said()).toEqual([false, false, true])
})

test('who takes part online with a place is told where to join, once the office has entered it; nobody else is', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world)
  const office = await world.person('office')
  const own = async (fields: Fields) =>
    String((await world.post(edition.url, filledIn(edition, fields))).headers.location)
  const [there, online] = [await own({}), await own({ ticket: edition.online, sessions: [] })]
  const missing = 'eine Person nimmt im Netz teil, und der Link fehlt noch'
  const notice = (await world.get(here(edition), office)).body
  expect(notice).toContain(missing)
  expect(notice).toContain(`href="/verwaltung/kongresse/${edition.slug}/zeit-und-ort"`)
  await world.sql(`update editions set online_url = 'https://saal.example/geheim'`)
  expect((await world.get(here(edition), office)).body).not.toContain(missing)
  const seen = async (page: string) => (await world.get(page)).body.includes('https://saal.example/geheim')
  expect([await seen(online), await seen(there), await seen(`/kongresse/${edition.slug}`)]).toEqual([
    true,
    false,
    false,
  ])
  await world.post(`${online}/absagen`)
  expect(await seen(online)).toBe(false)
})

test('a corrected address ends the link that went to the wrong one; the log says names, not ids, and never needs', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world)
  const office = await world.person('office')
  const { headers } = await world.post(
    edition.url,
    filledIn(edition, { food: 'Erdnussallergie', sessions: [edition.water] }),
  )
  const [{ id }] = (await world.sql('select id from registrations')) as [{ id: string }]
  const { consents: _, ...fields } = filledIn(edition, { seen: '1', food: 'Sojaallergie' })
  await world.post(
    `${here(edition)}/${id}/bearbeiten`,
    { ...fields, email: 'richtig@amt.example', ticket: edition.online },
    office,
  )
  expect((await world.get(String(headers.location))).statusCode).toBe(404)
  const { body } = await world.get(`${here(edition)}/${id}`, office)
  expect([body.includes('Teilnahme: Vor Ort → Im Netz'), body.includes('Programm: Wasser → keine')]).toEqual([
    true,
    true,
  ])
  const log = JSON.stringify(await world.sql('select before, after from audit'))
  expect([log.includes('allergie'), log.includes('richtig@amt.example')]).toEqual([false, true])
})

test('taking a cancellation back mails only when the office wants to', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const office = await world.person('office')
  const id = await registered(world, edition)
  const mails = async () => (await world.sql('select template from mails')).length
  const cancel = () => world.post(`${here(edition)}/${id}/absagen`, { reason: '' }, office)
  await cancel()
  await world.post(`${here(edition)}/${id}/platz`, {}, office)
  const quiet = await mails()
  await cancel()
  await world.post(`${here(edition)}/${id}/platz`, { tells: 'on' }, office)
  expect([quiet, await mails()]).toEqual([1, 2])
})

test('the list takes as many statements for three as for one', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const office = await world.person('office')
  const count = async () => {
    const before = world.statements()
    await world.get(here(edition), office)
    return world.statements() - before
  }
  await registered(world, edition)
  const one = await count()
  await registered(world, edition)
  await registered(world, edition)
  expect(await count()).toBe(one)
})
