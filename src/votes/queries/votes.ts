import { sql } from 'kysely'
import type { Group } from '../../groups/index.ts'
import { isId } from '../../platform/id.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Basis, Majority, Method, Part, Result, Rule, State } from '../model.ts'
import {
  ballots,
  electors,
  options,
  ownElectors,
  ownProxies,
  reasons,
  replacedBallots,
  secretBallots,
  shownVotes,
  votes,
} from '../permissions.ts'
import { codeText } from '../urn.ts'

export type Vote = Rule & {
  id: string
  groupId: string
  title: string
  text: string
  state: State
  openedAt: Date | null
  closedAt: Date | null
  revision: number
  result: Result | null
  reason: string | null
  /** Where the weights are from that it was opened with. */
  weightSource: string | null
}

const columns = [
  'votes.id',
  'votes.groupId',
  'votes.title',
  'votes.text',
  'votes.method',
  'votes.basis',
  'votes.isWeighted',
  'votes.isSecret',
  'votes.maySplit',
  'votes.majority',
  'votes.quorumPercent',
  'votes.mostProxies',
  'votes.closesAt',
  'votes.state',
  'votes.openedAt',
  'votes.closedAt',
  'votes.revision',
  'votes.result',
  'votes.reason',
  'weightVersions.source as weightSource',
] as const

type Scope = ReturnType<typeof votes>
const withSource = (scope: Scope) =>
  scope.leftJoin('weightVersions', 'weightVersions.id', 'votes.weightVersionId').select(columns)
type Row = Awaited<ReturnType<ReturnType<typeof withSource>['executeTakeFirstOrThrow']>>
const seen = ({ result, ...row }: Row): Vote => ({
  ...row,
  method: row.method as Method,
  basis: row.basis as Basis,
  majority: row.majority as Majority,
  result: result as unknown as Result | null,
})

const order = sql`array_position(array['open', 'draft', 'closed', 'cancelled'], votes.state)`

/** The votes of a group: open ones by their deadline, drafts, then what was decided, the latest first. */
export async function votesOf(visit: Visit, group: Group): Promise<Vote[]> {
  const rows = await withSource(votes(visit))
    .where('votes.groupId', '=', group.id)
    .orderBy(order)
    .orderBy('votes.closedAt', (by) => by.desc().nullsFirst())
    .orderBy('votes.closesAt', (by) => by.asc().nullsLast())
    .orderBy('votes.id')
    .limit(500)
    .execute()
  return rows.map(seen)
}

/** One of them. Throws NotFound where there is none. */
export const voteAt = (visit: Visit, group: Group, id: string) => one(votes(visit), group, id)
/** The result that everybody may know. Throws NotFound where there is none. */
export const shownVoteAt = (visit: Visit, group: Group, id: string) => one(shownVotes(visit), group, id)

