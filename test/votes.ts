import type { Insertable } from 'kysely'
import type { Schema } from '../src/platform/schema.ts'
import { anEdition } from './congress.ts'
import { aGroup, aMember } from './groups.ts'
import type { Fields, World } from './world.ts'

type Row<T extends keyof Schema> = Partial<Insertable<Schema[T]>>

/** A vote of a group, a draft of yes or no by person unless said otherwise. */
export async function aVote({ db, clock }: World, groupId: string, values: Row<'votes'> = {}) {
  const row: Insertable<Schema['votes']> = {
    ...{ groupId, title: 'Das Papier wird veröffentlicht', createdAt: clock.now },
    ...{ method: 'yes_no', basis: 'person', majority: 'simple' },
    ...values,
  }
  return (await db.insertInto('votes').values(row).returning('id').executeTakeFirstOrThrow()).id
}

/** Somebody entitled in a vote, with those who may cast for them. */
export async function anElector(
  { db }: World,
  voteId: string,
  { speakers = [], ...values }: Row<'electors'> & { speakers?: readonly string[] } = {},
) {
  const row = { name: 'Eine Planerin', ...values }
  const { id } = await db
    .insertInto('electors')
    .values({ voteId, ...row })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const memberId of speakers) await db.insertInto('voteSpeakers').values({ electorId: id, memberId }).execute()
  return id
}

/** An organisation of the register. */
export const anOrganisation = async ({ db }: World, name: string) =>
  (
    await db
      .insertInto('organisations')
      .values({ name, kind: 'other', isConfirmed: true })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

/** A version of the weights, in force since the beginning of the year. */
export async function someWeights(
  { db, clock }: World,
  weights: Record<string, number>,
  values: Row<'weightVersions'> = {},
) {
  const { id } = await db
    .insertInto('weightVersions')
    .values({ inForceOn: '2026-01-01', source: 'Satzung § 7', createdAt: clock.now, ...values })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [organisationId, weight] of Object.entries(weights))
    await db.insertInto('weights').values({ versionId: id, organisationId, weight }).execute()
  return id
}

/** A group at work with a lead and a member. */
export async function atWork(world: World, values: Parameters<typeof aGroup>[2] = {}) {
  const edition = await anEdition(world)
  const group = await aGroup(world, edition.id, { state: 'working', ...values })
  const lead = await aMember(world, group, { part: 'lead', name: 'Leitung der Gruppe' })
  const member = await aMember(world, group, { name: 'Eine Planerin' })
  const at = `/arbeitsgruppen/${group}/abstimmungen`
  return { edition, group, lead, member, at }
}
export type AtWork = Awaited<ReturnType<typeof atWork>>
export type Person = AtWork['lead']['person']

const asked = { title: 'Das Papier wird veröffentlicht', method: 'yes_no', basis: 'person', majority: 'simple' }

/** A vote that its lead has drafted and opened; gives its address. */
export async function anOpenVote(world: World, { at, lead }: AtWork, values: Fields = {}) {
  const drafted = await world.post(`${at}/neu`, { ...asked, ...values }, lead.person)
  const here = String(drafted.headers.location).split('?')[0]!
  const opened = await world.post(`${here}/eroeffnung`, {}, lead.person)
  if (opened.statusCode !== 303) throw new Error(`not opened: ${opened.statusCode} ${here}`)
  return here
}

/** The addresses of the ballots that somebody may cast, by whose they are. */
export async function ballotsOf(world: World, here: string, who: Person) {
  const { body } = await world.get(here, who)
  const found = [...body.matchAll(/<th scope="row">([^<]*)<\/th>(?:(?!<tr).)*?href="([^"]*\/stimme\/[^"]*)"/g)]
  return Object.fromEntries(found.map(([, name, href]) => [name!.trim(), href!]))
}
/** The one ballot that somebody may cast. */
export const onlyBallot = async (world: World, here: string, who: Person) =>
  Object.values(await ballotsOf(world, here, who))[0]!

/** What the vote that is closed came to. */
export const resultOf = async (world: World) =>
  (await world.sql(`select result from votes where result is not null`)).map(({ result }) => result)[0] as {
    outcome: string
    counts: { choice: number; votes: number }[]
    ballots: number
    cast: number
  }
