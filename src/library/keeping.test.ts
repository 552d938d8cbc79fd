import { expect } from 'vitest'
import { formAt } from '../../test/congress.ts'
import { upload } from '../../test/files.ts'
import { aDocument, aPdf, aVersion } from '../../test/library.ts'
import { workedThrough } from '../../test/people.ts'
import { test, type World } from '../../test/world.ts'

const office = '/verwaltung/bibliothek'
const report = () =>
  aPdf('Verkehr im Neckartal', [
    {
      heading: 'Anlass',
      text: 'Die Züge sind voll, und die Straßen sind es auch. Das ist der Anlass für diesen Bericht.',
    },
    { heading: 'Vorschlag', text: 'Ein Radschnellweg entlang des Neckars ersetzt viele kurze Wege mit dem Auto.' },
  ])

const onlySlug = async (world: World) => String((await world.sql('select slug from documents'))[0]!.slug)

type Person = Awaited<ReturnType<World['person']>>
async function sendAll(world: World, who: Person, files: Record<string, Buffer>) {
  const form = new FormData()
  form.append('formKey', world.formKey(who))
  for (const [name, bytes] of Object.entries(files)) form.append('file', new Blob([new Uint8Array(bytes)]), name)
  const body = new Response(form)
  return world.app.inject({
    method: 'POST',
    url: office,
    cookies: { metropol: who.secret },
    headers: { 'content-type': body.headers.get('content-type') ?? '', 'sec-fetch-site': 'same-origin' },
    payload: Buffer.from(await body.arrayBuffer()),
  })
}

test('dropped files become drafts; what they say of themselves is proposed, until somebody has saved it', async ({
  world,
}) => {
  const who = await world.person('office')
  const answer = await sendAll(world, who, {
    'a_1.pdf': await report(),
    'programm.exe': Buffer.from('MZ\0\x01'),
    'leer.pdf': Buffer.alloc(0),
  })
  expect(answer.statusCode).toBe(303)
  const { body } = await world.get(String(answer.headers.location), who)
  expect(body).toContain('Eine Datei ist aufgenommen')
  expect(body).toContain('<b>programm.exe</b>: Diese Art von Datei wird nicht angenommen')
  expect(body).toContain('<b>leer.pdf</b>: Die Datei ist leer')
  await workedThrough(world)
  expect(
    await world.sql(`select state, title, slug ~ '^verkehr-im-neckartal-20\\d\\d$' as slug, language, dated ~ '^20\\d\\d-\\d\\d$' as dated,
      proposed, reading, page_count, outline from documents join document_versions on document_id = id`),
  ).toEqual([
    {
      state: 'draft',
      title: 'Verkehr im Neckartal',
      slug: true,
      language: 'de',
      dated: true,
      proposed: ['title', 'language', 'dated', 'authors'],
      reading: 'read',
      page_count: 2,
      outline: [
        { title: 'Anlass', page: 1, level: 1 },
        { title: 'Vorschlag', page: 2, level: 1 },
      ],
    },
  ])
  expect(await world.sql(`select page from document_pages where text like '%Radschnellweg%'`)).toEqual([{ page: 2 }])
  expect(await world.sql('select kind, name from document_authors')).toEqual([{ kind: 'organisation', name: 'Region' }])
  const address = `${office}/${await onlySlug(world)}`
  const isAsked = async () => (await world.get(address, who)).body.includes('Titel, Sprache, Datum, Personen und Organ')
  expect(await isAsked()).toBe(true)
  await world.post(address, await formAt(world, address, who), who)
  expect(await isAsked()).toBe(false)
})

test('a document is entered, published under an address that stays, and found by its id', async ({ world }) => {
  const who = await world.person('office')
  const fields = {
    ...(await formAt(world, `${office}/neu`, who)),
    title: 'Größe der Räume',
    dated: '2022-05',
    persons: 'Beispiel, Jana 0000-0002-1825-0097\nMuster, Kim',
    organisations: 'Institut für Räume',
    subjects: 'planning',
    abstractDe: 'Wie groß Räume sind.',
    licence: 'CC-BY-4.0',
  }
  const added = await world.post(`${office}/neu`, fields, who)
  expect(added.headers.location).toBe(`${office}/groesse-der-raeume-2022?info=saved`)
  expect((await world.get('/bibliothek/groesse-der-raeume-2022')).statusCode).toBe(404)
  await world.post(`${office}/groesse-der-raeume-2022/veroeffentlichung`, {}, who)
  const shown = await world.get('/bibliothek/groesse-der-raeume-2022')
  expect(shown.statusCode).toBe(200)
  for (const part of [
    '<meta name="citation_title" content="Größe der Räume"',
    '<meta name="citation_author" content="Beispiel, Jana"',
    '<meta name="citation_publication_date" content="2022/05"',
    'href="https://orcid.org/0000-0002-1825-0097"',
    'Jana Beispiel',
    'Mai 2022',
    '"license":"https://creativecommons.org/licenses/by/4.0/"',
  ])
    expect(shown.body).toContain(part)
  const edited = { ...(await formAt(world, `${office}/groesse-der-raeume-2022`, who)), slug: 'anders', title: 'Größe' }
  await world.post(`${office}/groesse-der-raeume-2022`, edited, who)
  const [row] = await world.sql('select id, slug, title from documents')
  expect([row!.slug, row!.title]).toEqual(['groesse-der-raeume-2022', 'Größe'])
  expect((await world.get(`/bibliothek/${row!.id}`)).headers.location).toBe('/bibliothek/groesse-der-raeume-2022')
})

