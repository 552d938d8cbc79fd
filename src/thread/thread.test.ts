import { expect } from 'vitest'
import { anEdition } from '../../test/congress.ts'
import { aGroup } from '../../test/groups.ts'
import { carried } from '../../test/projects.ts'
import { anEvent, aPiece, aRelation } from '../../test/thread.ts'
import { type Fields, lockOff, test, type World } from '../../test/world.ts'
import { inChange, isRefusal } from '../platform/visit.ts'
import { changePiece } from './commands/pieces.ts'

const idIn = (location: unknown) => /\/faden\/([0-9a-f-]{36})/.exec(String(location))?.[1] ?? ''

/** Enters a piece by the form and publishes it; gives its id. */
async function entered(world: World, kind: string, fields: Fields, who: Awaited<ReturnType<World['person']>>) {
  const answer = await world.post(`/verwaltung/faden/neu/${kind}`, { seen: '0', ...fields }, who)
  const id = idIn(answer.headers.location)
  await world.post(`/verwaltung/faden/${id}/veroeffentlichung`, {}, who)
  return id
}
const happened = (world: World, id: string, fields: Fields, who: Awaited<ReturnType<World['person']>>) =>
  world.post(`/verwaltung/faden/${id}/ereignisse/neu`, { titleDe: 'Es geschah', ...fields }, who)

test('a result becomes a project in one step, and what happens with the project is told on the result’s page', async ({
  world,
}) => {
  const office = await world.person('office')
  const { id: editionId } = await anEdition(world)
  const fields = {
    titleDe: 'Pegel gemeinsam nutzen',
    textDe: 'Der Wortlaut der These.',
    editionId,
    leads: 'Landkreis Calw',
  }
  const result = await entered(world, 'result', fields, office)
  const made = await world.post(`/verwaltung/faden/${result}/daraus`, { kind: 'project' }, office)
  const project = idIn(made.headers.location)
  expect(project).not.toBe('')
  expect((await world.get('/ergebnisse/pegel-gemeinsam-nutzen')).body).not.toContain('Pegelverbund')
  await world.post(`/verwaltung/faden/${project}/veroeffentlichung`, {}, office)
  await happened(world, project, { kind: 'begun', titleDe: 'Pegelverbund beginnt', happenedOn: '2026-03-02' }, office)
  const page = (await world.get('/ergebnisse/pegel-gemeinsam-nutzen')).body
  expect(page).toContain('Daran wird gearbeitet.')
  expect(page).toContain('Pegelverbund beginnt')
  expect(page).toContain('2. März 2026')
  expect(
    await world.sql(`select p.title ->> 'de' title, p.text ->> 'de' wording, o.name from pieces p
      join piece_organisations po on po.piece_id = p.id join organisations o on o.id = po.organisation_id where p.kind = 'project'`),
  ).toEqual([{ title: 'Pegel gemeinsam nutzen', wording: 'Der Wortlaut der These.', name: 'Landkreis Calw' }])
})

test('an edition tells of how many results what became, by what happened', async ({ world }) => {
  const { id: editionId, slug } = await anEdition(world)
  const result = (title: string) => aPiece(world, 'result', { title: { de: title }, editionId })
  const [one, two, three] = [await result('Eins'), await result('Zwei'), await result('Drei')]
  await result('Vier')
  await anEvent(world, two.id, { kind: 'abandoned', title: { de: 'Keine Strecke' }, happenedOn: '2026-02-01' })
  const project = (outcome: 'carried_out' | 'under_way' | 'not_taken_up') => aPiece(world, 'project', { outcome })
  await aRelation(world, one.id, 'led_to', (await project('carried_out')).id)
  await aRelation(world, two.id, 'led_to', (await project('not_taken_up')).id)
  await aRelation(world, (await project('under_way')).id, 'carries_out', three.id)
  const overall = (await world.get('/was-wurde-daraus')).body
  expect(overall).toContain('Von 4 Ergebnissen: 1 umgesetzt, 1 in Arbeit, 1 nicht weitergeführt, 1 hier nicht bekannt.')
  expect((await world.get(`/en/congresses/${slug}/what-became-of-it`)).body).toContain('4 results are there already')
  expect((await world.get(`/kongresse/${slug}/was-wurde-daraus`)).body).toContain('Grund: Keine Strecke')
  expect((await world.get(`/kongresse/${slug}`)).body).toContain(`href="/kongresse/${slug}/was-wurde-daraus"`)
})

