import { expect } from 'vitest'
import { formAt } from '../../test/congress.ts'
import { aDocument, aPicture } from '../../test/library.ts'
import { workedThrough } from '../../test/people.ts'
import { test } from '../../test/world.ts'

const office = '/verwaltung/bibliothek'
const secret = 'Zwiebelturmgutachten'

test('under embargo the record is there and nothing of its content, until the day comes', async ({ world }) => {
  const who = await world.person('office')
  const { id, slug } = await aDocument(world, { title: 'Gutachten', pages: [`Im ${secret} steht viel.`] })
  await aPicture(world, id)
  const form = { ...(await formAt(world, `${office}/${slug}`, who)), embargoUntil: '2031-05-06' }
  expect((await world.post(`${office}/${slug}`, form, who)).statusCode).toBe(303)
  const parts = ['text', 'seiten', 'bilder/1/1.webp', 'bilder/1/cover.webp', 'dateien/1/studie.pdf']
  const seenBy = async (person?: typeof who) => {
    const codes = await Promise.all(
      parts.map(async (part) => (await world.get(`/bibliothek/${slug}/${part}`, person)).statusCode),
    )
    const found = (await world.get(`/bibliothek?q=${secret}`, person)).body.includes(`/bibliothek/${slug}`)
    const list = (await world.get('/bibliothek', person)).body
    return { codes, found, isListed: list.includes(slug), hasCover: list.includes('cover.webp') }
  }
  const closed = { codes: [404, 404, 404, 404, 404], found: false, isListed: true, hasCover: false }
  expect(await seenBy()).toEqual(closed)
  expect(await seenBy(await world.person())).toEqual(closed)
  const page = (await world.get(`/bibliothek/${slug}`)).body
  expect([page.includes('ab dem 6. Mai 2031 hier zu lesen'), page.includes('studie.pdf')]).toEqual([true, false])
  expect((await seenBy(who)).codes).toEqual([200, 200, 200, 200, 200])
  world.clock.now = new Date('2031-05-05T21:59:59Z')
  expect(await seenBy()).toEqual(closed)
  world.clock.now = new Date('2031-05-05T22:00:00Z')
  expect((await seenBy()).codes).toEqual([200, 200, 200, 200, 200])
  await world.sql(`select graphile_worker.add_job('endEmbargoes')`)
  await workedThrough(world)
  expect(await world.sql('select embargo_until from documents')).toEqual([{ embargo_until: null }])
  expect(await seenBy()).toEqual({ codes: [200, 200, 200, 200, 200], found: true, isListed: true, hasCover: true })
})

test('a phrase in quotes finds nothing under embargo', async ({ world }) => {
  const pages = [`Das ${secret} Ostflügel liegt vor.`]
  const { slug } = await aDocument(world, { pages, embargoUntil: new Date('2031-05-06T00:00:00Z') })
  const isFound = async () => {
    const q = encodeURIComponent(`"${secret} Ostflügel"`)
    const answers = await Promise.all([world.get(`/bibliothek?q=${q}`), world.get(`/suche?q=${q}`)])
    return answers.map(({ body }) => body.includes(`/bibliothek/${slug}`))
  }
  expect(await isFound()).toEqual([false, false])
  world.clock.now = new Date('2031-05-07T00:00:00Z')
  expect(await isFound()).toEqual([true, true])
})

test('what a document is to others stands at both, and no draft is betrayed by it', async ({ world }) => {
  const who = await world.person('office')
  const old = await aDocument(world, { title: 'Bericht 2020', dated: '2020' })
  const secretOne = await aDocument(world, { title: 'Verborgener Entwurf', state: 'draft', publishedAt: null })
  const { slug } = await aDocument(world, { title: 'Bericht 2025', dated: '2025' })
  const start = await formAt(world, `${office}/${slug}`, who)
  const lines = `http://localhost/bibliothek/${old.slug}?x=1`
  await world.post(`${office}/${slug}`, { ...start, supersedes: lines, part_of: secretOne.slug }, who)
  const [newer, older] = await Promise.all(
    [slug, old.slug].map(async (one) => (await world.get(`/bibliothek/${one}`)).body),
  )
  expect(newer).toMatch(new RegExp(`Ersetzt</dt>.{0,80}/bibliothek/${old.slug}`))
  expect(older).toMatch(new RegExp(`ist ersetzt durch.{0,200}/bibliothek/${slug}`))
  expect([newer!.includes('Verborgener'), newer!.includes(secretOne.slug)]).toEqual([false, false])
  expect((await world.get(`${office}/${slug}`, who)).body).toContain(secretOne.slug)
})

