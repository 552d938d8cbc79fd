import { expect } from 'vitest'
import { formAt } from '../../test/congress.ts'
import { keptMails, workedThrough } from '../../test/people.ts'
import { type Fields, test, type World } from '../../test/world.ts'
import { inChange } from '../platform/visit.ts'
import { fillDefaultPages } from './defaults/index.ts'
import { paths } from './paths.ts'

const list = paths.reports.at('de')
async function aReport(world: World, text = 'Der Plan lässt sich nicht mit der Tastatur bedienen.') {
  await world.post('/barriere-melden', { kind: 'barrier', page: '/anfahrt', text, email: 'eva@münchen.example' })
  const [{ id }] = (await world.sql('select id from reports')) as [{ id: string }]
  return paths.answer.at('de', { report: id })
}
const without = ({ ...fields }: Fields, name: string) => {
  delete fields[name]
  return fields
}
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('the office notes what it has answered, and sees who did so and when', async ({ world }) => {
  const office = await world.person('office')
  const at = await aReport(world)
  expect(plain((await world.get(list, office)).body)).toContain('offen Antwort bis 01.06.2026')
  const fields = await formAt(world, at, office)
  world.clock.now = new Date('2026-05-04T18:15:00Z')
  const answer = 'Geschrieben; der Plan ist geändert.'
  expect((await world.post(at, { ...fields, answer, way: 'note', staysOpen: 'on' }, office)).headers.location).toBe(
    `${list}?info=note`,
  )
  expect((await world.get(`${list}?info=note`, office)).body).toContain('Die Antwort ist vermerkt')
  const open = plain((await world.get(list, office)).body)
  expect(open).toContain(`offen ${answer} 04.05.2026, 20.15 Uhr, Geschäftsstelle`)
  const again = without(await formAt(world, at, office), 'staysOpen')
  await world.post(at, again, office)
  expect(plain((await world.get(list, office)).body)).toContain(`erledigt ${answer}`)
  expect(
    (await world.sql(`select what from audit where what like 'report.%' order by id`)).map((row) => row.what),
  ).toEqual(['report.barrier', 'report.answered', 'report.settled'])
  expect(JSON.stringify(await world.sql('select before, after from audit'))).not.toContain('Geschrieben')
})

test('the office sees at a report whether it is answered in English', async ({ world }) => {
  const office = await world.person('office')
  const at = await aReport(world)
  const said = async () => (await world.get(at, office)).body.includes('Schreibt auf Englisch')
  const before = await said()
  await world.sql(`update reports set language = 'en'`)
  expect([before, await said()]).toEqual([false, true])
})

test('who answers what somebody else has answered meanwhile is told so, and loses no word', async ({ world }) => {
  const [one, other] = [await world.person('office'), await world.person('office')]
  const at = await aReport(world)
  const fields = await formAt(world, at, one)
  await world.post(at, { ...fields, way: 'note', staysOpen: 'on', answer: 'Telefoniert.' }, other)
  const refused = await world.post(at, { ...fields, way: 'note', staysOpen: 'on', answer: 'Geschrieben.' }, one)
  expect([refused.statusCode, refused.body.includes('Telefoniert.'), refused.body.includes('>Geschrieben.<')]).toEqual([
    409,
    true,
    true,
  ])
  const seen = /name="seen" value="([^"]+)"/.exec(refused.body)![1]!
  await world.post(at, { seen, way: 'note', staysOpen: 'on', answer: 'Geschrieben.' }, one)
  expect(await world.sql('select answer, done_at from reports')).toEqual([{ answer: 'Geschrieben.', done_at: null }])
})

test('who settles or reopens what somebody else has settled meanwhile is told so', async ({ world }) => {
  const [one, other] = [await world.person('office'), await world.person('office')]
  const at = await aReport(world)
  const open = { ...(await formAt(world, at, one)), way: 'note', answer: '' }
  await world.post(at, open, other)
  const settled = { ...(await formAt(world, at, one)), way: 'note', answer: '' }
  const refused = await world.post(at, { ...open, staysOpen: 'on', answer: 'Noch offen.' }, one)
  await world.post(at, { ...settled, staysOpen: 'on' }, other)
  const again = await world.post(at, { ...settled, answer: 'Erledigt.' }, one)
  expect([refused.statusCode, again.statusCode]).toEqual([409, 409])
  expect(await world.sql('select answer, done_at from reports')).toEqual([{ answer: null, done_at: null }])
})

test('saving an answer unchanged writes nothing; without reports the page says so kindly', async ({ world }) => {
  const office = await world.person('office')
  const empty = (await world.get(list, office)).body
  expect([empty.includes('Niemand ist auf ein Hindernis gestoßen.'), empty.includes('<table')]).toEqual([true, false])
  const at = await aReport(world)
  expect((await world.get(at, office)).body.replaceAll('<wbr/>', '')).toContain('eva@münchen.example</a>')
  await world.post(at, { ...(await formAt(world, at, office)), way: 'note', staysOpen: 'on' }, office)
  expect(await world.sql(`select what from audit where what like 'report.%'`)).toEqual([{ what: 'report.barrier' }])
})

