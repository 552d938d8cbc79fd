import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { aDocument } from '../../test/library.ts'
import { test, type World } from '../../test/world.ts'

const ask = async (world: World, query: string) => (await world.get(`/oai?${query}`)).body
const errorOf = (xml: string) => /<error code="(\w+)">/.exec(xml)?.[1]
const titles = (xml: string) => [...xml.matchAll(/<dc:title>([^<]*)</g)].map(([, title]) => title)
const tokenIn = (xml: string) => /<resumptionToken[^>]*>([^<]+)</.exec(xml)?.[1]

test('a harvester learns who this is, which formats and sets there are', async ({ world }) => {
  await aDocument(world, { title: 'Studie' })
  const identify = await ask(world, 'verb=Identify')
  for (const part of [
    '<baseURL>http://localhost/oai</baseURL>',
    '<protocolVersion>2.0<',
    '<earliestDatestamp>2026-05-04T10:00:00Z<',
  ])
    expect(identify).toContain(part)
  expect(await ask(world, 'verb=ListMetadataFormats')).toContain('<metadataPrefix>datacite</metadataPrefix>')
  expect(await ask(world, 'verb=ListSets')).toContain('<setSpec>subject:energy</setSpec><setName>Energie</setName>')
})

test('every mistake has its own code', async ({ world }) => {
  const { id } = await aDocument(world)
  const unknown = '019e0000-0000-7000-8000-000000000000'
  for (const [query, code] of Object.entries({
    '': 'badVerb',
    'verb=Nothing': 'badVerb',
    'verb=toString': 'badVerb',
    'verb=Identify&verb=Identify': 'badVerb',
    'verb=Identify&set=x': 'badArgument',
    'verb=ListRecords': 'badArgument',
    'verb=ListRecords&metadataPrefix=marc': 'cannotDisseminateFormat',
    'verb=ListRecords&metadataPrefix=oai_dc&from=2026': 'badArgument',
    'verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-31T10:00:00Z&until=2026-03-01': 'badArgument',
    'verb=ListRecords&metadataPrefix=oai_dc&from=2026-05-05&until=2026-05-04': 'badArgument',
    'verb=ListRecords&metadataPrefix=oai_dc&set=type:press': 'noRecordsMatch',
    'verb=ListRecords&metadataPrefix=oai_dc&set=strange': 'noRecordsMatch',
    'verb=ListRecords&metadataPrefix=oai_dc&until=2025-01-01': 'noRecordsMatch',
    'verb=ListRecords&resumptionToken=abc': 'badResumptionToken',
    'verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=abc': 'badArgument',
    'verb=GetRecord&metadataPrefix=oai_dc&identifier=abc': 'idDoesNotExist',
    [`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:${unknown}`]: 'idDoesNotExist',
    [`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:elsewhere:${id}`]: 'idDoesNotExist',
  }))
    expect([query, errorOf(await ask(world, query))]).toEqual([query, code])
})

test('many records come in parts, each once, also when some changed at the same moment', async ({ world }) => {
  for (let no = 0; no < 205; no++) await aDocument(world, { title: `Bericht ${no}`, slug: `bericht-${no}` })
  const found: (string | undefined)[] = []
  let xml = await ask(world, 'verb=ListRecords&metadataPrefix=oai_dc')
  expect(xml).toContain('<resumptionToken completeListSize="205" cursor="0">')
  for (let parts = 1; ; parts++) {
    found.push(...titles(xml))
    const token = tokenIn(xml)
    if (!token) {
      expect(parts).toBe(3)
      break
    }
    xml = await ask(world, `verb=ListRecords&resumptionToken=${token}`)
  }
  expect(xml).toContain('<resumptionToken completeListSize="205" cursor="200"></resumptionToken>')
  expect(new Set(found).size).toBe(205)
  expect(found).toHaveLength(205)
})

test('records can be asked for by time and set; withdrawn ones are told as deleted', async ({ world }) => {
  await aDocument(world, { title: 'Alt', changedAt: new Date('2026-01-01T10:00:00.500Z') })
  await aDocument(world, {
    title: 'Neu',
    type: 'press',
    subjects: ['energy'],
    doi: '10.5072/abc',
    abstract: { de: 'A & B' },
  })
  const { id } = await aDocument(world, {
    title: 'Zurückgezogen',
    ...{ state: 'withdrawn', withdrawnAt: world.clock.now, withdrawnReason: { de: 'Fehler' } },
  })
  const list = (more: string) => ask(world, `verb=ListRecords&metadataPrefix=oai_dc${more}`)
  expect(titles(await list('&until=2026-01-01T10:00:00Z'))).toEqual(['Alt'])
  expect(titles(await list('&from=2026-01-02'))).toEqual(['Neu'])
  expect(titles(await list('&set=subject:energy'))).toEqual(['Neu'])
  const deleted = await ask(world, `verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:${id}`)
  expect([deleted.includes('<header status="deleted">'), deleted.includes('<metadata>')]).toEqual([true, false])
  const dataCite = await ask(world, 'verb=ListRecords&metadataPrefix=datacite&set=type:press')
  expect(dataCite).toContain('<identifier identifierType="DOI">10.5072/abc</identifier>')
  expect(dataCite).toContain('A &amp; B</description>')
})

