import { expect } from 'vitest'
import { anEdition } from '../../test/congress.ts'
import { aGroup, aMember, anInvitation } from '../../test/groups.ts'
import { keptMails, linkIn, workedThrough } from '../../test/people.ts'
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
const consents = { isNamePublic: 'on', organisation: 'Stadt Heilbronn' }

test('who is invited accepts by the link in the mail without an account, and then gets a link to sign in', async ({
  world,
}) => {
  const { group, lead, at } = await atWork(world, { mandate: { de: 'Bis Herbst ein Papier.' } })
  const guest = { name: 'Gast', email: 'gast@werke.example', part: 'member', language: 'de', organisation: '' }
  expect((await world.post(`${at}/mitglieder/einladen`, guest, lead.person)).statusCode).toBe(303)
  await workedThrough(world)
  const link = invitationIn((await keptMails(world)).at(-1) ?? '')
  const shown = await world.get(link)
  expect([shown.statusCode, shown.body.includes('Bis Herbst ein Papier.')]).toEqual([200, true])
  expect(await world.sql(`select id from people where email = 'gast@werke.example'`)).toEqual([])
  const answer = await world.post(link, { name: 'Gast der Werke', ...consents })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/zugang/gesendet'])
  await workedThrough(world)
  const signIn = await world.post(linkIn((await keptMails(world)).at(-1) ?? ''))
  const cookie = String(signIn.headers['set-cookie']).split(';')[0] ?? ''
  const onward = await world.get('/zugang/weiter', undefined, { cookie })
  expect(onward.headers.location).toBe(`${at}/intern`)
  expect((await world.get(`${at}/intern`, undefined, { cookie })).statusCode).toBe(200)
  expect((await world.get(link)).statusCode).toBe(404)
  expect(await stateOf(world, group)).toEqual(['lead active', 'member active'])
})

test('an invitation that is declined, or waits 60 days, leaves nothing of the person', async ({ world }) => {
  const { group } = await atWork(world)
  const declined = await anInvitation(world, group)
  await anInvitation(world, group, { email: 'stumm@werke.example' })
  expect((await world.post(`/gruppeneinladung/${declined.secret}/ablehnung`)).statusCode).toBe(303)
  expect(await stateOf(world, group)).toEqual(['lead active', 'member invited'])
  const run = () =>
    groups.jobs!.eraseGroupInvitations!(
      {
        db: world.db,
        read: world.db as never,
        viewer: { kind: 'system' },
        now: world.clock.now,
        language: 'de',
        house: world.house,
      },
      {},
    )
  world.clock.now = new Date(world.clock.now.getTime() + 60 * 864e5)
  await run()
  expect(await stateOf(world, group)).toEqual(['lead active', 'member invited'])
  world.clock.now = new Date(world.clock.now.getTime() + 1)
  await run()
  expect(await stateOf(world, group)).toEqual(['lead active'])
})

test('who asks to join proves the address, waits for the lead, and is told', async ({ world }) => {
  const { group, lead, at } = await atWork(world, { joining: 'request' })
  const asking = { name: 'Neue Kraft', email: 'neu@kreis.example', message: 'Ich plane Radwege.', ...consents }
  expect((await world.post(`${at}/mitmachen`, asking)).headers.location).toBe(`${at}/mitmachen/danke?info=mailed`)
  expect(await stateOf(world, group)).toEqual(['lead active', 'member invited'])
  await workedThrough(world)
  const link = invitationIn((await keptMails(world)).at(-1) ?? '')
  await world.post(link, { name: 'Neue Kraft', organisation: 'Landkreis Heilbronn' })
  expect(await stateOf(world, group)).toEqual(['lead active', 'member asked'])
  await workedThrough(world)
  expect((await keptMails(world)).at(-1)).toContain(`To: ${lead.person.email}`)
  expect((await world.get('/verwaltung', lead.person)).body).toContain('eine Anfrage zum Mitmachen')
  const { body } = await world.get(`${at}/mitglieder`, lead.person)
  expect(body).toContain('Ich plane Radwege.')
  const admission = /action="([^"]+aufnahme)"/.exec(body)?.[1] ?? ''
  expect((await world.post(admission, {}, lead.person)).statusCode).toBe(303)
  await workedThrough(world)
  expect((await keptMails(world)).at(-1)).toContain('To: neu@kreis.example')
  expect(await stateOf(world, group)).toEqual(['lead active', 'member active'])
  expect(await world.sql('select message from group_members where message is not null')).toEqual([])
})

test('whether an address is in a group already, nobody learns by asking to join', async ({ world }) => {
  const { group, lead, at } = await atWork(world, { joining: 'open' })
  const asking = (email: string) => world.post(`${at}/mitmachen`, { name: 'Jemand', email })
  const answers = [await asking(lead.person.email), await asking('fremd@kreis.example')]
  expect(answers.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual([
    [303, `${at}/mitmachen/danke?info=mailed`],
    [303, `${at}/mitmachen/danke?info=mailed`],
  ])
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

test('a group in which somebody works is not deleted from its edition', async ({ world }) => {
  const { edition, group } = await atWork(world)
  const team = await world.person('congress_team', edition.id)
  const at = `/verwaltung/kongresse/${edition.slug}/arbeitsgruppen/${group}/loeschen`
  const answer = await world.post(at, {}, team)
  expect([answer.statusCode, answer.body.includes('In dieser Gruppe wird gearbeitet')]).toEqual([409, true])
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
