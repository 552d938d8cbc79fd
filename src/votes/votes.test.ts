import { expect } from 'vitest'
import { aGroup, aMember } from '../../test/groups.ts'
import {
  anOpenVote,
  anOrganisation,
  atWork,
  ballotsOf,
  onlyBallot,
  type Person,
  resultOf,
  someWeights,
} from '../../test/votes.ts'
import { test, type World } from '../../test/world.ts'
import { inChange, NotFound, type Viewer } from '../platform/visit.ts'
import { closeVote } from './commands/closing.ts'
import { votes } from './index.ts'
import { ballots } from './permissions.ts'

const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

async function workAtDeadline(world: World, job = 'closeVote') {
  const base = { viewer: { kind: 'system' }, language: 'de', house: world.house } as const
  const [{ id }] = (await world.sql(`select id from votes`)) as [{ id: string }]
  await votes.jobs![job]!({ ...base, now: world.clock.now, db: world.db, read: world.db as never }, { vote: id })
}

/** It is later, and everybody is still signed in. */
async function later(world: World, now: string) {
  world.clock.now = new Date(now)
  await world.sql(`update sign_ins set expires_at = '2027-01-01'`)
}

test('with consent it holds where nobody objects until the deadline; the clock closes it, and an objection is heard by the lead', async ({
  world,
}) => {
  const one = await atWork(world)
  const { lead, member } = one
  const closesAt = '2026-05-11T18:00'
  const here = await anOpenVote(world, one, { method: 'consent', closesAt })
  const [{ runAt }] = (await world.sql(
    `select run_at as "runAt" from graphile_worker.jobs where task_identifier = 'closeVote'`,
  )) as [{ runAt: Date }]
  expect(runAt).toEqual(new Date('2026-05-11T16:00:00Z'))
  const inside = `/arbeitsgruppen/${one.group}/intern`
  expect((await world.get('/verwaltung', member.person)).body).toContain('veröffentlicht: Ihre Stimme fehlt noch')
  expect((await world.get(inside, member.person)).body).toContain('Ihre Stimme fehlt noch')
  const ballot = await onlyBallot(world, here, member.person)
  expect((await world.post(ballot, { choice: '2' }, member.person)).body).toContain('Bitte begründen Sie')
  expect((await world.post(ballot, { choice: '2', reason: 'Es fehlen Zahlen.' }, member.person)).statusCode).toBe(303)
  expect((await world.get(here, lead.person)).body).toContain('Es fehlen Zahlen.')
  expect((await world.get(inside, member.person)).body).not.toContain('Ihre Stimme fehlt noch')
  const observer = await aMember(world, one.group, { part: 'observer' })
  expect((await world.get(here, observer.person)).body).not.toContain('Es fehlen Zahlen.')
  expect((await world.post(`${here}/schluss`, {}, lead.person)).body).toContain('Die Frist läuft noch')
  const early = (await world.get(`${here}/schluss`, lead.person)).body
  expect([early.includes('Vor der Frist'), early.includes('Schließen und zählen')]).toEqual([true, false])
  await workAtDeadline(world)
  expect(await world.sql('select state from votes')).toEqual([{ state: 'open' }])
  await later(world, '2026-05-11T16:00:00Z')
  expect((await world.post(ballot, { choice: '1' }, member.person)).body).toContain('Diese Abstimmung ist beendet')
  // One whose job came too early is closed by the clock, and counted once.
  await Promise.all([workAtDeadline(world, 'closeDueVotes'), workAtDeadline(world)])
  expect(await world.sql(`select what from audit where what = 'vote.closed'`)).toHaveLength(1)
  expect(await world.sql('select state, closed_by from votes')).toEqual([{ state: 'closed', closed_by: null }])
  const { body } = await world.get(here, observer.person)
  expect(body).toContain('nicht beschlossen, es gibt Widerspruch')
  expect(body).not.toContain('Es fehlen Zahlen.')
})

