import { expect } from 'vitest'
import { anOpenEdition, formAt } from '../../test/congress.ts'
import { aGroup, aMember } from '../../test/groups.ts'
import { aDocument, aPicture } from '../../test/library.ts'
import { openWorld, test, type World } from '../../test/world.ts'

/** The titles that a search shows, in their order. */
async function found(world: World, query: string, path = '/bibliothek') {
  const { body } = await world.get(`${path}?${query}`)
  return [...body.matchAll(/<a href="\/(?:en\/library|bibliothek)\/[\w-]+"[^>]*>([^<]*)<\/a>/g)].map(
    ([, title]) => title,
  )
}
const asked = (world: World, words: string) => found(world, `q=${encodeURIComponent(words)}`)

async function fewDocuments(world: World) {
  await aDocument(world, {
    title: 'Verkehrskonzept für Reutlingen',
    dated: '2022',
    subjects: ['mobility'],
    pages: ['Bürgerinnen und Bürger fahren mit dem Bus. Die Straße am Fluss ist für Autos gesperrt.'],
  })
  await aDocument(world, {
    title: 'Energie',
    type: 'minutes',
    dated: '2024',
    subjects: ['energy'],
    pages: ['Anfang.', 'Ein Konzept für den Verkehr gehört dazu. Wasserstoff ist teuer.'],
  })
  await aDocument(world, {
    title: 'Hydrogen studies',
    language: 'en',
    dated: '2024-03',
    pages: ['The cities studied hydrogen in the valley.'],
  })
}

test('compounds are found by their parts, and their parts by the compound', async ({ world }) => {
  await fewDocuments(world)
  expect(await asked(world, 'Verkehrskonzept')).toEqual(['Verkehrskonzept für Reutlingen', 'Energie'])
  expect(await asked(world, 'Konzept Verkehr')).toEqual(['Energie', 'Verkehrskonzept für Reutlingen'])
})

test('compounds of a word that plenty of documents hold are found and counted too, after those with the word itself', async ({
  world,
}) => {
  await aDocument(world, { title: 'Neckartal', dated: '2026', pages: ['Ein Verkehrskonzept für das Neckartal, 2019.'] })
  await aDocument(world, { title: 'Ganz viel davon', pages: ['Verkehr, Verkehr, Verkehr und noch einmal Verkehr.'] })
  await world.sql(`insert into documents (slug, title, type, state, published_at, created_at, changed_at, dated)
    select 'bericht-' || n, 'Bericht ' || n || ' zum Verkehr', 'study', 'published', now(), now(), now(), '2020' from generate_series(1, 500) n`)
  const { body } = await world.get('/bibliothek?q=Verkehr')
  expect(/(\d+) Dokumente/.exec(body)?.[1]).toBe('502')
  expect(await asked(world, 'Verkehr')).not.toContain('Neckartal')
  const last = await found(world, 'q=Verkehr&jahr=2026')
  expect(last).toEqual(['Neckartal'])
  const byDate = (await world.get('/bibliothek?q=Verkehr&folge=datum')).body
  expect(byDate).toContain('Ein <mark>Verkehrskonzept</mark> für das Neckartal')
})

test('umlauts, ß, endings and typing errors do not keep a document from being found', async ({ world }) => {
  await fewDocuments(world)
  const bus = ['Verkehrskonzept für Reutlingen']
  for (const words of ['Bürger', 'buerger', 'burger', 'BÜRGERIN', 'Strasse', 'Straßen', 'Reutlingn', 'Strase'])
    expect([words, await asked(world, words)]).toEqual([words, bus])
  expect(await asked(world, 'studying city')).toEqual(['Hydrogen studies'])
})

test('phrases, exclusion and several words narrow a search', async ({ world }) => {
  await fewDocuments(world)
  expect(await asked(world, '„für den Verkehr“')).toEqual(['Energie'])
  expect(await asked(world, '"Verkehr Konzept"')).toEqual([])
  expect(await asked(world, 'Konzept -Wasserstoff')).toEqual(['Verkehrskonzept für Reutlingen'])
  expect(await asked(world, '-Wasserstoff')).toEqual(['Hydrogen studies', 'Verkehrskonzept für Reutlingen'])
  for (const nothing of ['"', '-', "'", 'der', '§§§', '\\', "' | 'x", '-"']) await asked(world, nothing)
})

