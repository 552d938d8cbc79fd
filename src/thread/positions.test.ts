import { expect } from 'vitest'
import { anAtlas } from '../../test/atlas.ts'
import { aDocument } from '../../test/library.ts'
import { anOrganisation, aSteward } from '../../test/organisations.ts'
import { textOfPdf } from '../../test/pdf.ts'
import { aPiece, aPoint, aVersion } from '../../test/thread.ts'
import { type Fields, test, type World } from '../../test/world.ts'

const at = '/positionen/schatten'
const signature = { person: 'Anna Amt', signedOn: '2026-03-02', decision: 'Kreistag, 1. März 2026', seen: '1' }

/** A public position with a kept wording, carried by the district of Calw, whose steward is given. */
async function aCarried(world: World) {
  const { id } = await aPiece(world, 'position', { slug: 'schatten', title: { de: 'Schatten auf Plätzen' } })
  await aVersion(world, id)
  const organisationId = await anOrganisation(world, { name: 'Landkreis Calw' })
  await world.db
    .insertInto('pieceOrganisations')
    .values({ pieceId: id, organisationId, part: 'lead', position: 1 })
    .execute()
  return { id, steward: (await aSteward(world, organisationId)).person }
}

test('what is signed is a wording: the next one begins without signatures, and each has its letter', async ({
  world,
}) => {
  const office = await world.person('office')
  const { id } = await aCarried(world)
  await world.post(`${at}/unterschriften`, { organisation: 'Landkreis Calw', ...signature }, office)
  await aPoint(world, id, { text: { de: 'Bäume werden gefördert.' } })
  await world.post(`/verwaltung/faden/${id}/fassungen`, { note: 'Die erste Forderung' }, office)
  const same = await world.post(`/verwaltung/faden/${id}/fassungen`, { note: '' }, office)
  expect([same.statusCode, same.body.includes('derselbe wie in der letzten Fassung')]).toEqual([409, true])
  const letter = async (no: number) => textOfPdf((await world.get(`${at}/fassungen/${no}/schreiben.pdf`)).rawPayload)
  const [first, second] = [await letter(1), await letter(2)]
  expect([first, second].map((text) => text.includes('Kreistag, 1. März 2026'))).toEqual([true, false])
  expect([first, second].map((text) => text.includes('Bäume werden gefördert.'))).toEqual([false, true])
  const differs = (await world.get(`${at}/fassungen/2`)).body
  expect(/<ins>.*?<\/ins>/s.exec(differs)?.[0]).toContain('Bäume werden gefördert.')
  const late = await world.post(`${at}/unterschriften`, { organisation: 'Stadt Calw', ...signature }, office)
  expect([late.statusCode, late.body.includes('eine neuere Fassung')]).toEqual([409, true])
})

test('who looks after an organisation signs for it alone, and takes it back until the position is handed over', async ({
  world,
}) => {
  const { id, steward } = await aCarried(world)
  const sign = (organisation: string, signedOn = '2026-05-05') =>
    world.post(`${at}/unterschriften`, { ...signature, organisation, signedOn }, steward)
  // Here the fifth of May has begun.
  world.clock.now = new Date('2026-05-04T22:30:00Z')
  expect((await sign('Landkreis Calw', '2026-05-06')).statusCode).toBe(409)
  const row = { name: 'Stadt Heilbronn', kind: 'municipality' } as const
  const other = await world.db.insertInto('organisations').values(row).returning('id').executeTakeFirstOrThrow()
  const since = { invitedAt: world.clock.now, joinedAt: world.clock.now }
  const looksAfter = { organisationId: other.id, personId: steward.id, ...since }
  await world.db.insertInto('organisationStewards').values(looksAfter).execute()
  const own = await sign('Stadt Heilbronn')
  expect([own.statusCode, (await sign('Landkreis Göppingen')).statusCode]).toEqual([409, 409])
  expect(await world.sql('select id from position_signatures')).toEqual([])
  expect((await sign('Landkreis Calw')).statusCode).toBe(303)
  const page = (await world.get(at)).body
  expect(['Anna Amt', '5. Mai 2026', 'Kreistag, 1. März 2026'].filter((words) => !page.includes(words))).toEqual([])
  const [{ id: signed }] = (await world.sql('select id from position_signatures')) as [{ id: string }]
  const takeBack = () => world.post(`${at}/unterschriften/${signed}/ruecknahme`, {}, steward)
  await world.db.updateTable('pieces').set({ state: 'handed_over' }).where('id', '=', id).execute()
  expect((await takeBack()).statusCode).toBe(409)
  await world.db.updateTable('pieces').set({ state: 'idea' }).where('id', '=', id).execute()
  expect((await takeBack()).statusCode).toBe(303)
  expect(await world.sql('select id from position_signatures')).toEqual([])
})

