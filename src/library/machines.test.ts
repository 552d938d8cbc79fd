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

test('a document’s page, its file and its citations say where programs go on; of what is not for everybody none does', async ({
  world,
}) => {
  const author = {
    kind: 'person',
    name: 'Beispiel, Jana',
    identifier: 'https://orcid.org/0000-0002-1825-0097',
  } as const
  const { slug, id } = await aDocument(world, { title: 'Studie', licence: 'CC-BY-4.0', pages: ['Text'] })
  await world.db
    .insertInto('documentAuthors')
    .values({ ...author, documentId: id, position: 0 })
    .execute()
  const page = `http://localhost/bibliothek/${slug}`
  const file = `${page}/dateien/1/studie.pdf`
  const set = `<${page}/verweise.json>; rel="linkset"; type="application/linkset+json"`
  const linksOf = async (path: string, who?: Parameters<typeof world.get>[1]) =>
    (await world.get(path, who)).headers.link
  const told = [
    `<http://localhost/bibliothek/${id}>; rel="cite-as"`,
    '<https://schema.org/AboutPage>; rel="type"',
    '<https://schema.org/Report>; rel="type"',
    `<${author.identifier}>; rel="author"`,
    '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
    `<${page}/zitat/bib>; rel="describedby"; type="application/x-bibtex"`,
    `<${page}/zitat/ris>; rel="describedby"; type="application/x-research-info-systems"`,
    `<${page}/zitat/json>; rel="describedby"; type="application/vnd.citationstyles.csl+json"`,
    `<${file}>; rel="item"; type="application/pdf"`,
    set,
  ].join(', ')
  // Made, kept, in English and for somebody with an account.
  const address = `/bibliothek/${slug}`
  expect([
    ...[await linksOf(address), await linksOf(address), await linksOf(`/en/library/${slug}`)],
    await linksOf(address, await world.person()),
  ]).toEqual([told, told, told, told])
  expect(await linksOf(`${address}/dateien/1/studie.pdf`)).toBe(`<${page}>; rel="collection"; type="text/html", ${set}`)
  expect(await linksOf(`${address}/zitat/bib`)).toBe(`<${page}>; rel="describes"; type="text/html", ${set}`)

  const answer = await world.get(`${address}/verweise.json`)
  expect(answer.headers['content-type']).toBe('application/linkset+json')
  const [own, back, ...described] = answer.json().linkset
  expect(Object.keys(own)).toEqual(['anchor', 'cite-as', 'type', 'author', 'license', 'describedby', 'item'])
  expect([own.anchor, own.item]).toEqual([page, [{ href: file, type: 'application/pdf' }]])
  expect(back).toEqual({ anchor: file, collection: [{ href: page, type: 'text/html' }] })
  expect(described.map((one: { describes: { href: string }[] }) => one.describes[0]?.href)).toEqual([page, page, page])

  const hidden = await aDocument(world, { title: 'Intern', access: 'members', pages: ['Text'] })
  for (const part of ['', '/zitat/bib', '/dateien/1/studie.pdf'])
    expect(await linksOf(`/bibliothek/${hidden.slug}${part}`, await world.person())).toBe(undefined)
  expect((await world.get(`/bibliothek/${hidden.slug}/verweise.json`, await world.person())).statusCode).toBe(404)
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
