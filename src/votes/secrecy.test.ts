import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { aMember } from '../../test/groups.ts'
import { workedThrough } from '../../test/people.ts'
import { anOpenVote, atWork, onlyBallot, type Person } from '../../test/votes.ts'
import { test, type World } from '../../test/world.ts'
import { ballotsIn } from './urn.ts'

type Voter = { name: string; person: Person; choice: string; code: string }

/** Casts a secret ballot with the receipt that the page gives; tells the receipt and the last answer. */
async function cast(world: World, here: string, person: Person, choice: string) {
  const ballot = await onlyBallot(world, here, person)
  const looked = await world.post(ballot, { choice }, person)
  const code = /name="code" value="([^"]+)"/.exec(looked.body)?.[1] ?? ''
  const answer = await world.post(`${ballot}/einwurf`, { choices: choice, code }, person)
  return { code, answer }
}

/** A secret vote in which five have cast, one after the other. */
async function fiveVoters(world: World) {
  const one = await atWork(world)
  for (let n = 3; n <= 5; n++) await aMember(world, one.group, { name: `Mitglied ${n}` })
  const here = await anOpenVote(world, one, { isSecret: 'on' })
  const people = (await world.sql(`select people.name, people.id, people.email from people
    join group_members on person_id = people.id order by group_members.id`)) as {
    name: string
    id: string
    email: string
  }[]
  const voters: Voter[] = []
  for (const [n, { name, id, email }] of people.entries()) {
    const person = { id, email, secret: await signedIn(world, id) }
    const choice = n % 3 === 0 ? '2' : '1'
    const { code, answer } = await cast(world, here, person, choice)
    expect([answer.statusCode, String(answer.headers.location)]).toEqual([303, `${here}?info=castSecretly`])
    voters.push({ name, person, choice, code })
  }
  return { ...one, here, voters }
}

async function signedIn(world: World, personId: string) {
  const other = await world.person()
  await world.sql(`update sign_ins set person_id = '${personId}' where person_id = '${other.id}'`)
  return other.secret
}

/** Every row of every table as text, with what PostgreSQL keeps beside it: the transaction that wrote it, and its place. */
async function everything(world: World) {
  const tables = await world.sql(`select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`)
  const each = tables.map(({ name }) => `select '${name} ' || xmin || ctid || ' ' || t::text as row from ${name} t`)
  return (await world.sql(each.join(' union all '))).map(({ row }) => String(row))
}

const plain = (code: string) => code.replaceAll('-', '')

/** Pairs of who has voted and a ballot that one transaction wrote: how a reader of the database would link them. */
const linked = (world: World, ballots: string) =>
  world.sql(`select electors.name from electors join ${ballots} ballot on ballot.xmin = electors.xmin`)