test('of eight who sign for the same organisation at the same moment one does', async ({ world }) => {
  const { steward } = await aCarried(world)
  const answers = await world.together(8, () =>
    world.post(`${at}/unterschriften`, { organisation: 'Landkreis Calw', ...signature }, steward),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, ...Array(7).fill(409)])
})

test('a verdict leads to the page of the document that shows it, and a page belongs to a document', async ({
  world,
}) => {
  const office = await world.person('office')
  const { id } = await aCarried(world)
  const document = await aDocument(world, { title: 'Antwort des Landes' })
  const inner = await aDocument(world, { title: 'Nur für Mitglieder', access: 'members' })
  const judged = (fields: Fields) =>
    world.post(
      `/verwaltung/faden/${id}/forderungen/neu`,
      { textDe: 'Bäume fördern', verdict: 'taken_up', evidenceDe: 'Zugesagt', evidencePage: '7', ...fields },
      office,
    )
  expect((await judged({})).statusCode).toBe(409)
  await judged({ evidenceDocumentId: document.id })
  await judged({ evidenceDocumentId: inner.id })
  const page = (await world.get(at)).body
  expect(page).toContain(`<a href="/bibliothek/${document.slug}/text?ab=7#seite-7">Antwort des Landes</a>, Seite 7`)
  expect(page).not.toContain('Nur für Mitglieder')
})

test('a position quotes frozen views in its wording and its letter, and says when there are newer data', async ({
  world,
}) => {
  const { db, clock } = world
  await anAtlas(world)
  const office = await world.person('office')
  const { id } = await aCarried(world)
  const save = async (figures: string) => {
    const { revision } = await db.selectFrom('pieces').select('revision').executeTakeFirstOrThrow()
    const seen = String(revision)
    return world.post(`/verwaltung/faden/${id}`, { seen, titleDe: 'Schatten auf Plätzen', figures }, office)
  }
  expect((await save('/atlas/kennzahlen/population')).body).toContain('zeigt keine Ansicht des Atlas')
  expect((await save('http://x.test/en/atlas/views/places?kennzahl=population&x=1')).statusCode).toBe(303)
  const view = '/atlas/ansichten/places?kennzahl=population&fassung=1'
  expect(await world.sql('select figures from pieces')).toEqual([{ figures: [view] }])
  await world.post(`/verwaltung/faden/${id}/fassungen`, { note: 'Mit Zahlen' }, office)
  const letter = await textOfPdf((await world.get(`${at}/fassungen/2/schreiben.pdf`)).rawPayload)
  expect(letter.replaceAll(/\s/g, '')).toContain(view)
  await save('')
  const load = { kind: 'values', sourceId: 'amt', createdAt: clock.now, publishedAt: clock.now } as const
  const page = async () => (await world.get(`${at}/fassungen/2`)).body
  expect(await page()).toContain(view.replace('?', '/svg?').replace('&', '&amp;'))
  expect(await page()).not.toContain('neuere Daten')
  const version = await db.insertInto('dataVersions').values(load).returning('id').executeTakeFirstOrThrow()
  const value = { indicatorId: 'population', year: 2026, asOf: '2026-12-31', districtKey: '08121', value: 5 }
  await db
    .insertInto('indicatorValues')
    .values({ ...value, versionId: version.id })
    .execute()
  expect(await page()).toContain('Datenfassung 1. Inzwischen gibt es neuere Daten.')
})
