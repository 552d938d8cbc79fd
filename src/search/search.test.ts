import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { aGroup, aMember } from '../../test/groups.ts'
import { aDocument } from '../../test/library.ts'
import { aMeeting } from '../../test/meetings.ts'
import { anAgreement, someMinutes } from '../../test/minutes.ts'
import { aContact, anOrganisation } from '../../test/organisations.ts'
import { aPaper } from '../../test/papers.ts'
import { plainEdition } from '../../test/people.ts'
import { openWorld, test, type World } from '../../test/world.ts'

/** Titles found, group by group. */
async function groups(world: World, typed: string, path = '/suche') {
  const { body } = await world.get(`${path}?q=${encodeURIComponent(typed)}`)
  return [...body.matchAll(/<section><h2>([^<]*) <span class="muted">1<\/span><\/h2>(.*?)<\/section>/gs)].map(
    ([, name, inside]) => [
      name,
      [...inside!.matchAll(/<div><a href="[^"]*"[^>]*>([^<]*)<\/a>/g)].map(([, title]) => title),
    ],
  )
}

async function anEdition(world: World) {
  const id = await plainEdition(world, 9)
  await world.db
    .updateTable('editions')
    .set({
      announcedAt: world.clock.now,
      title: { de: 'Kongress Heilbronn', en: 'Heilbronn congress' },
      text: { de: 'Vom Neckar bis zum Kocher.' },
    })
    .where('id', '=', id)
    .execute()
  return id
}

test('one search finds documents, points of the programme, who speaks there, working groups and written pages', async ({
  world,
}) => {
  await aDocument(world, { title: 'Wasser am Neckar', pages: ['Der Neckar führt Wasser.'] })
  const editionId = await anEdition(world)
  const session = await world.db
    .insertInto('sessions')
    .values({ editionId, title: { de: 'Wasser und Wehre' }, format: 'talk', position: 1 } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('speakers')
    .values({ sessionId: session.id, name: 'Jana Beispiel', position: 1 } as never)
    .execute()
  await world.db
    .insertInto('workingGroups')
    .values({ editionId, name: { de: 'Arbeitsgruppe Wasser' }, position: 1 } as never)
    .execute()
  expect(new Map((await groups(world, 'Wasser')) as never)).toEqual(
    new Map([
      ['Dokumente', ['Wasser am Neckar']],
      ['Programm', ['Wasser und Wehre']],
      ['Arbeitsgruppen', ['Arbeitsgruppe Wasser']],
    ]),
  )
  expect(await groups(world, 'Jana Beispiel')).toEqual([['Programm', ['Wasser und Wehre']]])
  expect((await groups(world, 'Kocher')).flat(2)).toEqual(['Kongresse', 'Kongress Heilbronn'])
  const { sortOn } = await world.db.selectFrom('editions').select('sortOn').executeTakeFirstOrThrow()
  expect((await groups(world, `Heilbronn ${sortOn.slice(0, 4)}`)).flat(2)).toEqual(['Kongresse', 'Kongress Heilbronn'])
  expect((await groups(world, 'Heilbronn', '/en/search')).flat(2)).toEqual(['Congresses', 'Heilbronn congress'])
})

test('what became of what is found by its own words and by the name of its field', async ({ world }) => {
  await world.sql(
    `insert into cooperation_fields (id, position, name) values ('energy', 99, '{"de":"Wasserstoff und Energie"}')`,
  )
  const editionId = await anEdition(world)
  await world.sql(`insert into pieces (kind, slug, title, edition_id, field_id, published_at, created_at, changed_at, moved_at)
    select 'result', 'h2', '{"de":"Ökosystem H2"}', '${editionId}', 'energy', at, at, at, at
    from (values ('2020-01-01T00:00:00Z'::timestamptz)) times (at)`)
  expect(await groups(world, 'Wasserstoff')).toEqual([['Ergebnisse', ['Ökosystem H2']]])
})

test('the register and the atlas are searched too, and what a draft alone names is not there', async ({ world }) => {
  const register = { kind: 'university', website: null } as const
  await world.db
    .insertInto('organisations')
    .values([
      { name: 'Hochschule am Neckar', ...register },
      { name: 'Verborgene Hochschule', ...register, isConfirmed: false },
    ])
    .execute()
  await world.sql(`insert into regions (id, no, name, colours) values
    ('neckar-alb', 5, '{"de":"Neckar-Alb","en":"Neckar-Alb"}', '{"field":{"light":"#123456"}}')`)
  await world.sql(`insert into indicators (id, position, topic, name, definition, unit, kind, aggregation) values
    ('lehre', 1, 'science', '{"de":"Studierende","en":"Students"}', '{"de":"Eingeschriebene an einer Hochschule."}', '{"de":"Personen"}', 'count', 'sum')`)
  expect(await groups(world, 'Neckar')).toEqual([
    ['Organisationen', ['Hochschule am Neckar']],
    ['Regionen, Kreise und Gemeinden', ['Neckar-Alb']],
  ])
  expect(await groups(world, 'Hochschule')).toEqual([
    ['Organisationen', ['Hochschule am Neckar']],
    ['Kennzahlen', ['Studierende']],
  ])
  expect((await world.get('/suche/vorschlaege?q=hochsch')).body).not.toContain('Verborgene')
})

test('people are found who agreed that everybody sees their names, and by nothing else of them', async ({ world }) => {
  const editionId = await anEdition(world)
  const group = await aGroup(world, editionId, { state: 'working', shown: ['people'] })
  const closed = await aGroup(world, editionId, { state: 'working', position: 6, name: { de: 'Stille Gruppe' } })
  const agreed = { isNamePublic: true } as const
  await aMember(world, group, { name: 'Jana Wehr', ...agreed })
  await aMember(world, group, { name: 'Verborgen Wehr', isOrganisationPublic: true })
  await aMember(world, group, { name: 'Fort Wehr', ...agreed, state: 'left', leftAt: world.clock.now })
  await aMember(world, closed, { name: 'Still Wehr', ...agreed })
  const register = await anOrganisation(world, { name: 'Hafen Plochingen' })
  const contact = { email: 'hafen@werke.example', task: 'Schleuse', confirmedAt: world.clock.now }
  await aContact(world, register, { ...contact, name: 'Kim Wehr', shown: ['name'] })
  await aContact(world, register, {
    ...contact,
    name: 'Verborgen Wehr',
    shown: ['task', 'email'],
    email: 'b@werke.example',
  })
  await aContact(world, register, { name: 'Verborgen Wehr', email: 'c@werke.example' })
  const people = async (typed: string) =>
    [...(await world.get(`/suche?q=${typed}`)).body.matchAll(/>(\w+ Wehr)<\/a>/g)].map(([, name]) => name).toSorted()
  expect(await people('Wehr')).toEqual(['Jana Wehr', 'Kim Wehr'])
  expect((await world.get('/suche?q=Wehr')).body.match(/<h2>Personen/g)).toHaveLength(1)
  for (const other of ['Verborgen', 'Fort', 'Still', 'hafen', 'Schleuse'])
    expect([other, await people(other)]).toEqual([other, []])
})

test('what a group adopted and decided is found where it shows that, and the groups by what they are', async ({
  world,
}) => {
  const editionId = await anEdition(world)
  const shown = ['papers', 'agreements'] as const
  for (const [position, one] of [{ shown, name: { de: 'Wehre' } }, { name: { de: 'Stilles' } }].entries()) {
    const group = await aGroup(world, editionId, { state: 'working', position, ...one } as never)
    const title = `Kalender für ${one.name.de}`
    for (const state of ['adopted', 'draft'] as const) {
      const kept = { content: JSON.stringify({ title, sections: [{ title: 'Zweck', text: 'Ein Fischpass.' }] }) }
      const fixed = {
        ...kept,
        pdf: Buffer.from('x'),
        sha256: createHash('sha256').update('x').digest(),
        adoptedAt: world.clock.now,
      }
      await aPaper(world, group, { title: `${title} ${state}`, state, ...(state === 'adopted' ? fixed : {}) } as never)
    }
    for (const state of ['approved', 'draft'] as const) {
      const meeting = await aMeeting(world, group)
      await someMinutes(world, meeting)
      await anAgreement(
        world,
        { groupId: group, meetingId: meeting },
        { kind: 'decision', text: `Pegel ${one.name.de} ${state}` },
      )
      if (state === 'approved')
        await world.sql(
          `update minutes set state = 'approved', approved_at = now(), content = '{}', pdf = 'x', sha256 = sha256('x') where meeting_id = '${meeting}'`,
        )
    }
  }
  expect(await groups(world, 'Fischpass')).toEqual([['Papiere', ['Kalender für Wehre adopted']]])
  expect(await groups(world, 'Pegel')).toEqual([['Beschlüsse', ['Pegel Wehre approved']]])
  expect((await world.get('/suche?q=Arbeitsgruppe')).body).toMatch(/Arbeitsgruppen <span class="muted">2</)
})

test('titles are suggested by the beginnings of their words, and lead to their pages', async ({ world }) => {
  const { slug } = await aDocument(world, { title: 'Verkehrskonzept für Reutlingen' })
  await aDocument(world, { title: 'Verkehr zählen', access: 'members' })
  const suggested = async (q: string) => (await world.get(`/suche/vorschlaege?q=${encodeURIComponent(q)}`)).json()
  expect(await suggested('reut verk')).toEqual([
    { text: 'Verkehrskonzept für Reutlingen', href: `/bibliothek/${slug}` },
  ])
  expect(await suggested('konzept')).toEqual([])
  expect(await suggested('v')).toEqual([])
  expect(await suggested('.*')).toEqual([])
})

test('a client that asks too often is told to wait, whatever it says of itself; kept pages stay free', async () => {
  const world = await openWorld({ searchesPerMinute: 3 })
  const ask = (url: string, from: string) => world.get(url, undefined, { 'x-forwarded-for': from })
  const asked: number[] = []
  for (const n of [1, 2, 3, 4])
    asked.push((await ask(n % 2 ? '/suche?q=Wasser' : '/bibliothek?q=Wasser', `10.0.0.${n}`)).statusCode)
  expect(asked).toEqual([200, 200, 200, 429])
  expect((await world.get('/bibliothek')).statusCode).toBe(200)
  expect((await world.get('/suche/vorschlaege?q=Wasser')).statusCode).toBe(200)
  // An IPv6 connection has 2⁶⁴ addresses for itself: it is one client.
  const from = async (remoteAddress: string) =>
    (await world.app.inject({ method: 'GET', url: '/suche?q=Wasser', remoteAddress })).statusCode
  for (const n of [1, 2, 3]) expect(await from(`2001:db8:1:2::${n}`)).toBe(200)
  expect([await from('2001:db8:1:2:9:9:9:9'), await from('2001:db8:1:3::1')]).toEqual([429, 200])
  await world.close()
})

test('what is drawn, set or packed anew for each who asks is asked for only so often, with a query or without', async () => {
  const world = await openWorld({ searchesPerMinute: 3 })
  const asked: [string, number][] = []
  for (const url of [
    '/positionen/keine/fassungen/1/schreiben.pdf',
    '/kongresse/keiner/bericht.pdf',
    '/atlas/ansichten/paths/png',
    '/atlas/ansichten/paths/xlsx',
    '/atlas/ansichten/map/svg',
    '/atlas/kennzahlen/keine/png?jahr=1',
    '/atlas/vergleich/xlsx',
    '/atlas/gebiete/08111/xlsx',
    '/atlas/pendeln/xlsx',
    '/projekte/liste/xlsx',
  ])
    asked.push([url.replace(/^.*[./]/, ''), (await world.get(url)).statusCode])
  expect(asked).toEqual([
    ...[
      ['pdf', 404],
      ['pdf', 404],
      ['png', 200],
      ['xlsx', 429],
      ['svg', 404],
    ],
    ['png?jahr=1', 429],
    ...Array.from({ length: 4 }, () => ['xlsx', 429]),
  ])
  await world.close()
})

test('browsers learn of the search from its description, crawlers to leave it alone', async ({ world }) => {
  expect((await world.get('/')).body).toContain('type="application/opensearchdescription+xml"')
  expect((await world.get('/suche/opensearch.xml')).body).toContain('template="http://localhost/suche?q={searchTerms}"')
  expect((await world.get('/robots.txt')).body).toContain('Disallow: /bibliothek?\n')
})

test('a slip in a short word finds what was meant', async ({ world }) => {
  await aDocument(world, { title: 'Strom aus Wind', pages: ['Strom für die Region.'] })
  await aDocument(world, { title: 'Rede von Frau Türk', pages: ['Es sprach Frau Türk.'] })
  for (const [typed, title] of [
    ['Strum', 'Strom aus Wind'],
    ['Straom', 'Strom aus Wind'],
    ['Türck', 'Rede von Frau Türk'],
  ] as const)
    expect([typed, (await groups(world, typed)).flat(2)]).toEqual([typed, ['Dokumente', title]])
})