test('harvesters are told of nothing that is not for everybody, whoever asks', async ({ world }) => {
  await aDocument(world, { title: 'Offen' })
  const requests = [
    'verb=ListRecords&metadataPrefix=oai_dc',
    'verb=ListIdentifiers&metadataPrefix=oai_dc',
    'verb=Identify',
  ]
  const office = await world.person('office')
  const seen = async () => Promise.all(requests.map(async (query) => (await world.get(`/oai?${query}`, office)).body))
  const before = await seen()
  const { id } = await aDocument(world, { title: 'Geheim', access: 'members', changedAt: new Date('2020-01-01') })
  await aDocument(world, { title: 'Entwurf', state: 'draft', publishedAt: null })
  expect(await seen()).toEqual(before)
  expect(errorOf(await ask(world, `verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:${id}`))).toBe(
    'idDoesNotExist',
  )
})

test('asked by POST, it answers the same as by GET, also from a program of another site’s', async ({ world }) => {
  await aDocument(world, { title: 'Studie' })
  const post = (payload: string, headers = {}) =>
    world.app.inject({
      method: 'POST',
      url: '/oai',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload,
    })
  const answer = await post('verb=ListRecords&metadataPrefix=oai_dc')
  expect([answer.statusCode, answer.headers['content-type'], titles(answer.body)]).toEqual([
    200,
    'text/xml; charset=utf-8',
    ['Studie'],
  ])
  expect(answer.body).toBe(await ask(world, 'verb=ListRecords&metadataPrefix=oai_dc'))
  expect(errorOf((await post('verb=Identify&verb=Identify')).body)).toBe('badVerb')
  expect(errorOf((await post('')).body)).toBe('badVerb')
  expect((await post('{"verb":"Identify"}', { 'content-type': 'application/json' })).statusCode).toBe(415)
})

/** What libxml2 finds wrong with these answers, by the request that brought them. */
async function invalid(answers: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'metropol-oai-'))
  try {
    const files = Object.entries(answers).map(([, body], no) => ({ name: join(folder, `${no}.xml`), body }))
    for (const { name, body } of files) await writeFile(name, body)
    const schema = join(import.meta.dirname, '../../test/oai/answer.xsd')
    const asked = ['--nonet', '--noout', '--schema', schema, ...files.map(({ name }) => name)]
    const said = await promisify(execFile)('xmllint', asked).catch((error: { stderr: string }) => error)
    const names = Object.keys(answers)
    return said.stderr
      .split('\n')
      .filter((line) => line && !line.endsWith(' validates'))
      .map((line) => line.replace(/^.*\/(\d+)\.xml/, (_, no) => names[Number(no)]!))
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('every kind of answer is as the protocol and both formats have it, whatever stands in a document', async ({
  world,
}) => {
  const odd = 'Wege & <Ziele> "für" alle\u0001 😀'
  const full = {
    title: odd,
    subtitle: odd,
    publisher: odd,
    abstract: { de: odd },
    licence: 'CC-BY-4.0',
    dated: '2024-03',
  }
  const { id } = await aDocument(world, {
    ...{ ...full, language: 'en', type: 'data_set', doi: '10.5072/a<b>&c' },
    ...{ subjects: ['energy', 'mobility'], pages: ['Ein Satz.'] },
  })
  for (const [position, kind] of (['person', 'organisation'] as const).entries())
    await world.db
      .insertInto('documentAuthors')
      .values({ documentId: id, position, kind, name: odd, identifier: `https://orcid.org/${position}` })
      .execute()
  const withdrawn = { state: 'withdrawn', withdrawnAt: world.clock.now, withdrawnReason: { de: odd } } as const
  const { id: gone } = await aDocument(world, { title: 'Zurückgezogen', ...withdrawn })
  for (let no = 0; no < 100; no++) await aDocument(world, { title: `Bericht ${no}`, publisher: no % 2 ? 'Region' : '' })
  const record = (one: string) => `identifier=${encodeURIComponent(one)}`
  const lists = ['ListRecords', 'ListIdentifiers'].flatMap((verb) =>
    ['oai_dc', 'datacite', 'marc', 'm%C3%A4rz'].map((prefix) => `verb=${verb}&metadataPrefix=${prefix}`),
  )
  const requests = [
    ...['', 'verb=Nothing', 'verb=Identify', 'verb=ListSets', 'verb=ListMetadataFormats', ...lists],
    ...[`oai:localhost:${id}`, `oai:localhost:${gone}`, 'a b', odd].flatMap((one) => [
      `verb=ListMetadataFormats&${record(one)}`,
      `verb=GetRecord&metadataPrefix=oai_dc&${record(one)}`,
      `verb=GetRecord&metadataPrefix=datacite&${record(one)}`,
    ]),
    ...['set=type:data_set', 'set=strange', 'set=a%20b', 'from=2026-05-04&until=2026-05-04', 'from=bald', 'set='].map(
      (more) => `verb=ListRecords&metadataPrefix=datacite&${more}`,
    ),
    'verb=ListRecords&resumptionToken=%3Cabc%01%3E',
    'verb=ListRecords&metadataPrefix=oai_dc&until=2025-01-01T00:00:00Z',
  ]
  const answers: Record<string, string> = {}
  for (const query of requests) answers[query] = await ask(world, query)
  const token = tokenIn(answers['verb=ListRecords&metadataPrefix=datacite']!)
  answers.rest = await ask(world, `verb=ListRecords&resumptionToken=${token}`)
  world.house.publicUrl = 'https://wissen.region.example'
  answers['of a host with a name'] = await ask(world, 'verb=Identify')
  expect(answers['of a host with a name']).toContain('<repositoryIdentifier>wissen.region.example<')
  expect(await invalid(answers)).toEqual([])
  expect((await invalid({ wrong: answers.rest.replace('<publicationYear>', '<publicationYear>x') })).length).toBe(2)
})
