import { expect } from 'vitest'
import { anEdition } from '../../test/congress.ts'
import { test, type World } from '../../test/world.ts'
import { paths } from './paths.ts'

const report = { id: 'bericht', title: { de: 'Bericht, 2022' }, address: null }
const at = paths.source.at('de', { source: report.id })
const all = (world: World) => world.db.selectFrom('sources').select(['id', 'title', 'address']).orderBy('id').execute()

/** An edition whose fact and own text name the report. */
async function named(world: World) {
  await world.db.insertInto('sources').values(report).execute()
  const { id: editionId, slug } = await anEdition(world, { text: { de: 'Es geht um Wasser.' }, sourceId: report.id })
  const fact = { editionId, label: { de: 'Gäste' }, value: { de: '300' }, sourceId: report.id, position: 1 }
  await world.db.insertInto('editionFacts').values(fact).execute()
  return { editionId, page: async () => (await world.get(`/kongresse/${slug}`)).body }
}

test('the office corrects a source once, and every page that names it says the new one', async ({ world }) => {
  const office = await world.person('office')
  const { page } = await named(world)
  expect((await page()).match(/href="#source-1"/g)).toHaveLength(2)
  expect((await world.get(paths.sources.at('de'), office)).body).toContain(`<a href="${at}">Bericht, 2022</a>`)
  const typed = { titleDe: 'Bericht des Kreises, 2023', titleEn: 'Report, 2023', address: 'https://kreis.example/' }
  expect((await world.post(at, typed, office)).headers.location).toBe('/verwaltung/quellen?info=gespeichert')
  expect(await page()).toContain('<a href="https://kreis.example/"><span>Bericht des Kreises, 2023</span></a>')
  const [record] = await world.db.selectFrom('audit').select(['what', 'before']).execute()
  expect(record).toEqual({ what: 'source.changed', before: { title: report.title, address: null, licence: null } })
})

test('two sources never carry the same title, and a source needs one', async ({ world }) => {
  const office = await world.person('office')
  await world.db
    .insertInto('sources')
    .values([report, { id: 'anderer', title: { de: 'Anderer' } }])
    .execute()
  const answer = async (titleDe: string) => {
    const { statusCode, body } = await world.post(at, { titleDe }, office)
    return [statusCode, /href="#f-(\w+)"/.exec(body)?.[1]]
  }
  expect(await answer('ANDERER')).toEqual([409, 'titleDe'])
  expect(await answer('')).toEqual([422, 'titleDe'])
  expect((await all(world)).map(({ title }) => title.de)).toEqual(['Anderer', 'Bericht, 2022'])
})

test('a source goes when nothing names it any more, not before', async ({ world }) => {
  const office = await world.person('office')
  const { editionId } = await named(world)
  const remove = paths.removeSource.at('de', { source: report.id })
  const refused = await world.post(remove, {}, office)
  expect([refused.statusCode, refused.body.includes('Diese Quelle wird noch genannt.')]).toEqual([409, true])
  await world.db.deleteFrom('editionFacts').execute()
  await world.db.updateTable('editions').set({ sourceId: null }).where('id', '=', editionId).execute()
  expect((await world.post(remove, {}, office)).statusCode).toBe(303)
  expect([await all(world), (await world.get(at, office)).statusCode]).toEqual([[], 404])
})

test('nobody but the office keeps sources', async ({ world }) => {
  await named(world)
  for (const who of [undefined, await world.person('author'), await world.person('congress_team')])
    for (const path of [paths.sources.at('de'), at]) expect((await world.get(path, who)).statusCode).toBe(404)
})
