import { expect } from 'vitest'
import { keptMails, workedThrough } from '../../test/people.ts'
import { anEditionToRegisterFor, filledIn } from '../../test/registration.ts'
import { type Fields, test, type World } from '../../test/world.ts'

/** Somebody who has registered: their own page, and the office's page about them. */
async function somebody(world: World, more: Fields = {}) {
  const edition = await anEditionToRegisterFor(world)
  const link = String((await world.post(edition.url, filledIn(edition, more))).headers.location)
  const [{ id }] = (await world.sql('select id from registrations')) as [{ id: string }]
  return { edition, link, here: `/verwaltung/kongresse/${edition.slug}/anmeldungen/${id}` }
}
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const needs = (world: World) => world.sql('select food, access from registration_needs')

test('the office writes to one person by mail: as text, kept in the outbox, noted in the history', async ({
  world,
}) => {
  const office = await world.person('office')
  const { here } = await somebody(world)
  expect((await world.get(here, office)).body).toContain('Nachricht schreiben')
  const said = { subject: 'Ihr Platz', text: 'Wir haben <b>einen Stuhl</b> mehr.\n\nBis bald' }
  expect((await world.post(`${here}/nachricht`, { ...said, text: '' }, office)).statusCode).toBe(422)
  expect((await world.post(`${here}/nachricht`, said, office)).statusCode).toBe(303)
  const waiting = plain((await world.get(here, office)).body)
  expect([waiting.includes('Nachricht der Geschäftsstelle'), waiting.includes('registration.message')]).toEqual([
    true,
    false,
  ])
  await workedThrough(world)
  const mail = (await keptMails(world)).filter((kept) => kept.includes('Subject: Ihr Platz'))
  expect([mail.length, mail[0]!.includes('&lt;b>einen Stuhl&lt;/b> mehr.')]).toEqual([1, true])
  const [kept] = (await world.sql(`select id, body from mails where template = 'registration.message'`)) as never as [
    { id: string; body: string },
  ]
  expect(kept.body).toContain('einen Stuhl')
  const page = (await world.get(here, office)).body
  expect([page.includes(`/verwaltung/postausgang/${kept.id}`), plain(page).includes('Nachricht geschrieben')]).toEqual([
    true,
    true,
  ])
})

test('cancelling deletes what was said of food and access, and says so before and after', async ({ world }) => {
  const { link, here } = await somebody(world, { food: 'vegan', access: 'Rollstuhl' })
  expect(await needs(world)).toEqual([{ food: 'vegan', access: 'Rollstuhl' }])
  const own = plain((await world.get(link)).body)
  expect([own.includes('Anmeldung absagen'), own.includes('Platz zurückgeben')]).toEqual([true, false])
  expect(plain((await world.get(`${link}/absagen`)).body)).toContain('Essen und Zugang angegeben haben, löschen wir')
  await world.post(`${link}/absagen`, {})
  expect(await needs(world)).toEqual([])
  expect((await world.get(link)).body).not.toContain('Rollstuhl')
  const office = plain((await world.get(here, await world.person('office'))).body)
  expect(office).toContain('muss die Person sie neu angeben')
})

test('the list is narrowed to what came today, since yesterday or in seven days, with the other filters', async ({
  world,
}) => {
  const office = await world.person('office')
  const edition = await anEditionToRegisterFor(world)
  const names = ['Heute Eins', 'Gestern Zwei', 'Vorwoche Drei', 'Lange Vier']
  for (const name of names) await world.post(edition.url, filledIn(edition, { name }))
  for (const [index, days] of [0, 1, 5, 9].entries())
    await world.sql(
      `update registrations set created_at = '${world.clock.now.toISOString()}'::timestamptz - interval '${days} days'
        where name = '${names[index]}'`,
    )
  const shown = async (query: string) => {
    const { body } = await world.get(`/verwaltung/kongresse/${edition.slug}/anmeldungen?${query}`, office)
    return names.filter((name) => body.includes(`>${name}<`))
  }
  expect(await shown('')).toEqual(names)
  expect(await shown('received=today')).toEqual(names.slice(0, 1))
  expect(await shown('received=yesterday')).toEqual(names.slice(0, 2))
  expect(await shown('received=week')).toEqual(names.slice(0, 3))
  expect(await shown('received=week&q=Zwei')).toEqual(['Gestern Zwei'])
})

test('a name typed with a slip is found in the list', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  await world.post(edition.url, filledIn(edition, { name: 'Ada Türk' }))
  const list = `/verwaltung/kongresse/${edition.slug}/anmeldungen?q=T%C3%BCrck`
  expect((await world.get(list, await world.person('office'))).body).toContain('Ada Türk')
})

test('a missing consent is called by its own words, in the public form and in the office’s', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  await world.sql(
    `update consent_texts set text = '{"de": "Ich stimme [der Sache](/datenschutz) zu."}' where is_required`,
  )
  const here = `/verwaltung/kongresse/${edition.slug}/anmeldungen/neu`
  const fields = filledIn(edition, { consents: [] })
  for (const refused of [
    await world.post(edition.url, fields),
    await world.post(here, { ...fields, language: 'de' }, await world.person('office')),
  ]) {
    const summary = plain(refused.body.split('<main')[1]!.split('name="formKey"')[0]!)
    expect([summary.includes('Einwilligung'), summary.includes('„Ich stimme der Sache zu“')]).toEqual([true, true])
    expect(summary).not.toContain('Bevor Sie absenden')
  }
})

test('the kitchen’s sheet names the congress and its day', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  await world.post(edition.url, filledIn(edition, { food: 'vegan' }))
  const { body } = await world.get(
    `/verwaltung/kongresse/${edition.slug}/anmeldungen/bedarf`,
    await world.person('office'),
  )
  expect(plain(/<tr class="sheet">.*?<\/tr>/s.exec(body)![0])).toMatch(/\d{4}/)
  expect(body).toContain('data-print')
})
