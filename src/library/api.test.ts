import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { anOpenEdition, aSession } from '../../test/congress.ts'
import { aGroup, aMember } from '../../test/groups.ts'
import { aDocument } from '../../test/library.ts'
import { aMeeting } from '../../test/meetings.ts'
import { anAgreement, someMinutes } from '../../test/minutes.ts'
import { anOrganisation } from '../../test/organisations.ts'
import { aPaper } from '../../test/papers.ts'
import { aPiece } from '../../test/thread.ts'
import { aVote } from '../../test/votes.ts'
import { test, type World } from '../../test/world.ts'

const pdf = Buffer.from('%PDF')
const done = { content: '{}', pdf, sha256: createHash('sha256').update(pdf).digest() }

/** A group that met, approved its minutes, decided, adopted a paper and carried a motion; it shows `shown` of it. */
async function aGroupAtWork(world: World, editionId: string, shown: string[]) {
  const at = world.clock.now
  const group = await aGroup(world, editionId, { name: { de: 'Neckarverkehr' }, state: 'working', shown })
  const meeting = await aMeeting(world, group, { state: 'held' })
  await someMinutes(world, meeting)
  await anAgreement(world, { groupId: group, meetingId: meeting }, { kind: 'decision', text: 'Takt verdichten' })
  await world.db
    .updateTable('minutes')
    .set({ ...done, state: 'approved', approvedAt: at })
    .execute()
  await aPaper(world, group, { ...done, state: 'adopted', adoptedAt: at })
  await aPaper(world, group, { title: 'Entwurf' })
  const result = JSON.stringify({ outcome: 'accepted', chosen: [2], counts: [] })
  const id = await aVote(world, group, { method: 'one', state: 'open', openedAt: at })
  const options = ['Bus', 'Bahn'].map((text, index) => ({ voteId: id, position: index + 1, text }))
  await world.db.insertInto('voteOptions').values(options).execute()
  await world.db.updateTable('votes').set({ state: 'closed', closedAt: at, result }).execute()
  return group
}

test('the description of the interface names every address of every room, and each tells what it says', async ({
  world,
}) => {
  const { id: editionId } = await anOpenEdition(world, { slug: 'kongress' })
  await aSession(world, editionId, { title: { de: 'Auftakt' } })
  const group = await aGroupAtWork(world, editionId, ['meetings', 'minutes', 'agreements', 'papers'])
  await aPiece(world, 'project', { title: { de: 'Vorhaben' } })
  await aPiece(world, 'project', { title: { de: 'Entwurf' }, publishedAt: null })
  await anOrganisation(world)
  await anOrganisation(world, { name: 'Unbestätigt', isConfirmed: false })
  const { id: document } = await aDocument(world, {})
  const draft = await aDocument(world, { state: 'draft', publishedAt: null })
  const collection = { slug: 'sammlung', title: { de: 'Sammlung' }, isPublished: true }
  const times = { createdAt: world.clock.now, changedAt: world.clock.now }
  const { id: collectionId } = await world.db
    .insertInto('collections')
    .values({ ...collection, ...times })
    .returning('id')
    .executeTakeFirstOrThrow()
  const put = [document, draft.id].map((documentId, position) => ({ collectionId, documentId, position }))
  await world.db.insertInto('collectionDocuments').values(put).execute()

  const { openapi, paths, components } = (await world.get('/api/openapi.json')).json()
  const office = await world.person('office')
  const told = async (path: string) => (await world.get(path, office)).json()
  const ofGroup = (what: string) => told(`/api/groups/${group}/${what}`)
  const shapes = {
    Congress: (await told('/api/congresses')).congresses,
    Session: (await told('/api/congresses/kongress')).sessions,
    Group: (await told('/api/groups')).groups,
    Meeting: (await ofGroup('meetings')).meetings,
    Minutes: (await ofGroup('minutes')).minutes,
    Decision: (await ofGroup('minutes')).decisions,
    Paper: (await ofGroup('papers')).papers,
    Vote: (await ofGroup('votes')).votes,
    Piece: (await told('/api/pieces')).pieces,
    Organisation: (await told('/api/organisations')).organisations,
    Collection: (await told('/api/collections')).collections,
  }
  for (const [name, list] of Object.entries(shapes)) {
    expect([name, list.length]).toEqual([name, 1])
    expect([name, Object.keys(list[0]).sort()]).toEqual([name, Object.keys(components.schemas[name].properties).sort()])
  }
  expect([shapes.Vote[0].chosen, shapes.Decision[0].text, shapes.Collection[0].documents]).toEqual([
    ...[['Bahn'], 'Takt verdichten', [document]],
  ])
  const own = world.open.routes
    .map(({ path }) => path.de as string)
    .filter((path) => path.startsWith('/api/') && path !== '/api/openapi.json')
  expect(
    Object.keys(paths)
      .filter((path) => path.startsWith('/api/'))
      .sort(),
  ).toEqual(own.map((path) => path.replace(/:(\w+)/g, '{$1}')).sort())
  expect([openapi, Object.keys(paths).some((path) => path.startsWith('/atlas/'))]).toEqual(['3.1.0', true])
  expect((await world.get('/api/congresses/gibt-es-nicht')).statusCode).toBe(404)
})

test('of a group that shows nothing, programs are told nothing, not even where a member asks', async ({ world }) => {
  const { id: editionId } = await anOpenEdition(world, {})
  const group = await aGroupAtWork(world, editionId, [])
  const { person } = await aMember(world, group)
  const told = await Promise.all(
    ['meetings', 'minutes', 'papers', 'votes'].map(async (what) =>
      (await world.get(`/api/groups/${group}/${what}`, person)).json(),
    ),
  )
  expect(told).toEqual([{ meetings: [] }, { minutes: [], decisions: [] }, { papers: [] }, { votes: [] }])
})