test('where no document holds all words, those that hold some are shown and the page says so', async ({ world }) => {
  await fewDocuments(world)
  expect(await asked(world, 'Bus Wasserstoff')).toEqual(['Energie', 'Verkehrskonzept für Reutlingen'])
  expect((await world.get('/bibliothek?q=Bus+Wasserstoff')).body).toContain('in keinem Dokument')
  expect((await world.get('/bibliothek?q=Bus+Straße')).body).not.toContain('in keinem Dokument')
})

test('a document is found by the identifiers it is registered under, as they stand or as addresses', async ({
  world,
}) => {
  const office = await world.person('office')
  const { slug } = await aDocument(world, { title: 'Gemeldet' })
  const address = `/verwaltung/bibliothek/${slug}`
  const identifiers = { doi: '10.5281/zenodo.4711', urn: 'urn:nbn:de:bsz:21-opus-123' }
  expect(
    (await world.post(address, { ...(await formAt(world, address, office)), ...identifiers }, office)).statusCode,
  ).toBe(303)
  for (const typed of ['10.5281/zenodo.4711', 'https://doi.org/10.5281/zenodo.4711', identifiers.urn])
    expect([typed, await asked(world, typed)]).toEqual([typed, ['Gemeldet']])
  expect(await asked(world, '10.5281/zenodo.4712')).toEqual([])
})

test('a phrase that stands on more pages than are looked at is said to', async ({ world }) => {
  await aDocument(world, { title: 'Bänder', pages: ['Ein blaues Band.'] })
  const says = async () =>
    (await world.get('/bibliothek?q="blaues+Band"')).body.includes('auf mindestens 10.000 Seiten')
  expect(await says()).toBe(false)
  await world.sql(`set session_replication_role = replica; insert into document_pages (document_id, version, page, text)
    select id, 1, page, 'Ein blaues Band.' from documents, generate_series(2, 10000) page`)
  expect(await says()).toBe(true)
})

test('words on different pages of one document are found together', async ({ world }) => {
  const pages = ['Die Bahn fährt.', 'Nichts weiter.', 'Der Takt ist dicht.']
  await aDocument(world, { title: 'Fahrplan', pages })
  expect(await asked(world, 'Bahn Takt')).toEqual(['Fahrplan'])
})

test('a hit names the page, shows the sentence with its words marked, and leads there', async ({ world }) => {
  const pages = Array.from({ length: 90 }, (_, index) => `Das ist Seite ${index + 1}. Hier steht nichts weiter.`)
  pages[82] = 'Zuerst etwas anderes. Der Neckar ist <b>hier</b> schiffbar. Danach noch etwas.'
  const { slug } = await aDocument(world, { title: 'Flüsse', pages })
  const { body } = await world.get('/bibliothek?q=Neckar')
  expect(body).toContain(
    `<p><a href="/bibliothek/${slug}/text?ab=81#seite-83">Seite 83</a>: <span>Der <mark>Neckar</mark> ist &lt;b>hier&lt;/b> schiffbar.</span></p>`,
  )
  const there = await world.get(`/bibliothek/${slug}/text?ab=81`)
  expect([there.body.includes('id="seite-83"'), there.body.includes('id="seite-80"')]).toEqual([true, false])
})

test('what is no page is called what it is: a slide, a sheet', async ({ world }) => {
  await aDocument(world, { title: 'Vortrag', pages: ['Anfang.', ...Array(5).fill('Der Neckar ist schiffbar.')] })
  await world.sql(`update document_versions set unit = 'slide'`)
  const { body } = await world.get('/bibliothek?q=Neckar')
  expect([...body.matchAll(/>(Seite|Folie) (\d)</g)].map(([, unit, no]) => [unit, no])).toEqual([
    ['Folie', '2'],
    ['Folie', '3'],
    ['Folie', '4'],
  ])
  expect(body).toContain('und auf 2 weiteren Folien')
  expect((await world.get('/en/search?q=Neckar')).body).toContain('>Slide 2</a>')
})

test('filters narrow, count what they would leave, and keep the words', async ({ world }) => {
  await fewDocuments(world)
  expect(await found(world, 'jahr=2024')).toEqual(['Hydrogen studies', 'Energie'])
  expect(await found(world, 'thema=energy&sprache=de&art=minutes')).toEqual(['Energie'])
  expect(await found(world, 'q=Konzept&thema=energy')).toEqual(['Energie'])
  const { body } = await world.get('/bibliothek?jahr=2024')
  for (const option of ['Studie (1)', 'Protokoll (1)', '2024 (2)', '2022 (1)', 'Energie (1)', 'Englisch (1)'])
    expect(body).toContain(`>${option}</option>`)
  expect(body).not.toContain('Mobilität und Verkehr (')
})

