import { expect } from 'vitest'
import { aBooking, aDocument, anEdition, aRoom, aSession, audit, formAt } from '../../test/congress.ts'
import { keptFiles, upload } from '../../test/files.ts'
import { workedThrough } from '../../test/people.ts'
import { openWorld, test, type World } from '../../test/world.ts'
import { paths } from './paths.ts'

const removing = (edition: string) => paths.removeEdition.at('de', { edition })
const editionsLeft = ({ db }: World) => db.selectFrom('editions').select('slug').orderBy('slug').execute()

test('a draft is deleted with everything in it, after a page has said what goes; its traces stay for the office', async ({
  world,
}) => {
  const { id, slug } = await anEdition(world, { announcedAt: null, seats: 50 })
  const office = await world.person('office')
  const team = await world.person('congress_team', id)
  const room = await aRoom(world, id)
  await aSession(world, id, { roomId: room.id, seats: 20 })
  await aDocument(world, id)
  const documents = paths.editParts.documents.add.at('de', { edition: slug })
  const file = { name: 'Thesen.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF\n') }
  await upload(world, documents, office, file, { titleDe: 'Papier', kindDe: 'Papier' })
  expect((await world.get(paths.edit.at('de', { edition: slug }), team)).payload).not.toContain(removing(slug))
  expect((await world.post(removing(slug), {}, team)).statusCode).toBe(404)
  expect((await world.get(paths.edit.at('de', { edition: slug }), office)).payload).toContain(removing(slug))
  const asked = (await world.get(removing(slug), office)).payload
  for (const gone of ['ein Programmpunkt', 'ein Raum', '2 Dokumente, auch ihre Dateien', 'ein Recht,'])
    expect(asked).toContain(gone)
  expect((await world.post(removing(slug), {}, office)).headers.location).toBe(
    paths.office.at('de', {}, { saved: '1' }),
  )
  await workedThrough(world)
  expect([await editionsLeft(world), await keptFiles(world)]).toEqual([[], []])
  expect((await world.get(paths.edit.at('de', { edition: slug }), office)).statusCode).toBe(404)
  expect(await audit(world, 'edition.removed')).toMatchObject([{ before: { slug }, editionId: null }])
  expect(await audit(world, 'documents.added')).toHaveLength(1)
})

test('an edition that is public, or that somebody has registered for, is not deleted, and the page says why', async ({
  world,
}) => {
  const open = await anEdition(world)
  const draft = await anEdition(world, { number: 8, slug: '2028-ulm', announcedAt: null })
  const session = await aSession(world, draft.id, { isBookable: true })
  await aBooking(world, draft.id, session.id)
  await world.db.updateTable('registrations').set({ state: 'cancelled', cancelledAt: world.clock.now }).execute()
  const office = await world.person('office')
  const refused = async (slug: string, why: string) => {
    expect((await world.get(removing(slug), office)).payload).toContain(why)
    const answer = await world.post(removing(slug), {}, office)
    expect([answer.statusCode, answer.payload.includes(why)]).toEqual([409, true])
  }
  await refused(open.slug, 'Dieser Kongress ist kein Entwurf')
  await refused(draft.slug, 'gibt es eine Anmeldung, auch abgesagte zählen')
  expect(await editionsLeft(world)).toHaveLength(2)
})

test('what was deleted is gone from kept pages, the sitemap and the feed at once', async () => {
  const world = await openWorld({ isCaching: true })
  try {
    const { id, slug } = await anEdition(world)
    const session = await aSession(world, id, { title: { de: 'Netze der Zukunft' } })
    const other = await anEdition(world, { number: 8, slug: '2028-ulm', title: { de: '8. Kongress in Ulm' } })
    const office = await world.person('office')
    const addresses = ['/', '/kongresse', '/neues.atom', '/sitemap.xml', paths.edition.at('de', { edition: slug })]
    const naming = async (text: string) => {
      const pages = await Promise.all(addresses.map((address) => world.get(address)))
      expect(pages.map(({ statusCode }) => statusCode)).toEqual(addresses.map(() => 200))
      return addresses.filter((_, index) => pages[index]!.payload.includes(text))
    }
    const eventually = (text: string, wanted: string[]) => expect.poll(() => naming(text)).toEqual(wanted)
    expect(await naming('Netze der Zukunft')).toEqual([addresses[4]])
    expect(await naming(session.id)).toContain('/sitemap.xml')
    await world.post(paths.editProgramme.remove.at('de', { edition: slug, item: session.id }), {}, office)
    await eventually('Netze der Zukunft', [])
    await eventually(session.id, [])
    expect((await naming('2028-ulm')).length).toBeGreaterThan(2)
    const state = paths.editState.at('de', { edition: other.slug })
    await world.post(state, { ...(await formAt(world, state, office)), stateByHand: 'draft' }, office)
    expect((await world.post(removing(other.slug), {}, office)).statusCode).toBe(303)
    await eventually('2028-ulm', [])
  } finally {
    await world.close()
  }
})
