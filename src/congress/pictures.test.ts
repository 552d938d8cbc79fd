import sharp from 'sharp'
import { expect } from 'vitest'
import { anEdition, aSession } from '../../test/congress.ts'
import { keptFiles, upload } from '../../test/files.ts'
import { plainEdition, workedThrough } from '../../test/people.ts'
import { test, type World } from '../../test/world.ts'
import { paths } from './paths.ts'

const pdf = Buffer.from(`%PDF-1.7\n${' '.repeat(1_200_000)}\n%%EOF\n`)
const hostile = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const png = (background: string) =>
  sharp({ create: { width: 900, height: 300, channels: 3, background } })
    .png()
    .toBuffer()

const document = { titleDe: 'Thesenpapier', titleEn: '', kindDe: 'Papier', kindEn: '', year: '2026', link: '' }
const filesOf = ({ db }: World) => db.selectFrom('files').selectAll().orderBy('id').execute()
const listOf = (edition: string) => paths.editParts.documents.list.at('de', { edition })
const addTo = (edition: string) => paths.editParts.documents.add.at('de', { edition })
const addressOf = (edition: string, { id, name }: { id: string; name: string }) =>
  paths.file.at('de', { edition, file: id, name })

async function aDocumentWithFile(world: World, edition: string) {
  const office = await world.person('office')
  const sent = await upload(world, addTo(edition), office, { name: 'Thesen.pdf', bytes: pdf }, document)
  expect(sent.statusCode).toBe(303)
  const [file] = await filesOf(world)
  const { id } = await world.db.selectFrom('editionDocuments').select('id').executeTakeFirstOrThrow()
  return { office, file: file!, at: paths.editParts.documents.item.at('de', { edition, item: id }) }
}

async function seenOf(world: World, path: string, who: Awaited<ReturnType<World['person']>>) {
  const { body } = await world.get(path, who)
  return /name="seen" value="([^"]*)"/.exec(body)![1]!
}

test('the file of a document is kept once; its title leads to it, with its kind and size', async ({ world }) => {
  const { slug } = await anEdition(world)
  const { file } = await aDocumentWithFile(world, slug)
  expect(await keptFiles(world)).toHaveLength(1)
  const address = addressOf(slug, file)
  const { body } = await world.get(paths.edition.at('de', { edition: slug }))
  expect(body).toContain(`<a href="${address}"`)
  expect(body).toContain('<span>Papier</span>, 2026, PDF, 1,2 MB')
  const loaded = await world.get(address)
  expect([loaded.statusCode, loaded.headers['content-type'], loaded.rawPayload.equals(pdf)]).toEqual([
    200,
    'application/pdf',
    true,
  ])
  expect(loaded.headers['content-security-policy']).toContain('sandbox')
})

test('the files of a draft are there for those who work on it alone, and public with the announcement', async ({
  world,
}) => {
  const { id, slug } = await anEdition(world, { announcedAt: null })
  const { office, file } = await aDocumentWithFile(world, slug)
  const address = addressOf(slug, file)
  const team = await world.person('congress_team', id)
  const others = [undefined, await world.person('author'), await world.person('delegate')]
  const statuses = async () =>
    Promise.all([...others, office, team].map(async (who) => (await world.get(address, who)).statusCode))
  expect(await statuses()).toEqual([404, 404, 404, 200, 200])
  expect((await world.get(address, office)).headers['cache-control']).toBe('private, no-cache')
  expect((await world.get(`/dateien/${file.id}/${file.name}`)).statusCode).toBe(404)
  await world.db.updateTable('editions').set({ announcedAt: world.clock.now }).where('id', '=', id).execute()
  expect(await statuses()).toEqual([200, 200, 200, 200, 200])
})

test('no other edition gives a file away', async ({ world }) => {
  const { slug } = await anEdition(world, { announcedAt: null })
  const { file } = await aDocumentWithFile(world, slug)
  const other = await plainEdition(world, 31)
  const open = await world.db
    .updateTable('editions')
    .set({ announcedAt: world.clock.now })
    .where('id', '=', other)
    .returning('slug')
    .executeTakeFirstOrThrow()
  expect((await world.get(addressOf(open.slug, file))).statusCode).toBe(404)
})

