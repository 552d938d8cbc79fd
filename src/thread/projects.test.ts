import { expect } from 'vitest'
import { aContact, anOrganisation, aSteward } from '../../test/organisations.ts'
import { keptMails, workedThrough } from '../../test/people.ts'
import {
  aFund,
  aKeptProject,
  anIndicator,
  aValue,
  carried,
  fieldsIn,
  takesPart,
  valueSeen,
} from '../../test/projects.ts'
import { aPiece } from '../../test/thread.ts'
import { lockOff, test, type World } from '../../test/world.ts'
import { markOf } from '../platform/meanwhile.ts'
import { inChange, isRefusal, NotFound, type Viewer } from '../platform/visit.ts'
import { askAfter } from './commands/projects/asking.ts'
import { changeFund } from './commands/projects/funds.ts'
import { said } from './model/projects.ts'

/** A project that two organisations keep, each with somebody who looks after it. */
async function shared(world: World, values: Parameters<typeof aKeptProject>[2] = {}) {
  const [lead, partner] = [await anOrganisation(world), await anOrganisation(world, { name: 'Landkreis Calw' })]
  const project = await aKeptProject(world, lead, { slug: 'pegelverbund', ...values })
  await takesPart(world, project.id, partner)
  const [ofLead, ofPartner] = [await aSteward(world, lead), await aSteward(world, partner)]
  return { project, lead, partner, ofLead: ofLead.person, ofPartner: ofPartner.person, at: '/projekte/pegelverbund' }
}

test('who looks after a partner enters what it measures, plans, contributes and gets, and everybody reads it', async ({
  world,
}) => {
  const { project, ofPartner, lead, partner, at } = await shared(world)
  const agreed = { confirmedAt: world.clock.now, shown: ['email'], phone: '+49 7051 160' }
  await aContact(world, lead, { name: 'Frau Pegel', email: 'pegel@calw.example', ...agreed })
  await aContact(world, partner, { name: 'Herr Ungefragt' })
  const send = async (path: string, fields: Record<string, string>) =>
    world.post(`${at}/pflege/${path}`, { ...(await carried(world, `${at}/pflege`, ofPartner)), ...fields }, ofPartner)
  const made = await send('kennzahlen/neu', {
    nameDe: 'Neue Messstellen',
    unit: 'Stück',
    target: '1.250',
    targetOn: '2028',
  })
  const indicator = String(made.headers.location)
  for (const [measuredOn, value] of [
    ['2026-03', '310'],
    ['2026-09', '620,5'],
  ] as const)
    expect((await world.post(`${indicator}/werte`, { measuredOn, value }, ofPartner)).statusCode).toBe(303)
  await send('meilensteine/neu', { titleDe: 'Erste Ausschreibung', plannedFor: '2027-02' })
  await send('mittel/neu', { kind: 'funding', programme: 'EFRE', amount: '2.000.000', rate: '60', isPublic: 'on' })
  await send('material/neu', { kind: 'report', titleDe: 'Zwischenbericht', link: 'https://example.org/bericht' })
  await send(`beitrag/${partner}`, { taskDe: 'Stellt die Messstellen im Oberlauf.' })
  const page = (await world.get(at)).body
  for (const words of [
    'Ziel: 1\u2009\u2060250\u00a0Stück bis 2028',
    '620,5\u00a0Stück',
    '50\u00a0%',
    'Erste Ausschreibung',
    '2\u2009\u2060000\u2009\u2060000 €',
    '60 %',
    'Zwischenbericht',
    'Stellt die Messstellen im Oberlauf.',
    'mailto:pegel@calw.example',
  ])
    expect(page).toContain(words)
  for (const words of ['7051', 'Herr Ungefragt']) expect(page).not.toContain(words)
  expect((await world.get('/projekte/liste/json')).json()).toMatchObject([
    {
      Partner: 'Landkreis Calw',
      Kennzahlen:
        'Gemeinsame Pegel: 12 (Januar 2026), Ziel 20; Neue Messstellen: 620,5 Stück (September 2026), Ziel: 1250 Stück bis 2028',
      'Kosten in Euro (öffentliche)': 1000,
      'Förderung (öffentliche)': 'Förderung: EFRE, 2000000 €, 60 %',
    },
  ])
  expect(page).toMatch(/<svg[^>]*role="img"[^>]*><title[^>]*>Neue Messstellen, in Stück: gemessene Werte und Ziel/)
  expect(
    await world.sql(`select distinct organisation_id from project_indicators where piece_id = '${project.id}'
      and name ->> 'de' = 'Neue Messstellen'`),
  ).toEqual([{ organisation_id: partner }])
})

