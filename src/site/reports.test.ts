import { expect } from 'vitest'
import { formAt } from '../../test/congress.ts'
import { test, type World } from '../../test/world.ts'
import { paths } from './paths.ts'

const list = paths.reports.at('de')
async function aReport(world: World, text = 'Der Plan lässt sich nicht mit der Tastatur bedienen.') {
  await world.post('/barriere-melden', { kind: 'barrier', page: '/anfahrt', text, email: 'eva@münchen.example' })
  const [{ id }] = (await world.sql('select id from reports')) as [{ id: string }]
  return paths.answer.at('de', { report: id })
}
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('the office notes what it has answered, and sees who did so and when', async ({ world }) => {
  const office = await world.person('office')
  const at = await aReport(world)
  expect(plain((await world.get(list, office)).body)).toContain('offen Antwort bis 01.06.2026')
  const fields = await formAt(world, at, office)
  world.clock.now = new Date('2026-05-04T18:15:00Z')
  const answer = 'Geschrieben; der Plan ist geändert.'
  expect((await world.post(at, { ...fields, answer }, office)).headers.location).toBe(list)
  const open = plain((await world.get(list, office)).body)
  expect(open).toContain(`offen ${answer} 04.05.2026, 20.15 Uhr, Geschäftsstelle`)
  const again = { ...(await formAt(world, at, office)), isDone: 'on' }
  await world.post(at, again, office)
  expect(plain((await world.get(list, office)).body)).toContain(`erledigt ${answer}`)
  expect(
    (await world.sql(`select what from audit where what like 'report.%' order by id`)).map((row) => row.what),
  ).toEqual(['report.barrier', 'report.answered', 'report.settled'])
  expect(JSON.stringify(await world.sql('select before, after from audit'))).not.toContain('Geschrieben')
})

test('who answers what somebody else has answered meanwhile is told so, and loses no word', async ({ world }) => {
  const [one, other] = [await world.person('office'), await world.person('office')]
  const at = await aReport(world)
  const fields = await formAt(world, at, one)
  await world.post(at, { ...fields, answer: 'Telefoniert.' }, other)
  const refused = await world.post(at, { ...fields, answer: 'Geschrieben.' }, one)
  expect([refused.statusCode, refused.body.includes('Telefoniert.'), refused.body.includes('>Geschrieben.<')]).toEqual([
    409,
    true,
    true,
  ])
  const seen = /name="seen" value="([^"]+)"/.exec(refused.body)![1]!
  await world.post(at, { seen, answer: 'Geschrieben.' }, one)
  expect(await world.sql('select answer, done_at from reports')).toEqual([{ answer: 'Geschrieben.', done_at: null }])
})

test('saving an answer unchanged writes nothing; without reports the page says so kindly', async ({ world }) => {
  const office = await world.person('office')
  const empty = (await world.get(list, office)).body
  expect([empty.includes('Niemand ist auf ein Hindernis gestoßen.'), empty.includes('<table')]).toEqual([true, false])
  const at = await aReport(world)
  expect((await world.get(at, office)).body).toContain('eva@münchen.example</a>')
  await world.post(at, await formAt(world, at, office), office)
  expect(await world.sql(`select what from audit where what like 'report.%'`)).toEqual([{ what: 'report.barrier' }])
})
