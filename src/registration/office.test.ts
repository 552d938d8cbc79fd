import { expect } from 'vitest'
import { anEditionToRegisterFor, filledIn } from '../../test/registration.ts'
import { test } from '../../test/world.ts'

/** The marked link of the main menu. */
const marked = (html: string) =>
  [.../<nav class="nav".*?<\/nav>/s.exec(html)![0].matchAll(/aria-current="page">([^<]*)</g)].map(([, label]) => label)

test('the menu marks the registrations on their own pages and on those of an edition', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const office = await world.person('office')
  const congress = `/verwaltung/kongresse/${edition.slug}`
  const pages = {
    '/verwaltung/anmeldungen': 'Anmeldungen',
    [`${congress}/anmeldungen`]: 'Anmeldungen',
    [`${congress}/anmeldungen/einlass`]: 'Anmeldungen',
    [`${congress}/tickets`]: 'Anmeldungen',
    '/verwaltung/einwilligungen': 'Anmeldungen',
    [`/en/office/congresses/${edition.slug}/registrations`]: 'Registrations',
    [congress]: 'Kongresse verwalten',
    [`${congress}/programm`]: 'Kongresse verwalten',
  }
  for (const [page, label] of Object.entries(pages))
    expect([page, marked((await world.get(page, office)).body)]).toEqual([page, [label]])
})

test('a cancelled registration says that its sessions were given back', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { session: 5 })
  const office = await world.person('office')
  await world.post(edition.url, filledIn(edition, { sessions: [edition.water] }))
  const [{ id }] = (await world.sql('select id from registrations')) as [{ id: string }]
  const here = `/verwaltung/kongresse/${edition.slug}/anmeldungen/${id}`
  const programme = async () => /<dt>Programm<\/dt><dd>(.*?)<\/dd>/.exec((await world.get(here, office)).body)![1]
  expect(await programme()).toMatch(/^<ul.*Wasser/)
  await world.post(`${here}/absagen`, { reason: '' }, office)
  expect(await programme()).toMatch(/^<p>Mit der Absage zurückgegeben.*Wasser/)
})

test('the whole list is printed as it is filtered, every sheet with its head, and nobody’s address', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world)
  for (let n = 1; n <= 60; n++)
    await world.post(edition.url, filledIn(edition, { name: `Vertretung ${n}`, email: `v${n}@landkreis.example` }))
  await world.post(edition.url, filledIn(edition, { name: 'Vertretung im Netz', ticket: edition.online }))
  const door = await world.person('door', edition.id)
  const list = `/verwaltung/kongresse/${edition.slug}/anmeldungen`
  const print = /<a class="more csv" href="([^"]*)">Drucken/.exec(
    (await world.get(`${list}?attendance=on_site`, door)).body,
  )
  const { body } = await world.get(print![1]!.replaceAll('&amp;', '&'), door)
  const rows = [...body.matchAll(/<th scope="row">([^<]*)</g)].map(([, name]) => name)
  expect([rows.length, rows.includes('Vertretung im Netz')]).toEqual([60, false])
  expect(/<thead><tr class="sheet"><th[^>]*>([^<]*)</.exec(body)![1]).toMatch(
    /^Anmeldungen, 7. Metropolkongress. 60 Anmeldungen, Stand: 04.05.2026/,
  )
  expect(body).toContain('Nur was so gefunden wird: vor Ort.')
  expect(body).not.toContain('landkreis.example')
})

test('the door searches its list, and letters lead to where their names begin', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  for (const name of ['Zoe Ärmel', 'Dr. Anna Berg', 'Cora Adam', 'Bodo Bär', '李明'])
    await world.post(edition.url, filledIn(edition, { name, organisation: `Amt ${name}` }))
  await world.post(edition.url, filledIn(edition, { name: 'Emil Bauer', ticket: edition.online }))
  const door = await world.person('door', edition.id)
  const list = `/verwaltung/kongresse/${edition.slug}/anmeldungen/einlass`
  const { body } = await world.get(list, door)
  const anchored = [...body.matchAll(/<tr id="([^"]+)">.*?<th scope="row">([^<]*)</g)].map(([, id, name]) => [id, name])
  expect(Object.fromEntries(anchored)).toEqual({ 'b-A': 'Cora Adam', 'b-B': 'Bodo Bär', 'b-0': '李明' })
  const letters = [.../<nav class="letters".*?<\/nav>/s.exec(body)![0].matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(letters.sort()).toEqual(['b-0', 'b-A', 'b-B'])
  const find = async (q: string) =>
    [...(await world.get(`${list}?q=${encodeURIComponent(q)}`, door)).body.matchAll(/<th scope="row">([^<]*)</g)].map(
      ([, name]) => name,
    )
  expect([await find('baer'), await find('Bergg'), await find('bauer'), await find('Amt Zoe')]).toEqual([
    ['Bodo Bär'],
    ['Dr. Anna Berg'],
    [],
    ['Zoe Ärmel'],
  ])
})

test('the course of registrations tells those on site from those online, and counts who has a place', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world, { site: 3 })
  const come = async (name: string, ticket = edition.onSite) => {
    world.clock.now = new Date(world.clock.now.getTime() + 864e5)
    await world.post(edition.url, filledIn(edition, { name, ticket, email: `${name}@landkreis.example` }))
    return world.sql(`select id from registrations where name = '${name}'`)
  }
  for (const name of ['eins', 'zwei']) await come(name)
  await come('netz', edition.online)
  const [gone] = await come('absage')
  await come('wartet')
  const list = `/verwaltung/kongresse/${edition.slug}/anmeldungen`
  const full = (await world.get(list, await world.person('office'))).body
  expect([...new Set(full.match(/(?<=class="val"[^>]*>)[^<]+/g))]).toEqual(['3 vor Ort', '1 im Netz'])
  world.clock.now = new Date(world.clock.now.getTime() + 864e5)
  const office = await world.person('office')
  await world.post(`${list}/${gone!.id}/absagen`, { reason: '' }, office)
  const { body } = await world.get(list, office)
  const rows = [...body.matchAll(/<th scope="row">(\d+\. Mai) 2026<\/th><td[^>]*>(\d)<\/td><td[^>]*>(\d)</g)]
  expect(rows.map(([, day, onSite, online]) => `${day}: ${onSite} + ${online}`).slice(-6)).toEqual([
    '5. Mai: 1 + 0',
    '6. Mai: 2 + 0',
    '7. Mai: 2 + 1',
    '8. Mai: 3 + 1',
    '9. Mai: 3 + 1',
    '10. Mai: 2 + 1',
  ])
})