test('a document keeps its file when saved without one, takes another, and lets it go', async ({ world }) => {
  const { slug } = await anEdition(world)
  const { office, file, at } = await aDocumentWithFile(world, slug)
  const saved = async (fields: object, name?: string) => {
    const typed = { ...document, ...fields, seen: await seenOf(world, at, office) }
    const bytes = Buffer.concat([pdf, Buffer.from('\n')])
    const answer = name ? await upload(world, at, office, { name, bytes }, typed) : await world.post(at, typed, office)
    expect(answer.headers.location).toBe(`${listOf(slug)}?saved=1`)
    return (await filesOf(world)).map((row) => row.name)
  }
  expect(await saved({ titleDe: 'Neuer Titel' })).toEqual(['Thesen.pdf'])
  expect(await saved({}, 'Zweite.pdf')).toEqual(['Zweite.pdf'])
  await workedThrough(world)
  expect(await keptFiles(world)).toHaveLength(1)
  expect(await saved({ noFile: 'on' })).toEqual([])
  await workedThrough(world)
  expect(await keptFiles(world)).toEqual([])
  expect((await world.get(addressOf(slug, file))).statusCode).toBe(404)
})

test('a hostile file is refused at its field; everything typed is kept and nothing is stored', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const answer = await upload(world, addTo(slug), office, { name: 'thesen.pdf', bytes: hostile }, document)
  expect([answer.statusCode, /href="#f-(\w+)"/.exec(answer.body)?.[1]]).toEqual([409, 'file'])
  expect(answer.body).toContain('value="Thesenpapier"')
  const list = paths.editOrganisations.at('de', { edition: slug })
  const partner = { name: 'Stadtwerke Heilbronn', part: 'host' }
  const refused = await upload(world, list, office, { name: 'logo.png', bytes: pdf }, partner)
  expect([refused.statusCode, /href="#f-(\w+)"/.exec(refused.body)?.[1]]).toEqual([409, 'file'])
  expect(refused.body).toContain('value="Stadtwerke Heilbronn"')
  const count = (table: 'files' | 'editionDocuments' | 'editionOrganisations' | 'organisations') =>
    world.db
      .selectFrom(table)
      .select((query) => query.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  const tables = ['files', 'editionDocuments', 'editionOrganisations', 'organisations'] as const
  expect(await Promise.all(tables.map(async (table) => (await count(table)).n))).toEqual([0, 0, 0, 0])
})

test('a partner comes with its logo, gets another one, and shows its name again without', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const list = paths.editOrganisations.at('de', { edition: slug })
  const partner = { name: 'Stadtwerke Heilbronn', part: 'partner' }
  await upload(world, list, office, { name: 'logo.png', bytes: await png('#ffffff') }, partner)
  const page = async () => (await world.get(paths.edition.at('de', { edition: slug }))).body
  const shown = async (name: string) => {
    const [file] = await filesOf(world)
    expect([file!.name, file!.alt]).toEqual([name, { de: 'Stadtwerke Heilbronn' }])
    expect(await page()).toContain(
      `<img class="logo" src="${addressOf(slug, file!)}?breite=400" alt="Stadtwerke Heilbronn"`,
    )
    const narrow = await world.get(`${addressOf(slug, file!)}?breite=400`)
    expect([narrow.headers['content-type'], (await sharp(narrow.rawPayload).metadata()).width]).toEqual([
      'image/webp',
      400,
    ])
  }
  await shown('logo.png')
  const { id } = await world.db.selectFrom('organisations').select('id').executeTakeFirstOrThrow()
  const at = paths.editLogo.at('de', { edition: slug, organisation: id })
  const another = await upload(world, at, office, { name: 'zeichen.png', bytes: await png('#000000') })
  expect(another.headers.location).toBe(`${list}?saved=1`)
  await shown('zeichen.png')
  expect((await world.post(at, { altDe: 'Ein Zahnrad', altEn: 'A cogwheel' }, office)).statusCode).toBe(303)
  expect(await page()).toContain('alt="Ein Zahnrad"')
  expect((await world.get(paths.edition.at('en', { edition: slug }))).body).toContain('alt="A cogwheel"')
  expect((await world.get(at, office)).body).toContain('value="Ein Zahnrad"')
  expect((await world.post(at, { altEn: 'A cogwheel' }, office)).statusCode).toBe(422)
  expect((await world.post(at, { noFile: 'on' }, office)).statusCode).toBe(303)
  expect(await filesOf(world)).toEqual([])
  expect((await world.post(at, { altDe: 'Ein Zahnrad' }, office)).statusCode).toBe(409)
  expect(await page()).not.toContain('class="logo"')
  expect(await page()).toContain('Stadtwerke Heilbronn')
})