test('who saves over somebody else is told so, and nothing is lost', async ({ world }) => {
  const who = await world.person('office')
  const { slug } = await aDocument(world, { title: 'Alt' })
  const mine = await formAt(world, `${office}/${slug}`, who)
  await world.post(`${office}/${slug}`, { ...mine, title: 'Von der Kollegin' }, who)
  const late = await world.post(`${office}/${slug}`, { ...mine, title: 'Von mir' }, who)
  expect([late.statusCode, late.body.includes('Inzwischen hat jemand anderes')]).toEqual([409, true])
  expect(await world.sql('select title from documents')).toEqual([{ title: 'Von der Kollegin' }])
})

test('dates, addresses and translations that cannot stand are refused at their field', async ({ world }) => {
  const who = await world.person('office')
  await aDocument(world, { slug: 'vergeben' })
  const start = { ...(await formAt(world, `${office}/neu`, who)), title: 'Neu' }
  const tried = async (fields: Record<string, string>) => {
    const { statusCode, body } = await world.post(`${office}/neu`, { ...start, ...fields }, who)
    return [statusCode, /href="#f-(\w+)"/.exec(body)?.[1]]
  }
  expect(await tried({ dated: '2022-02-30' })).toEqual([409, 'dated'])
  expect(await tried({ slug: 'vergeben' })).toEqual([409, 'slug'])
  expect(await tried({ slug: 'neu' })).toEqual([409, 'slug'])
  expect(await tried({ abstractEn: 'English only' })).toEqual([422, 'abstractDe'])
  expect(await world.sql('select slug from documents')).toEqual([{ slug: 'vergeben' }])
})

test('a new version leaves the old one reachable, which says that there is a newer one', async ({ world }) => {
  const who = await world.person('office')
  const { slug } = await aDocument(world, { title: 'Studie', pages: ['Die alte Zahl ist vierzig Prozent aller Wege.'] })
  const answer = await upload(
    world,
    `${office}/${slug}/fassungen`,
    who,
    { name: 'neu.pdf', bytes: await report() },
    { noteDe: 'Zahlen berichtigt' },
  )
  expect(answer.statusCode).toBe(303)
  await workedThrough(world)
  const { body } = await world.get(`/bibliothek/${slug}`)
  expect([body.includes('Fassung 2 (aktuell)'), body.includes('Zahlen berichtigt')]).toEqual([true, true])
  const old = (await world.get(`/bibliothek/${slug}/text?fassung=1`)).body
  expect([old.includes('vierzig Prozent'), old.includes('Es gibt eine neuere')]).toEqual([true, true])
  expect((await world.get(`/bibliothek/${slug}/dateien/1/studie.pdf`)).statusCode).toBe(200)
  expect((await world.get(`/bibliothek/${slug}/dateien/2/neu.pdf`)).headers['content-type']).toBe('application/pdf')
  expect((await world.get('/bibliothek?q=vierzig')).body).toContain('Nichts gefunden')
  expect((await world.get('/bibliothek?q=Radschnellweg')).body).toContain('Ein Dokument gefunden')
})

test('what is withdrawn leaves its title and the reason, and nothing else', async ({ world }) => {
  const who = await world.person('office')
  const { slug } = await aDocument(world, { title: 'Irrtum', pages: ['Eine falsche Aussage über den Bahnhof.'] })
  await world.post(`${office}/${slug}/ruecknahme`, { reasonDe: 'Die Zahlen waren falsch.' }, who)
  const trace = await world.get(`/bibliothek/${slug}`)
  expect([trace.statusCode, trace.body.includes('Irrtum'), trace.body.includes('Die Zahlen waren falsch.')]).toEqual([
    410,
    true,
    true,
  ])
  const gone = ['text', 'dateien/1/studie.pdf', 'zitat/bib'].map((part) => `/bibliothek/${slug}/${part}`)
  expect(await Promise.all(gone.map(async (url) => (await world.get(url)).statusCode))).toEqual([404, 404, 404])
  for (const url of ['/bibliothek', '/bibliothek?q=Bahnhof', '/bibliothek/neues.atom', '/sitemap.xml'])
    expect((await world.get(url)).body).not.toContain(slug)
})

test('a draft is deleted with its file; what was published is not', async ({ world }) => {
  const who = await world.person('office')
  await upload(world, office, who, { name: 'entwurf.pdf', bytes: await report() })
  await workedThrough(world)
  await world.post(`${office}/${await onlySlug(world)}/loeschen`, {}, who)
  expect(
    await world.sql('select (select count(*) from documents)::int d, (select count(*) from files)::int f'),
  ).toEqual([{ d: 0, f: 0 }])
  const { id, slug } = await aDocument(world)
  await aVersion(world, id, ['Text'])
  expect((await world.post(`${office}/${slug}/loeschen`, {}, who)).statusCode).toBe(404)
})