test('the answer goes to the visitor by mail, in their language, as text, with what they wrote, and settles it', async ({
  world,
}) => {
  const office = await world.person('office')
  const question = { kind: 'question', page: '', text: 'Is there a <b>lift</b>?', email: 'eva@region.example' }
  await world.post('/en/report-a-barrier', question)
  const [{ id }] = (await world.sql('select id from reports')) as [{ id: string }]
  const at = paths.answer.at('de', { report: id })
  const shown = (await world.get(at, office)).body
  expect([shown.includes('eva@region.example senden'), shown.includes('>Speichern<')]).toEqual([true, false])
  const fields = await formAt(world, at, office)
  const answer = 'Yes, <i>at the north door</i>.\n\nSee you there'
  for (const _ of ['first', 'again']) await world.post(at, { ...fields, answer }, office)
  await workedThrough(world)
  const mail = (await keptMails(world)).filter((kept) => kept.includes('Subject: Answer to your message'))
  expect([mail.length, mail[0]!.includes('To: eva@region.example')]).toEqual([1, true])
  for (const words of ['&lt;i>at the north door&lt;/i>', 'You had written to us:', '&lt;b>lift&lt;/b>?'])
    expect(mail[0]).toContain(words)
  expect(plain((await world.get(list, office)).body)).toContain('erledigt')
  expect((await world.get(at, office)).body).toContain('Als Mail gesendet am')
  expect(
    (await world.sql(`select what from audit where what like 'report.%' order by id`)).map((row) => row.what),
  ).toEqual(['report.question', 'report.mailed', 'report.settled'])
})

test('an answer without words is not sent, and one without an address can only be noted', async ({ world }) => {
  const office = await world.person('office')
  const at = await aReport(world)
  const fields = await formAt(world, at, office)
  expect((await world.post(at, { ...fields, answer: '' }, office)).body).toContain('was Sie antworten')
  await world.sql('update reports set email = null')
  expect((await world.post(at, { ...fields, answer: 'Danke.' }, office)).body).toContain('nur vermerken')
  expect(
    await world.sql(`select answer from reports join mails on about = reports.id and template = 'report.answer'`),
  ).toEqual([])
})

test('the contact page has the form for a question, which reaches the office, its field named for what it is', async ({
  world,
}) => {
  const { db, house, clock } = world
  await inChange(db, { house, now: clock.now, language: 'de', viewer: { kind: 'system' } }, fillDefaultPages)
  const contact = (await world.get('/kontakt')).body
  expect([contact.includes('>Ihre Frage'), contact.includes('Was ist geschehen?')]).toEqual([true, false])
  const who = await world.person('office')
  const fields = await formAt(world, '/kontakt', who, '/barriere-melden')
  const empty = (await world.post('/barriere-melden', fields, who)).body
  expect([empty.includes('Ihre Frage'), empty.includes('Eine Frage stellen')]).toEqual([true, true])
  await world.post('/barriere-melden', { ...fields, text: 'Gibt es einen Aufzug?', email: 'eva@region.example' }, who)
  expect(await world.sql('select kind, text from reports')).toEqual([
    { kind: 'question', text: 'Gibt es einen Aufzug?' },
  ])
})

test('every address of the office offers who is signed out to sign in, be there a page or not', async ({ world }) => {
  const ways = async (address: string, who?: Awaited<ReturnType<World['person']>>) => {
    const { statusCode, body } = await world.get(address, who)
    const main = body.slice(body.indexOf('<main'))
    return [
      statusCode,
      /class="button[^>]*href="([^"]*)"|href="([^"]*)"[^>]*class="button/.exec(main)?.slice(1).find(Boolean),
    ]
  }
  for (const address of ['/verwaltung', '/verwaltung/seiten', '/verwaltung/gibt-es-nicht'])
    expect(await ways(address)).toEqual([404, '/zugang'])
  expect(await ways('/en/office/pages')).toEqual([404, '/en/access'])
  expect(await ways('/verwaltung/gibt-es-nicht', await world.person('office'))).toEqual([404, '/'])
  expect(await ways('/gibt-es-nicht')).toEqual([404, '/'])
})

test('a question needs an address to answer to; a barrier can be told without, and the form says what that means', async ({
  world,
}) => {
  const post = (fields: Record<string, string>) =>
    world.post('/barriere-melden', { text: 'Gibt es Parkplätze?', ...fields })
  const question = await post({ kind: 'question' })
  expect([question.statusCode, question.body.includes('href="#f-email"')]).toEqual([422, true])
  expect((await world.get('/barriere-melden')).body).toContain('können Ihnen aber nicht antworten')
  expect((await post({ kind: 'barrier' })).statusCode).toBe(303)
  expect((await post({ kind: 'question', email: 'eva@region.example' })).statusCode).toBe(303)
  expect(await world.sql('select kind, email from reports order by at, id')).toEqual([
    { kind: 'barrier', email: null },
    { kind: 'question', email: 'eva@region.example' },
  ])
})
