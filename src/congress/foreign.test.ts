import { expect } from 'vitest'
import { aDocument, anEdition, aRoom, aSession, formAt } from '../../test/congress.ts'
import { test, type World } from '../../test/world.ts'
import { partNames } from './matters/parts.ts'
import { paths } from './paths.ts'

const secret = 'Verschwiegener Saal'

/** An edition with one of everything, and what its ids are. */
async function aFullEdition(world: World, number: number, name: string) {
  const { db } = world
  const { id, slug } = await anEdition(world, { number, slug: `ausgabe-${number}` })
  const room = await aRoom(world, id, name)
  const session = await aSession(world, id, { roomId: room.id, title: { de: name } })
  const own = { editionId: id, position: 1 }
  const named = { ...own, name: { de: name } }
  const track = await db.insertInto('tracks').values(named).returning('id').executeTakeFirstOrThrow()
  const group = await db.insertInto('workingGroups').values(named).returning('id').executeTakeFirstOrThrow()
  const fact = { ...own, label: { de: name }, value: { de: name } }
  const { id: factId } = await db.insertInto('editionFacts').values(fact).returning('id').executeTakeFirstOrThrow()
  const step = { editionId: id, happensOn: '2026-01-01', title: { de: name } }
  const { id: stepId } = await db.insertInto('milestones').values(step).returning('id').executeTakeFirstOrThrow()
  await aDocument(world, id, { title: { de: name } })
  const document = db.selectFrom('editionDocuments').where('editionId', '=', id).select('id')
  const speaker = { sessionId: session.id, name, position: 0 }
  const person = await db.insertInto('speakers').values(speaker).returning('id').executeTakeFirstOrThrow()
  const parts = {
    facts: factId,
    milestones: stepId,
    groups: group.id,
    documents: (await document.executeTakeFirstOrThrow()).id,
    rooms: room.id,
    tracks: track.id,
  }
  return { id, slug, room: room.id, track: track.id, session: session.id, speaker: person.id, parts }
}

/** Everything the other edition holds, to see that nothing of it has changed. */
const held = async ({ sql }: World) => {
  const tables = ['rooms', 'tracks', 'sessions', 'speakers', 'edition_facts', 'milestones', 'working_groups']
  return Promise.all(tables.map((table) => sql(`select * from ${table} order by id`)))
}

test('the form of one edition takes nothing that belongs to another, and shows nothing of it', async ({ world }) => {
  const mine = await aFullEdition(world, 7, 'Saal')
  const other = await aFullEdition(world, 8, secret)
  const team = await world.person('congress_team', mine.id)
  const before = await held(world)
  const posts: [string, Record<string, string>][] = []
  for (const part of partNames) {
    const at = { edition: mine.slug, item: other.parts[part] }
    const { item, remove, up } = paths.editParts[part]
    posts.push([item.at('de', at), {}], [remove.at('de', at), {}])
    if (part !== 'milestones') posts.push([up.at('de', at), {}])
  }
  const at = { edition: mine.slug, item: other.session, speaker: other.speaker }
  posts.push([paths.editProgramme.item.at('de', at), {}], [paths.editProgramme.remove.at('de', at), {}])
  posts.push([paths.editProgramme.up.at('de', at), {}], [paths.editPortrait.at('de', at), { noFile: 'on' }])
  posts.push([paths.editPortrait.at('de', { ...at, item: mine.session }), { noFile: 'on' }])
  for (const [path, fields] of posts) {
    const answer = await world.post(path, fields, team)
    expect([path, answer.statusCode, answer.payload.includes(secret)]).toEqual([path, 404, false])
  }
  expect(await held(world)).toEqual(before)
})

test('a session is not put into a room or track of another edition, nor given its speaker', async ({ world }) => {
  const mine = await aFullEdition(world, 7, 'Saal')
  const other = await aFullEdition(world, 8, secret)
  const team = await world.person('congress_team', mine.id)
  const at = paths.editProgramme.item.at('de', { edition: mine.slug, item: mine.session })
  const add = paths.editProgramme.add.at('de', { edition: mine.slug })
  const fields = await formAt(world, at, team)
  const before = await held(world)
  for (const [field, value] of [['roomId', other.room] as const, ['trackId', other.track] as const])
    for (const [path, form] of [[at, fields] as const, [add, { titleDe: 'Neu', format: 'talk' }] as const]) {
      const answer = await world.post(path, { ...form, [field]: value }, team)
      expect([answer.statusCode, answer.payload.includes(secret)]).toEqual([422, false])
      expect(answer.payload).toContain(`href="#f-${field}"`)
    }
  expect(await held(world)).toEqual(before)
  await world.post(at, { ...fields, speaker1Id: other.speaker, speaker1Name: 'Eigene Person' }, team)
  const speakers = await world.db.selectFrom('speakers').select(['sessionId', 'name']).orderBy('name').execute()
  expect(speakers).toEqual([
    { sessionId: mine.session, name: 'Eigene Person' },
    { sessionId: other.session, name: secret },
  ])
})

test('a logo is changed only where the organisation takes part', async ({ world }) => {
  const mine = await anEdition(world)
  const other = await anEdition(world, { number: 8, slug: '2028-ulm' })
  const { id } = await world.db
    .insertInto('organisations')
    .values({ name: secret, kind: 'other' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const row = { editionId: other.id, organisationId: id, part: 'host' as const, position: 1 }
  await world.db.insertInto('editionOrganisations').values(row).execute()
  const team = await world.person('congress_team', mine.id)
  const logo = paths.editLogo.at('de', { edition: mine.slug, organisation: id })
  const remove = paths.removeOrganisation.at('de', { edition: mine.slug })
  for (const [path, fields] of [
    [logo, { noFile: 'on' }],
    [remove, { organisation: id, part: 'host' }],
  ] as const) {
    const answer = await world.post(path, fields, team)
    expect([answer.statusCode, answer.payload.includes(secret)]).toEqual([404, false])
  }
  expect((await world.get(logo, team)).statusCode).toBe(404)
  expect(await world.db.selectFrom('editionOrganisations').select('editionId').execute()).toEqual([
    { editionId: other.id },
  ])
})
