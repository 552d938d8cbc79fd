import { expect } from 'vitest'
import { anEdition } from '../../test/congress.ts'
import { aDocument } from '../../test/library.ts'
import { anEvent, aPiece, aRelation } from '../../test/thread.ts'
import { test, type World } from '../../test/world.ts'

test('the register is narrowed by field, region and state, and its file says the same', async ({ world }) => {
  await aPiece(world, 'project', { title: { de: 'Leitung' }, fieldId: 'wasserstoff', state: 'under_way' })
  await aPiece(world, 'project', { title: { de: 'Radweg' }, fieldId: 'mobilitaet', state: 'completed' })
  const [all, narrowed, file] = [
    (await world.get('/projekte')).body,
    (await world.get('/projekte?feld=wasserstoff&stand=under_way')).body,
    (await world.get('/projekte/liste/csv?feld=wasserstoff')).body,
  ]
  const both = (text: string) => [text.includes('Leitung'), text.includes('Radweg')]
  expect([both(all), both(narrowed), both(file)]).toEqual([
    [true, true],
    [true, false],
    [true, false],
  ])
})

test('the register has pages of a hundred in the order of begin; map, counts, scale and files are of all', async ({
  world,
}) => {
  for (let n = 0; n < 101; n++)
    await aPiece(world, 'project', {
      ...{ slug: `v-${n}`, title: { de: `Vorhaben ${n}.` }, fieldId: 'wasserstoff' },
      starts: n === 7 ? null : String(1900 + n),
    })
  const [first, second] = [(await world.get('/projekte')).body, (await world.get('/projekte?seite=2')).body]
  const of = (body: string) => [...body.matchAll(/<a href="\/projekte\/v-(\d+)"/g)].map(([, n]) => Number(n))
  expect([of(first).length, of(first)[0], of(first).at(-1), of(second)]).toEqual([100, 0, 100, [7]])
  expect([first.includes('101 Projekte'), second.includes('101 Projekte')]).toEqual([true, true])
  expect(second).toContain('"position":101')
  const scaleOf = (body: string) => />(1\d{3})</.exec(body)?.[1]
  expect(scaleOf(second)).toBe(scaleOf(first))
  expect(first).toMatch(/felder\/wasserstoff">.{0,80}<span class="muted">101</)
  const file = async (as: string) => world.get(`/projekte/liste/${as}?feld=wasserstoff`)
  expect((await file('json')).json()).toHaveLength(101)
  expect((await file('csv')).body.trim().split('\r\n')).toHaveLength(102)
  expect((await file('xlsx')).headers['content-disposition']).toContain('projekte.xlsx')
  expect((await file('pdf')).statusCode).toBe(404)
})

test('projects stand in the order in which they began, with as much of their time as is known', async ({ world }) => {
  await aPiece(world, 'project', { title: { de: 'Ohne Beginn' }, state: 'under_way' })
  await aPiece(world, 'project', { title: { de: 'Jünger' }, starts: '2021-03', ends: '2023', state: 'completed' })
  await aPiece(world, 'project', { title: { de: 'Älter' }, starts: '1991', state: 'under_way' })
  const { body } = await world.get('/projekte')
  expect([...body.matchAll(/<th scope="row"><a[^>]*>([^<]*)/g)].map(([, title]) => title)).toEqual([
    'Älter',
    'Jünger',
    'Ohne Beginn',
  ])
  expect([...body.matchAll(/data-l="Zeit">([^<]*)/g)].map(([, time]) => time)).toEqual([
    'seit 1991',
    'März 2021 bis 2023',
    'Beginn hier nicht bekannt',
  ])
})

test('a page says for programs what came of what, and only where something claims it', async ({ world }) => {
  const { id: editionId } = await anEdition(world)
  const result = await aPiece(world, 'result', { editionId, slug: 'eine-these' })
  const project = await aPiece(world, 'project', { slug: 'ein-vorhaben' })
  const neighbour = await aPiece(world, 'project', { slug: 'nachbar' })
  await anEvent(world, project.id, { kind: 'begun', happenedOn: '2026-02-01' })
  await aRelation(world, result.id, 'led_to', project.id)
  await aRelation(world, result.id, 'same_topic', neighbour.id)
  const data = async (path: string) =>
    JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec((await world.get(path)).body)?.[1] ?? '{}')
  const at = (slug: string) => [expect.objectContaining({ '@id': `http://localhost${slug}` })]
  expect(await data('/ergebnisse/eine-these')).toMatchObject({
    'prov:influenced': at('/projekte/ein-vorhaben'),
    isRelatedTo: at('/projekte/nachbar'),
  })
  expect(await data('/projekte/ein-vorhaben')).toMatchObject({ 'prov:used': at('/ergebnisse/eine-these') })
})