test('a vote that cannot be counted keeps no other from being closed by the clock', async ({ world }) => {
  const one = await atWork(world)
  const lost = await anOpenVote(world, one, { method: 'consent', closesAt: '2026-05-11T18:00' })
  await world.post(await onlyBallot(world, lost, one.member.person), { choice: '1' }, one.member.person)
  await world.sql('delete from vote_ballots')
  await anOpenVote(world, one, { method: 'consent', closesAt: '2026-05-11T18:00' })
  await later(world, '2026-05-11T16:00:00Z')
  await expect(workAtDeadline(world, 'closeDueVotes')).rejects.toThrow('cannot be counted')
  expect(await world.sql('select state from votes order by created_at, id')).toEqual([
    { state: 'open' },
    { state: 'closed' },
  ])
})

test('an open vote shows who chose what once it is closed, stays for good, and is public where the lead shows decisions', async ({
  world,
}) => {
  const one = await atWork(world, { shown: ['agreements'] })
  const { lead, member, group } = one
  const here = await anOpenVote(world, one)
  const [own, other] = [await onlyBallot(world, here, lead.person), await onlyBallot(world, here, member.person)]
  await world.post(own, { choice: '1' }, lead.person)
  await world.post(other, { choice: '2' }, member.person)
  expect(plain((await world.get(here, lead.person)).body)).toMatch(
    /Eine Planerin hat abgestimmt (?!Ja|Nein|Enthaltung)/,
  )
  const viewer: Viewer = { kind: 'person', id: lead.person.id, name: '', signIn: '', roles: [] }
  const seen = ballots({ read: world.db as never, viewer, now: world.clock.now })
    .select('electors.name')
    .execute()
  expect(await seen).toEqual([{ name: 'Leitung der Gruppe' }])
  expect((await world.post(other, { choice: '0' }, member.person)).statusCode).toBe(303)
  expect((await world.get(here)).statusCode).toBe(404)
  expect((await world.post(`${here}/schluss`, {}, lead.person)).statusCode).toBe(303)
  expect(await resultOf(world)).toMatchObject({ outcome: 'accepted', ballots: 2, cast: 2, valid: 1, base: 1 })
  const { body } = await world.get(here, member.person)
  expect(plain(body)).toContain('Eine Planerin hat abgestimmt Enthaltung')
  expect((await world.get(here)).body).not.toContain('Eine Planerin')
  expect((await world.get(`/arbeitsgruppen/${group}`)).body).toContain('Das Papier wird veröffentlicht')
  expect((await world.get(`/arbeitsgruppen/${group}/abstimmungen`)).body).toContain('angenommen')
  expect((await world.post(other, { choice: '1' }, member.person)).body).toContain('Diese Abstimmung ist beendet')
  for (const statement of [
    `update votes set result = result || '{"outcome": "rejected"}'`,
    `update electors set weight = 5`,
    `update vote_ballots set parts = '[]'`,
    `delete from vote_ballots`,
    `delete from votes`,
  ])
    await expect(world.sql(statement)).rejects.toThrow('closed votes stay as they are')
  await world.sql(`delete from group_members where id = '${member.id}'`)
  expect(await world.sql(`select name, member_id, cast_by from electors order by name limit 1`)).toEqual([
    { name: 'Eine Planerin', member_id: null, cast_by: null },
  ])
})