test('a partner changes nothing of another partner’s part, and nothing of the whole', async ({ world }) => {
  const { project, lead, ofPartner, ofLead, at } = await shared(world)
  const { items, value } = project
  const foreign = [
    `kennzahlen/${items.kennzahlen}`,
    `kennzahlen/${items.kennzahlen}/werte`,
    `kennzahlen/${items.kennzahlen}/loeschen`,
    `kennzahlen/${items.kennzahlen}/werte/${value}/loeschen`,
    `meilensteine/${items.meilensteine}`,
    `meilensteine/${items.meilensteine}/loeschen`,
    `mittel/${items.mittel}`,
    `mittel/${items.mittel}/loeschen`,
    `material/${items.material}/loeschen`,
    `beitrag/${lead}`,
  ]
  const fields = {
    nameDe: 'Übernommen',
    titleDe: 'Übernommen',
    measuredOn: '2026',
    value: '1',
    kind: 'own',
    programme: 'X',
  }
  for (const path of foreign)
    expect([path, (await world.post(`${at}/pflege/${path}`, fields, ofPartner)).statusCode]).toEqual([path, 404])
  const chosen = await world.post(`${at}/pflege/kennzahlen/neu`, { nameDe: 'X', organisationId: lead }, ofPartner)
  expect([chosen.statusCode, chosen.body.includes('gehört nicht zu diesem Projekt')]).toEqual([422, true])
  expect((await world.get(`${at}/pflege`, ofPartner)).body).not.toContain('Gemeinsame Pegel')
  expect((await world.get(`${at}/pflege`, ofLead)).body).toContain('Gemeinsame Pegel')
  expect((await world.get(`${at}/pflege`, await world.person())).statusCode).toBe(404)
  expect(
    await world.sql(`select (select count(*)::int from project_indicators) i, (select count(*)::int from project_values) v,
      (select count(*)::int from project_funds) f, (select count(*)::int from project_materials) m,
      (select count(*)::int from piece_events where title ->> 'de' = 'Übernommen') e`),
  ).toEqual([{ i: 1, v: 1, f: 1, m: 1, e: 0 }])
})

test('a thing of another partner or project is not there for a command either', async ({ world }) => {
  const { project, partner, ofPartner } = await shared(world)
  const other = await aPiece(world, 'project')
  await takesPart(world, other.id, partner)
  const row = await world.db.selectFrom('projectFunds').select(said.fund).executeTakeFirstOrThrow()
  const viewer: Viewer = { kind: 'person', id: ofPartner.id, name: '', signIn: '', roles: [] }
  const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
  const taken = { ...row, id: project.items.mittel, seen: markOf(row), organisationId: partner }
  for (const piece of [project.id, other.id])
    await expect(inChange(world.db, base, (change) => changeFund(change, { ...taken, piece }))).rejects.toThrow(
      NotFound,
    )
  expect(await world.db.selectFrom('projectFunds').select(said.fund).execute()).toEqual([row])
})

test('of each thing a partner may have so many, however many another has', async ({ world }) => {
  const { project, lead, partner, ofLead, ofPartner, at } = await shared(world)
  const send = (who: typeof ofLead, path: string, fields: Record<string, string>) =>
    world.post(`${at}/pflege/${path}`, fields, who).then(({ statusCode }) => statusCode)
  await world.sql(`insert into project_funds (piece_id, organisation_id, kind, programme, position)
    select '${project.id}', '${lead}', 'own', 'Haushalt', n from generate_series(2, 20) n`)
  await world.sql(`insert into piece_events (piece_id, organisation_id, kind, title, planned_for, entered_at)
    select '${project.id}', '${lead}', 'note', '{"de":"Pegel"}', '2027', now() from generate_series(2, 50)`)
  for (const [path, fields] of [
    ['mittel/neu', { kind: 'own', programme: 'Kreis' }],
    ['meilensteine/neu', { titleDe: 'Noch einer', plannedFor: '2027' }],
  ] as const)
    expect([await send(ofLead, path, fields), await send(ofPartner, path, fields)]).toEqual([409, 303])
  const own = String((await world.sql(`select id from project_funds where organisation_id = '${partner}'`))[0]!.id)
  const office = await world.person('office')
  const given = { kind: 'own', programme: 'Kreis', organisationId: lead }
  const opened = await carried(world, `${at}/pflege/mittel/${own}`, office)
  expect((await world.post(`${at}/pflege/mittel/${own}`, { ...opened, ...given }, office)).statusCode).toBe(409)
})

