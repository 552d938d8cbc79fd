import type { KyselyPlugin } from 'kysely'
import { expect } from 'vitest'
import { anEdition } from '../../test/congress.ts'
import { aGroup, aMember } from '../../test/groups.ts'
import { aMeeting, anOption, aPlace } from '../../test/meetings.ts'
import { keptMails, workedThrough } from '../../test/people.ts'
import { test, type World } from '../../test/world.ts'
import { inChange, type Viewer } from '../platform/visit.ts'
import { fixDate } from './commands/meetings.ts'
import { meetings } from './index.ts'

async function atWork(world: World, values: Parameters<typeof aGroup>[2] = {}) {
  const edition = await anEdition(world)
  const group = await aGroup(world, edition.id, { state: 'working', ...values })
  const lead = await aMember(world, group, { part: 'lead', name: 'Leitung der Gruppe' })
  return { group, lead: lead.person, at: `/arbeitsgruppen/${group}/sitzungen` }
}
const linkIn = (mail: string | undefined) => /\/sitzung\/[\w-]{22}/.exec(mail ?? '')?.[0] ?? ''
const mailsTo = async (world: World, address: string) =>
  (await keptMails(world))
    .filter((mail) => mail.includes(`To: ${address}`))
    .map((mail) => mail.replaceAll('\u00a0', ' '))
const titled = {
  title: 'Auftakt',
  lasts: '90',
  place: 'Rathaus, Saal 2',
  link: 'https://video.example/geheim',
  note: '',
}

test('several dates are asked about by secret links without an account, one is fixed, and all are invited with a calendar file', async ({
  world,
}) => {
  const { group, lead, at } = await atWork(world)
  const member = await aMember(world, group, { name: 'Eine Planerin' })
  const dates = { start1: '2026-06-01T14:00', start2: '2026-06-02T09:30', start3: '2026-06-02T09:30' }
  const { location } = (await world.post(`${at}/neu`, { ...titled, ...dates }, lead)).headers
  const here = String(location).split('?')[0]!
  expect(await world.sql('select state, starts_at from meetings')).toEqual([{ state: 'polling', starts_at: null }])
  expect(await world.sql('select id from meeting_options')).toHaveLength(2)
  await world.post(`${here}/gaeste`, { name: 'Ein Gast', email: 'gast@verein.example', language: 'de' }, lead)
  expect((await world.post(`${here}/einladung`, {}, lead)).statusCode).toBe(303)
  await workedThrough(world)
  const [asked] = await mailsTo(world, 'gast@verein.example')
  expect(asked).toContain('Montag, 1. Juni 2026, 14.00 Uhr – 15.30 Uhr (MESZ)')
  expect(asked).not.toContain('video.example')
  const own = linkIn(asked)
  expect((await world.get(own)).body).toContain('https://video.example/geheim')
  await world.post(own, { option1: 'no', option2: 'if_need_be' })
  await world.post(linkIn((await mailsTo(world, member.person.email))[0]), { option1: 'yes', option2: 'no' })
  await world.post(`${here}/antwort`, { option1: 'no', option2: 'yes' }, member.person)
  await world.post(own, { option1: 'no', option2: 'yes' })
  const { body } = await world.get(here, lead)
  expect(body.match(/passt am besten/g)).toHaveLength(1)
  const [{ id: option }] = (await world.sql('select id from meeting_options order by starts_at desc limit 1')) as [
    { id: string },
  ]
  expect((await world.post(`${here}/termin`, { option }, lead)).statusCode).toBe(303)
  await workedThrough(world)
  const invited = (await mailsTo(world, 'gast@verein.example')).at(-1) ?? ''
  expect(invited).toContain('Dienstag, 2. Juni 2026, 9.30 Uhr – 11.00 Uhr (MESZ)')
  expect(invited).toContain('method=PUBLISH')
  const calendar = await world.get(`${own}/kalender.ics`)
  expect(calendar.body).toContain('DTSTART;TZID=Europe/Berlin:20260602T093000')
  expect(calendar.body).toContain('SEQUENCE:1')
  await world.post(own, { reply: 'yes', note: 'Bitte ein Platz ohne Stufen' })
  expect((await world.get(here, lead)).body).toContain('Bitte ein Platz ohne Stufen')
})

