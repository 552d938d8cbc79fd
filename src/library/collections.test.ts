import { expect } from 'vitest'
import { anOpenEdition, formAt } from '../../test/congress.ts'
import { aDocument } from '../../test/library.ts'
import { test } from '../../test/world.ts'

const office = '/verwaltung/bibliothek/sammlungen'
const titles = (html: string) =>
  [...html.matchAll(/<a href="\/bibliothek\/[\w-]+"[^>]*>([A-Z]\w+)<\/a>/g)].map(([, title]) => title)

test('the office puts documents together in an order, with an introduction, for a congress', async ({ world }) => {
  const who = await world.person('office')
  const { id, slug: edition } = await anOpenEdition(world)
  const [one, two] = [await aDocument(world, { title: 'Eins' }), await aDocument(world, { title: 'Zwei' })]
  const fields = {
    ...(await formAt(world, `${office}/neu`, who)),
    titleDe: 'Dokumentation 2026',
    introductionDe: 'Was **bleibt**.',
    documents: `https://region.example/bibliothek/${two.slug}\n${one.slug}`,
    editionId: id,
    isPublished: 'on',
  }
  expect((await world.post(`${office}/neu`, fields, who)).statusCode).toBe(303)
  const shown = (await world.get('/bibliothek/sammlungen/dokumentation-2026')).body
  expect(titles(shown).filter((title) => title === 'Eins' || title === 'Zwei')).toEqual(['Zwei', 'Eins'])
  expect(shown).toContain('<strong>bleibt</strong>')
  const congress = (await world.get(`/kongresse/${edition}`)).body
  expect(congress).toContain('href="/bibliothek/sammlungen/dokumentation-2026"')
  const again = { ...(await formAt(world, `${office}/dokumentation-2026`, who)), documents: 'gibt-es-nicht' }
  const refused = await world.post(`${office}/dokumentation-2026`, again, who)
  expect([refused.statusCode, /href="#f-(\w+)"/.exec(refused.body)?.[1]]).toEqual([409, 'documents'])
  await world.post(`${office}/dokumentation-2026/loeschen`, {}, who)
  expect((await world.get('/bibliothek/sammlungen/dokumentation-2026')).statusCode).toBe(404)
  expect((await world.get(`/bibliothek/${one.slug}`)).statusCode).toBe(200)
})

test('a collection shows nobody what they may not read, and a hidden one is not there', async ({ world }) => {
  const draft = await aDocument(world, { title: 'Entwurf', state: 'draft', publishedAt: null })
  const members = await aDocument(world, { title: 'Intern', access: 'members' })
  const times = { createdAt: world.clock.now, changedAt: world.clock.now }
  for (const [slug, isPublished] of [
    ['offen', true],
    ['verborgen', false],
  ] as const) {
    const values = { slug, title: { de: `Sammlung ${slug}` }, isPublished, ...times }
    const { id } = await world.db.insertInto('collections').values(values).returning('id').executeTakeFirstOrThrow()
    for (const [position, document] of [draft, members].entries())
      await world.db
        .insertInto('collectionDocuments')
        .values({ collectionId: id, documentId: document.id, position })
        .execute()
  }
  const shownTo = async (who?: Awaited<ReturnType<typeof world.person>>) => {
    const body = (await world.get('/bibliothek/sammlungen/offen', who)).body
    return titles(body).filter((title) => title === 'Entwurf' || title === 'Intern')
  }
  expect(await shownTo()).toEqual([])
  expect(await shownTo(await world.person())).toEqual(['Intern'])
  expect((await world.get('/bibliothek/sammlungen')).body).toContain('0 Dokumente')
  expect((await world.get('/bibliothek/sammlungen')).body).not.toContain('verborgen')
  expect((await world.get('/bibliothek/sammlungen/verborgen')).statusCode).toBe(404)
  expect((await world.get('/sitemap.xml')).body).not.toContain('verborgen')
})

test('a reading list is its own address, in the order given, without what the reader may not see', async ({
  world,
}) => {
  const [one, two] = [await aDocument(world, { title: 'Eins' }), await aDocument(world, { title: 'Zwei' })]
  const secret = await aDocument(world, { title: 'Intern', access: 'members' })
  const query = `d=${two.slug},${secret.slug},${one.slug},gibt-es-nicht&titel=%3Cb%3EMeine`
  const { body } = await world.get(`/bibliothek/leseliste?${query}`)
  expect(titles(body)).toEqual(['Zwei', 'Eins'])
  expect([body.includes('&lt;b>Meine'), body.includes('<b>Meine'), body.includes(secret.slug)]).toEqual([
    true,
    false,
    false,
  ])
  expect(body).toContain('noindex')
})