test('reading a file twice keeps its pages once', async ({ world }) => {
  const who = await world.person('office')
  await upload(world, office, who, { name: 'a.pdf', bytes: await report() })
  await workedThrough(world)
  expect((await world.post(`${office}/${await onlySlug(world)}/neu-lesen`, {}, who)).statusCode).toBe(303)
  await workedThrough(world)
  expect(await world.sql('select page from document_pages order by page')).toEqual([{ page: 1 }, { page: 2 }])
})

test('citations come as BibTeX, RIS and CSL-JSON, and as APA on the page', async ({ world }) => {
  const { id, slug } = await aDocument(world, { title: 'Räume & Wege', publisher: 'Verband', dated: '2022-05' })
  const author = { documentId: id, position: 0, kind: 'person', name: 'Beispiel, Jana' } as const
  await world.db.insertInto('documentAuthors').values(author).execute()
  const of = async (format: string) => (await world.get(`/bibliothek/${slug}/zitat/${format}`)).body
  expect(await of('bib')).toContain('institution = {Verband}')
  expect(await of('ris')).toContain('AU  - Beispiel, Jana')
  expect(JSON.parse(await of('json'))).toEqual([
    {
      id: slug,
      type: 'report',
      title: 'Räume & Wege',
      author: [{ family: 'Beispiel', given: 'Jana' }],
      issued: { 'date-parts': [[2022, 5]] },
      publisher: 'Verband',
      language: 'de',
      URL: `http://localhost/bibliothek/${slug}`,
    },
  ])
  const page = (await world.get(`/bibliothek/${slug}`)).body
  expect(page).toContain('Beispiel, J. (2022). Räume &amp; Wege. Verband.')
  const iso =
    'BEISPIEL, Jana, 2022. Räume &amp; Wege [online]. Verband, 2022-05. Verfügbar unter: http://localhost/bibliothek/'
  expect(page).toContain(iso + slug)
  expect((await world.get(`/bibliothek/${slug}/zitat/exe`)).statusCode).toBe(404)
})

test('a document is searched in itself, and a link to a place leads to the version that was read', async ({
  world,
}) => {
  const pages = ['Der Anfang.', 'Im Neckartal fahren viele Züge.', 'Ein Zug fährt durch das Neckartal.', 'Schluss.']
  const { id, slug } = await aDocument(world, { pages })
  const { body } = await world.get(`/bibliothek/${slug}/text?q=Neckartal`)
  const found = body.slice(body.indexOf('Gefunden: 2 Seiten'), body.indexOf('id="seite-1"'))
  expect([...found.matchAll(/#seite-(\d)/g)].map(([, page]) => page)).toEqual(['2', '3'])
  expect(found).toContain('<mark>Neckartal</mark>')
  expect(body).toContain(`href="http://localhost/bibliothek/${id}/text?fassung=1&amp;ab=2#seite-2"`)
  expect((await world.get(`/bibliothek/${slug}/text?q=Wasserstoff`)).body).toContain('Nichts gefunden')
  await aVersion(world, id, ['Ganz neu.'], 2)
  expect((await world.get(`/bibliothek/${id}/text?fassung=1&ab=2`)).body).toContain('viele Züge')
})

test('before a draft is published the office reads what its reference lacks, and nothing once it is there', async ({
  world,
}) => {
  const who = await world.person('office')
  const { id, slug } = await aDocument(world, { state: 'draft', publishedAt: null })
  const page = async () => (await world.get(`${office}/${slug}`, who)).body
  const lacks = async () => {
    const html = await page()
    return ['Noch nicht gesagt', 'Wer es verfasst', '[ohne Jahr]'].map((words) => html.includes(words))
  }
  expect(await lacks()).toEqual([true, true, true])
  await world.db.updateTable('documents').set({ dated: '2026-03' }).where('id', '=', id).execute()
  expect(await lacks()).toEqual([true, true, false])
  await world.db.updateTable('documents').set({ publisher: 'Verband' }).where('id', '=', id).execute()
  expect(await lacks()).toEqual([false, false, false])
})

test('of a long table of contents the chapters stand on the page, the rest is folded', async ({ world }) => {
  const { slug } = await aDocument(world, { pages: ['Ein Satz.'] })
  const headings = Array.from({ length: 20 }, (_, no) => ({ title: `Punkt ${no}.`, page: 1, level: no % 5 ? 2 : 1 }))
  await world.db
    .updateTable('documentVersions')
    .set({ outline: JSON.stringify(headings) })
    .execute()
  const [before = '', folded = ''] = (await world.get(`/bibliothek/${slug}`)).body.split('<details>')
  const titles = (html: string) => [...html.matchAll(/>Punkt (\d+)\.</g)].map(([, no]) => Number(no))
  expect(titles(before)).toEqual([0, 5, 10, 15])
  expect([folded.includes('Alle 20 Überschriften'), titles(folded).length]).toEqual([true, 20])
})
