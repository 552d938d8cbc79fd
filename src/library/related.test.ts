import { expect } from 'vitest'
import { anOpenEdition, aDocument as anOwnEntry, aSession, formAt } from '../../test/congress.ts'
import { aDocument } from '../../test/library.ts'
import { aPiece } from '../../test/thread.ts'
import { test } from '../../test/world.ts'

/** What a page lists as documents: address and title. */
const listed = (html: string) =>
  [...html.matchAll(/<a href="([^"]+)"[^>]*>(?:<span>)?(Bericht|Film|Folien|Études)</g)].map(([, href, title]) => [
    title,
    href,
  ])

test('a congress and a point of its programme show what the library has of them', async ({ world }) => {
  const { id: editionId, slug: edition } = await anOpenEdition(world)
  const { id: session } = await aSession(world, editionId)
  const report = await aDocument(world, { title: 'Bericht', dated: '2025-02', editionId })
  const slides = await aDocument(world, { title: 'Folien', type: 'presentation', editionId, sessionId: session })
  await aDocument(world, { title: 'Études', language: 'fr', dated: '2024', editionId })
  const page = (await world.get(`/kongresse/${edition}`)).body
  expect(listed(page).slice(0, 1)).toEqual([['Bericht', `/bibliothek/${report.slug}`]])
  expect(listed(page).map(([title]) => title)).toEqual(['Bericht', 'Études', 'Folien'])
  expect([page.includes('Studie, 2025'), page.includes('lang="fr"')]).toEqual([true, true])
  const point = (await world.get(`/en/congresses/${edition}/programme/${session}`)).body
  expect(listed(point)).toEqual([['Folien', `/en/library/${slides.slug}`]])
})

test('what the congress names itself is not listed twice, wherever its link leads', async ({ world }) => {
  const { id: editionId, slug: edition } = await anOpenEdition(world)
  const link = 'https://region.example/bericht.pdf'
  await anOwnEntry(world, editionId, { title: { de: 'Bericht' }, link })
  await aDocument(world, { title: 'Bericht', editionId, link })
  const film = await aDocument(world, { title: 'Film', editionId })
  const own = { title: { de: 'Film' }, link: `http://localhost/en/library/${film.slug}`, position: 2 }
  await anOwnEntry(world, editionId, own)
  expect(listed((await world.get(`/kongresse/${edition}`)).body)).toEqual([
    ['Bericht', link],
    ['Film', own.link],
  ])
})

test('what the congress only knows of leads to the library’s record of the same title', async ({ world }) => {
  const { id: editionId, slug: edition } = await anOpenEdition(world)
  await anOwnEntry(world, editionId, { title: { de: 'Folien' } })
  const record = await aDocument(world, { title: 'Folien des Kongresses', editionId })
  const page = (await world.get(`/kongresse/${edition}`)).body
  expect([listed(page), page.includes('Bekannt, aber hier nicht vorhanden')]).toEqual([
    [['Folien', `/bibliothek/${record.slug}`]],
    false,
  ])
})

test('drafts, what was withdrawn and what is for members stay off a congress page', async ({ world }) => {
  const { id: editionId, slug: edition } = await anOpenEdition(world)
  await aDocument(world, { title: 'Bericht', state: 'draft', publishedAt: null, editionId })
  await aDocument(world, { title: 'Film', access: 'members', editionId })
  const gone = { state: 'withdrawn', withdrawnAt: world.clock.now, withdrawnReason: { de: 'Falsch' } } as const
  await aDocument(world, { title: 'Folien', ...gone, editionId })
  const shownTo = async (who?: Awaited<ReturnType<typeof world.person>>) =>
    listed((await world.get(`/kongresse/${edition}`, who)).body).map(([title]) => title)
  expect(await shownTo()).toEqual([])
  expect(await shownTo(await world.person())).toEqual(['Film'])
  expect(await shownTo(await world.person('office'))).toEqual(['Film'])
})

