import { expect } from 'vitest'
import { aDocument } from '../../test/library.ts'
import { test } from '../../test/world.ts'

test('programs find documents as JSON, with the pages and how many there are of each kind', async ({ world }) => {
  const { id, slug } = await aDocument(world, { title: 'Flüsse', pages: ['Nichts.', 'Der Neckar ist schiffbar.'] })
  const answer = await world.get('/api/documents?q=Neckar')
  expect(answer.headers['access-control-allow-origin']).toBe('*')
  const found = answer.json()
  expect([found.total, found.facets.type]).toEqual([1, [{ value: 'study', count: 1 }]])
  expect(found.documents[0]).toMatchObject({
    ...{ id, title: 'Flüsse', address: `http://localhost/bibliothek/${slug}` },
    pages: [{ page: 2, sentence: 'Der Neckar ist schiffbar.' }],
  })
  expect((await world.get(`/api/documents/${slug}`)).json()).toMatchObject({
    id,
    file: { mediaType: 'application/pdf' },
  })
})

test('data sets are told as DCAT with their files, other documents are not', async ({ world }) => {
  await aDocument(world, { title: 'Pendler', type: 'data_set', licence: 'CC-BY-4.0', pages: ['Zeile'] })
  await aDocument(world, { title: 'Studie' })
  const catalogue = (await world.get('/bibliothek/daten.jsonld')).json()
  expect(catalogue['dcat:dataset'].map((one: Record<string, unknown>) => one['dct:title'])).toEqual([
    { '@value': 'Pendler', '@language': 'de' },
  ])
  expect(catalogue['dcat:dataset'][0]['dcat:distribution']['dct:license']['@id']).toMatch(/creativecommons/)
})

test('the description of the interface names every address and what comes back', async ({ world }) => {
  const { openapi, paths } = (await world.get('/api/openapi.json')).json()
  expect([openapi, Object.keys(paths)]).toEqual(['3.1.0', ['/api/documents', '/api/documents/{document}']])
})

test('a document’s page says where programs go on; one that is not for everybody says nothing', async ({ world }) => {
  const { slug, id } = await aDocument(world, { title: 'Studie', licence: 'CC-BY-4.0', pages: ['Text'] })
  const { body } = await world.get(`/bibliothek/${slug}`)
  for (const link of [
    `<link rel="cite-as" href="http://localhost/bibliothek/${id}"/>`,
    '<link rel="type" href="https://schema.org/Report"/>',
    `<link rel="item" type="application/pdf" href="http://localhost/bibliothek/${slug}/dateien/1/studie.pdf"/>`,
    '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/"/>',
  ])
    expect(body).toContain(link)
  const hidden = await aDocument(world, { title: 'Intern', access: 'members' })
  expect((await world.get(`/bibliothek/${hidden.slug}`, await world.person())).body).not.toContain('rel="cite-as"')
})

test('the sitemap names files that everybody may load, and no other', async ({ world }) => {
  const pages = ['Ein Satz.']
  const { slug } = await aDocument(world, { pages })
  const later = new Date(world.clock.now.getTime() + 86_400_000)
  await aDocument(world, { pages, access: 'members' })
  await aDocument(world, { pages, state: 'draft', publishedAt: null })
  await aDocument(world, { pages, state: 'withdrawn', withdrawnAt: world.clock.now, withdrawnReason: { de: 'Recht' } })
  await aDocument(world, { pages, embargoUntil: later })
  await aDocument(world, {})
  const { body } = await world.get('/sitemap.xml', await world.person('office'))
  expect([...body.matchAll(/<loc>http:\/\/localhost([^<]*\/dateien\/[^<]*)<\/loc>/g)].map(([, href]) => href)).toEqual([
    `/bibliothek/${slug}/dateien/1/studie.pdf`,
  ])
})