test('a congress leads from a working group to what became of its result, and of several to all of them', async ({
  world,
}) => {
  const { id: editionId, slug } = await anEdition(world)
  const groupId = await aGroup(world, editionId)
  const onward = async () => /class="then"><a href="([^"]+)"/.exec((await world.get(`/kongresse/${slug}`)).body)?.[1]
  expect(await onward()).toBeUndefined()
  const one = await aPiece(world, 'result', { editionId, groupId })
  expect(await onward()).toBe(`/ergebnisse/${one.slug}`)
  await aPiece(world, 'result', { editionId, groupId })
  expect(await onward()).toBe(`/kongresse/${slug}/was-wurde-daraus`)
})

test('a result of which a project was made is under way, though that has not begun; a draft tells nothing yet', async ({
  world,
}) => {
  const { id: editionId } = await anEdition(world)
  const result = await aPiece(world, 'result', { editionId, slug: 'eine-these' })
  const project = await aPiece(world, 'project', { publishedAt: null })
  await aRelation(world, result.id, 'led_to', project.id)
  const office = await world.person('office')
  for (const who of [undefined, office])
    expect((await world.get('/ergebnisse/eine-these', who)).body).toContain('ist hier nicht bekannt.')
  await world.db.updateTable('pieces').set({ publishedAt: world.clock.now }).execute()
  const page = (await world.get('/en/results/eine-these')).body
  expect(page).toContain('It became one project, not yet begun.')
  expect((await world.get('/ergebnisse/eine-these')).body).toContain('Daraus wurde ein Projekt, noch nicht begonnen.')
  expect((await world.get('/was-wurde-daraus')).body).toContain('Von einem Ergebnis: 1 in Arbeit.')
})

