import { expect } from 'vitest'
import { keptMails, workedThrough } from '../../test/people.ts'
import { anEditionToRegisterFor, filledIn } from '../../test/registration.ts'
import { test, type World } from '../../test/world.ts'

const region = {
  nameDe: 'Metropolregion Am Fluss',
  nameEn: 'River Region',
  short: 'MAF',
  contactEmail: 'buero@fluss.example',
  zone: 'Europe/Berlin',
  region1De: 'Unterer Fluss',
  region1En: 'Lower River',
}
/** Sets up in these languages; gives the administrator. */
async function setUp(world: World, languages: string) {
  const administrator = await world.person('administrator')
  const answer = await world.post('/einrichten', { ...region, languages }, administrator)
  expect(answer.statusCode).toBe(303)
  return administrator
}
const linksIn = (body: string) =>
  [...body.matchAll(/<(?:xhtml:)?link rel="alternate" hreflang="([\w-]+)" href="http:\/\/localhost([^"]*)"/g)].map(
    ([, lang, href]) => `${lang} ${href}`,
  )
const locations = (sitemap: string) =>
  [...sitemap.matchAll(/<loc>http:\/\/localhost([^<]*)</g)].map(([, href]) => href ?? '')

test('in German alone nothing leads to English, and old English addresses lead to the German page', async ({
  world,
}) => {
  const administrator = await setUp(world, 'de')
  const { body } = await world.get('/barriere-melden')
  expect([body.includes('>English<'), linksIn(body)]).toEqual([false, []])
  const old = await world.get('/en/report-a-barrier?seite=x')
  expect([old.statusCode, old.headers.location]).toEqual([303, '/barriere-melden?seite=x'])
  expect((await world.post('/en/report-a-barrier', { kind: 'question', text: 'x' })).statusCode).toBe(404)
  expect((await world.get('/en/nirgends/wo')).body).toContain('Diese Seite gibt es nicht')
  const sitemap = (await world.get('/sitemap.xml')).body
  expect([locations(sitemap).filter((href) => href.startsWith('/en')), linksIn(sitemap)]).toEqual([[], []])
  const form = (await world.get('/verwaltung/seiten/neu', administrator)).body
  expect(form).toMatch(/<input type="hidden" name="textEn"/)
  const account = (await world.get('/konto', administrator)).body
  expect([account.includes('<select'), account.includes('name="language" value="de"')]).toEqual([false, true])
})

test('English texts survive while the pages are German alone, and nobody asks for missing ones', async ({ world }) => {
  const administrator = await setUp(world, 'de,en')
  const page = { seen: '0', titleDe: 'A', titleEn: 'B', textDe: 'a', textEn: 'b', slugDe: 'a', slugEn: 'b' }
  const place = { menu: 'none', position: '0', isPublished: 'on' }
  const { headers } = await world.post('/verwaltung/seiten/neu', { ...page, ...place }, administrator)
  await world.post(
    '/verwaltung/seiten/neu',
    { ...page, ...place, titleEn: '', textEn: '', slugDe: 'c', slugEn: 'd' },
    administrator,
  )
  expect((await world.get('/verwaltung', administrator)).body).toContain('Bei einer Seite fehlt der englische Text')
  await world.post('/verwaltung/region', { ...region, languages: 'de' }, administrator)
  expect((await world.get('/verwaltung', administrator)).body).not.toContain('fehlt der englische Text')
  const form = (await world.get(String(headers.location), administrator)).body
  expect(form).toContain('<input type="hidden" name="textEn" value="b"/>')
})

test('with English first, that is what robots, the office and guests without German get', async ({ world }) => {
  await setUp(world, 'en,de')
  expect(linksIn((await world.get('/barriere-melden')).body)).toEqual([
    'de /barriere-melden',
    'en /en/report-a-barrier',
    'x-default /en/report-a-barrier',
  ])
  const sitemap = (await world.get('/sitemap.xml')).body
  expect([locations(sitemap)[0], linksIn(sitemap).slice(0, 3)]).toEqual([
    '/en/congresses',
    ['en /en/congresses', 'de /kongresse', 'x-default /en/congresses'],
  ])
  const home = async (headers: Record<string, string>) => (await world.get('/', undefined, headers)).headers.location
  expect([
    await home({ 'accept-language': 'fr-FR, en' }),
    await home({ 'accept-language': 'de-AT, en' }),
    await home({ 'accept-language': 'fr', referer: 'http://localhost/en' }),
    await home({}),
  ]).toEqual(['/en', undefined, undefined, undefined])
  await world.post('/barriere-melden', { kind: 'question', text: 'Where is the lift?', email: 'eva@region.example' })
  await workedThrough(world)
  expect((await keptMails(world))[0]).toContain('A message has come in through the website')
})

test('with German first nobody is led elsewhere, and German is the default', async ({ world }) => {
  await setUp(world, 'de,en')
  expect((await world.get('/', undefined, { 'accept-language': 'fr' })).statusCode).toBe(200)
  expect(linksIn((await world.get('/en')).body)).toEqual(['en /en', 'de /', 'x-default /'])
})

test('a mail in a language that is no longer offered is written in the first', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 10 })
  await world.sql(`insert into installation (name, short, set_up_at) values ('{"de": "Region"}', 'R', now())`)
  await world.post(
    edition.url.replace('/kongresse', '/en/congresses').replace('/anmeldung', '/registration'),
    filledIn(edition),
  )
  expect(await world.sql('select distinct language from mails')).toEqual([{ language: 'en' }])
  await world.sql(`update installation set languages = '{de}'`)
  await workedThrough(world)
  const mail = (await keptMails(world))[0] ?? ''
  expect([mail.includes('/en/'), /Guten Tag|Anmeldung/.test(mail)]).toEqual([false, true])
})