test('organisations vote once, with the weights in force when it was opened, and may split them', async ({ world }) => {
  const one = await atWork(world)
  const { group, lead } = one
  const town = await anOrganisation(world, 'Stadt Heilbronn')
  const county = await anOrganisation(world, 'Landkreis Ludwigsburg')
  const club = await anOrganisation(world, 'Verein ohne Stimmen')
  const first = await aMember(world, group, { organisationId: town, isSpeaker: true, name: 'Erste der Stadt' })
  const second = await aMember(world, group, { organisationId: town, isSpeaker: true, name: 'Zweiter der Stadt' })
  const third = await aMember(world, group, { organisationId: county, isSpeaker: true, name: 'Eine vom Landkreis' })
  await aMember(world, group, { organisationId: club, isSpeaker: true })
  await someWeights(world, { [town]: 100, [county]: 60 })
  const values = { basis: 'organisation', isWeighted: 'on', maySplit: 'on', majority: 'absolute' }
  const drafted = await world.post(`${one.at}/neu`, { title: 'Antrag', method: 'yes_no', ...values }, lead.person)
  const here = String(drafted.headers.location).split('?')[0]!
  const before = (await world.get(`${here}/eroeffnung`, lead.person)).body.replace(/<[^>]+>/g, '')
  expect(before).toContain('Stadt Heilbronn, 100 Stimmen es stimmt ab: Erste der Stadt, Zweiter der Stadt')
  expect(before).toContain('nicht dabei: Verein ohne Stimmen')
  await world.post(`${here}/eroeffnung`, {}, lead.person)
  await someWeights(world, { [town]: 1, [county]: 1 }, { source: 'Satzung von morgen' })
  const merging = `/verwaltung/organisationen/${town}/zusammenfuehrung`
  const merged = await world.post(merging, { other: county }, await world.person('office'))
  expect([merged.statusCode, merged.body.includes('in derselben offenen Abstimmung')]).toEqual([409, true])
  const ballot = await onlyBallot(world, here, first.person)
  expect(ballot).toBe(await onlyBallot(world, here, second.person))
  const tooMany = await world.post(ballot, { part1: '70', part2: '40' }, first.person)
  expect([tooMany.statusCode, tooMany.body.includes('So lässt sich die Stimme nicht zählen')]).toEqual([409, true])
  await world.post(ballot, { part1: '70', part2: '30' }, first.person)
  const again = await world.post(ballot, { part1: '80', part2: '20' }, second.person)
  expect(again.statusCode).toBe(409)
  expect(again.body).toContain('Erste der Stadt hat für Stadt Heilbronn schon abgestimmt')
  expect(again.body).toContain('Ja: 70, Nein: 30')
  const replaced = { part1: '80', part2: '20', replaces: first.id }
  expect((await world.post(ballot, { ...replaced, replaces: third.id }, second.person)).statusCode).toBe(409)
  expect((await world.post(ballot, replaced, second.person)).statusCode).toBe(303)
  expect((await world.post(ballot, { part1: '80', part2: '20' }, second.person)).statusCode).toBe(303)
  await world.post(await onlyBallot(world, here, third.person), { part0: '60' }, third.person)
  await world.post(`${here}/schluss`, {}, lead.person)
  expect(await resultOf(world)).toMatchObject({
    ...{ outcome: 'rejected', electors: 2, entitled: 160, ballots: 2, cast: 160, valid: 100, base: 160 },
    counts: [
      { choice: 1, votes: 80 },
      { choice: 2, votes: 20 },
      { choice: 0, votes: 60 },
    ],
  })
  // Two organisations that turn out to be one are merged, in what was decided too; its counts stay.
  await world.sql(`update electors set organisation_id = '${county}' where organisation_id = '${town}'`)
  const { body } = await world.get(here, lead.person)
  expect(body).toContain('Satzung § 7')
  expect(body).toContain('Ja: 80, Nein: 20')
  expect(body).toContain('(zuvor Ja: 70, Nein: 30, durch Erste der Stadt)')
  expect(body).not.toContain('Verein ohne Stimmen')
})

