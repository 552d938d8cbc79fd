import { expect } from 'vitest'
import { aMember } from '../../test/groups.ts'
import { anOpenVote, anOrganisation, atWork, onlyBallot, type Person, resultOf } from '../../test/votes.ts'
import { lockOff, test, type World } from '../../test/world.ts'
import { type Change, inChange, type Viewer } from '../platform/visit.ts'
import { castOpenly, castSecretly } from './commands/casting.ts'
import { closeVote } from './commands/closing.ts'
import { ballotsIn, codeFrom, newCode } from './urn.ts'

/** A command of somebody as it would run without its locks. */
function unlocked<T>(world: World, { id }: Person, run: (change: Change) => Promise<T>) {
  const viewer: Viewer = { kind: 'person', id, name: '', signIn: '', roles: [] }
  const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
  return inChange(world.db, base, (change) => run({ ...change, write: change.write.withPlugin(lockOff) as never }))
}

const castNow = (world: World, ballot: string, choice: string, who: Person) =>
  world.post(`${ballot}/einwurf`, { choices: choice, code: newCode() }, who)
const inUrn = async (world: World) => {
  const [{ id, urn }] = (await world.sql('select id, urn from votes')) as [{ id: string; urn: Buffer }]
  return ballotsIn(world.house, id, urn).length
}
const onRoll = async (world: World) =>
  (await world.sql('select count(*)::int as n from electors where has_cast'))[0]!.n as number

/** A secret vote of four, with their ballots. */
async function fourVoters(world: World) {
  const one = await atWork(world)
  const more = [await aMember(world, one.group), await aMember(world, one.group)]
  const here = await anOpenVote(world, one, { isSecret: 'on' })
  const people = [one.lead, one.member, ...more].map(({ person }) => person)
  const ballots: string[] = []
  for (const person of people) ballots.push(await onlyBallot(world, here, person))
  return { ...one, here, people, ballots }
}

test('four who cast secretly at the same moment all lie in the urn', async ({ world }) => {
  const { people, ballots } = await fourVoters(world)
  const answers = await world.together(4, (n) => castNow(world, ballots[n]!, '1', people[n]!))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303, 303])
  expect([await inUrn(world), await onRoll(world)]).toEqual([4, 4])
})

test('without the lock ballots are lost from the urn: the proof that it is what holds', async ({ world }) => {
  const { people, ballots, group, here } = await fourVoters(world)
  const id = here.split('/').at(-1)!
  await world.together(2, (n) =>
    unlocked(world, people[n]!, (change) =>
      castSecretly(change, {
        ...{ groupId: group, id, electorId: ballots[n]!.split('/').at(-1)! },
        ...{ choices: [1], code: codeFrom(newCode())! },
      }),
    ),
  )
  expect([await inUrn(world), await onRoll(world)]).toEqual([1, 2])
})

test('voting and closing at the same moment: the ballot is counted, or the voter is told that it is over', async ({
  world,
}) => {
  const one = await atWork(world)
  const here = await anOpenVote(world, one)
  const ballot = await onlyBallot(world, here, one.member.person)
  const [cast, closed] = await world.together(2, (n) =>
    n === 0
      ? world.post(ballot, { choice: '1' }, one.member.person)
      : world.post(`${here}/schluss`, {}, one.lead.person),
  )
  const { ballots, cast: counted } = await resultOf(world)
  const isCast = cast!.statusCode === 303 ? 1 : 0
  expect([closed!.statusCode, ballots, counted, await onRoll(world)]).toEqual([303, isCast, isCast, isCast])
})

test('without the lock a ballot is taken and not counted: the proof that it is what holds', async ({ world }) => {
  const one = await atWork(world)
  const here = await anOpenVote(world, one)
  const ballot = await onlyBallot(world, here, one.member.person)
  const which = { groupId: one.group, id: here.split('/').at(-1)! }
  await world.together<unknown>(2, (n) =>
    n === 0
      ? unlocked(world, one.member.person, (change) =>
          castOpenly(change, {
            ...{ ...which, electorId: ballot.split('/').at(-1)! },
            ...{ parts: [{ choice: 1, weight: 1 }], reason: '', replaces: [] },
          }),
        )
      : unlocked(world, one.lead.person, (change) => closeVote(change, which)),
  )
  expect([(await resultOf(world)).ballots, await onRoll(world)]).toEqual([0, 1])
})

test('two who speak for one organisation at the same moment cast one ballot, and the second is told of the first', async ({
  world,
}) => {
  const one = await atWork(world)
  const organisationId = await anOrganisation(world, 'Stadt Heilbronn')
  const speakers = [
    (await aMember(world, one.group, { organisationId, isSpeaker: true })).person,
    (await aMember(world, one.group, { organisationId, isSpeaker: true })).person,
  ]
  const here = await anOpenVote(world, one, { basis: 'organisation' })
  const ballot = await onlyBallot(world, here, speakers[0]!)
  const answers = await world.together(2, (n) => world.post(ballot, { choice: String(n + 1) }, speakers[n]!))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  await world.post(`${here}/schluss`, {}, one.lead.person)
  expect(await resultOf(world)).toMatchObject({ ballots: 1, cast: 1, valid: 1, electors: 1 })
})

test('a secret ballot sent twice, or by member and proxy at the same moment, is in the urn once', async ({ world }) => {
  const { people, ballots, at, group, here } = await fourVoters(world)
  const [proxy, giver] = [people[0]!, people[1]!]
  const [{ id: proxyId }] = (await world.sql(
    `select id from group_members where person_id = '${proxy.id}' and group_id = '${group}'`,
  )) as [{ id: string }]
  await world.post(`${at}/vertretung`, { proxyId, voteId: here.split('/').at(-1)! }, giver)
  const both = await world.together(2, (n) => castNow(world, ballots[1]!, '1', [giver, proxy][n]!))
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  const form = { choices: '2', code: newCode(), formKey: world.formKey(people[2]!) }
  const twice = await world.together(2, () => world.post(`${ballots[2]!}/einwurf`, form, people[2]!), 'answers')
  expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  expect([await inUrn(world), await onRoll(world)]).toEqual([2, 2])
})
