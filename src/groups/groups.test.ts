import { expect } from 'vitest'
import { anEdition } from '../../test/congress.ts'
import { aGroup, aMember, anInvitation } from '../../test/groups.ts'
import { keptMails, linkIn, plainEdition, workedThrough } from '../../test/people.ts'
import { lockOff, test, type World } from '../../test/world.ts'
import { inChange, type Viewer } from '../platform/visit.ts'
import { leave } from './commands/members.ts'
import { groups } from './index.ts'

/** A group at work in a public edition, with a lead. */
async function atWork(world: World, values: Parameters<typeof aGroup>[2] = {}) {
  const edition = await anEdition(world)
  const group = await aGroup(world, edition.id, { state: 'working', ...values })
  const lead = await aMember(world, group, { part: 'lead', name: 'Leitung der Gruppe' })
  return { edition, group, lead, at: `/arbeitsgruppen/${group}` }
}
const invitationIn = (mail: string) => /\/gruppeneinladung\/[\w-]{22}/.exec(mail)?.[0] ?? ''
const stateOf = async (world: World, group: string) =>
  (await world.sql(`select state, part from group_members where group_id = '${group}' order by created_at, id`)).map(
    ({ state, part }) => `${part} ${state}`,
  )
const erasing = ({ db, clock, house }: World) => {
  const visit = { db, read: db as never, viewer: { kind: 'system' }, now: clock.now, language: 'de', house } as const
  return groups.jobs!.eraseGroupInvitations!(visit, {})
}
const consents = { isNamePublic: 'on', organisation: 'Stadt Heilbronn' }

test('who is invited accepts by the link in the mail without an account, and then gets a link to sign in', async ({
  world,
}) => {
  const { group, lead, at } = await atWork(world, { mandate: { de: 'Bis Herbst ein Papier.' } })
  const guest = { name: 'Gast', email: 'gast@werke.example', part: 'member', language: 'de', organisation: '' }
  expect((await world.post(`${at}/mitglieder/einladen`, guest, lead.person)).statusCode).toBe(303)
  await workedThrough(world)
  const mail = (await keptMails(world)).at(-1) ?? ''
  expect(mail).toContain('Guten Tag Gast,')
  const link = invitationIn(mail)
  const shown = await world.get(link)
  expect([shown.statusCode, shown.body.includes('Bis Herbst ein Papier.')]).toEqual([200, true])
  expect(await world.sql(`select id from people where email = 'gast@werke.example'`)).toEqual([])
  const answer = await world.post(link, { name: 'Gast der Werke', ...consents })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `${at}/mitmachen/danke?info=accepted`])
  expect((await world.get(String(answer.headers.location))).body).toContain('Sie sind dabei. Der Link zum Anmelden ist')
  await workedThrough(world)
  const signIn = await world.post(linkIn((await keptMails(world)).at(-1) ?? ''))
  const cookie = String(signIn.headers['set-cookie']).split(';')[0] ?? ''
  const onward = await world.get('/zugang/weiter', undefined, { cookie })
  expect(onward.headers.location).toBe(`${at}/intern`)
  expect((await world.get(`${at}/intern`, undefined, { cookie })).statusCode).toBe(200)
  expect((await world.get(link)).statusCode).toBe(404)
  expect(await stateOf(world, group)).toEqual(['lead active', 'member active'])
})

test('whom the lead invites or admits for an organisation speaks for it; who then names another does not', async ({
  world,
}) => {
  const { lead, at } = await atWork(world, { joining: 'request' })
  const speaker = async (email: string, organisation: string) => {
    const link = invitationIn((await keptMails(world)).findLast((mail) => mail.includes(`To: ${email}`)) ?? '')
    await world.post(link, { name: 'Neue Kraft', organisation })
    const rows = await world.sql(`select is_speaker from group_members order by created_at desc, id desc limit 1`)
    return rows[0]?.is_speaker
  }
  const invited = async (email: string, organisation: string) => {
    world.clock.now = new Date(world.clock.now.getTime() + 1)
    const values = { name: 'Neue Kraft', email, organisation: 'Stadt Heilbronn', part: 'member', language: 'de' }
    await world.post(`${at}/mitglieder/einladen`, values, lead.person)
    await workedThrough(world)
    return speaker(email, organisation)
  }
  expect(await invited('eins@werke.example', 'Stadt Heilbronn')).toBe(true)
  expect(await invited('zwei@werke.example', 'Stadt Stuttgart')).toBe(false)
  expect(await invited('drei@werke.example', '')).toBe(false)
  world.clock.now = new Date(world.clock.now.getTime() + 1)
  const asking = { ...consents, name: 'Neue Kraft', email: 'vier@werke.example', organisation: 'Stadt Stuttgart' }
  await world.post(`${at}/mitmachen`, asking)
  await workedThrough(world)
  expect(await speaker('vier@werke.example', 'Stadt Stuttgart')).toBe(false)
  const { body } = await world.get(`${at}/mitglieder`, lead.person)
  await world.post(/action="([^"]+aufnahme)"/.exec(body)?.[1] ?? '', {}, lead.person)
  expect(await world.sql(`select count(*)::int as n from group_members where is_speaker`)).toEqual([{ n: 2 }])
})