test('for an organisation votes whom the lead has confirmed, not who names it', async ({ world }) => {
  const one = await atWork(world)
  const { group, lead, member, at } = one
  const inside = `/arbeitsgruppen/${group}`
  const town = await anOrganisation(world, 'Stadt Stuttgart')
  const county = await anOrganisation(world, 'Landkreis Ludwigsburg')
  await aMember(world, group, { organisationId: county, isSpeaker: true, name: 'Eine vom Landkreis' })
  await someWeights(world, { [town]: 100, [county]: 60 })
  const named = (organisation: string) => world.post(`${inside}/eigenes`, { organisation }, member.person)
  const electors = async () => {
    const values = { basis: 'organisation', isWeighted: 'on' }
    const { vote } = /abstimmungen.(?<vote>[^/]+)$/.exec(await anOpenVote(world, one, values))!.groups!
    const rows = await world.sql(`select name from electors where vote_id = '${vote}' order by name`)
    return rows.map(({ name }) => name)
  }
  await named('stadt stuttgart')
  const drafted = await world.post(
    `${at}/neu`,
    { title: 'Antrag', method: 'yes_no', basis: 'organisation', isWeighted: 'on', majority: 'simple' },
    lead.person,
  )
  const opening = await world.get(`${String(drafted.headers.location).split('?')[0]}/eroeffnung`, lead.person)
  expect(opening.body).toContain('Noch nicht bestätigt, deshalb nicht dabei: Eine Planerin für Stadt Stuttgart.')
  expect(opening.body).not.toContain('100 Stimmen')
  expect(await electors()).toEqual(['Landkreis Ludwigsburg'])
  expect((await world.get('/verwaltung', lead.person)).body).toContain('ein Mitglied nennt eine Organisation')
  expect((await world.get(`${inside}/mitglieder`, member.person)).body).not.toContain('/organisation"')
  const { body } = await world.get(`${inside}/mitglieder`, lead.person)
  const confirm = /action="([^"]+\/organisation)"/.exec(body)?.[1] ?? ''
  expect(body).toContain('nicht bestätigt')
  await named('Landkreis Ludwigsburg')
  expect((await world.post(confirm, { organisation: town }, lead.person)).body).toContain('inzwischen geändert')
  await named('Stadt Stuttgart')
  expect((await world.post(confirm, { organisation: town }, member.person)).statusCode).toBe(404)
  expect((await world.post(confirm, { organisation: town }, lead.person)).statusCode).toBe(303)
  await named('Stadt Stuttgart')
  expect(await electors()).toEqual(['Landkreis Ludwigsburg', 'Stadt Stuttgart'])
  expect((await world.get('/verwaltung', lead.person)).body).not.toContain('ein Mitglied nennt eine Organisation')
  await named('')
  await named('Stadt Stuttgart')
  expect(await electors()).toEqual(['Landkreis Ludwigsburg'])
})

test('deputies and proxies vote for others, never besides them, and no longer than they may', async ({ world }) => {
  const one = await atWork(world)
  const { group, lead, member, at } = one
  const deputy = await aMember(world, group, { deputyFor: member.id, name: 'Ein Stellvertreter' })
  const friend = await aMember(world, group, { name: 'Eine Kollegin' })
  const here = await anOpenVote(world, one)
  const circle = { part: 'member', deputyFor: deputy.id }
  const refused = await world.post(`/arbeitsgruppen/${group}/mitglieder/${member.id}`, circle, one.lead.person)
  expect([refused.statusCode, refused.body.includes('Wer vertritt, hat keine eigene Stimme')]).toEqual([409, true])
  // Whom a deputy lets vote for them stands in for nobody else with it.
  const passed = { proxyId: friend.id, voteId: here.split('/').at(-1)! }
  expect((await world.post(`${at}/vertretung`, passed, deputy.person)).statusCode).toBe(303)
  expect(await world.sql('select name from electors order by name')).toEqual([
    { name: 'Eine Kollegin' },
    { name: 'Eine Planerin' },
    { name: 'Leitung der Gruppe' },
  ])
  expect(Object.keys(await ballotsOf(world, here, deputy.person))).toEqual(['Eine Planerin'])
  await world.sql(`update group_members set part = 'observer' where id = '${member.id}'`)
  expect(await ballotsOf(world, here, deputy.person)).toEqual({})
  await world.sql(`update group_members set part = 'member' where id = '${member.id}'`)
  expect(Object.keys(await ballotsOf(world, here, friend.person))).toEqual(['Eine Kollegin'])
  const vote = here.split('/').at(-1)!
  expect((await world.post(`${at}/vertretung`, { proxyId: member.id, voteId: vote }, member.person)).statusCode).toBe(
    409,
  )
  await world.post(`${at}/vertretung`, { proxyId: friend.id, voteId: vote }, member.person)
  const held = await ballotsOf(world, here, friend.person)
  expect(Object.keys(held)).toEqual(['Eine Kollegin', 'Eine Planerin'])
  const shared = held['Eine Planerin']!
  await world.post(shared, { choice: '2' }, friend.person)
  expect((await world.post(shared, { choice: '1' }, deputy.person)).body).toContain('schon abgegeben')
  await world.post(shared, { choice: '1' }, member.person)
  expect((await world.post(shared, { choice: '2' }, friend.person)).body).toContain('schon abgegeben')
  expect((await world.get(`${at}/vertretung`, friend.person)).body).toContain('Eine Planerin')
  const [{ id }] = (await world.sql(`select id from vote_proxies where giver_id = '${member.id}'`)) as [{ id: string }]
  expect((await world.post(`${at}/vertretung/${id}/ende`, {}, friend.person)).statusCode).toBe(404)
  await world.post(`${at}/vertretung/${id}/ende`, {}, member.person)
  expect((await world.post(shared, { choice: '2' }, friend.person)).statusCode).toBe(404)
  await world.post(`${at}/vertretung`, { proxyId: friend.id, untilOn: '2026-05-05' }, member.person)
  expect((await world.get(shared, friend.person)).statusCode).toBe(200)
  await later(world, '2026-05-06T10:00:00Z')
  expect((await world.get(shared, friend.person)).statusCode).toBe(404)
  await world.post(`${here}/schluss`, {}, lead.person)
  expect(await resultOf(world)).toMatchObject({ ballots: 1, counts: [{ choice: 1, votes: 1 }, {}, {}] })
})