test('nothing in the database tells who chose what, neither while the vote is open nor afterwards', async ({
  world,
}) => {
  const { here, voters, lead } = await fiveVoters(world)
  const open = await everything(world)
  for (const { code } of voters)
    expect(open.filter((row) => row.includes(code) || row.includes(plain(code)))).toEqual([])
  // The urn is as long whatever lies in it: nonce, tag, and twenty bytes a ballot.
  const [{ urn, id }] = (await world.sql('select urn, id from votes')) as [{ urn: Buffer; id: string }]
  expect(urn.length).toBe(12 + 16 + 5 * 20)
  expect(ballotsIn(world.house, id, urn).map(({ code }) => code.toString('hex'))).toEqual(
    voters.map(({ code }) => plain(code)).sort(),
  )
  // What was kept for a form sent twice cannot be found by trying out what it may have said.
  const fingerprints = (await world.sql('select fingerprint from answers')) as { fingerprint: Buffer }[]
  const tried = voters.flatMap(({ code }) =>
    ['0', '1', '2'].flatMap((choice) => {
      const content = JSON.stringify([
        ['choices', [choice]],
        ['code', [code]],
      ])
      return open.flatMap((row) => {
        const elector = /^public\.electors \S+ \(([\w-]{36}),/.exec(row)?.[1]
        const url = elector && `POST ${here}/stimme/${elector}/einwurf\n${content}`
        return url ? [createHash('sha256').update(url).digest('hex')] : []
      })
    }),
  )
  expect(tried).toHaveLength(5 * 3 * 5)
  expect(fingerprints.filter(({ fingerprint }) => tried.includes(fingerprint.toString('hex')))).toEqual([])

  expect((await world.post(`${here}/schluss`, {}, lead.person)).statusCode).toBe(303)
  await workedThrough(world)
  expect(await linked(world, 'secret_ballots')).toEqual([])
  expect(
    await world.sql(`select column_name::text as name from information_schema.columns
      where table_name = 'secret_ballots' order by 1`),
  ).toEqual([{ name: 'choices' }, { name: 'code' }, { name: 'vote_id' }])
  const [{ transactions, inOrder }] = (await world.sql(`select count(distinct xmin::text)::int as transactions,
    array_agg(code order by ctid) = array_agg(code order by code) as "inOrder" from secret_ballots`)) as [
    { transactions: number; inOrder: boolean },
  ]
  expect({ transactions, inOrder }).toEqual({ transactions: 1, inOrder: true })
  // What old rows and backups still hold of the urn opens for nobody: its key is gone.
  expect(existsSync(join(world.data, 'urns', id))).toBe(false)
  expect(() => ballotsIn(world.house, id, urn)).toThrow('ENOENT')
})

test('the same look at an open vote finds everybody: the proof that the reader would', async ({ world }) => {
  const one = await atWork(world)
  const here = await anOpenVote(world, one)
  for (const { person } of [one.lead, one.member])
    await world.post(await onlyBallot(world, here, person), { choice: '1' }, person)
  expect((await linked(world, 'vote_ballots')).map(({ name }) => name).sort()).toEqual([
    'Eine Planerin',
    'Leitung der Gruppe',
  ])
})

test('each voter finds their receipt with their choice once the vote is closed, once, and there are as many as have voted', async ({
  world,
}) => {
  const { here, voters, lead, group } = await fiveVoters(world)
  const observer = await aMember(world, group, { part: 'observer' })
  const before = await world.get(here, observer.person)
  expect(voters.filter(({ code }) => before.body.includes(code))).toEqual([])
  const again = await world.get(await ballotAddress(world, here), voters[0]!.person)
  expect([again.statusCode, again.headers.location]).toEqual([303, here])
  await world.post(`${here}/schluss`, {}, lead.person)
  const { body } = await world.get(here, observer.person)
  const listed = [...body.matchAll(/<code>([\w-]+)<\/code><\/th><td[^>]*>([^<]+)</g)].map(([, code, name]) => [
    code,
    name,
  ])
  expect(listed).toEqual(
    voters
      .map(({ code, choice }) => [code, choice === '1' ? 'Ja' : 'Nein'])
      .sort(([one], [other]) => (one! < other! ? -1 : 1)),
  )
  expect(body).toContain('5 von 5 Stimmberechtigten haben abgestimmt')
  expect(await world.sql(`select result -> 'counts' as counts from votes`)).toEqual([
    {
      counts: [
        { choice: 1, votes: 3 },
        { choice: 2, votes: 2 },
        { choice: 0, votes: 0 },
      ],
    },
  ])
})

const ballotAddress = async (world: World, here: string) => {
  const [row] = await world.sql(`select id from electors where name = 'Leitung der Gruppe'`)
  return `${here}/stimme/${row!.id}`
}

test('a secret vote needs three who are entitled and three who vote, equal votes, and its key', async ({ world }) => {
  const one = await atWork(world)
  const { at, lead, member, group } = one
  const draft = { title: 'Vorsitz', method: 'yes_no', majority: 'simple', isSecret: 'on' }
  const weighted = { ...draft, basis: 'organisation', isWeighted: 'on' }
  expect((await world.post(`${at}/neu`, weighted, lead.person)).body).toContain('Ein Gewicht würde verraten')
  const drafted = await world.post(`${at}/neu`, { ...draft, basis: 'person' }, lead.person)
  const here = String(drafted.headers.location).split('?')[0]!
  expect((await world.post(`${here}/eroeffnung`, {}, lead.person)).body).toContain('mindestens drei')
  await aMember(world, group)
  await world.post(`${here}/eroeffnung`, {}, lead.person)
  const { code, answer } = await cast(world, here, member.person, '1')
  expect(answer.statusCode).toBe(303)
  await world.post(`${here}/schluss`, {}, lead.person)
  const { body } = await world.get(here, lead.person)
  expect([body.includes('zu wenige Stimmen'), body.includes(code), body.includes('Ja</th>')]).toEqual([
    true,
    false,
    false,
  ])
  expect(await world.sql('select count(*)::int as n from secret_ballots')).toEqual([{ n: 0 }])
})
