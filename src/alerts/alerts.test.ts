import { expect } from 'vitest'
import { aDocument } from '../../test/library.ts'
import { keptMails, workedThrough } from '../../test/people.ts'
import { test, type World } from '../../test/world.ts'
import { alerts } from './index.ts'

const here = '/bibliothek/suche-per-mail'
const email = 'leserin@landkreis.example'
const linkIn = (mail = '') => /\/bibliothek\/suche-per-mail\/[\w-]{22,}/.exec(mail)?.[0] ?? ''

async function askedFor(world: World, search: string, to = email) {
  expect((await world.post(here, { email: to, search })).headers.location).toBe(`${here}?info=sent`)
  await workedThrough(world)
  return linkIn((await keptMails(world)).at(-1))
}
async function confirmed(world: World, search: string) {
  const link = await askedFor(world, search)
  expect((await world.post(link)).statusCode).toBe(303)
  return link
}
/** A day later the job runs; gives the mails that it sent. */
async function told(world: World) {
  const before = (await keptMails(world)).length
  const { db, house, clock } = world
  clock.now = new Date(clock.now.getTime() + 86_400_000)
  await alerts.jobs!.tellAlerts!(
    { db, house, read: db as never, viewer: { kind: 'system' }, now: clock.now, language: 'de' },
    {},
  )
  await workedThrough(world)
  return (await keptMails(world)).slice(before)
}
const published = (world: World) => new Date(world.clock.now.getTime() + 1000)

test('who has confirmed a search gets what is new in it, once, and ends it with one click', async ({ world }) => {
  await aDocument(world, { title: 'Alter Wasserstoff', pages: ['Wasserstoff im Neckartal.'] })
  const link = await confirmed(world, 'q=Wasserstoff')
  expect(await told(world)).toEqual([])
  await aDocument(world, { title: 'Neuer Plan', pages: ['Der Wasserstoff kommt.'], publishedAt: published(world) })
  await aDocument(world, { title: 'Anderes', pages: ['Die Bahn kommt.'], publishedAt: published(world) })
  const [mail = '', ...more] = await told(world)
  expect(more).toEqual([])
  expect(mail).toContain('To: leserin@landkreis.example')
  expect([mail.includes('Neuer Plan'), mail.includes('Anderes'), mail.includes('Alter Wasserstoff')]).toEqual([
    true,
    false,
    false,
  ])
  expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(mail.replace(/\r\n +/g, ' ')).toContain(`List-Unsubscribe: <http://localhost${link}/ende>`)
  expect(await told(world)).toEqual([])
  const oneClick = await world.app.inject({
    method: 'POST',
    url: `${link}/ende`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  })
  expect([oneClick.statusCode, await world.sql('select email from alerts')]).toEqual([303, []])
  expect((await world.get(link)).statusCode).toBe(404)
})

test('nothing is told before it is confirmed, and asking again sends no further mail', async ({ world }) => {
  await askedFor(world, 'q=Bahn')
  await askedFor(world, 'q=Bahn')
  expect((await keptMails(world)).length).toBe(1)
  await aDocument(world, { title: 'Bahn', pages: ['Die Bahn kommt.'], publishedAt: published(world) })
  expect(await told(world)).toEqual([])
  for (const search of ['q=a1', 'q=a2', 'q=a3', 'q=a4']) await askedFor(world, search)
  expect((await keptMails(world)).length).toBe(3)
  world.clock.now = new Date(world.clock.now.getTime() + 15 * 86_400_000)
  await told(world)
  expect(await world.sql('select email from alerts')).toEqual([])
})

test('only what everybody may read is told, whoever asked', async ({ world }) => {
  await confirmed(world, '')
  const publishedAt = published(world)
  await aDocument(world, { title: 'Nur mit Konto', access: 'members', publishedAt })
  await aDocument(world, { title: 'Entwurf', state: 'draft', publishedAt: null })
  expect(await told(world)).toEqual([])
  await aDocument(world, { title: 'Für alle', publishedAt: published(world) })
  const [mail = ''] = await told(world)
  expect([mail.includes('Für alle'), mail.includes('Nur mit Konto'), mail.includes('Entwurf')]).toEqual([
    true,
    false,
    false,
  ])
})

test('a search is kept as its address says it, whatever else was sent; a link that nobody has leads nowhere', async ({
  world,
}) => {
  await askedFor(world, 'q=Rad&art=study&seite=7&info=ended&x=<script>')
  expect(await world.sql('select search from alerts')).toEqual([{ search: 'q=Rad&art=study' }])
  const page = await world.get('/bibliothek/suche-per-mail?q=Rad&art=study')
  expect(page.body).toContain('„Rad“ in den gewählten Dokumenten')
  expect((await world.get(`${here}/AAAAAAAAAAAAAAAAAAAAAA`)).statusCode).toBe(404)
  expect((await world.post(`${here}/AAAAAAAAAAAAAAAAAAAAAA/ende`)).statusCode).toBe(404)
  expect((await world.post(here, { email: 'keine', search: '' })).statusCode).toBe(422)
})