test('a proxy votes for two others at most unless the vote says otherwise, and for nobody who observes', async ({
  world,
}) => {
  const one = await atWork(world)
  const { group, lead, member, at } = one
  const givers = [member, await aMember(world, group), await aMember(world, group)]
  const friend = await aMember(world, group, { name: 'Eine Kollegin' })
  const give = async (n: number, values: Record<string, string>) =>
    (await world.post(`${at}/vertretung`, { proxyId: friend.id, ...values }, givers[n]!.person)).body
  const bare = await anOpenVote(world, one)
  const strict = await anOpenVote(world, one, { mostProxies: '1' })
  const strictly = { voteId: strict.split('/').at(-1)! }
  expect((await world.get(strict, lead.person)).body).toContain('jedes Mitglied darf höchstens ein weiteres vertreten')
  const day = { untilOn: '2026-06-01' }
  const answers = [await give(0, day), await give(1, day), await give(2, day), await give(2, strictly)]
  expect(answers.map((body) => body.includes('vertritt schon so viele andere'))).toEqual([false, false, true, true])
  const held = Object.values(await ballotsOf(world, strict, friend.person))
  const own = await onlyBallot(world, strict, lead.person)
  expect(held.includes(own)).toBe(false)
  const said = []
  for (const ballot of held) said.push((await world.post(ballot, { choice: '1' }, friend.person)).statusCode)
  expect(said.sort()).toEqual([303, 303, 409])
  expect(Object.keys(await ballotsOf(world, bare, friend.person)).length).toBe(3)
  await world.sql(`update group_members set part = 'observer' where id = '${givers[0]!.id}'`)
  expect(Object.keys(await ballotsOf(world, bare, friend.person))).not.toContain('Eine Planerin')
  await world.sql(`update group_members set state = 'left', left_at = now() where id = '${givers[1]!.id}'`)
  expect(Object.keys(await ballotsOf(world, bare, friend.person))).toEqual(['Eine Kollegin'])
})

test('observers, keepers and other groups cast nothing; only leads open, close and cancel', async ({ world }) => {
  const one = await atWork(world)
  const { group, lead, member, edition } = one
  const observer = await aMember(world, group, { part: 'observer' })
  const otherGroup = await aGroup(world, edition.id, { state: 'working' })
  const other = await aMember(world, otherGroup, { part: 'lead' })
  const office = await world.person('office')
  const here = await anOpenVote(world, one)
  const viewer: Viewer = { kind: 'person', id: other.person.id, name: '', signIn: '', roles: [] }
  const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
  const foreign = { groupId: otherGroup, id: here.split('/').at(-1)! }
  await expect(inChange(world.db, base, (change) => closeVote(change, foreign))).rejects.toThrow(NotFound)
  const ballot = await onlyBallot(world, here, member.person)
  const codes = async (who: Person) => [
    (await world.get(here, who)).statusCode,
    (await world.get(ballot, who)).statusCode,
    (await world.post(ballot, { choice: '1' }, who)).statusCode,
    (await world.get(`${here}/schluss`, who)).statusCode,
  ]
  expect([
    await codes(observer.person),
    await codes(other.person),
    await codes(office),
    await codes(lead.person),
  ]).toEqual([
    [200, 404, 404, 404],
    [404, 404, 404, 404],
    [200, 404, 404, 200],
    [200, 404, 404, 200],
  ])
  expect((await world.post(`${here}/abbruch`, { reason: 'Falsche Frage' }, lead.person)).statusCode).toBe(303)
  expect((await world.get(here, observer.person)).body).toContain('Falsche Frage')
  expect(await world.sql('select count(*)::int as n from vote_ballots')).toEqual([{ n: 0 }])
})