test('of two who change the same, the second sees both and loses nothing', async ({ world }) => {
  const { project, lead, ofLead, at } = await shared(world)
  const office = await world.person('office')
  const { mittel, meilensteine, kennzahlen } = project.items
  const both = async (path: string, [first, second]: [Record<string, string>, Record<string, string>]) => {
    const [one, other] = [await carried(world, path, ofLead), await carried(world, path, office)]
    expect((await world.post(path, { ...one, ...first }, ofLead)).statusCode).toBe(303)
    const refused = await world.post(path, { ...other, ...second }, office)
    expect(refused.statusCode).toBe(409)
    expect((await world.post(path, fieldsIn(refused.body), office)).statusCode).toBe(303)
    return refused.body
  }
  const fund = { organisationId: lead, kind: 'budget', programme: 'Haushalt', amount: '1000', isPublic: 'on' }
  const page = await both(`${at}/pflege/mittel/${mittel}`, [
    { ...fund, amount: '2.500' },
    { ...fund, programme: 'Haushalt 2027' },
  ])
  expect(page).toContain('Inzwischen geändert und hier übernommen: „2500“')
  expect(await world.sql(`select programme, amount_cents::int from project_funds`)).toEqual([
    { programme: 'Haushalt 2027', amount_cents: 250_000 },
  ])
  const milestone = { organisationId: lead, titleDe: 'Pegel aufgestellt', plannedFor: '2026-05' }
  expect(
    await both(`${at}/pflege/meilensteine/${meilensteine}`, [
      { ...milestone, plannedFor: '2026-09' },
      { ...milestone, plannedFor: '2026-08' },
    ]),
  ).toContain('Inzwischen gespeichert: „2026-09“. Hier steht, was Sie eingetragen haben.')
  expect(await world.sql(`select planned_for from piece_events`)).toEqual([{ planned_for: '2026-08' }])
  const values = `${at}/pflege/kennzahlen/${kennzahlen}/werte`
  const seen = valueSeen((await world.get(`${at}/pflege/kennzahlen/${kennzahlen}`, office)).body)
  await world.post(values, { seen, measuredOn: '2026-09', value: '14' }, ofLead)
  const again = await world.post(values, { seen, measuredOn: '2026-09', value: '15,5' }, office)
  expect([again.statusCode, again.body.includes('inzwischen jemand 14 eingetragen')]).toEqual([409, true])
  const send = { seen: valueSeen(again.body), measuredOn: '2026-09', value: '15,5' }
  expect((await world.post(values, send, office)).statusCode).toBe(303)
})

for (const [promise, plugin, changed] of [
  ['of two who change the same at the same moment one is refused', undefined, 1],
  ['without the lock both would change it, and one would be lost', lockOff, 2],
] as const)
  test(promise, async ({ world }) => {
    const { project } = await shared(world)
    const { id } = await world.person('office')
    const viewer: Viewer = { kind: 'person', id, name: '', signIn: '', roles: [{ role: 'office', edition: null }] }
    const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
    const row = await world.db
      .selectFrom('projectFunds')
      .select(said.fund)
      .where('id', '=', project.items.mittel)
      .executeTakeFirstOrThrow()
    const input = { ...row, piece: project.id, id: project.items.mittel, seen: markOf(row) } as const
    const answers = await world.together(2, (n) =>
      inChange(world.db, base, (change) =>
        changeFund(plugin ? { ...change, write: change.write.withPlugin(plugin) as never } : change, {
          ...input,
          amountCents: n,
        }),
      ),
    )
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(changed)
  })

