import { expect } from 'vitest'
import { anEdition } from '../../test/congress.ts'
import { aGroup, aMember } from '../../test/groups.ts'
import { anOrganisation } from '../../test/organisations.ts'
import { aPiece } from '../../test/thread.ts'
import { openWorld, test, type World } from '../../test/world.ts'
import { arcs } from './drawing.ts'
import { tiesOf } from './model.ts'

const rowsIn = (html: string) =>
  [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].slice(1).map(([, row]) =>
    row!
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
test('a page that the network does not have is not found', async ({ world }) => {
  const codes = []
  for (const seite of ['1', '2', '0', '9999', 'x', ''])
    codes.push((await world.get(`/organisationen/netz?seite=${seite}`)).statusCode)
  expect(codes).toEqual([200, 404, 404, 404, 404, 404])
})

test('a client that turns the network’s pages too often is told to wait', async () => {
  const world = await openWorld({ searchesPerMinute: 1 })
  const codes = []
  for (const seite of ['1', '1']) codes.push((await world.get(`/organisationen/netz?seite=${seite}`)).statusCode)
  expect(codes).toEqual([200, 429])
  await world.close()
})

const takesPart = ({ db }: World, pieceId: string, organisationId: string) =>
  db.insertInto('pieceOrganisations').values({ pieceId, organisationId, part: 'partner', position: 0 }).execute()

/** Three organisations: two in a group that shows its people, two in a published project, all in a draft. */
async function working(world: World) {
  const [city, chamber, college] = [
    await anOrganisation(world, { name: 'Stadt Calw', kind: 'municipality' }),
    await anOrganisation(world, { name: 'Kammer Calw', kind: 'chamber' }),
    await anOrganisation(world, { name: 'Hochschule Calw', kind: 'university' }),
  ]
  const { id: editionId } = await anEdition(world)
  const group = await aGroup(world, editionId, { state: 'working', shown: ['people'] })
  await aMember(world, group, { organisationId: city, isOrganisationPublic: true })
  await aMember(world, group, { organisationId: chamber, isOrganisationPublic: true })
  const quiet = await aMember(world, group, { organisationId: college, isOrganisationPublic: false })
  await world.db
    .insertInto('cooperationFields')
    .values({ id: 'wasser', name: { de: 'Wasser' }, position: 50 })
    .execute()
  const project = await aPiece(world, 'project', { title: { de: 'Pegelverbund' }, fieldId: 'wasser' })
  for (const one of [city, chamber]) await takesPart(world, project.id, one)
  const draft = await aPiece(world, 'project', { title: { de: 'Geheimes Vorhaben' }, publishedAt: null })
  for (const one of [city, chamber, college]) await takesPart(world, draft.id, one)
  return { city, chamber, college, editionId, group, quiet }
}

test('the table says who works with whom in what is public and agreed to, and each organisation’s page in what', async ({
  world,
}) => {
  const { city, college, quiet } = await working(world)
  const { body } = await world.get('/organisationen/netz')
  expect(rowsIn(body)).toEqual(['Kammer Calw Kammer 1 Stadt Calw', 'Stadt Calw Stadt oder Gemeinde 1 Kammer Calw'])
  expect(body).toContain('2 Organisationen, eine Verbindung')
  const own = (await world.get(`/organisationen/${city}`)).body
  expect(rowsIn(own)).toEqual(['Kammer Calw Neckarverkehr , Pegelverbund'])
  expect((await world.get(`/organisationen/${college}`)).body).not.toContain('Arbeitet zusammen mit')
  expect(body + own).not.toContain('Geheimes Vorhaben')
  await world.db.updateTable('groupMembers').set({ isOrganisationPublic: true }).where('id', '=', quiet.id).execute()
  expect(rowsIn((await world.get('/organisationen/netz')).body)).toHaveLength(3)
  expect(rowsIn((await world.get('/en/organisations/network')).body)[0]).toBe(
    'Hochschule Calw University 2 Kammer Calw, Stadt Calw',
  )
})

test('a filter leaves what is about a field or for a congress, and those whom a kind of organisation works with', async ({
  world,
}) => {
  const { editionId, quiet } = await working(world)
  await world.db.updateTable('groupMembers').set({ isOrganisationPublic: true }).where('id', '=', quiet.id).execute()
  const left = async (query: string) =>
    rowsIn((await world.get(`/organisationen/netz?${query}`)).body).map((row) => row.split(' ')[0])
  expect(await left('woran=wasser')).toEqual(['Kammer', 'Stadt'])
  expect(await left(`woran=${editionId}`)).toEqual(['Hochschule', 'Kammer', 'Stadt'])
  expect(await left('art=university')).toEqual(['Hochschule', 'Kammer', 'Stadt'])
  expect(await left('woran=wasser&art=university')).toEqual([])
  expect(await left('woran=%00&art=x')).toEqual(['Hochschule', 'Kammer', 'Stadt'])
})

test('two organisations have one tie, of all they have in common; one of most stands first', () => {
  const things = [
    { id: 'pegel', organisations: ['b', 'a', 'b'] },
    { id: 'rad', organisations: ['c', 'a', 'b'] },
    { id: 'allein', organisations: ['a'] },
  ]
  expect(tiesOf(things)).toEqual([
    { a: 'a', b: 'b', things: ['pegel', 'rad'] },
    { a: 'a', b: 'c', things: ['rad'] },
    { a: 'b', b: 'c', things: ['rad'] },
  ])
})

test('the drawing is the same for the same network, has a strand for each region, and says long names in short', () => {
  const stops = [
    { id: 'a', name: 'Verband Region Stuttgart', regionNo: 1 },
    { id: 'b', name: 'Regionalverband Heilbronn-Franken und noch mehr', regionNo: 2 },
    { id: 'c', name: 'Ohne Ort', regionNo: null },
  ]
  const ties = tiesOf([{ id: 'x', organisations: ['a', 'b', 'c'] }])
  const drawing = arcs(stops, ties, 'a')
  expect(arcs(stops, ties, 'a')).toEqual(drawing)
  expect(drawing.stops.map(({ name, isFocus }) => [name.text, isFocus])).toEqual([
    ['Verband Region Stuttgart', true],
    ['Regionalverband Heilbronn-Franken und…', false],
    ['Ohne Ort', false],
  ])
  const strands = drawing.sections.map(({ from, to, strands }) => [from + to, strands.map(({ region }) => region)])
  expect(strands).toEqual([
    ['bc', [2]],
    ['ac', [1]],
    ['ab', [1, 2]],
  ])
  expect(arcs([], [])).toEqual({ width: 1000, height: 80, sections: [], stops: [] })
})