test('English pages find the same', async ({ world }) => {
  await fewDocuments(world)
  expect(await found(world, 'q=hydrogen', '/en/library')).toEqual(['Hydrogen studies'])
})

test('many documents come in pages, newest first', async ({ world }) => {
  for (let year = 1990; year < 2015; year++) await aDocument(world, { title: `Bericht ${year}`, dated: String(year) })
  expect(await found(world, 'seite=2')).toEqual([
    'Bericht 1994',
    'Bericht 1993',
    'Bericht 1992',
    'Bericht 1991',
    'Bericht 1990',
  ])
  expect((await found(world, 'q=Bericht&folge=datum'))[0]).toBe('Bericht 2014')
})

test('the list that is kept for everybody does not answer a search', async () => {
  const world = await openWorld({ isCaching: true })
  await fewDocuments(world)
  expect(await found(world, '')).toHaveLength(3)
  expect(await asked(world, 'Wasserstoff')).toEqual(['Energie'])
  await world.close()
})

const secret = 'Fusionsreaktor'
const places = [
  '/bibliothek',
  '/bibliothek?q=Fusionsreaktor',
  '/bibliothek?q=Fusion',
  '/bibliothek?q=Fusionsreaktr',
  '/bibliothek?q=-Bus',
  '/bibliothek?thema=energy',
  '/bibliothek?art=press',
  '/en/library?q=Fusionsreaktor',
  '/bibliothek/neues.atom',
  '/bibliothek/neues.atom?q=Fusionsreaktor',
  '/sitemap.xml',
  '/suche?q=Fusionsreaktor',
  '/suche?q=Fusionsreaktorik',
  '/suche?q=am+Neckar',
  '/en/search?q=Fusion',
  '/suche/vorschlaege?q=fusi',
  '/api/documents?q=Fusionsreaktor',
  '/api/documents?art=press',
  '/oai?verb=ListRecords&metadataPrefix=oai_dc',
  '/bibliothek/daten.jsonld',
  '/suche/vorschlaege?q=neckar',
  '/bibliothek?zugang=members',
  '/bibliothek?seite=2',
]