test('who is signed in with the invited address accepts and is inside at once, without another mail', async ({
  world,
}) => {
  const { group, at } = await atWork(world)
  const guest = await world.person()
  const stranger = await world.person()
  const { secret } = await anInvitation(world, group, { email: guest.email })
  const other = await anInvitation(world, group, { email: 'gast@werke.example' })
  const mails = (await keptMails(world)).length
  const answer = await world.post(`/gruppeneinladung/${secret}`, { name: 'Gast' }, guest)
  expect(answer.headers.location).toBe(`${at}/intern?info=joined`)
  expect((await world.get(String(answer.headers.location), guest)).body).toContain('Sie sind dabei.')
  await workedThrough(world)
  expect((await keptMails(world)).length).toBe(mails)
  const elsewhere = await world.post(`/gruppeneinladung/${other.secret}`, { name: 'Gast' }, stranger)
  expect(elsewhere.headers.location).toBe(`${at}/mitmachen/danke?info=accepted`)
})

test('an invitation that is declined, or waits 60 days, leaves nothing of the person', async ({ world }) => {
  const { group } = await atWork(world)
  const declined = await anInvitation(world, group)
  await anInvitation(world, group, { email: 'stumm@werke.example' })
  expect((await world.post(`/gruppeneinladung/${declined.secret}/ablehnung`)).statusCode).toBe(303)
  expect(await stateOf(world, group)).toEqual(['lead active', 'member invited'])
  world.clock.now = new Date(world.clock.now.getTime() + 60 * 864e5)
  await erasing(world)
  expect(await stateOf(world, group)).toEqual(['lead active', 'member invited'])
  world.clock.now = new Date(world.clock.now.getTime() + 1)
  await erasing(world)
  expect(await stateOf(world, group)).toEqual(['lead active'])
})

test('who asks to join proves the address, waits for the lead, and is told', async ({ world }) => {
  const { group, lead, at } = await atWork(world, { joining: 'request' })
  const asking = { name: 'Neue Kraft', email: 'neu@kreis.example', message: 'Ich plane Radwege.', ...consents }
  expect((await world.post(`${at}/mitmachen`, asking)).headers.location).toBe(`${at}/mitmachen/danke?info=mailed`)
  await workedThrough(world)
  expect(await stateOf(world, group)).toEqual(['lead active', 'member invited'])
  const link = invitationIn((await keptMails(world)).at(-1) ?? '')
  await world.post(link, { name: 'Neue Kraft', organisation: 'Landkreis Heilbronn' })
  expect(await stateOf(world, group)).toEqual(['lead active', 'member asked'])
  await workedThrough(world)
  expect((await keptMails(world)).at(-1)).toContain(`To: ${lead.person.email}`)
  expect(await world.sql(`select id from people where email = 'neu@kreis.example'`)).toEqual([])
  expect((await world.get('/verwaltung', lead.person)).body).toContain('eine Anfrage zum Mitmachen')
  const { body } = await world.get(`${at}/mitglieder`, lead.person)
  expect(body).toContain('Ich plane Radwege.')
  const admission = /action="([^"]+aufnahme)"/.exec(body)?.[1] ?? ''
  expect((await world.post(admission, {}, lead.person)).statusCode).toBe(303)
  await workedThrough(world)
  expect((await keptMails(world)).at(-1)).toContain('To: neu@kreis.example')
  expect(await stateOf(world, group)).toEqual(['lead active', 'member active'])
  expect(await world.sql('select message from group_members where coalesce(message, email, name) is not null')).toEqual(
    [],
  )
  expect(await world.sql(`select name from people where email = 'neu@kreis.example'`)).toEqual([{ name: 'Neue Kraft' }])
})