test('a relation to nothing, to itself or in a circle is refused at its field', async ({ world }) => {
  const who = await world.person('office')
  const first = await aDocument(world, { title: 'Eins' })
  const second = await aDocument(world, { title: 'Zwei' })
  const tried = async (slug: string, fields: Record<string, string>) => {
    const start = await formAt(world, `${office}/${slug}`, who)
    const { statusCode, body } = await world.post(`${office}/${slug}`, { ...start, ...fields }, who)
    return [statusCode, /href="#f-(\w+)"/.exec(body)?.[1]]
  }
  expect(await tried(first.slug, { data_for: 'gibt-es-nicht' })).toEqual([409, 'data_for'])
  expect(await tried(first.slug, { part_of: first.slug })).toEqual([409, 'part_of'])
  expect((await tried(first.slug, { supersedes: second.slug }))[0]).toBe(303)
  expect(await tried(second.slug, { supersedes: first.slug })).toEqual([409, 'supersedes'])
  expect(await tried(first.slug, { doi: '11.1/x' })).toEqual([422, 'doi'])
  expect(await tried(first.slug, { urn: 'nbn:de' })).toEqual([422, 'urn'])
  expect(await world.sql('select kind from document_relations')).toEqual([{ kind: 'supersedes' }])
})

test('numbers, districts and the note on rights are entered and shown, in citations too', async ({ world }) => {
  const who = await world.person('office')
  const { slug } = await aDocument(world, { title: 'Studie' })
  const start = await formAt(world, `${office}/${slug}`, who)
  const fields = {
    doi: 'https://doi.org/10.1234/abc.5',
    urn: 'urn:nbn:de:bsz:24-1',
    rightsNoteDe: 'Bilder auf Seite 3 nur mit Erlaubnis.',
  }
  expect((await world.post(`${office}/${slug}`, { ...start, ...fields }, who)).statusCode).toBe(303)
  const { body } = await world.get(`/bibliothek/${slug}`)
  for (const part of ['href="https://doi.org/10.1234/abc.5"', 'urn:nbn:de:bsz:24-1', 'nur mit Erlaubnis'])
    expect(body).toContain(part)
  expect(body).toContain('<meta name="citation_doi" content="10.1234/abc.5"')
  expect((await world.get(`/bibliothek/${slug}/zitat/bib`)).body).toContain('doi = {10.1234/abc.5}')
})

const closings = {
  withdrawn: { state: 'withdrawn', withdrawnAt: new Date(), withdrawnReason: { de: 'Fehler' } },
  embargoed: { embargoUntil: new Date('2131-05-06') },
  'for members alone': { access: 'members' },
} as const
for (const [how, values] of Object.entries(closings))
  test(`a word that is only in what was ${how} no longer widens a stranger's search`, async ({ world }) => {
    const { id } = await aDocument(world, { title: 'Bericht', pages: [`Im ${secret} stehen Züge und Wasserspeier.`] })
    await aDocument(world, { title: 'Fahrplan', pages: ['Der Zug und die Züge.'] })
    const open = async () =>
      (await world.sql(`select word from known_words where is_public order by word`)).map(({ word }) => word)
    expect(await open()).toContain(secret.toLowerCase())
    await world.db
      .updateTable('documents')
      .set(values as never)
      .where('id', '=', id)
      .execute()
    expect(await open()).toEqual(['der', 'die', 'fahrplan', 'und', 'zug', 'zuge'])
    expect(await world.sql(`select count(*)::int as n from graphile_worker.jobs where key = 'relearnWords'`)).toEqual([
      { n: 1 },
    ])
  })

test('every night the words that no open document holds any more are no longer known to everybody', async ({
  world,
}) => {
  const { id } = await aDocument(world, { title: `Wasser im ${secret}` })
  await world.db.updateTable('documents').set({ title: 'Wasser' }).where('id', '=', id).execute()
  await world.sql(`select graphile_worker.add_job('relearnWords')`)
  await workedThrough(world)
  expect(await world.sql('select word from known_words where is_public')).toEqual([{ word: 'wasser' }])
})