test('what a project costs is read only by whom it is for: page, file, feed and interface say it to nobody else', async ({
  world,
}) => {
  const { project, lead, ofLead, ofPartner, at } = await shared(world)
  await aFund(world, project.id, { organisationId: lead, programme: 'Verschwiegene Mittel', amountCents: 123_457_00 })
  await aFund(world, project.id, { programme: 'Verschwiegene Kosten', amountCents: 765_431_00 })
  const places = [
    at,
    `${at}/pflege`,
    '/projekte/liste/json',
    '/projekte/liste/csv',
    '/projekte/neues.atom',
    '/api/pieces',
    '/api/pieces/pegelverbund',
  ]
  const secrets = [
    'Verschwiegene Mittel',
    '123457',
    '123\u2009\u2060457',
    'Verschwiegene Kosten',
    '765431',
    '765\u2009\u2060431',
  ]
  const read = async (who?: Awaited<ReturnType<World['person']>>) => {
    const bodies = await Promise.all(places.map(async (place) => (await world.get(place, who)).body))
    return secrets.filter((secret) => bodies.some((body) => body.includes(secret)))
  }
  expect(await read()).toEqual([])
  const office = await world.person('office')
  for (const place of ['/projekte/liste/json', '/projekte/liste/csv'])
    expect((await world.get(place, office)).body).not.toMatch(/Verschwiegene/)
  expect(await read(ofPartner)).toEqual([])
  expect(await read(ofLead)).toEqual(['Verschwiegene Mittel', '123\u2009\u2060457'])
  expect(await read(office)).toEqual([
    'Verschwiegene Mittel',
    '123\u2009\u2060457',
    'Verschwiegene Kosten',
    '765\u2009\u2060431',
  ])
})

test('what was planned first stays beside what is planned now and what happened, whoever writes', async ({ world }) => {
  const { project, ofLead, at } = await shared(world, { ends: '2027-06', slug: 'pegelverbund' })
  const { kennzahlen, meilensteine } = project.items
  const title = { titleDe: 'Pegel aufgestellt' }
  const change = async (path: string, fields: Record<string, string>) => {
    const opened = await carried(world, `${at}/pflege/${path}`, ofLead)
    expect((await world.post(`${at}/pflege/${path}`, { ...opened, ...fields }, ofLead)).statusCode).toBe(303)
  }
  await change(`meilensteine/${meilensteine}`, { ...title, plannedFor: '2026-09' })
  await change(`meilensteine/${meilensteine}`, { ...title, plannedFor: '2026-09', happenedOn: '2026-08-03' })
  await change(`kennzahlen/${kennzahlen}`, { nameDe: 'Gemeinsame Pegel', target: '8' })
  await world.sql(`update pieces set ends = '2029', first_ends = '2029' where slug = 'pegelverbund'`)
  await world.sql(`update piece_events set first_planned_for = '2030'`)
  await world.sql(`update project_indicators set first_target = 1`)
  const page = (await world.get(at)).body
  const row = /<tr[^>]*>(?:(?!<\/tr>).)*Pegel aufgestellt.*?<\/tr>/s.exec(page)?.[0] ?? ''
  expect(row.replace(/<svg.*?<\/svg>/gs, '')).toMatch(/Mai 2026.*September 2026.*3. August 2026.*später als geplant/s)
  expect(page).toContain('zuerst geplant: Juni 2027')
  expect((await world.get('/projekte/liste/json')).json()).toMatchObject([
    { Ende: '2029', 'Zuerst geplantes Ende': 'Juni 2027' },
  ])
  expect((await world.get('/api/pieces/pegelverbund')).json()).toMatchObject({
    ...{ ends: '2029', firstEnds: '2027-06', funds: [{ kind: 'budget', amountCents: 100_000 }] },
    indicators: [{ name: { de: 'Gemeinsame Pegel' }, target: 8, firstTarget: 20, values: [{ value: 12 }] }],
  })
  expect(page).toContain('Zuerst gesetzt war: 20.')
})