test('of a request that is turned down or waits 60 days nothing is left', async ({ world }) => {
  const { group, lead, at } = await atWork(world, { joining: 'request' })
  for (const email of ['eins@kreis.example', 'zwei@kreis.example']) {
    const { secret } = await anInvitation(world, group, { email, way: 'request' })
    await world.post(`/gruppeneinladung/${secret}`, { name: 'Neue Kraft' })
  }
  expect(await stateOf(world, group)).toEqual(['lead active', 'member asked', 'member asked'])
  const { body } = await world.get(`${at}/mitglieder`, lead.person)
  await world.post(/action="([^"]+entfernen)"/.exec(body)?.[1] ?? '', {}, lead.person)
  world.clock.now = new Date(world.clock.now.getTime() + 60 * 864e5 + 1)
  expect(await stateOf(world, group)).toEqual(['lead active', 'member asked'])
  await erasing(world)
  expect(await stateOf(world, group)).toEqual(['lead active'])
  expect(await world.sql(`select id from people where name = 'Neue Kraft'`)).toEqual([])
})

test('who confirms later comes in as one may by then', async ({ world }) => {
  const { group } = await atWork(world, { joining: 'open' })
  const confirmed = async (values: object) => {
    await world.db.updateTable('workingGroups').set(values).where('id', '=', group).execute()
    const email = `${crypto.randomUUID()}@kreis.example`
    const { secret } = await anInvitation(world, group, { email, way: 'open' })
    const answer = await world.post(`/gruppeneinladung/${secret}`, { name: 'Spät' })
    const [{ state } = { state: '' }] = await world.sql(
      `select state from group_members order by created_at desc, id desc limit 1`,
    )
    return [answer.statusCode, state]
  }
  const outcomes = [
    await confirmed({ joining: 'open' }),
    await confirmed({ joining: 'request' }),
    await confirmed({ joining: 'invitation' }),
    await confirmed({ joining: 'open', state: 'reported' }),
    await confirmed({ joining: 'open', state: 'closed' }),
  ]
  expect(outcomes).toEqual([
    [303, 'active'],
    [303, 'asked'],
    [409, 'invited'],
    [409, 'invited'],
    [409, 'invited'],
  ])
  const { secret } = await anInvitation(world, group, { way: 'open' })
  const { body } = await world.post(`/gruppeneinladung/${secret}`, { name: 'Spät' })
  expect(body).toContain('Die Gruppe ist abgeschlossen.')
})

test('nobody fills a stranger’s mailbox or a group’s list by asking to join', async ({ world }) => {
  const { edition, group, at } = await atWork(world, { joining: 'open' })
  const ask = async (place: string, email: string) => {
    const { headers } = await world.post(`${place}/mitmachen`, { name: 'Jemand', email })
    expect(headers.location).toBe(`${place}/mitmachen/danke?info=mailed`)
  }
  for (let n = 0; n < 4; n++) {
    const other = await aGroup(world, edition.id, { state: 'working', joining: 'request', position: n })
    await ask(`/arbeitsgruppen/${other}`, 'Opfer@kreis.example')
  }
  await workedThrough(world)
  expect(await world.sql(`select id from mails where lower(recipient) = 'opfer@kreis.example'`)).toHaveLength(3)
  for (let n = 0; n < 20; n++) await anInvitation(world, group, { email: `${n}@kreis.example`, way: 'open' })
  await ask(at, 'einundzwanzig@kreis.example')
  await workedThrough(world)
  expect(await world.sql(`select id from mails where recipient like 'einund%'`)).toEqual([])
  world.clock.now = new Date(world.clock.now.getTime() + 3_600_001)
  await ask(at, 'einundzwanzig@kreis.example')
  await workedThrough(world)
  expect(await world.sql(`select id from mails where recipient like 'einund%'`)).toHaveLength(1)
})

test('a request to a group that is gone before its mail is written is forgotten', async ({ world }) => {
  const { group, at } = await atWork(world, { joining: 'open' })
  await world.post(`${at}/mitmachen`, { name: 'Jemand', email: 'jemand@kreis.example' })
  await world.sql(`delete from working_groups where id = '${group}'`)
  await workedThrough(world)
  expect(await world.queued()).toEqual([])
})

