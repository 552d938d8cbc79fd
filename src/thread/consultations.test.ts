import { expect } from 'vitest'
import { keptMails, workedThrough } from '../../test/people.ts'
import { carried } from '../../test/projects.ts'
import { aConsultation } from '../../test/thread.ts'
import { lockOff, test, type World } from '../../test/world.ts'
import { inChange, isRefusal } from '../platform/visit.ts'
import { contribute, mergeContributions } from './commands/consultations.ts'

test('who is asked by mail contributes with the link until the due day, and all becomes one draft of a position', async ({
  world,
}) => {
  const office = await world.person('office')
  const due = { title: 'Regionalplan', due: '2026-05-04', reference: 'Az. 3-41', addressee: 'Verband Region Stuttgart' }
  const { headers } = await world.post('/verwaltung/anhoerungen/neu', due, office)
  const page = String(headers.location)
  await world.post(`${page}/antwort`, {}, office).then(({ statusCode }) => expect(statusCode).toBe(409))
  const asked = { organisation: 'Stadt Calw', topic: 'Radwege', email: 'rad@calw.example', language: 'de' }
  await world.post(`${page}/beitraege`, asked, office)
  await world.post(`${page}/beitraege`, { ...asked, organisation: 'Landkreis Calw', topic: 'Busse' }, office)
  await workedThrough(world)
  const [first = '', ...more] = (await keptMails(world)).filter((mail) => mail.includes('Regionalplan'))
  expect(more).toHaveLength(1)
  const link =
    /\/anhoerung\/[\w-]{22,}/.exec([first, ...more].find((mail) => mail.includes('Radwege')) ?? '')?.[0] ?? ''
  const others = (await world.get(link)).body
  expect([others.includes('Landkreis Calw'), others.includes('steht noch aus')]).toEqual([true, true])
  const written = { text: 'Radwege brauchen eine Breite.', contributor: 'Rita Rad', seen: '0' }
  expect((await world.post(link, written)).statusCode).toBe(303)
  expect((await world.post(link, written)).statusCode).toBe(409)
  world.clock.now = new Date('2026-05-05T09:00:00Z')
  expect((await world.post(link, { ...written, seen: '1' })).statusCode).toBe(409)
  const made = await world.post(`${page}/antwort`, {}, office)
  expect(String(made.headers.location)).toContain('/verwaltung/faden/')
  expect(
    await world.sql(`select p.title ->> 'de' title, p.reference, p.published_at, l.text ->> 'de' line, o.name
      from pieces p join position_points l on l.piece_id = p.id join piece_organisations c on c.piece_id = p.id
      join organisations o on o.id = c.organisation_id`),
  ).toEqual([
    {
      ...{ title: 'Regionalplan', reference: 'Az. 3-41', published_at: null },
      ...{ line: 'Radwege: Radwege brauchen eine Breite.', name: 'Stadt Calw' },
    },
  ])
  const [{ id }] = (await world.sql('select id from position_points')) as [{ id: string }]
  const longest = { textDe: `Radwege: ${'x'.repeat(5000)}`, verdict: 'open' }
  const position = String(made.headers.location).replace(/\?.*$/, '')
  const line = `${position}/forderungen/${id}`
  expect((await world.post(line, { ...(await carried(world, line, office)), ...longest }, office)).statusCode).toBe(303)
})

test('everybody reads who contributes what once the office says so, and never what or who wrote it', async ({
  world,
}) => {
  const office = await world.person('office')
  const secrets = ['Vertrauliche Radwege', 'rad@calw.example', 'Rita Rad']
  const [text, email, contributor] = secrets as [string, string, string]
  const said = { organisation: 'Stadt Calw', topic: 'Wegenetz' }
  const { consultation } = await aConsultation(world, {
    contribution: { ...said, text, email, contributor, receivedAt: world.clock.now },
  })
  const [page, at] = [`/anhoerungen/${consultation}`, `/verwaltung/anhoerungen/${consultation}`]
  expect([(await world.get(page)).statusCode, (await world.get('/anhoerungen')).body.includes('Regionalplan')]).toEqual(
    [404, false],
  )
  const opened = await carried(world, at, office)
  const fields = { title: 'Regionalplan', due: '2027-05-12', isPublic: 'on' }
  expect((await world.post(at, { ...opened, ...fields }, office)).statusCode).toBe(303)
  const late = await world.post(at, { ...opened, ...fields, title: 'Landesplan' }, office)
  expect([late.statusCode, late.body.includes('Inzwischen geändert und hier übernommen')]).toEqual([409, false])
  expect((await world.get('/anhoerungen')).body).toContain(`<a href="${page}">Regionalplan</a>`)
  expect((await world.get('/positionen')).body).toContain('href="/anhoerungen"')
  const read = async () => (await world.get(page)).body
  for (const words of ['Stadt Calw', 'Wegenetz', 'Beiträge werden gesammelt']) expect(await read()).toContain(words)
  const { headers } = await world.post(`${at}/antwort`, {}, office)
  const position = String(headers.location).replace(/\?.*$/, '')
  expect(await read()).not.toContain('/positionen/')
  await world.post(`${position}/veroeffentlichung`, {}, office)
  const address = /\/positionen\/[\w-]+/.exec((await read()).split('<aside')[1] ?? '')?.[0] ?? ''
  expect((await world.get(address)).body).toContain(`<a href="${page}">Regionalplan</a>`)
  const body = await read()
  expect(secrets.filter((secret) => body.includes(secret))).toEqual([])
})

/** An open consultation to which Calw has contributed and Pforzheim is about to, with the office's visit. */
async function aRace(world: World) {
  const { consultation } = await aConsultation(world, {
    contribution: { text: 'Der erste Beitrag.', receivedAt: world.clock.now },
  })
  const second = { organisation: 'Stadt Pforzheim', topic: 'Busse', position: 2, secretHash: Buffer.from('x') }
  const { id } = await world.db
    .insertInto('consultationContributions')
    .values({ ...second, consultationId: consultation })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: office } = await world.person('office')
  const roles = [{ role: 'office', edition: null }] as const
  const viewer = { kind: 'person', id: office, name: '', signIn: '', roles } as const
  const visit = { house: world.house, now: world.clock.now, language: 'de', viewer } as const
  return (db: World['db']) =>
    world.together(2, async (n) => {
      const run =
        n === 0
          ? inChange(db, visit, (change) => contribute(change, { id, text: 'Der zweite.', contributor: 'B', seen: 0 }))
          : inChange(db, visit, (change) => mergeContributions(change, { id: consultation }))
      return isRefusal(await run)
    })
}
const lines = (world: World) => world.sql(`select text ->> 'de' as said from position_points order by position`)

test('what is contributed while the answer is made is in it, or its author is told that it is not', async ({
  world,
}) => {
  const [isRefused] = await (await aRace(world))(world.db)
  const second = isRefused ? [] : [{ said: 'Busse: Der zweite.' }]
  expect(await lines(world)).toEqual([{ said: 'Radwege: Der erste Beitrag.' }, ...second])
})

test('without the lock it is lost though its author was told that it is saved: the proof', async ({ world }) => {
  const [isRefused] = await (await aRace(world))(world.db.withPlugin(lockOff))
  expect([isRefused, await lines(world)]).toEqual([false, [{ said: 'Radwege: Der erste Beitrag.' }]])
})
