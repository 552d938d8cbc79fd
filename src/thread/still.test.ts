import { expect } from 'vitest'
import { anOrganisation, aSteward } from '../../test/organisations.ts'
import { keptMails, workedThrough } from '../../test/people.ts'
import { aPiece } from '../../test/thread.ts'
import { test, type World } from '../../test/world.ts'
import { thread } from './index.ts'

/** So many days later the job runs; gives the mails that it sent. */
async function askedAfter(world: World, days: number) {
  const before = (await keptMails(world)).length
  const { db, house, clock } = world
  clock.now = new Date(clock.now.getTime() + days * 86_400_000)
  const visit = { db, house, read: db as never, viewer: { kind: 'system' }, now: clock.now, language: 'de' } as const
  await thread.jobs!.askAboutStill!(visit, {})
  await workedThrough(world)
  return (await keptMails(world)).slice(before)
}

test('who is responsible is asked once a year what became of it, until something moves or they want no more of it', async ({
  world,
}) => {
  const organisationId = await anOrganisation(world)
  await aSteward(world, organisationId)
  for (const [slug, isExample] of [
    ['pegel', false],
    ['beispiel', true],
  ] as const) {
    const { id: pieceId } = await aPiece(world, 'project', { slug, title: { de: `Vorhaben ${slug}` }, isExample })
    await world.db
      .insertInto('pieceOrganisations')
      .values({ pieceId, organisationId, part: 'lead', position: 1 })
      .execute()
  }
  expect(await askedAfter(world, 364)).toEqual([])
  const isMarked = async () => (await world.get('/projekte/pegel')).body.includes('seit über einem Jahr nichts Neues')
  expect(await isMarked()).toBe(false)
  const [mail = '', ...more] = await askedAfter(world, 2)
  expect([more.length, mail.includes('Vorhaben pegel'), await isMarked()]).toEqual([0, true, true])
  expect((await askedAfter(world, 300)).length).toBe(0)
  expect((await askedAfter(world, 66)).length).toBe(1)
  const link = /\/was-wurde-daraus\/keine-mails\/[\w-]{22,}/.exec(mail)?.[0] ?? ''
  const oneClick = await world.app.inject({
    method: 'POST',
    url: link,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  })
  expect([oneClick.statusCode, (await world.get(link)).body.includes('keine solchen Mails mehr')]).toEqual([303, true])
  expect((await askedAfter(world, 400)).length).toBe(0)
})