/** What strangers and, beside them, others are shown and told; the document is in a collection and the thread knows it. */
const alsoPlaces = [
  '/bibliothek?zugang=group',
  '/bibliothek/barrierefreiheit',
  '/bibliothek/sammlungen',
  '/bibliothek/sammlungen/energie',
  '/bibliothek/leseliste?d=fusion-am-neckar',
  '/kongresse/kongress-2026',
]
const hidden = {
  'a document for members': { access: 'members' },
  'a document for a working group': { access: 'group' },
  'a draft': { state: 'draft', publishedAt: null },
} as const
for (const [what, values] of Object.entries(hidden))
  test(`${what} changes no hit, count, filter, feed, sitemap, cover or address for others`, async ({ world }) => {
    await fewDocuments(world)
    const { id: editionId } = await anOpenEdition(world, { slug: 'kongress-2026' })
    const groupId = await aGroup(world, editionId, { state: 'working' })
    const other = await aMember(world, await aGroup(world, editionId, { state: 'working', position: 6 }))
    // Roles that reach all groups of another congress.
    const { id: elsewhere } = await anOpenEdition(world, { slug: 'kongress-2025', number: 6 })
    const far = await world.person('delegate', elsewhere)
    const own = await aMember(world, groupId, { part: 'observer' })
    const collectionId = await aCollection(world, 'energie')
    // Who is signed in may know of what is for members.
    const others = what === 'a document for members' ? [undefined] : [undefined, other.person, far]
    const all = [...places, ...alsoPlaces, `/arbeitsgruppen/${groupId}`]
    const seen = async () => {
      const bodies = others.flatMap((who) => all.map(async (url) => (await world.get(url, who)).body))
      return (await Promise.all(bodies)).map((body) => body.replace(/name="formKey" value="[^"]*"/g, ''))
    }
    const before = await seen()
    const { id, slug } = await aDocument(world, {
      ...{ title: `${secret} am Neckar`, slug: 'fusion-am-neckar', type: 'press', dated: '1999', subjects: ['energy'] },
      ...{ editionId, groupId, abstract: { de: `Über den ${secret}.` } },
      ...{ pages: [`Der ${secret} steht nicht am Fluss, und ohne Bus.`], ...values },
    })
    await aPicture(world, id)
    await world.db.insertInto('collectionDocuments').values({ collectionId, documentId: id, position: 1 }).execute()
    expect(await seen()).toEqual(before)
    const addresses = [
      ...['', '/text', '/seiten', '/bilder/1/cover.webp', '/dateien/1/studie.pdf', '/zitat/bib', '/text?fassung=1'],
    ].flatMap((part) => [`/bibliothek/${slug}${part}`, `/bibliothek/${id}${part}`])
    addresses.push(`/api/documents/${slug}`)
    for (const who of others)
      for (const url of addresses) {
        const { statusCode, body } = await world.get(url, who)
        expect([url, statusCode, body.includes(secret)]).toEqual([url, 404, false])
      }
    const oai = await world.get(`/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:${id}`, own.person)
    expect(oai.body).toContain('idDoesNotExist')
    const status = async (who: typeof own.person) => (await world.get(`/bibliothek/${slug}`, who)).statusCode
    expect([await status(own.person), await status(await world.person('office'))]).toEqual([
      what === 'a draft' ? 404 : 200,
      200,
    ])
    expect((await world.get(`/arbeitsgruppen/${groupId}`, own.person)).body.includes(secret)).toBe(what !== 'a draft')
    await world.sql(`update group_members set state = 'left', left_at = now() where id = '${own.id}'`)
    expect(await status(own.person)).toBe(what === 'a document for members' ? 200 : 404)
  })

async function aCollection({ db, clock }: World, slug: string) {
  const row = { slug, title: { de: 'Energie' }, isPublished: true, createdAt: clock.now, changedAt: clock.now }
  return (await db.insertInto('collections').values(row).returning('id').executeTakeFirstOrThrow()).id
}

test('who sees all groups of a congress by a role reads what was put into their hands, once the group is open', async ({
  world,
}) => {
  const { id: editionId } = await anOpenEdition(world)
  const groupId = await aGroup(world, editionId, { state: null })
  const { slug } = await aDocument(world, { title: secret, access: 'group', groupId })
  const people = await Promise.all([
    ...(['delegate', 'group_lead', 'congress_team'] as const).map((role) => world.person(role, editionId)),
    world.person('delegate'),
    world.person('door', editionId),
    world.person('author'),
  ])
  const statuses = () =>
    Promise.all(people.map(async (who) => (await world.get(`/bibliothek/${slug}`, who)).statusCode))
  expect(await statuses()).toEqual([404, 404, 404, 404, 404, 404])
  await world.db.updateTable('workingGroups').set({ state: 'working' }).where('id', '=', groupId).execute()
  expect(await statuses()).toEqual([200, 200, 200, 200, 404, 404])
  expect(await asked(world, secret)).toEqual([])
})

test('a document is put into a working group’s hands by its form, which asks for the group', async ({ world }) => {
  const office = await world.person('office')
  const { id: editionId } = await anOpenEdition(world)
  const groupId = await aGroup(world, editionId)
  const { slug } = await aDocument(world, { title: 'Entwurf der Gruppe' })
  const address = `/verwaltung/bibliothek/${slug}`
  const form = { ...(await formAt(world, address, office)), access: 'group' }
  const refused = await world.post(address, form, office)
  expect([refused.statusCode, /href="#f-(\w+)"/.exec(refused.body)?.[1]]).toEqual([409, 'groupId'])
  expect((await world.post(address, { ...form, groupId }, office)).statusCode).toBe(303)
  expect((await world.get(`/bibliothek/${slug}`)).statusCode).toBe(404)
  const { person } = await aMember(world, groupId)
  const { body } = await world.get(`/bibliothek/${slug}`, person)
  expect(body).toMatch(/Arbeitsgruppe<\/dt>.{0,80}Neckarverkehr/)
  expect(body).toContain('Nur für die Arbeitsgruppe')
  await world.db.deleteFrom('workingGroups').where('id', '=', groupId).execute()
  expect((await world.get(`/bibliothek/${slug}`, person)).statusCode).toBe(404)
})