test('what has no date stands under a heading of its own, after all that has one', async ({ world }) => {
  const { id: editionId } = await anEdition(world)
  const result = await aPiece(world, 'result', { editionId, slug: 'eine-these' })
  await anEvent(world, result.id, { title: { de: 'Irgendwann' }, happenedOn: null, plannedFor: null })
  const page = (await world.get('/ergebnisse/eine-these')).body
  const places = ['Dem Kongress übergeben', '<h2>Zeitpunkt nicht bekannt</h2>', 'Irgendwann'].map((one) =>
    page.indexOf(one),
  )
  expect(places.every((at) => at > 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('projects on the same topic are named on the list of results and lead to their pages', async ({ world }) => {
  const { id: editionId, slug } = await anEdition(world)
  const result = await aPiece(world, 'result', { editionId })
  for (const name of ['eins', 'zwei'])
    await aRelation(
      world,
      result.id,
      'same_topic',
      (await aPiece(world, 'project', { slug: name, title: { de: name } })).id,
    )
  const page = (await world.get(`/kongresse/${slug}/was-wurde-daraus`)).body
  expect(page).toContain('Zum selben Thema:')
  expect([...page.matchAll(/<a href="(\/projekte\/(?:eins|zwei))">/g)].map(([, href]) => href).sort()).toEqual([
    '/projekte/eins',
    '/projekte/zwei',
  ])
})

test('where nothing is known of any result it is said once, and counts come first where something is', async ({
  world,
}) => {
  const { id: editionId, slug } = await anEdition(world)
  for (const name of ['eins', 'zwei']) await aPiece(world, 'result', { editionId, title: { de: name } })
  const page = async () =>
    (await world.get(`/kongresse/${slug}/was-wurde-daraus`)).body.replace(/<head>.*<\/head>/s, '')
  const unknown = await page()
  expect(unknown.match(/hier von keinem bekannt/g)).toHaveLength(1)
  expect(unknown).not.toContain('hier nicht bekannt')
  await aPiece(world, 'result', { editionId, title: { de: 'drei' }, outcome: 'carried_out', state: 'completed' })
  const known = await page()
  expect([...known.matchAll(/<dd>(\d)<\/dd>/g)].map(([, count]) => count)).toEqual(['1', '0', '0', '2'])
  expect(known.indexOf('Von 3 Ergebnissen')).toBeLessThan(known.indexOf('>drei<'))
})

test('the menu marks where one is on a result and on what became of a congress', async ({ world }) => {
  const { id: editionId, slug } = await anEdition(world)
  await aPiece(world, 'result', { editionId, slug: 'eine-these' })
  const marked = async (address: string) =>
    [...(await world.get(address)).body.matchAll(/<a[^>]*aria-current="page"[^>]*>([^<]*)</g)].map(([, words]) => words)
  const pages = ['/ergebnisse/eine-these', `/kongresse/${slug}/was-wurde-daraus`, `/kongresse/${slug}`, '/projekte']
  expect(await Promise.all(pages.map(async (page) => new Set(await marked(page))))).toEqual(
    ['Was wurde daraus?', 'Was wurde daraus?', 'Kongresse', 'Projekte'].map((words) => new Set([words])),
  )
})

test('a last entry is told only where something was entered after the piece itself', async ({ world }) => {
  const [createdAt, later] = [new Date('2025-01-01'), new Date('2025-02-01')]
  await aPiece(world, 'project', { slug: 'still', createdAt, movedAt: createdAt })
  await aPiece(world, 'project', { slug: 'bewegt', createdAt, movedAt: later })
  const tells = async (slug: string) => (await world.get(`/projekte/${slug}`)).body.includes('Zuletzt eingetragen')
  expect([await tells('still'), await tells('bewegt')]).toEqual([false, true])
})

test('a working group of another congress is refused at its field', async ({ world }) => {
  const { id: editionId } = await anEdition(world)
  const other = await anEdition(world, { number: 8, slug: '2028-calw', sortOn: '2028-10-01' })
  const { id: groupId } = await world.db
    .insertInto('workingGroups')
    .values({ editionId: other.id, name: { de: 'Wasser' }, position: 0 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const fields = { seen: '0', titleDe: 'Eine These', editionId, groupId }
  const { body } = await world.post('/verwaltung/faden/neu/result', fields, await world.person('office'))
  expect(body).toContain(
    '<a href="#f-groupId">Arbeitsgruppe: Diese Arbeitsgruppe gehört zu einem anderen Kongress.</a>',
  )
  expect(/<select[^>]*name="groupId"[^>]*>/.exec(body)?.[0]).toContain('aria-describedby="f-groupId-error"')
})

test('the same topic claims no effect: the result stays unknown', async ({ world }) => {
  const { id: editionId } = await anEdition(world)
  const result = await aPiece(world, 'result', { editionId, slug: 'eine-these' })
  const project = await aPiece(world, 'project', {
    title: { de: 'Nachbarvorhaben' },
    outcome: 'carried_out',
    state: 'completed',
  })
  await aRelation(world, result.id, 'same_topic', project.id)
  const page = (await world.get('/ergebnisse/eine-these')).body
  expect(page).toContain('Was aus diesem Ergebnis wurde, ist hier nicht bekannt.')
  expect(page).toContain('Nachbarvorhaben')
})

test('the next congress begins with what was agreed last time, on its page and as a tagged PDF', async ({ world }) => {
  const last = await anEdition(world, {
    number: 6,
    slug: '2024-stuttgart',
    sortOn: '2024-11-08',
    title: { de: '6. Kongress' },
  })
  await anEdition(world)
  await aPiece(world, 'result', { title: { de: 'Was man vereinbart hat' }, editionId: last.id })
  const page = (await world.get('/kongresse/2026-heilbronn/was-wurde-daraus')).body
  expect(page).toContain('Zuletzt vereinbart: 6. Kongress')
  expect(page).toContain('Was man vereinbart hat')
  expect((await world.get('/kongresse/2026-heilbronn/bericht')).body).toContain('6. Kongress: Von einem Ergebnis')
  const report = await world.get('/kongresse/2026-heilbronn/bericht.pdf')
  expect(report.rawPayload.toString('latin1')).toMatch(/<pdfuaid:part>1</)
})

test('a verdict needs its evidence, and together they say what became of a position', async ({ world }) => {
  const office = await world.person('office')
  const id = await entered(world, 'position', { titleDe: 'Schatten auf Plätzen' }, office)
  const point = (fields: Fields) =>
    world.post(`/verwaltung/faden/${id}/forderungen/neu`, { textDe: 'Bäume fördern', ...fields }, office)
  expect((await point({ verdict: 'not' })).statusCode).toBe(409)
  await point({ verdict: 'not', evidenceDe: 'Antwort, Seite 2' })
  expect(await world.sql(`select outcome from pieces where id = '${id}'`)).toEqual([{ outcome: 'not_taken_up' }])
  expect((await world.get('/was-wurde-daraus/nicht-weiter')).body).toContain('Schatten auf Plätzen')
})

test('what cannot follow is refused at its field, and nothing is written', async ({ world }) => {
  const office = await world.person('office')
  const id = await entered(world, 'project', { titleDe: 'Ein Vorhaben' }, office)
  const answer = await happened(world, id, { kind: 'paused', happenedOn: '2026-01-01' }, office)
  expect([answer.statusCode, answer.body.includes('Das kann hier nicht folgen')]).toEqual([409, true])
  expect((await happened(world, id, { kind: 'begun', happenedOn: '2026-02-30' }, office)).statusCode).toBe(422)
  expect(await world.sql('select count(*)::int as n from piece_events')).toEqual([{ n: 0 }])
})

test('of eight who begin the same project at the same moment one does, and the state says so', async ({ world }) => {
  const office = await world.person('office')
  const id = await entered(world, 'project', { titleDe: 'Ein Vorhaben' }, office)
  const answers = await world.together(8, () =>
    happened(world, id, { kind: 'begun', happenedOn: '2026-03-01' }, office),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, ...Array(7).fill(409)])
  expect(await world.sql(`select state, (select count(*)::int from piece_events) as events from pieces`)).toEqual([
    { state: 'under_way', events: 1 },
  ])
})

test('two who change a piece at once do not overwrite each other', async ({ world }) => {
  const office = await world.person('office')
  const id = await entered(world, 'project', { titleDe: 'Ein Vorhaben' }, office)
  const [{ revision }] = (await world.sql(`select revision::text from pieces where id = '${id}'`)) as [
    { revision: string },
  ]
  const save = (titleDe: string) => world.post(`/verwaltung/faden/${id}`, { seen: revision, titleDe }, office)
  const answers = await world.together(2, (n) => save(`Fassung ${n}`))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
})

test('without the lock both would be told that they saved: the proof that the lock is what holds', async ({
  world,
}) => {
  const office = await world.person('office')
  const id = await entered(world, 'project', { titleDe: 'Ein Vorhaben' }, office)
  const [{ revision: seen }] = (await world.sql('select revision from pieces')) as [{ revision: number }]
  const viewer = {
    kind: 'person',
    id: office.id,
    name: '',
    signIn: '',
    roles: [{ role: 'office', edition: null }],
  } as const
  const visit = { house: world.house, now: world.clock.now, language: 'de', viewer } as const
  const nothing = {
    text: null,
    reason: null,
    addressee: null,
    fieldId: null,
    editionId: null,
    groupId: null,
    starts: null,
    ends: null,
    link: null,
    sourceId: null,
  }
  const belongings = { organisations: [], districts: [] }
  const saved = await world.together(2, (n) =>
    inChange(world.db.withPlugin(lockOff), visit, (change) =>
      changePiece(change, { id, seen, kind: 'project', title: { de: `Fassung ${n}` }, ...nothing, ...belongings }),
    ),
  )
  expect(saved.map(isRefusal)).toEqual([false, false])
})

test('a team enters results of its congress alone, and no projects', async ({ world }) => {
  const { id: editionId } = await anEdition(world)
  const other = await anEdition(world, { number: 8, slug: '2028-calw', sortOn: '2028-10-01' })
  const team = await world.person('congress_team', editionId)
  const enter = (kind: string, edition: string) =>
    world.post(`/verwaltung/faden/neu/${kind}`, { seen: '0', titleDe: 'Eine These', editionId: edition }, team)
  const project = await aPiece(world, 'project')
  expect([
    (await enter('result', editionId)).statusCode,
    (await enter('result', other.id)).statusCode,
    (await enter('project', editionId)).statusCode,
    (await world.get(`/verwaltung/faden/${project.id}`, team)).statusCode,
  ]).toEqual([303, 409, 404, 404])
})

test('a team unlinks what its own piece is linked with, and no link between others', async ({ world }) => {
  const { id: editionId } = await anEdition(world)
  const team = await world.person('congress_team', editionId)
  const own = await aPiece(world, 'result', { editionId })
  const [one, two] = [await aPiece(world, 'project'), await aPiece(world, 'position')]
  const [foreign, mine] = [
    await aRelation(world, one.id, 'answers', two.id),
    await aRelation(world, one.id, 'carries_out', own.id),
  ]
  const unlink = async (id: string) =>
    (await world.post(`/verwaltung/faden/${own.id}/verbindungen/${id}/loeschen`, {}, team)).statusCode
  expect([await unlink(foreign), await unlink(mine)]).toEqual([404, 303])
  expect(await world.sql('select id from relations')).toEqual([{ id: foreign }])
})

test('what has not moved for a year is marked by itself and stands under what needs attention', async ({ world }) => {
  const office = await world.person('office')
  const movedAt = new Date('2025-01-01')
  await aPiece(world, 'project', {
    title: { de: 'Stilles Vorhaben' },
    state: 'under_way',
    outcome: 'under_way',
    movedAt,
  })
  expect((await world.get('/verwaltung/faden?art=project', office)).body).toContain('seit einem Jahr still')
  expect((await world.get('/verwaltung', office)).body).toContain(
    'Ein Ergebnis oder Vorhaben ist seit einem Jahr still',
  )
})

test('who corrects words has moved nothing; what happens has', async ({ world }) => {
  const office = await world.person('office')
  const id = await entered(world, 'project', { titleDe: 'Ein Vorhaben' }, office)
  await happened(world, id, { kind: 'begun', happenedOn: '2026-03-01' }, office)
  const moved = async () => (await world.sql('select moved_at, changed_at from pieces'))[0]
  const before = await moved()
  world.clock.now = new Date('2026-05-05T08:00:00Z')
  const [event] = (await world.sql('select id from piece_events')) as [{ id: string }]
  const [{ revision }] = (await world.sql('select revision::text from pieces')) as [{ revision: string }]
  await world.post(`/verwaltung/faden/${id}`, { seen: revision, titleDe: 'Ein gutes Vorhaben' }, office)
  const at = `/verwaltung/faden/${id}/ereignisse/${event.id}`
  const again = { kind: 'begun', happenedOn: '2026-03-01', titleDe: 'Nun begonnen' }
  expect((await world.post(at, { ...(await carried(world, at, office)), ...again }, office)).statusCode).toBe(303)
  expect(await moved()).toEqual({ moved_at: before?.moved_at, changed_at: world.clock.now })
  await happened(world, id, { kind: 'completed', happenedOn: '2026-05-01' }, office)
  expect(await moved()).toEqual({ moved_at: world.clock.now, changed_at: world.clock.now })
})
