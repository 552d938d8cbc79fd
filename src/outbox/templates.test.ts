import { expect } from 'vitest'
import { keptMails, linkIn, workedThrough } from '../../test/people.ts'
import { test, type World } from '../../test/world.ts'

const list = '/verwaltung/vorlagen'
const here = `${list}/people.signIn/de`
const mine = {
  seen: 'standard',
  subject: 'Anmelden bei {{installation}}',
  body: 'Guten Tag,\n\nhier ist Ihr **Link**.\n\n{{link}}\n\n- einmal\n- 15 Minuten',
}
type Person = Awaited<ReturnType<World['person']>>

/** Asks for a sign-in link and gives the mail that was kept. */
async function signInMail(world: World, who: Person) {
  await world.post('/zugang', { email: who.email })
  await workedThrough(world)
  return (await keptMails(world)).at(-1)!
}
const ownRows = ({ db }: World) => db.selectFrom('mailTemplates').select(['template', 'language', 'subject']).execute()
const problemAt = (body: string) => /href="#f-(\w+)"/.exec(body)?.[1]

test('every mail of the house stands in the list in both languages, with its built-in text', async ({ world }) => {
  const { body } = await world.get(list, await world.person('office'))
  const links = [...body.matchAll(/vorlagen\/([\w.]+)\/(de|en)"/g)].map(([, template, words]) => `${template} ${words}`)
  for (const template of ['people.signIn', 'people.invited', 'report.received'])
    expect(links.filter((link) => link.startsWith(`${template} `))).toEqual([`${template} de`, `${template} en`])
  expect(body).toContain('Ihr Anmelde-Link: {{installation}}')
  expect(body).not.toContain('passt nicht mehr')
})

test('every built-in text fills with its example', async ({ world }) => {
  const office = await world.person('office')
  const { body } = await world.get(list, office)
  const links = [
    ...new Set([...body.matchAll(/\/verwaltung\/vorlagen\/[\w.]+\/(?:de|en)(?=")/g)].map(([link]) => link)),
  ]
  expect(links.length).toBeGreaterThanOrEqual(6)
  for (const link of links)
    expect([link, (await world.get(link, office)).body.includes('id="preview"')]).toEqual([link, true])
})

test('changed words are sent from then on, with the link in them and the name as text', async ({ world }) => {
  const office = await world.person('office')
  expect(await signInMail(world, office)).toContain('Mit diesem Link melden Sie sich an.')
  expect((await world.post(here, mine, office)).statusCode).toBe(303)
  world.clock.now = new Date(world.clock.now.getTime() + 36e5)
  const mail = await signInMail(world, office)
  expect(mail).toContain('Subject: Anmelden bei Metropol')
  expect(mail).toMatch(/<strong[^>]*>Link<\/strong>/)
  expect(linkIn(mail)).toMatch(/^\/zugang\/link\//)
  expect((await world.get(list, office)).body).toContain('geändert am 04.05.2026')
})

test('a problem stands at its field and nothing is saved', async ({ world }) => {
  const office = await world.person('office')
  const tried = async (change: Partial<typeof mine>) => {
    const { statusCode, body } = await world.post(here, { ...mine, ...change }, office)
    return [statusCode, problemAt(body)]
  }
  expect(await tried({ subject: '{{name}}' })).toEqual([422, 'subject'])
  expect(await tried({ subject: '' })).toEqual([422, 'subject'])
  expect(await tried({ body: '{{link}}\n\n{{passwort}}' })).toEqual([422, 'body'])
  expect(await tried({ body: 'Ohne Link.' })).toEqual([422, 'body'])
  expect(await tried({ body: 'Hier: {{link}} bitte.' })).toEqual([422, 'body'])
  expect(await tried({ body: '{{link}}\n\n[x](javascript:alert(1))' })).toEqual([422, 'body'])
  expect(await tried({ body: '{{link}}\n\n{{ offen' })).toEqual([422, 'body'])
  expect(await ownRows(world)).toEqual([])
  const { body } = await world.post(here, { ...mine, body: 'Ohne Link.' }, office)
  expect(body).toContain('Das muss allein in einer Zeile stehen, genau so: {{link}}')
})

test('a preview shows example values and saves nothing', async ({ world }) => {
  const office = await world.person('office')
  const { statusCode, body } = await world.post(here, { ...mine, action: 'preview' }, office)
  expect(statusCode).toBe(200)
  expect(body).toContain('<h3>Anmelden bei Metropolregion am Fluss</h3>')
  expect(body).toContain('<li>15 Minuten</li>')
  expect(await ownRows(world)).toEqual([])
})

test('who saves last does not overwrite what somebody else wrote meanwhile', async ({ world }) => {
  const [one, other] = [await world.person('office'), await world.person('office')]
  expect((await world.post(here, mine, one)).statusCode).toBe(303)
  const late = await world.post(here, { ...mine, subject: 'Zu spät' }, other)
  expect([late.statusCode, late.body.includes('Zu spät')]).toEqual([409, true])
  expect(await ownRows(world)).toEqual([{ template: 'people.signIn', language: 'de', subject: mine.subject }])
})

test('several saving at the same moment: one is heard, the others are told', async ({ world }) => {
  const people = await Promise.all(Array.from({ length: 4 }, () => world.person('office')))
  const answers = await world.together(4, (n) => world.post(here, { ...mine, subject: `Nummer ${n}` }, people[n]))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409, 409, 409])
})

test('going back brings the built-in words, once', async ({ world }) => {
  const office = await world.person('office')
  await world.post(here, mine, office)
  const seen = /name="seen" value="([^"]+)"/.exec((await world.get(here, office)).body)?.[1] ?? ''
  expect((await world.post(`${here}/ruecknahme`, { seen: 'standard' }, office)).statusCode).toBe(409)
  expect((await world.post(`${here}/ruecknahme`, { seen }, office)).statusCode).toBe(303)
  expect(await ownRows(world)).toEqual([])
  expect((await world.post(`${here}/ruecknahme`, { seen: 'standard' }, office)).statusCode).toBe(409)
  expect(await signInMail(world, office)).toContain('Mit diesem Link melden Sie sich an.')
})

test('words that no longer fit give way to the built-in ones and are marked', async ({ world }) => {
  const office = await world.person('office')
  const broken = { subject: '{{früher}}', body: '{{link}}', changedAt: world.clock.now }
  await world.db
    .insertInto('mailTemplates')
    .values({ template: 'people.signIn', language: 'de', ...broken })
    .execute()
  expect(await signInMail(world, office)).toContain('Mit diesem Link melden Sie sich an.')
  expect((await world.get(list, office)).body).toContain('passt nicht mehr')
  expect((await world.get(here, office)).body).toContain('Der geänderte Text passt nicht mehr')
})

test('a template or language that is not there has no page', async ({ world }) => {
  const office = await world.person('office')
  const statuses = await Promise.all(
    [`${list}/people.signIn/fr`, `${list}/nothing/de`, `${list}/__proto__/de`].map(
      async (path) => (await world.get(path, office)).statusCode,
    ),
  )
  expect(statuses).toEqual([404, 404, 404])
})