test('a document for people with an account is told on a piece’s page to them alone', async ({ world }) => {
  const office = await world.person('office')
  const { id, slug } = await aPiece(world, 'project')
  const { id: to } = await aDocument(world, { title: 'Bericht für Mitglieder', access: 'members' })
  const form = `/verwaltung/faden/${id}`
  expect((await world.get(form, office)).body).toContain('Bericht für Mitglieder')
  expect((await world.post(`${form}/verbindungen`, { relation: 'presented_at', to }, office)).statusCode).toBe(303)
  const told = async (who?: Awaited<ReturnType<World['person']>>) =>
    (await world.get(`/projekte/${slug}`, who)).body.includes('Bericht für Mitglieder')
  expect([await told(), await told(await world.person())]).toEqual([false, true])
})

test('the search over all rooms finds and suggests what is published, by its wording too; drafts are told of by neither', async ({
  world,
}) => {
  const { id: editionId } = await anEdition(world)
  await aPiece(world, 'result', {
    slug: 'pegel',
    title: { de: 'Pegel teilen' },
    text: { de: 'Hochwasser naht.' },
    editionId,
  })
  await aPiece(world, 'project', { slug: 'verbund', title: { de: 'Hochwasser im Verbund' } })
  await aPiece(world, 'project', { slug: 'geheim', title: { de: 'Hochwasser geheim' }, publishedAt: null })
  const { body } = await world.get('/suche?q=Hochwasser')
  expect([...body.matchAll(/<h2>([^<]*) <span/g)].map(([, name]) => name)).toEqual(['Projekte', 'Ergebnisse'])
  expect([...body.matchAll(/href="\/(?:ergebnisse|projekte)\/([a-z]+)"/g)].map(([, slug]) => slug)).toEqual([
    'verbund',
    'pegel',
  ])
  expect((await world.get('/suche/vorschlaege?q=Hochw')).json()).toEqual([
    { text: 'Hochwasser im Verbund', href: '/projekte/verbund' },
  ])
})

test('a list without anything has no filter over it, and shows those who keep it the way to fill it', async ({
  world,
}) => {
  const lists = ['/projekte', '/positionen', '/was-wurde-daraus']
  const tells = (body: string) => [body.includes('class="filter"'), body.includes('In der Verwaltung eintragen')]
  const seen = async (who?: Awaited<ReturnType<typeof world.person>>) =>
    Promise.all(lists.map(async (list) => tells((await world.get(list, who)).body)))
  expect(await seen()).toEqual(lists.map(() => [false, false]))
  expect(await seen(await world.person('office'))).toEqual(lists.map(() => [false, true]))
})

test('programs walk the thread in both directions, and a draft is no step of it', async ({ world }) => {
  const { id: editionId } = await anEdition(world)
  const result = await aPiece(world, 'result', { editionId, slug: 'eine-these' })
  const project = await aPiece(world, 'project', { slug: 'ein-vorhaben', title: { de: 'Vorhaben' } })
  const draft = await aPiece(world, 'project', { slug: 'geheim', title: { de: 'Geheim' }, publishedAt: null })
  for (const { id } of [project, draft]) await aRelation(world, result.id, 'led_to', id)
  await anEvent(world, project.id, { kind: 'begun', happenedOn: '2026-02-01' })
  const read = async (slug: string) => JSON.parse((await world.get(`/api/pieces/${slug}`)).body)
  const links = async (slug: string) =>
    (await read(slug)).links.map((link: { relation: string; direction: string; api: string }) => [
      ...[link.relation, link.direction],
      new URL(link.api).pathname,
    ])
  expect(await links('eine-these')).toEqual([['led_to', 'from this', '/api/pieces/ein-vorhaben']])
  expect(await links('ein-vorhaben')).toEqual([['led_to', 'to this', '/api/pieces/eine-these']])
  expect((await world.get('/api/pieces/geheim', await world.person('office'))).statusCode).toBe(404)
  const { id: documentId, slug } = await aDocument(world, { title: 'Bericht' })
  const row = { fromId: result.id, kind: 'presented_at', toDocumentId: documentId, createdAt: world.clock.now } as const
  await world.db.insertInto('relations').values(row).execute()
  const { congress, links: all } = await read('eine-these')
  const back = async (question: string) =>
    JSON.parse((await world.get(`/api/pieces?${question}`)).body).pieces.map((one: { address: string }) => one.address)
  expect(all).toContainEqual(expect.objectContaining({ api: `http://localhost/api/documents/${slug}` }))
  const origin = ['http://localhost/ergebnisse/eine-these']
  expect([
    await back(`document=${slug}`),
    await back(`congress=${new URL(congress.api).pathname.split('/').at(-1)}`),
  ]).toEqual([origin, origin])
  const page = (await world.get('/projekte/ein-vorhaben')).body
  const crumbs = /<ol class="crumbs">.*?<\/ol>/s.exec(page)?.[0] ?? ''
  expect([...crumbs.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    ...['/', '/was-wurde-daraus', '/ergebnisse/eine-these'],
  ])
  const told = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '{}')
  expect(told['prov:used'].map((one: { '@id': string }) => new URL(one['@id']).pathname)).toEqual([
    '/ergebnisse/eine-these',
  ])
  expect(told['prov:wasInfluencedBy']).toEqual([
    { '@type': ['Event', 'prov:Activity'], name: 'Etwas geschah', startDate: '2026-02-01' },
  ])
})