test('a member answers on the page of the meeting, before any mail and again after, and nobody else does', async ({
  world,
}) => {
  const { group, lead, at } = await atWork(world)
  const member = await aMember(world, group, { name: 'Eine Planerin' })
  const here = `${at}/${await aMeeting(world, group)}`
  const replies = () => world.sql('select reply, note from meeting_guests where reply is not null')
  expect((await world.post(`${here}/antwort`, {}, member.person)).statusCode).toBe(422)
  await world.post(`${here}/antwort`, { reply: 'yes', note: '' }, member.person)
  await world.post(`${here}/einladung`, {}, lead)
  await world.post(`${here}/antwort`, { reply: 'no', note: 'Bin im Urlaub' }, member.person)
  expect(await replies()).toEqual([{ reply: 'no', note: 'Bin im Urlaub' }])
  expect((await world.get(here, member.person)).body).toMatch(/value="no"[^>]* checked/)
  expect((await world.get(here, await world.person('office'))).body).not.toContain('/antwort"')
  await world.post(`${here}/absage`, {}, lead)
  expect((await world.post(`${here}/antwort`, { reply: 'yes' }, member.person)).statusCode).toBe(409)
  expect(await replies()).toHaveLength(1)
})

test('an invitation is kept as it was sent, whatever is changed afterwards, and nobody can rewrite it', async ({
  world,
}) => {
  const { group, lead, at } = await atWork(world)
  const here = `${at}/${await aMeeting(world, group, { place: 'Rathaus' })}`
  const member = await aMember(world, group, { name: 'Eine Planerin' })
  await world.post(`${here}/einladung`, {}, lead)
  expect((await world.get(here, lead)).body).not.toContain('Seit der letzten E-Mail')
  // The same twice fills mailboxes; what was changed goes at once.
  expect((await world.post(`${here}/einladung`, {}, lead)).statusCode).toBe(409)
  const waiting = async () => (await world.get('/verwaltung', member.person)).body.includes('Kommen Sie? Erste Sitzung')
  expect(await waiting()).toBe(true)
  await world.post(`${here}/antwort`, { reply: 'yes', note: '' }, member.person)
  expect(await waiting()).toBe(false)
  const said = { seen: '1', title: 'Erste Sitzung', place: 'Landratsamt', start: '2026-06-01T16:00', lasts: '60' }
  expect((await world.post(`${here}/bearbeiten`, said, lead)).statusCode).toBe(303)
  const { body } = await world.get(here, lead)
  expect([body.includes('Seit der letzten E-Mail'), body.includes('Landratsamt'), body.includes('Rathaus')]).toEqual([
    true,
    true,
    true,
  ])
  expect((await world.get(`${here}/kalender.ics`, lead)).body).toContain('LOCATION:Rathaus')
  await world.post(`${here}/einladung`, {}, lead)
  const again = (await world.get(`${here}/kalender.ics`, lead)).body
  expect([again.includes('SEQUENCE:2'), again.includes('T160000')]).toEqual([true, true])
  await expect(world.sql(`update meeting_invitations set content = '{}'`)).rejects.toThrow('stays as it was sent')
})

test('the agenda keeps its order and its items; a form that is out of date changes nothing', async ({ world }) => {
  const { group, lead, at } = await atWork(world)
  const here = `${at}/${await aMeeting(world, group)}`
  const items = { title1: 'Begrüßung', who1: 'Leitung', lasts1: '5', title2: 'Papier', place2: '1', place1: '2' }
  await world.post(`${here}/tagesordnung`, { seen: '1', ...items }, lead)
  const rows = await world.sql('select id, title, who, lasts_minutes as lasts from agenda_items order by position')
  expect(rows.map(({ title, who, lasts }) => [title, who, lasts])).toEqual([
    ['Papier', null, null],
    ['Begrüßung', 'Leitung', 5],
  ])
  const old = await world.post(`${here}/tagesordnung`, { seen: '1', title1: 'Etwas anderes' }, lead)
  expect([old.statusCode, old.body.includes('Etwas anderes')]).toEqual([409, true])
  await world.post(`${here}/tagesordnung`, { seen: '2', id1: String(rows[1]!.id), title1: 'Begrüßung, kurz' }, lead)
  expect(await world.sql('select id, title from agenda_items')).toEqual([{ id: rows[1]!.id, title: 'Begrüßung, kurz' }])
})

test('everybody sees date and agenda where the lead shows them, never the conference or who comes', async ({
  world,
}) => {
  const { group, at } = await atWork(world, { shown: ['meetings'] })
  const meeting = await aMeeting(world, group, { link: 'https://video.example/geheim', note: 'Nur für uns' })
  await aPlace(world, meeting)
  const { statusCode, body } = await world.get(`${at}/${meeting}`)
  const words = ['1. Juni 2026', 'video.example', 'Nur für uns', 'Gast der Sitzung']
  expect([statusCode, words.filter((word) => body.includes(word))]).toEqual([200, ['1. Juni 2026']])
  expect((await world.get(`/arbeitsgruppen/${group}`)).body).toContain('Erste Sitzung')
  const hidden = await aGroup(world, (await world.sql('select id from editions'))[0]!.id as string, {
    state: 'working',
  })
  const other = await aMeeting(world, hidden)
  expect((await world.get(`/arbeitsgruppen/${hidden}/sitzungen/${other}`)).statusCode).toBe(404)
})

