import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'vitest'
import { aDocument } from '../../test/library.ts'
import { workedThrough } from '../../test/people.ts'
import { openWorld, test, type World } from '../../test/world.ts'
import { isPublic } from '../platform/outside.ts'

const here = '/verwaltung/bibliothek/einlesen'
type Answer = { status?: number; headers?: Record<string, string>; body?: string | Buffer }

/** Another repository on this machine; `answer` gets what it is asked. */
async function aRepository(answer: (url: URL) => Answer | Promise<Answer>) {
  const asked: string[] = []
  const server = createServer(async (request, reply) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    asked.push(`${request.method} ${url.search}`)
    const { status = 200, headers = {}, body = '' } = await answer(url)
    reply.writeHead(status, headers).end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { asked, host, address: `http://${host}/oai`, close: () => server.close() }
}

async function harvested(world: World, address: string, set = '') {
  const office = await world.person('office')
  const answer = await world.post(`${here}/abruf`, { address, set }, office)
  if (answer.statusCode !== 303) return { answer, body: answer.body, at: '', office }
  await workedThrough(world)
  const at = String(answer.headers.location)
  return { answer, at, office, body: (await world.get(at, office)).body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') }
}

const record = (no: number, more = '') => `<record><header><identifier>oai:example.org:${no}</identifier>
  <datestamp>2024-01-01</datestamp></header><metadata><oai_dc:dc><dc:title>Studie ${no}</dc:title><dc:creator>Muster, Ali</dc:creator>
  <dc:date>2021-02</dc:date><dc:language>deu</dc:language><dc:type>info:eu-repo/semantics/report</dc:type>
  <dc:identifier>https://example.org/${no}</dc:identifier>${more}</oai_dc:dc></metadata></record>`
const page = (inside: string) => `<?xml version="1.0"?><OAI-PMH>${inside}</OAI-PMH>`

test('a repository is harvested page by page, deleted records left out, and comes as drafts', async () => {
  const repository = await aRepository((url) => ({
    body: url.searchParams.has('resumptionToken')
      ? page(`<ListRecords>${record(3)}<resumptionToken/></ListRecords>`)
      : page(
          `<ListRecords>${record(1, '<dc:identifier>https://doi.org/10.1234/Eins</dc:identifier>')}${record(2)}<record><header status="deleted"><identifier>oai:example.org:9</identifier></header></record><resumptionToken>weiter&amp;mehr</resumptionToken></ListRecords>`,
        ),
  }))
  const world = await openWorld({ hostsInside: [repository.host] })
  const { at, body, office } = await harvested(world, repository.address, 'studien')
  expect(repository.asked).toEqual([
    'GET ?verb=ListRecords&metadataPrefix=oai_dc&set=studien',
    'GET ?verb=ListRecords&resumptionToken=weiter%26mehr',
  ])
  expect(body).toContain('3 Zeilen, ohne Dateien.')
  await world.post(`${at}/beginn`, {}, office)
  await workedThrough(world)
  const rows = await world.sql('select title, source, doi, link, dated, type, state from documents order by title')
  const common = { dated: '2021-02', type: 'study', state: 'draft' }
  expect(rows).toEqual([
    {
      title: 'Studie 1',
      source: 'id:oai:example.org:1',
      doi: '10.1234/Eins',
      link: 'https://example.org/1',
      ...common,
    },
    { title: 'Studie 2', source: 'id:oai:example.org:2', doi: null, link: 'https://example.org/2', ...common },
    { title: 'Studie 3', source: 'id:oai:example.org:3', doi: null, link: 'https://example.org/3', ...common },
  ])
  await world.close()
  repository.close()
})

test('a page of deleted documents alone is not the end, and letters that are none end nothing', async () => {
  const gone = '<record><header status="deleted"><identifier>oai:example.org:9</identifier></header></record>'
  const repository = await aRepository((url) => ({
    body: url.searchParams.has('resumptionToken')
      ? page(`<ListRecords>${record(3, '<dc:subject>Lä\u0000rm</dc:subject>')}<resumptionToken/></ListRecords>`)
      : page(`<ListRecords>${gone}<resumptionToken>we\u0000iter</resumptionToken></ListRecords>`),
  }))
  const world = await openWorld({ hostsInside: [repository.host] })
  const { body } = await harvested(world, repository.address)
  expect([body.includes('Eine Zeile, ohne Dateien.'), body.includes('bis zum Ende')]).toEqual([true, false])
  expect(await world.sql(`select said->>'subjects' as subjects from intake_rows`)).toEqual([{ subjects: 'Lärm' }])
  await world.close()
  repository.close()
})

test('what a library of this house gives, another one takes', async () => {
  const giver = await openWorld()
  await aDocument(giver, { title: 'Wasserstoff im Neckartal', dated: '2023', licence: 'CC-BY-4.0', language: 'de' })
  const repository = await aRepository(async ({ search }) => ({ body: (await giver.get(`/oai${search}`)).body }))
  const world = await openWorld({ hostsInside: [repository.host] })
  const { at, office } = await harvested(world, repository.address)
  await world.post(`${at}/beginn`, {}, office)
  await workedThrough(world)
  expect(await world.sql('select title, dated, licence, state from documents')).toEqual([
    { title: 'Wasserstoff im Neckartal', dated: '2023', licence: 'CC-BY-4.0', state: 'draft' },
  ])
  await Promise.all([world.close(), giver.close()])
  repository.close()
})

test('only https is asked, nothing of a private network, not even where a public address leads there', async ({
  world,
}) => {
  const refused = async (address: string) => {
    const { answer, body } = await harvested(world, address)
    const said = /privaten Netz|mit https:\/\/ beginnt/.exec(body)?.[0]
    return [answer.statusCode, said]
  }
  expect(await refused('http://example.org/oai')).toEqual([422, 'mit https:// beginnt'])
  expect(await refused('https://127.0.0.1/oai')).toEqual([303, 'privaten Netz'])
  expect(await refused('https://[::1]/oai')).toEqual([303, 'privaten Netz'])
  expect(await refused('https://[::ffff:10.0.0.1]/oai')).toEqual([303, 'privaten Netz'])
  expect(await refused('https://localhost/oai')).toEqual([303, 'privaten Netz'])
  expect(await refused('file:///etc/passwd')).toEqual([422, 'mit https:// beginnt'])
  expect(await refused('https://example.org/oai?verb=x')).toEqual([422, 'mit https:// beginnt'])
})

test('an address is public or not by its network', () => {
  const inside = [
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
    'kein-name',
  ]
  expect(inside.filter(isPublic)).toEqual([])
  expect(['8.8.8.8', '188.184.98.238', '2606:4700::1111', '172.32.0.1'].map(isPublic)).toEqual([true, true, true, true])
})

test('a repository that moves inwards, floods, refuses or talks nonsense ends with a word for the office', async () => {
  const answers: Record<string, Answer> = {
    '/moved': { status: 302, headers: { location: 'http://169.254.169.254/oai' } },
    '/round': { status: 302, headers: { location: '/round' } },
    '/flood': { body: Buffer.alloc(11 * 1024 * 1024, 'x') },
    '/none': { status: 503 },
    '/html': { body: '<html><body>Willkommen</body></html>' },
    '/error': { body: page('<error code="badArgument">no such set</error>') },
    '/empty': { body: page('<error code="noRecordsMatch"/>') },
    '/deep': { body: page('<a>'.repeat(1100)) },
    '/same': { body: page('<ListRecords><resumptionToken>immer</resumptionToken></ListRecords>') },
    '/nameless': {
      body: page(`<ListRecords>${record(1)}${record(2).replace(/<dc:title>.*title>/, '')}</ListRecords>`),
    },
    '/cut': { body: page(`<ListRecords>${record(1)}<record><header><identi`) },
  }
  const repository = await aRepository(({ pathname }) => answers[pathname] ?? { status: 404 })
  const world = await openWorld({ hostsInside: [repository.host] })
  const said: Record<string, string | undefined> = {}
  for (const path of Object.keys(answers)) {
    const { body } = await harvested(world, `http://${repository.host}${path}`)
    said[path] = /(?:bis zum Ende|aufnehmen lassen) (.*?)\. /.exec(body)?.[1]
  }
  expect(said).toEqual({
    '/moved': 'Abgerufen wird nur mit https',
    '/round': 'Die Adresse hat den Abruf abgelehnt',
    '/flood': 'Eine Antwort war größer als 10 MB',
    '/none': 'Die Adresse hat den Abruf abgelehnt',
    '/html': 'Unter dieser Adresse antwortet kein OAI-PMH',
    '/error': 'Das Repositorium kennt diese Teilmenge nicht oder gibt kein Dublin Core aus',
    '/empty': undefined,
    '/deep': 'Eine Antwort ließ sich nicht lesen',
    '/same': 'Das Repositorium gibt kein Ende aus',
    '/nameless': 'Dokument 2 (oai:example.org:2): Es gibt keinen Titel und keine Datei',
    '/cut': 'Eine Antwort brach mittendrin ab',
  })
  await world.close()
  repository.close()
})
