import { expect } from 'vitest'
import { anOpenEdition, aSession } from '../../test/congress.ts'
import { aGroup } from '../../test/groups.ts'
import { aDocument } from '../../test/library.ts'
import { aPiece } from '../../test/thread.ts'
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

test('data sets are told as DCAT-AP.de has it, with files, places and rights; other documents are not', async ({
  world,
}) => {
  const abstract = { de: 'Wer wohin pendelt.' }
  const known = { type: 'data_set', licence: 'CC-BY-4.0', dated: '2024-03', publisher: 'Region', abstract } as const
  const { id, slug } = await aDocument(world, { title: 'Pendler', ...known, pages: ['Zeile'], subjects: ['mobility'] })
  await aDocument(world, { title: 'Studie' })
  const {
    '@graph': [catalogue],
  } = (await world.get('/bibliothek/daten.jsonld')).json()
  for (const field of ['dct:title', 'dct:description', 'dct:publisher', 'dct:language', 'foaf:homepage'])
    expect([field, catalogue[field] !== undefined]).toEqual([field, true])
  expect(catalogue['dcat:dataset']).toHaveLength(1)
  const europe = 'http://publications.europa.eu/resource/authority'
  const [set] = catalogue['dcat:dataset']
  expect(set).toMatchObject({
    ...{ '@id': `http://localhost/bibliothek/${id}`, '@type': 'dcat:Dataset', 'dct:identifier': id },
    'dct:title': { '@value': 'Pendler', '@language': 'de' },
    'dct:description': { '@value': abstract.de, '@language': 'de' },
    'dcat:theme': [{ '@id': `${europe}/data-theme/TRAN` }],
    'dct:language': { '@id': `${europe}/language/DEU` },
    'dct:issued': { '@value': '2024-03', '@type': 'xsd:gYearMonth' },
    'dct:publisher': { 'foaf:name': 'Region' },
  })
  const address = `http://localhost/bibliothek/${slug}/dateien/1/studie.pdf`
  expect(set['dcat:distribution']).toMatchObject([
    {
      'dct:license': { '@id': 'http://dcat-ap.de/def/licenses/cc-by/4.0' },
      'dcatde:licenseAttributionByText': { '@value': 'Region', '@language': 'de' },
      'dct:format': { '@id': `${europe}/file-type/PDF` },
      ...{ 'dcat:accessURL': { '@id': address }, 'dcat:downloadURL': { '@id': address } },
    },
  ])
})

type CataloguePage = { 'dcat:dataset': { 'dct:title': { '@value': string } }[] }
type Paging = { 'hydra:totalItems': { '@value': string }; 'hydra:nextPage'?: { '@id': string } }

test('the catalogue goes on as far as there are data sets, each once', async ({ world }) => {
  for (let no = 0; no < 45; no++) await aDocument(world, { title: `Daten ${no}`, type: 'data_set' })
  const pageAt = async (address: string) =>
    (await world.get(address.replace('http://localhost', ''))).json()['@graph'] as [CataloguePage, Paging]
  const titles: string[] = []
  for (let next: string | undefined = '/bibliothek/daten.jsonld'; next; ) {
    const [catalogue, paging]: [CataloguePage, Paging] = await pageAt(next)
    titles.push(...catalogue['dcat:dataset'].map((one) => one['dct:title']['@value']))
    expect(paging['hydra:totalItems']['@value']).toBe('45')
    next = paging['hydra:nextPage']?.['@id']
  }
  expect([titles.length, new Set(titles).size]).toEqual([45, 45])
  expect((await pageAt('/bibliothek/daten.jsonld?seite=4'))[0]['dcat:dataset']).toEqual([])
})

test('the description of the interface names every address of every room, and each tells what it says', async ({
  world,
}) => {
  const { id: editionId } = await anOpenEdition(world, { slug: 'kongress' })
  await aSession(world, editionId, { title: { de: 'Auftakt' } })
  await aGroup(world, editionId, { name: { de: 'Neckarverkehr' } })
  await aPiece(world, 'project', { title: { de: 'Vorhaben' } })
  await aPiece(world, 'project', { title: { de: 'Entwurf' }, publishedAt: null })
  const { openapi, paths, components } = (await world.get('/api/openapi.json')).json()
  const own = Object.keys(paths).filter((path) => path.startsWith('/api/'))
  expect([openapi, own.sort()]).toEqual([
    '3.1.0',
    [
      ...['/api/congresses', '/api/congresses/{edition}', '/api/documents', '/api/documents/{document}'],
      ...['/api/groups', '/api/pieces'],
    ],
  ])
  expect(Object.keys(paths).some((path) => path.startsWith('/atlas/'))).toBe(true)
  const office = await world.person('office')
  const told = async (path: string) => (await world.get(path, office)).json()
  const [{ congresses }, congress, { groups }, { pieces }] = await Promise.all(
    ['/api/congresses', '/api/congresses/kongress', '/api/groups', '/api/pieces'].map(told),
  )
  expect([congresses[0].slug, congress.sessions[0].title, groups[0].name, pieces.length]).toEqual([
    ...['kongress', { de: 'Auftakt' }, { de: 'Neckarverkehr' }],
    1,
  ])
  const shapes = { Congress: congresses[0], Session: congress.sessions[0], Group: groups[0], Piece: pieces[0] }
  for (const [name, value] of Object.entries(shapes))
    expect([name, Object.keys(value).sort()]).toEqual([name, Object.keys(components.schemas[name].properties).sort()])
  expect((await world.get('/api/congresses/gibt-es-nicht')).statusCode).toBe(404)
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
