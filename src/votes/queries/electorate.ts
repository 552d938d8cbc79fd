import { sql } from 'kysely'
import { groupMembers } from '../../groups/index.ts'
import type { Visit } from '../../platform/visit.ts'
import { fewestSecret, type Rule } from '../model.ts'

type Speaker = { memberId: string; isDeputy: boolean }
export type NewElector = {
  memberId: string | null
  organisationId: string | null
  name: string
  weight: number
  speakers: Speaker[]
}
type Asked = { groupId: string } & Pick<Rule, 'basis' | 'isWeighted'>
export type Electorate = {
  electors: NewElector[]
  /** Organisations that the statute gives no votes. */
  without: string[]
  /** Members who name an organisation that no lead has confirmed: they do not vote for it. */
  unconfirmed: { name: string; organisation: string }[]
  version: { id: string; source: string } | undefined
  /** What the members are called who may cast. */
  names: ReadonlyMap<string, string>
}

/**
 * Who would be entitled now: every lead and member with a vote of their own, or every organisation that a lead has
 * confirmed they speak for. A deputy has none, and may cast that of the member they stand in for. Observers decide nothing.
 */
export async function electorateOf(visit: Visit, { groupId, basis, isWeighted }: Asked): Promise<Electorate> {
  const [people, version] = await Promise.all([
    decidingMembers(visit, groupId),
    isWeighted ? versionInForce(visit) : undefined,
  ])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const none = { without: [], unconfirmed: [], version: undefined, names }
  if (basis === 'person') return { ...none, electors: byPerson(people) }
  const all = byOrganisation(people)
  const unconfirmed = people.flatMap(({ name, organisation, isSpeaker }) =>
    organisation !== null && !isSpeaker ? { name, organisation } : [],
  )
  if (!isWeighted) return { ...none, electors: all, unconfirmed }
  const weights = version && (await weightsOf(visit, version.id))
  const weighted = all.map((one) => ({ ...one, weight: weights?.get(one.organisationId!) ?? 0 }))
  return {
    electors: weighted.filter(({ weight }) => weight > 0),
    without: weighted.filter(({ weight }) => weight === 0).map(({ name }) => name),
    ...{ unconfirmed, version, names },
  }
}

/** Why a vote cannot be opened now; undefined where it can. */
export function openingProblem(
  { now }: Pick<Visit, 'now'>,
  { closesAt, isWeighted, isSecret }: Pick<Rule, 'closesAt' | 'isWeighted' | 'isSecret'>,
  { electors, version }: Electorate,
) {
  if (closesAt && closesAt <= now) return 'deadlinePassed'
  if (isWeighted && !version) return 'weightsMissing'
  if (electors.length === 0) return 'nobodyEntitled'
  return isSecret && electors.length < fewestSecret ? 'tooFewForSecret' : undefined
}

type Member = Awaited<ReturnType<typeof decidingMembers>>[number]

const decidingMembers = (visit: Visit, groupId: string) =>
  groupMembers(visit)
    .leftJoin('people', 'people.id', 'groupMembers.personId')
    .leftJoin('organisations', 'organisations.id', 'groupMembers.organisationId')
    .where('groupMembers.groupId', '=', groupId)
    .where('groupMembers.state', '=', 'active')
    .where('groupMembers.part', 'in', ['lead', 'member'])
    .select([
      'groupMembers.id',
      'groupMembers.deputyFor',
      'groupMembers.organisationId',
      'groupMembers.isSpeaker',
      'organisations.name as organisation',
      sql<string>`coalesce(people.name, '')`.as('name'),
    ])
    .orderBy('people.name')
    .orderBy('groupMembers.id')
    .execute()

function byPerson(people: readonly Member[]): NewElector[] {
  const isHere = (id: string | null) => id !== null && people.some((one) => one.id === id)
  return people
    .filter(({ deputyFor }) => !isHere(deputyFor))
    .map(({ id, name }) => ({
      ...{ memberId: id, organisationId: null, name, weight: 1 },
      speakers: [{ memberId: id, isDeputy: false }, ...deputiesOf(people, [id])],
    }))
}

function byOrganisation(people: readonly Member[]): NewElector[] {
  const speakers = people.filter(({ isSpeaker }) => isSpeaker)
  const groups = Map.groupBy(speakers, ({ organisationId }) => organisationId)
  return [...groups].flatMap(([organisationId, own]) => {
    if (organisationId === null) return []
    const ids = own.map(({ id }) => id)
    return {
      ...{ memberId: null, organisationId, name: own[0]!.organisation ?? '', weight: 1 },
      speakers: [...ids.map((memberId) => ({ memberId, isDeputy: false })), ...deputiesOf(people, ids)],
    }
  })
}

/** Those who stand in for one of these and are none of them. */
const deputiesOf = (people: readonly Member[], ids: readonly string[]): Speaker[] =>
  people
    .filter(({ id, deputyFor }) => deputyFor !== null && ids.includes(deputyFor) && !ids.includes(id))
    .map(({ id }) => ({ memberId: id, isDeputy: true }))

/** The version of the weights that holds today. */
const versionInForce = ({ read, now }: Visit) =>
  read
    .selectFrom('weightVersions')
    .where('inForceOn', '<=', now.toISOString().slice(0, 10))
    .orderBy('inForceOn', 'desc')
    .orderBy('createdAt', 'desc')
    .select(['id', 'source'])
    .executeTakeFirst()

async function weightsOf({ read }: Visit, versionId: string) {
  const rows = await read
    .selectFrom('weights')
    .where('versionId', '=', versionId)
    .select(['organisationId', 'weight'])
    .execute()
  return new Map(rows.map(({ organisationId, weight }) => [organisationId, weight]))
}