test('the office changes who takes part, and who stays keeps what they say of their part', async ({ world }) => {
  const { project, partner, ofPartner, at } = await shared(world)
  const opened = await carried(world, `${at}/pflege`, ofPartner)
  await world.post(`${at}/pflege/beitrag/${partner}`, { ...opened, taskDe: 'Misst im Oberlauf.' }, ofPartner)
  const office = await world.person('office')
  const seen = String((await world.sql(`select revision from pieces`))[0]!.revision)
  const fields = { seen, titleDe: 'Pegelverbund', leads: 'Landkreis Calw', partners: 'Stadt Nagold' }
  expect((await world.post(`/verwaltung/faden/${project.id}`, fields, office)).statusCode).toBe(303)
  expect(
    await world.sql(`select name, part, task ->> 'de' task from piece_organisations po
      join organisations o on o.id = organisation_id order by name`),
  ).toEqual([
    { name: 'Landkreis Calw', part: 'lead', task: 'Misst im Oberlauf.' },
    { name: 'Stadt Nagold', part: 'partner', task: null },
  ])
})

test('the office sees what is overdue, asks with one click, and nobody is asked twice in a week', async ({ world }) => {
  const { project } = await shared(world, { title: { de: 'Pegelverbund' }, ends: '2026-03', state: 'under_way' })
  const late = await anIndicator(world, project.id, { name: { de: 'Ungemessen' } })
  await aValue(world, late, '2024', 3)
  await world.sql(`update piece_events set planned_for = '2026-02'`)
  await world.sql(`update project_values set entered_at = '2025-01-01' where indicator_id = '${late}'`)
  const lone = await aPiece(world, 'project', { slug: 'einsam', title: { de: 'Einsam' }, ends: '2020' })
  const alone = await anOrganisation(world, { name: 'Ohne Betreuung' })
  await takesPart(world, lone.id, alone, 'lead')
  await aPiece(world, 'project', { slug: 'fertig', title: { de: 'Längst fertig' }, state: 'completed', ends: '2020' })
  const office = await world.person('office')
  const list = async () => (await world.get('/verwaltung/faden/ueberfaellig', office)).body
  const page = await list()
  for (const words of [
    'Ende war geplant: März 2026',
    '„Pegel aufgestellt“ war geplant: Februar 2026',
    '„Ungemessen“: letzter Wert 2024',
    'geht an eine Person',
    `<a href="/organisationen/${alone}/betreuung">Jemanden einladen</a>`,
  ])
    expect(page).toContain(words)
  expect(page).not.toContain('Längst fertig')
  const ask = () => world.post(`/verwaltung/faden/${project.id}/nachfrage`, {}, office)
  expect((await ask()).headers.location).toBe('/verwaltung/faden/ueberfaellig?info=1')
  const again = await ask()
  expect([again.statusCode, again.body.includes('in den letzten sieben Tagen schon nachgefragt')]).toEqual([409, true])
  await workedThrough(world)
  const mails = await keptMails(world)
  expect(mails).toHaveLength(1)
  for (const words of ['Wie steht es um Pegelverbund?', 'März 2026', '/projekte/pegelverbund/pflege'])
    expect(mails[0]).toContain(words)
})

test('of two who ask at the same moment one writes', async ({ world }) => {
  const { project } = await shared(world, { ends: '2026-03', state: 'under_way' })
  const { id } = await world.person('office')
  const viewer: Viewer = { kind: 'person', id, name: '', signIn: '', roles: [{ role: 'office', edition: null }] }
  const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
  const ask = () => inChange(world.db, base, (change) => askAfter(change, { piece: project.id }))
  await world.together(2, ask)
  expect(await world.sql(`select recipients from project_inquiries`)).toEqual([{ recipients: 1 }])
})

test('without the lock both would write', async ({ world }) => {
  const { project } = await shared(world, { ends: '2026-03', state: 'under_way' })
  const { id } = await world.person('office')
  const viewer: Viewer = { kind: 'person', id, name: '', signIn: '', roles: [{ role: 'office', edition: null }] }
  const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
  await world.together(2, () =>
    inChange(world.db, base, (change) =>
      askAfter({ ...change, write: change.write.withPlugin(lockOff) as never }, { piece: project.id }),
    ),
  )
  expect(await world.sql(`select recipients from project_inquiries`)).toHaveLength(2)
})