test('among logos, who has none stands with the name; without any, the hosts are named in the facts alone', async ({
  world,
}) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const list = paths.editOrganisations.at('de', { edition: slug })
  await world.post(list, { name: 'Stadt Heilbronn', part: 'host' }, office)
  const page = async () => (await world.get(paths.edition.at('de', { edition: slug }))).body
  expect(await page()).not.toContain('class="logo')
  const partner = { name: 'Stadtwerke', part: 'partner' }
  await upload(world, list, office, { name: 'logo.png', bytes: await png('#ffffff') }, partner)
  expect(
    [...(await page()).matchAll(/class="logo(?: named)?"(?:[^>]*alt="([^"]*)"|>([^<]*))/g)].map(
      ([, alt, name]) => alt ?? name,
    ),
  ).toEqual(['Stadt Heilbronn', 'Stadtwerke'])
})

test('a logo goes on into a copy, cannot be deleted while shown, and stays with the other edition', async ({
  world,
}) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const list = paths.editOrganisations.at('de', { edition: slug })
  const host = { name: 'Stadt Heilbronn', part: 'host' }
  await upload(world, list, office, { name: 'logo.png', bytes: await png('#ffffff') }, host)
  const copy = { number: '8', titleDe: '8. Metropolkongress', slug: '2028-ulm', day: '2028-11-12' }
  const copied = { ...copy, withOrganisations: 'on' }
  await world.post(paths.copyEdition.at('de', { edition: slug }), copied, office)
  const [file] = await filesOf(world)
  const { body } = await world.get(paths.edition.at('de', { edition: '2028-ulm' }), office)
  expect(body).toContain(`src="${addressOf('2028-ulm', file!)}?breite=400" alt="Stadt Heilbronn"`)
  expect((await world.post(`/verwaltung/dateien/${file!.id}/loeschung`, {}, office)).statusCode).toBe(409)
  const { id } = await world.db.selectFrom('organisations').select('id').executeTakeFirstOrThrow()
  await world.post(paths.editLogo.at('de', { edition: slug, organisation: id }), { noFile: 'on' }, office)
  expect((await world.get(addressOf(slug, file!), office)).statusCode).toBe(404)
  expect((await world.get(addressOf('2028-ulm', file!), office)).statusCode).toBe(200)
})

test('a speaker has a portrait, which goes with the speaker', async ({ world }) => {
  const { id, slug } = await anEdition(world)
  const session = await aSession(world, id)
  const office = await world.person('office')
  const speaker = await world.db
    .insertInto('speakers')
    .values({ sessionId: session.id, name: 'Leitung der Regionalplanung', position: 0 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const place = { edition: slug, item: session.id, speaker: speaker.id }
  const at = paths.editPortrait.at('de', place)
  const form = paths.editProgramme.item.at('de', place)
  expect((await world.get(form, office)).body).toContain(`href="${at}"`)
  const refused = await upload(world, at, office, { name: 'bild.png', bytes: hostile })
  expect([refused.statusCode, /href="#f-(\w+)"/.exec(refused.body)?.[1]]).toEqual([409, 'file'])
  const sent = await upload(world, at, office, { name: 'bild.png', bytes: await png('#888888') })
  expect(sent.headers.location).toBe(`${form}?saved=1`)
  const [file] = await filesOf(world)
  const { body } = await world.get(paths.session.at('de', { edition: slug, session: session.id }))
  expect(body).toContain(
    `<img class="portrait" src="${addressOf(slug, file!)}?breite=400" alt="Porträt: Leitung der Regionalplanung"`,
  )
  await world.post(at, { altDe: 'Eine Frau am Rednerpult' }, office)
  const described = await world.get(paths.session.at('de', { edition: slug, session: session.id }))
  expect(described.body).toContain('alt="Eine Frau am Rednerpult"')
  await world.post(paths.editProgramme.remove.at('de', place), {}, office)
  expect(await filesOf(world)).toEqual([])
})