async function one(scope: Scope, group: Group, id: string): Promise<Vote> {
  const row = isId(id)
    ? await withSource(scope).where('votes.groupId', '=', group.id).where('votes.id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return seen(row)
}

/** What groups of these ids decided and everybody may know, the latest first. */
export async function decidedVotes(visit: Visit, ids: readonly string[]): Promise<Vote[]> {
  const rows = await withSource(shownVotes(visit))
    .where('votes.groupId', 'in', ids)
    .orderBy('votes.closedAt', 'desc')
    .orderBy('votes.id')
    .limit(50)
    .execute()
  return rows.map(seen)
}

/** The open votes of groups of these ids that the viewer sees from inside, by their deadline. */
export async function openVotes(visit: Visit, ids: readonly string[]): Promise<Vote[]> {
  const rows = await withSource(votes(visit))
    .where('votes.groupId', 'in', ids)
    .where('votes.state', '=', 'open')
    .orderBy('votes.closesAt', (by) => by.asc().nullsLast())
    .orderBy('votes.id')
    .limit(50)
    .execute()
  return rows.map(seen)
}

/** The options of a vote in their order; none where it is yes or no. */
export const optionsOf = async (visit: Visit, { id }: Pick<Vote, 'id'>): Promise<string[]> =>
  (
    await options(visit).where('voteOptions.voteId', '=', id).select('voteOptions.text').orderBy('position').execute()
  ).map(({ text }) => text)

/** Votes with their options, all read at once. */
export async function withOptions(visit: Visit, list: readonly Vote[]): Promise<(Vote & { options: string[] })[]> {
  const rows = await options(visit)
    .where('voteOptions.voteId', 'in', list.length > 0 ? list.map(({ id }) => id) : [null])
    .select(['voteOptions.voteId', 'voteOptions.text'])
    .orderBy('position')
    .execute()
  const of = Map.groupBy(rows, ({ voteId }) => voteId)
  return list.map((vote) => ({ ...vote, options: (of.get(vote.id) ?? []).map(({ text }) => text) }))
}

export type Elector = {
  id: string
  name: string
  weight: number
  hasCast: boolean
  castBy: string | null
  castById: string | null
  organisationId: string | null
  /** What was chosen, where the viewer may know it. */
  parts: readonly Part[] | null
  reason: string | null
  /** What others had cast for the same before, the first first, where the viewer may know it. */
  replaced: readonly { by: string | null; parts: readonly Part[] }[]
}

/** Who is entitled in a vote, with what of their ballots the viewer may know. */
export async function electorsOf(visit: Visit, vote: Pick<Vote, 'id'>): Promise<Elector[]> {
  const [rows, replaced] = await Promise.all([electorRows(visit, vote), replacedIn(visit, vote)])
  return rows.map((row) => ({
    ...row,
    parts: row.parts as unknown as Part[] | null,
    replaced: replaced.get(row.id) ?? [],
  }))
}

const electorRows = (visit: Visit, { id }: Pick<Vote, 'id'>) =>
  electors(visit)
    .leftJoin(ballots(visit).select(['electorId', 'parts']).as('seen'), 'seen.electorId', 'electors.id')
    .leftJoin(reasons(visit).select(['electorId', 'voteBallots.reason']).as('said'), 'said.electorId', 'electors.id')
    .leftJoin('groupMembers', 'groupMembers.id', 'electors.castBy')
    .leftJoin('people', 'people.id', 'groupMembers.personId')
    .where('electors.voteId', '=', id)
    .select([
      'electors.id',
      'electors.name',
      'electors.weight',
      'electors.hasCast',
      'people.name as castBy',
      'electors.castBy as castById',
      'electors.organisationId',
      'seen.parts',
      'said.reason',
    ])
    .orderBy('electors.name')
    .orderBy('electors.id')
    .execute()

async function replacedIn(visit: Visit, { id }: Pick<Vote, 'id'>) {
  const rows = await replacedBallots(visit)
    .innerJoin('electors', 'electors.id', 'replacedBallots.electorId')
    .leftJoin('groupMembers', 'groupMembers.id', 'replacedBallots.castBy')
    .leftJoin('people', 'people.id', 'groupMembers.personId')
    .where('electors.voteId', '=', id)
    .select(['replacedBallots.electorId', 'replacedBallots.parts', 'people.name as by'])
    .orderBy('replacedBallots.id')
    .execute()
  const all = rows.map(({ electorId, by, parts }) => ({ electorId, by, parts: parts as unknown as Part[] }))
  return Map.groupBy(all, ({ electorId }) => electorId)
}

/** The ids of the electors for whom the viewer may cast in a vote. */
export const ownElectorIds = async (visit: Visit, { id }: Pick<Vote, 'id'>): Promise<string[]> =>
  visit.viewer.kind === 'person'
    ? (await ownElectors(visit).where('electors.voteId', '=', id).select('electors.id').distinct().execute()).map(
        (row) => row.id,
      )
    : []

/** The open votes in which the viewer may still cast and has not. */
const toCast = (visit: Visit) =>
  ownElectors(visit)
    .innerJoin('votes', 'votes.id', 'electors.voteId')
    .where('votes.state', '=', 'open')
    .where((row) => row.or([row('votes.closesAt', 'is', null), row('votes.closesAt', '>', visit.now)]))
    .where('electors.hasCast', '=', false)

/** The open votes that wait for the viewer's ballot, by their deadline. */
export const votesToCast = (visit: Visit) =>
  visit.viewer.kind !== 'person'
    ? []
    : toCast(visit)
        .select(['votes.id', 'votes.groupId', 'votes.title', 'votes.closesAt'])
        .distinct()
        .orderBy('votes.closesAt', (by) => by.asc().nullsLast())
        .orderBy('votes.id')
        .limit(50)
        .execute()

/** The ids of a group's open votes that wait for the viewer's ballot. */
export const waitingVotes = async (visit: Visit, group: Group): Promise<Set<string>> => {
  const rows = await toCast(visit).where('votes.groupId', '=', group.id).select('votes.id').distinct().execute()
  return new Set(rows.map(({ id }) => id))
}

export type PublishedBallot = { code: string; choices: readonly number[] }

/** The ballots of a closed secret vote by their receipts. */
export const publishedBallots = async (visit: Visit, { id }: Pick<Vote, 'id'>): Promise<PublishedBallot[]> =>
  (await secretBallots(visit).where('voteId', '=', id).select(['code', 'choices']).orderBy('code').execute()).map(
    ({ code, choices }) => ({ code: codeText(code), choices: choices as unknown as number[] }),
  )

export type Proxy = {
  id: string
  isOwn: boolean
  giver: string
  proxy: string
  vote: string | null
  untilOn: string | null
}

/** The proxies that the viewer gave and has in a group. */
export const proxiesOf = (visit: Visit, group: Group): Promise<Proxy[]> =>
  ownProxies(visit)
    .innerJoin('people as giver', 'giver.id', 'givers.personId')
    .innerJoin('groupMembers as holders', 'holders.id', 'voteProxies.proxyId')
    .innerJoin('people as holder', 'holder.id', 'holders.personId')
    .leftJoin('votes', 'votes.id', 'voteProxies.voteId')
    .where('voteProxies.groupId', '=', group.id)
    .where((row) => row.or([row('votes.id', 'is', null), row('votes.state', '=', 'open')]))
    .select([
      'voteProxies.id',
      'giver.name as giver',
      'holder.name as proxy',
      'votes.title as vote',
      'voteProxies.untilOn',
      sql<boolean>`vote_proxies.giver_id = ${group.ownMemberId ?? null}::uuid`.as('isOwn'),
    ])
    .orderBy('voteProxies.createdAt')
    .orderBy('voteProxies.id')
    .execute()

/** What votes of these ids are called, for the log. */
export const namesOfVotes = async (visit: Visit, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : votes(visit).where('votes.id', 'in', ids).select(['votes.id', 'votes.title', 'votes.groupId']).execute()