test('whom a lead removed comes back into an open group by request only; who left by themselves at once', async ({
  world,
}) => {
  const { group, lead, at } = await atWork(world, { joining: 'open' })
  const [removed, gone] = [await aMember(world, group), await aMember(world, group)]
  await world.post(`${at}/mitglieder/${removed.id}/entfernen`, {}, lead.person)
  await world.post(`${at}/austritt`, {}, gone.person)
  const back = async ({ person }: typeof gone) => (await world.post(`${at}/mitmachen`, {}, person)).headers.location
  expect([await back(removed), await back(gone)]).toEqual([
    `${at}/mitmachen/danke?info=asked`,
    `${at}/mitmachen/danke?info=joined`,
  ])
  await world.sql(`delete from group_members where state = 'asked'`)
  const { secret } = await anInvitation(world, group, { email: removed.person.email, way: 'open' })
  await world.post(`/gruppeneinladung/${secret}`, { name: 'Wieder da' })
  expect((await stateOf(world, group)).filter((one) => one === 'member asked')).toHaveLength(1)
})

test('whether an address is in a group already, nobody learns by asking to join', async ({ world }) => {
  const { group, lead, at } = await atWork(world, { joining: 'open' })
  const asking = (email: string) => world.post(`${at}/mitmachen`, { name: 'Jemand', email })
  const answers = [await asking(lead.person.email), await asking('fremd@kreis.example')]
  expect(answers.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual([
    [303, `${at}/mitmachen/danke?info=mailed`],
    [303, `${at}/mitmachen/danke?info=mailed`],
  ])
  expect(await stateOf(world, group)).toEqual(['lead active'])
  await workedThrough(world)
  expect(await stateOf(world, group)).toEqual(['lead active', 'member invited'])
})

test('into an open group a signed-in person comes at once, into a closed one nobody', async ({ world }) => {
  const { group, lead, at } = await atWork(world, { joining: 'open' })
  const person = await world.person()
  expect((await world.post(`${at}/mitmachen`, {}, person)).headers.location).toBe(`${at}/mitmachen/danke?info=joined`)
  expect((await world.get(`${at}/intern`, person)).statusCode).toBe(200)
  await world.post(`${at}/stand`, { to: 'reported' }, lead.person)
  await world.post(`${at}/stand`, { to: 'closed' }, lead.person)
  expect((await world.post(`${at}/mitmachen`, {}, await world.person())).statusCode).toBe(404)
  expect(await stateOf(world, group)).toEqual(['lead active', 'member active'])
})

test('everybody reads of a member what that member agreed to, and nothing while the lead shows no people', async ({
  world,
}) => {
  const { group, lead, at } = await atWork(world, { shown: [] })
  const [quiet, named, sent] = [
    await aMember(world, group, { name: 'Stille Kraft' }),
    await aMember(world, group, { name: 'Genannte Kraft' }),
    await aMember(world, group, { name: 'Entsandte Kraft' }),
  ]
  await world.post(`${at}/eigenes`, { isNamePublic: 'on', organisation: 'Stiller Verein' }, named.person)
  await world.post(`${at}/eigenes`, { isOrganisationPublic: 'on', organisation: 'Stadt Esslingen' }, sent.person)
  const words = ['Stille Kraft', 'Genannte Kraft', 'Stiller Verein', 'Entsandte Kraft', 'Stadt Esslingen']
  const readBy = async (address: string, who?: typeof quiet.person) => {
    const { body } = await world.get(address, who)
    return words.filter((word) => body.includes(word))
  }
  expect(await readBy(at)).toEqual([])
  const settings = { seen: '1', joining: 'invitation', shown: ['people'], mandateDe: '', mandateEn: '' }
  expect((await world.post(`${at}/einstellungen`, settings, lead.person)).statusCode).toBe(303)
  expect(await readBy(at)).toEqual(['Genannte Kraft', 'Stadt Esslingen'])
  expect(await readBy(`${at}/mitglieder`, quiet.person)).toEqual(words)
  expect((await world.get(`${at}/mitglieder`, quiet.person)).body).not.toContain(lead.person.email)
})

test('a group of a draft edition is there for its members, and for nobody else', async ({ world }) => {
  const { at, edition, lead } = await atWork(world)
  await world.db.updateTable('editions').set({ stateByHand: 'draft' }).where('id', '=', edition.id).execute()
  const codes = async (who?: typeof lead.person) => [
    (await world.get(at, who)).statusCode,
    (await world.get(`${at}/intern`, who)).statusCode,
  ]
  expect([await codes(lead.person), await codes(await world.person()), await codes()]).toEqual([
    [200, 200],
    [404, 404],
    [404, 404],
  ])
})

test('the team opens a group that its edition lists; settings changed meanwhile are not overwritten', async ({
  world,
}) => {
  const edition = await anEdition(world)
  const at = `/arbeitsgruppen/${await aGroup(world, edition.id)}`
  const team = await world.person('congress_team', edition.id)
  expect((await world.post(`${at}/eroeffnung`, {}, await world.person())).statusCode).toBe(404)
  expect((await world.post(`${at}/eroeffnung`, {}, team)).statusCode).toBe(303)
  const settings = (seen: string, mandateDe: string) =>
    world.post(`${at}/einstellungen`, { seen, mandateDe, joining: 'open' }, team)
  const [first, second] = [await settings('1', 'Ein Auftrag.'), await settings('1', 'Ein anderer.')]
  expect([first.statusCode, second.statusCode, second.body.includes('Ein anderer.')]).toEqual([303, 409, true])
  expect((await world.get(`${at}/intern`, team)).body).toContain('Ein Auftrag.')
})

test('a role reaches every group of its edition and none of another: its lead leads and opens them, its delegate reads', async ({
  world,
}) => {
  const { edition, at, lead } = await atWork(world, { mandate: { de: 'Ein Auftrag.' } })
  const listed = `/arbeitsgruppen/${await aGroup(world, edition.id, { position: 6 })}`
  const other = `/arbeitsgruppen/${await aGroup(world, await plainEdition(world, 8), { state: 'working' })}`
  const [leading, delegate] = [await world.person('group_lead', edition.id), await world.person('delegate', edition.id)]
  const reached = async (who: typeof leading) => ({
    inside: (await world.get(`${at}/intern`, who)).body.includes('Ein Auftrag.'),
    settings: (await world.get(`${at}/einstellungen`, who)).statusCode,
    other: (await world.get(`${other}/intern`, who)).statusCode,
    opening: (await world.post(`${listed}/eroeffnung`, {}, who)).statusCode,
    congress: (await world.get(`/verwaltung/kongresse/${edition.slug}`, who)).statusCode,
    addresses: (await world.get(`${at}/mitglieder`, who)).body.includes(lead.person.email),
    landing: (await world.get('/zugang/weiter', who)).headers.location,
  })
  expect(await reached(delegate)).toEqual({
    ...{ inside: true, settings: 404, other: 404, opening: 404, congress: 404, addresses: false },
    landing: `${at}/intern`,
  })
  expect(await reached(leading)).toEqual({
    ...{ inside: true, settings: 200, other: 404, opening: 303, congress: 404, addresses: true },
    landing: '/arbeitsgruppen',
  })
  expect((await world.get('/arbeitsgruppen', delegate)).body).toContain('Ihre Gruppen')
})

test('whose list and role differ may what the wider of the two allows', async ({ world }) => {
  const { edition, group, at } = await atWork(world)
  const [member, observer] = [await aMember(world, group), await aMember(world, group, { part: 'observer' })]
  const give = (personId: string, role: 'delegate' | 'group_lead') =>
    world.db.insertInto('roles').values({ personId, role, editionId: edition.id, givenAt: world.clock.now }).execute()
  await give(member.person.id, 'delegate')
  await give(observer.person.id, 'group_lead')
  const standings = [member, observer].map(async ({ person }) => {
    const { body } = await world.get('/arbeitsgruppen', person)
    return [body.includes('Ihre Gruppen'), (await world.get(`${at}/einstellungen`, person)).statusCode]
  })
  expect(await Promise.all(standings)).toEqual([
    [true, 404],
    [true, 200],
  ])
  expect((await world.get(`${at}/eigenes`, member.person)).body).toContain('Gruppe verlassen')
})

test('the last lead is told before the account is closed, and then the office sees that nobody leads', async ({
  world,
}) => {
  const { edition, group, lead, at } = await atWork(world)
  const second = await aMember(world, group, { part: 'lead' })
  const isTold = async () => {
    const { body } = await world.get('/konto', lead.person)
    return body.includes('Sie leiten es als Einzige') && body.includes(`href="${at}/mitglieder"`)
  }
  const keepers = [await world.person('office'), await world.person('congress_team', edition.id)]
  const seen = () =>
    Promise.all(
      [...keepers, second.person].map(async (who) =>
        (await world.get('/verwaltung', who)).body.includes('niemand leitet die Gruppe'),
      ),
    )
  expect(await isTold()).toBe(false)
  await world.post(`${at}/austritt`, {}, second.person)
  expect([await isTold(), await seen()]).toEqual([true, [false, false, false]])
  await world.post('/konto/schliessen', { isSure: 'on' }, lead.person)
  expect(await seen()).toEqual([true, true, false])
})

test('a group in which somebody works is not deleted from its edition', async ({ world }) => {
  const { edition, group } = await atWork(world)
  const team = await world.person('congress_team', edition.id)
  const at = `/verwaltung/kongresse/${edition.slug}/arbeitsgruppen/${group}/loeschen`
  const answer = await world.post(at, {}, team)
  expect([answer.statusCode, answer.body.includes('In dieser Gruppe wird gearbeitet')]).toEqual([409, true])
})

test('who closes their account is out of their groups and named nowhere in them; another lead is still kept', async ({
  world,
}) => {
  const { group, lead, at } = await atWork(world, { shown: ['people'] })
  const other = await aMember(world, group, { part: 'lead', name: 'Zweite Leitung', isNamePublic: true })
  const asking = await world.person()
  await world.db.updateTable('workingGroups').set({ joining: 'request' }).where('id', '=', group).execute()
  await world.post(`${at}/mitmachen`, { message: 'Bitte' }, asking)
  expect((await world.get(at)).body).toContain('Zweite Leitung')
  for (const person of [other.person, asking])
    expect((await world.post('/konto/schliessen', { isSure: 'on' }, person)).statusCode).toBe(303)
  expect(await stateOf(world, group)).toEqual(['lead active', 'lead left'])
  expect((await world.get(at)).body).not.toContain('Zweite Leitung')
  expect((await world.get(`${at}/mitglieder`, lead.person)).body).not.toContain('Zweite Leitung')
  expect((await world.post(`${at}/austritt`, {}, lead.person)).statusCode).toBe(409)
})

test('a lead who loses the part while a change of theirs waits changes nothing any more', async ({ world }) => {
  const { group, lead, at } = await atWork(world)
  const other = await aMember(world, group, { part: 'lead' })
  const isWaiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  const [taken, late] = await world.together(2, async (n) => {
    if (n === 0) return world.post(`${at}/mitglieder/${other.id}`, { part: 'member', deputyFor: '' }, lead.person)
    while ((await world.sql(isWaiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    return world.post(`${at}/stand`, { to: 'reported' }, other.person)
  })
  expect([taken!.statusCode, late!.statusCode]).toEqual([303, 404])
  expect(await world.sql('select state from working_groups')).toEqual([{ state: 'working' }])
})

test('the page of all congresses leads to the working groups, and the menu marks where one is there', async ({
  world,
}) => {
  const { at } = await atWork(world)
  expect((await world.get('/kongresse')).body).toContain('href="/arbeitsgruppen"')
  const marked = async (address: string) =>
    [...(await world.get(address)).body.matchAll(/<a[^>]*aria-current="page"[^>]*>([^<]*)</g)].map(([, words]) => words)
  for (const address of ['/arbeitsgruppen', at]) expect(new Set(await marked(address))).toEqual(new Set(['Kongresse']))
})

const membersLeft = (world: World, group: string) =>
  world.db.selectFrom('groupMembers').where('groupId', '=', group).where('state', '=', 'active').select('id').execute()

test('of two leads who leave at once, one stays', async ({ world }) => {
  const { group, lead, at } = await atWork(world)
  const pair = [lead, await aMember(world, group, { part: 'lead' })]
  const answers = await world.together(2, (n) => world.post(`${at}/austritt`, {}, pair[n]!.person))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  expect(await membersLeft(world, group)).toHaveLength(1)
})

test('without the lock both would go: the proof that the lock is what holds', async ({ world }) => {
  const { group, lead } = await atWork(world)
  const pair = [lead, await aMember(world, group, { part: 'lead' })]
  await world.together(2, (n) => {
    const viewer: Viewer = { kind: 'person', id: pair[n]!.person.id, name: '', signIn: '', roles: [] }
    const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
    return inChange(world.db, base, (change) =>
      leave({ ...change, write: change.write.withPlugin(lockOff) as never }, { groupId: group }),
    )
  })
  expect(await membersLeft(world, group)).toHaveLength(0)
})