test('a draft is changed by who has seen its last version, says what does not go together, and can be taken away', async ({
  world,
}) => {
  const { at, lead, member } = await atWork(world)
  const good = { title: 'Entwurf', method: 'one', options: 'Eins\nZwei', basis: 'person', majority: 'most' }
  const said = async (values: Record<string, string>, words: string) => {
    const { statusCode, body } = await world.post(`${at}/neu`, { ...good, ...values }, lead.person)
    expect([statusCode, words, body.includes(words)]).toEqual([409, words, true])
  }
  await said({ options: 'Eins' }, 'mindestens zwei Möglichkeiten')
  await said({ options: 'Eins\nEins' }, 'steht zweimal da')
  await said({ options: Array.from({ length: 21 }, (_, n) => `Nr. ${n}`).join('\n') }, 'mehr als 20 Möglichkeiten')
  await said({ isWeighted: 'on' }, 'Gewichte haben nur Organisationen')
  await said({ maySplit: 'on' }, 'nur gewichtete Stimmen')
  await said({ method: 'yes_no' }, 'nur zwischen mehreren Möglichkeiten')
  await said({ method: 'consent' }, 'braucht es eine Frist')
  await said({ method: 'consent', closesAt: '2026-06-01T12:00', isSecret: 'on' }, 'Geheim geht nur')
  const here = String((await world.post(`${at}/neu`, good, lead.person)).headers.location).split('?')[0]!
  expect((await world.get(here, member.person)).statusCode).toBe(404)
  const edit = (seen: string, title: string) =>
    world.post(
      `${here}/bearbeiten`,
      { ...good, title, seen, options: 'Drei\nVier', closesAt: '2026-05-04T11:00' },
      lead.person,
    )
  expect((await edit('1', 'Neuer Entwurf')).statusCode).toBe(303)
  expect((await edit('1', 'Zu spät')).body).toContain('inzwischen geändert')
  expect((await world.post(`${here}/eroeffnung`, {}, lead.person)).body).toContain('Die Frist liegt schon zurück')
  const opening = (await world.get(`${here}/eroeffnung`, lead.person)).body
  expect([opening.includes('Die Frist liegt schon zurück'), opening.includes('>Eröffnen<')]).toEqual([true, false])
  expect(
    await world.sql(
      `select title, (select string_agg(text, ' ' order by position) from vote_options) as options from votes`,
    ),
  ).toEqual([{ title: 'Neuer Entwurf', options: 'Drei Vier' }])
  expect((await world.post(`${here}/loeschen`, {}, lead.person)).statusCode).toBe(303)
  expect(await world.sql('select id from votes')).toEqual([])
})

test('the office enters versions of the weights of organisations that the register knows, line by line', async ({
  world,
}) => {
  const office = await world.person('office')
  await anOrganisation(world, 'Stadt Heilbronn')
  const at = '/verwaltung/stimmgewichte'
  const enter = (lines: string, inForceOn = '2026-01-01') =>
    world.post(`${at}/neu`, { inForceOn, source: `Satzung von ${inForceOn}`, lines }, office)
  expect((await enter('Stadt Heilbronn; 0')).body).toContain('„Stadt Heilbronn; 0“')
  expect((await enter('Stadt Heilbronn')).statusCode).toBe(422)
  expect((await enter('Stadt Nirgendwo; 3')).body).toContain('„Stadt Nirgendwo“ steht nicht im Verzeichnis')
  expect((await enter('Stadt Heilbronn; 3\nStadt Heilbronn; 4')).body).toContain('steht zweimal da')
  expect((await enter('Stadt Heilbronn; 3')).statusCode).toBe(303)
  expect((await enter('Stadt Heilbronn\t 5', '2026-07-01')).statusCode).toBe(303)
  const { body } = await world.get(at, office)
  expect(body.indexOf('Satzung von 2026-07-01')).toBeLessThan(body.indexOf('Satzung von 2026-01-01'))
  expect((await world.get(`${at}/neu`, office)).body).toContain('Stadt Heilbronn; 5')
})