test('a document’s page shows what became of it, what is near it and where it lies, of what the viewer may see', async ({
  world,
}) => {
  const { id: editionId } = await anOpenEdition(world)
  const { id: sessionId } = await aSession(world, editionId)
  const subjects = ['energy', 'mobility']
  const { id, slug } = await aDocument(world, { title: 'Hauptbericht', editionId, sessionId, subjects })
  await aDocument(world, { title: 'Bericht', editionId })
  await aDocument(world, { title: 'Folien', editionId, sessionId })
  const film = await aDocument(world, { title: 'Film', subjects })
  await aDocument(world, { title: 'Études', subjects: ['energy'] })
  await aDocument(world, { title: 'Bericht', access: 'members', editionId, sessionId, subjects })
  const { id: from } = await aPiece(world, 'project', { title: { de: 'Vorhaben' }, slug: 'vorhaben' })
  const { id: draft } = await aPiece(world, 'project', { title: { de: 'Geheim' }, slug: 'geheim', publishedAt: null })
  for (const fromId of [from, draft])
    await world.db
      .insertInto('relations')
      .values({ fromId, kind: 'same_topic', toDocumentId: id, createdAt: world.clock.now })
      .execute()
  await aPiece(world, 'result', { title: { de: 'Takt' }, slug: 'takt', editionId })
  const { body } = await world.get(`/bibliothek/${slug}`)
  expect(body).toMatch(/Was daraus wurde<\/h2>.{0,200}href="\/projekte\/vorhaben"/)
  const onward = body.slice(body.indexOf('>Was daraus wurde<'), body.indexOf('>Zitieren<'))
  expect(onward).toContain('/was-wurde-daraus"')
  expect(body).toMatch(/Vorgestellt in<\/dt>.{0,200}\/programm\//)
  const titlesIn = (html: string, from: string) => listed(html.slice(html.indexOf(`>${from}<`))).map(([title]) => title)
  expect([body.includes('Geheim'), titlesIn(body, 'Verwandtes')]).toEqual([false, ['Film']])
  expect(titlesIn(body, 'Vom selben Kongress')).toEqual(['Bericht', 'Folien', 'Film'])
  const there = (await world.get(`/bibliothek/${film.slug}`)).body
  expect(there.slice(there.indexOf('>Verwandtes<'))).toContain('Hauptbericht')
})

test('a document says in its form to which projects it belongs; both pages show it, once the document is public', async ({
  world,
}) => {
  const office = await world.person('office')
  const radweg = await aPiece(world, 'project', { title: { de: 'Radweg am Neckar' }, slug: 'radweg' })
  const bus = await aPiece(world, 'project', { title: { de: 'Bus im Takt' }, slug: 'bus' })
  const { id, slug } = await aDocument(world, { title: 'Studie zum Radweg', state: 'draft', publishedAt: null })
  const address = `/verwaltung/bibliothek/${slug}`
  const put = async (projects: string[]) =>
    (await world.post(address, { ...(await formAt(world, address, office)), projects }, office)).statusCode
  expect(await put([radweg.id, bus.id])).toBe(303)
  const onProject = async (name: string) => (await world.get(`/projekte/${name}`)).body.includes('Studie zum Radweg')
  expect([await onProject('radweg'), await onProject('bus')]).toEqual([false, false])
  await world.post(`${address}/veroeffentlichung`, {}, office)
  expect([await onProject('radweg'), await onProject('bus')]).toEqual([true, true])
  expect(await put([radweg.id])).toBe(303)
  expect([await onProject('radweg'), await onProject('bus')]).toEqual([true, false])
  const facts = (await world.get(`/bibliothek/${id}`, undefined)).headers.location
  expect((await world.get(String(facts))).body).toMatch(/Projekt<\/dt>.{0,80}href="\/projekte\/radweg"/)
  expect((await formAt(world, address, office)).projects).toBe(radweg.id)
})