test('who has left the group gets no mail, and their link is gone', async ({ world }) => {
  const { group, lead, at } = await atWork(world)
  const member = await aMember(world, group)
  const meeting = await aMeeting(world, group)
  const { secret } = await aPlace(world, meeting, { memberId: member.id })
  expect((await world.get(`/sitzung/${secret}`)).statusCode).toBe(200)
  await world.post(`/arbeitsgruppen/${group}/austritt`, {}, member.person)
  expect((await world.get(`/sitzung/${secret}`)).statusCode).toBe(404)
  await world.post(`${at}/${meeting}/einladung`, {}, lead)
  await workedThrough(world)
  expect(await mailsTo(world, member.person.email)).toEqual([])
  expect(await mailsTo(world, lead.email)).toHaveLength(1)
})

test('a meeting that is called off is called off in every calendar, and cannot be answered any more', async ({
  world,
}) => {
  const { group, lead, at } = await atWork(world)
  const meeting = await aMeeting(world, group)
  const { secret } = await aPlace(world, meeting)
  await world.post(`${at}/${meeting}/einladung`, {}, lead)
  await world.post(`${at}/${meeting}/absage`, {}, lead)
  expect((await world.get(`/sitzung/${secret}/kalender.ics`)).body).toContain('STATUS:CANCELLED')
  expect((await world.post(`/sitzung/${secret}`, { reply: 'yes' })).statusCode).toBe(409)
  expect((await world.post(`${at}/${meeting}/einladung`, {}, lead)).statusCode).toBe(409)
})

test('guests and what those invited wrote are deleted a year after the meeting', async ({ world }) => {
  const { group } = await atWork(world)
  const meeting = await aMeeting(world, group)
  await aPlace(world, meeting)
  const member = await aMember(world, group)
  await aPlace(world, meeting, { memberId: member.id, note: 'Nussallergie' })
  const base = { viewer: { kind: 'system' }, language: 'de', house: world.house } as const
  const run = (now: Date) =>
    meetings.jobs!.eraseMeetingGuests!({ ...base, now, db: world.db, read: world.db as never }, {})
  await run(new Date('2027-06-01T13:29:00Z'))
  expect(await world.sql('select note from meeting_guests order by email')).toEqual([
    { note: null },
    { note: 'Nussallergie' },
  ])
  await run(new Date('2027-06-01T13:31:00Z'))
  expect(await world.sql('select member_id, note from meeting_guests')).toEqual([{ member_id: member.id, note: null }])
})

/** A meeting with two dates, and two leads who each fix another one. */
async function twoLeads(world: World) {
  const { group, lead, at } = await atWork(world)
  const meeting = await aMeeting(world, group, { state: 'polling', startsAt: null, endsAt: null })
  const options = [
    await anOption(world, meeting, '2026-06-01T12:00:00Z'),
    await anOption(world, meeting, '2026-06-02T12:00:00Z'),
  ]
  const leads = [lead, (await aMember(world, group, { part: 'lead' })).person]
  return { group, meeting, options, leads, at: `${at}/${meeting}/termin` }
}

test('of two leads who fix different dates at once, one is first; there is one date and one invitation', async ({
  world,
}) => {
  const { at, options, leads } = await twoLeads(world)
  const answers = await world.together(2, (n) => world.post(at, { option: options[n]! }, leads[n]!))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  expect(await world.sql('select kind, version from meeting_invitations')).toEqual([{ kind: 'invitation', version: 1 }])
})

/** Takes `for update` out of every statement: the world without the lock. */
const lockOff: KyselyPlugin = {
  transformQuery: ({ node }) => (node.kind === 'SelectQueryNode' ? { ...node, endModifiers: [] } : node),
  transformResult: async ({ result }) => result,
}

test('without the lock both would invite, each to another date: the proof that the lock is what holds', async ({
  world,
}) => {
  const { group, meeting, options, leads } = await twoLeads(world)
  await world.together(2, (n) => {
    const viewer: Viewer = { kind: 'person', id: leads[n]!.id, name: '', signIn: '', roles: [] }
    const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
    return inChange(world.db, base, (change) =>
      fixDate(
        { ...change, write: change.write.withPlugin(lockOff) as never },
        { groupId: group, id: meeting, option: options[n]! },
      ),
    )
  })
  expect(await world.sql('select kind, version from meeting_invitations')).toHaveLength(2)
})

test('who invites where nobody is yet reads that no mail was written', async ({ world }) => {
  const group = await aGroup(world, (await anEdition(world)).id, { state: 'working' })
  const meeting = await aMeeting(world, group)
  const office = await world.person('office')
  const here = `/arbeitsgruppen/${group}/sitzungen/${meeting}`
  const { headers } = await world.post(`${here}/einladung`, {}, office)
  expect((await world.get(String(headers.location), office)).body).toContain('Geschrieben wurde niemandem')
})
